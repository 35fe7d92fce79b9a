"""A routine laid out in time: every second of a session known before it begins.

Session = exercise…, finish; exercise = ready, set, (rest, set)…; set = work, or left, switch, right; work = hold,
reps, or a series of positions. A stored set is one work. Ranges are played at their low end. Seconds throughout.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from math import cos, pi

from app.domain.exercise import DoseKind, Exercise, PhaseKind, Position, Side, Sides
from app.domain.playing.cues import (
    Cue,
    CueKind,
    TimedPhase,
    hold_cues,
    pause_cues,
    ready_cues,
    rep_cues,
    spoken_s,
    with_room_for,
)
from app.domain.routine import Routine, RoutineStep, in_step, own_step, step_equipment
from app.domain.wording import describe_dose, low_end, speak_dose, speak_seconds, speak_side
from app.i18n import _, pgettext

FINISH_S = 5.0
WAITS_BEFORE_END_S = 10.5  # after the key "starting in ten" is still said
PULSE_S, PULSE_DEPTH = 2.0, 0.15
INSTANT_S = 1e-6  # two moments closer than this are one: sums of seconds are not exact


class SegmentKind(StrEnum):
    READY = "ready"
    HOLD = "hold"
    REPS = "reps"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a session. Ready, switch and rest tell of the work that comes next; finish tells of none.

    `step` is the index in the routine's steps, `work` the number of the stored set (None outside work; the positions
    of one series share it). `reps` and `hold_s` are this segment's own; `dose` is the whole dose as text.
    At `waits_at_s` time stands still until the person says so: at the end of self-paced reps, or ten seconds before
    the end of getting ready. `side` of a ready before a series is None: a series has both. `stand_in` is the id of the
    exercise stood in for.
    """

    start_s: float
    length_s: float
    kind: SegmentKind
    exercise_id: str | None = None
    side: Side | None = None
    set_number: int | None = None
    sets: int | None = None
    reps: int | None = None
    position: int | None = None
    position_name: str | None = None
    step: int | None = None
    work: int | None = None
    hold_s: float | None = None
    load_kg: float | None = None
    dose: str = ""
    phases: tuple[TimedPhase, ...] = ()
    cues: tuple[Cue, ...] = ()
    waits_at_s: float | None = None
    locked: bool = False
    stand_in: str | None = None

    @property
    def end_s(self) -> float:
        return self.start_s + self.length_s

    def phase_at(self, elapsed_s: float) -> TimedPhase | None:
        """The phase `elapsed_s` after this segment's start; the last one from its end on."""
        after = bisect_right(self.phases, elapsed_s + INSTANT_S, key=_start_s)
        return self.phases[after - 1] if after else None

    def done_at(self, elapsed_s: float) -> float:
        """What is done after `elapsed_s`: whole reps, or seconds held (to a tenth); 0 outside work."""
        if self.kind is SegmentKind.REPS:
            ended = bisect_right(self.phases, elapsed_s + INSTANT_S, key=_end_s)
            per_rep = len(self.phases) // (self.reps or 1)
            return ended // per_rep
        held = sum(
            min(max(elapsed_s - phase.start_s, 0.0), phase.length_s)
            for phase in self.phases
            if phase.kind is PhaseKind.HOLD
        )
        return round(min(held, self.hold_s or 0.0), 1)


def _start_s(stretch: Segment | TimedPhase) -> float:
    return stretch.start_s


def _end_s(phase: TimedPhase) -> float:
    return phase.end_s


@dataclass(frozen=True, slots=True)
class Timeline:
    """The segments of one session in their order; the last one is always the finish."""

    segments: tuple[Segment, ...]

    @property
    def total_s(self) -> float:
        return self.segments[-1].end_s

    def upcoming(self, index: int) -> Segment | None:
        """What is next: after segment `index`, the first one of another work; None where nothing is left to do."""
        work = self.segments[index].work
        return next((later for later in self.segments[index + 1 :] if later.work not in (None, work)), None)


@dataclass(frozen=True, slots=True)
class PlayOptions:
    """`first_side` left or right. With `wait_for_equipment`, getting ready waits where it needs other equipment."""

    first_side: Side = Side.LEFT
    wait_for_equipment: bool = False


def build_timeline(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    locked: Collection[str] = frozenset(),
    options: PlayOptions = PlayOptions(),
) -> Timeline:
    """Lay out `routine`. The exercises in `locked` are played all the same and marked; see `as_played`."""
    works = count()
    drafts: list[Segment] = []
    at_hand: frozenset[str] | None = None
    for index, step in enumerate(routine.steps):
        exercise = in_step(exercises[step.exercise_id], step)
        needed = frozenset(step_equipment(step, exercise))
        waits = options.wait_for_equipment and at_hand is not None and needed != at_hand
        at_hand = needed
        laying = _Laying(index, step, exercise, options.first_side, waits)
        drafts += (replace(draft, locked=exercise.id in locked) for draft in laying.segments(works))
    end = Cue(0.0, CueKind.END, _("That was the whole session."))
    drafts.append(Segment(0.0, FINISH_S, SegmentKind.FINISH, cues=(end,)))
    return in_turn(drafts)


def in_turn(drafts: Iterable[Segment]) -> Timeline:
    """The segments one after another from 0 on, wherever they began before."""
    start = 0.0
    segments: list[Segment] = []
    for draft in drafts:
        segments.append(replace(draft, start_s=start))
        start += draft.length_s
    return Timeline(tuple(segments))


def as_played(routine: Routine, exercises: Mapping[str, Exercise], locked: Collection[str]) -> Routine:
    """`routine` for somebody to whom the exercises in `locked` are not open yet.

    Each gives way to its stand-in with the stand-in's own dose, or is left out where there is none to be had or the
    routine holds it already.
    """
    steps: list[RoutineStep] = []
    taken = {step.exercise_id for step in routine.steps}
    for step in routine.steps:
        if step.exercise_id not in locked:
            steps.append(step)
            continue
        stand_in = exercises.get(exercises[step.exercise_id].stand_in or "")
        if stand_in is not None and stand_in.id not in taken:
            taken.add(stand_in.id)
            steps.append(own_step(stand_in, stands_in_for=step.exercise_id))
    return replace(routine, steps=tuple(steps))


def played_s(routine: Routine, exercises: Mapping[str, Exercise], locked: Collection[str]) -> float:
    """How long `routine` takes this person, in seconds."""
    return build_timeline(as_played(routine, exercises, locked), exercises).total_s


# One exercise. The drafts carry everything but their start.


@dataclass(frozen=True, slots=True)
class _Laying:
    """Lays out step number `index`; `waits` before it for a key."""

    index: int
    step: RoutineStep
    exercise: Exercise
    first_side: Side
    waits: bool

    def segments(self, works: Iterator[int]) -> list[Segment]:
        """All of the exercise; its feel line is said once, during the work where nothing before it has room."""
        parts, feel = list(self._parts(works)), self.exercise.feel
        if feel and not any(cue.text == feel for part in parts for cue in part.cues):
            for number, part in enumerate(parts):
                cues = with_room_for(part.cues, part.length_s, feel)
                if part.work is not None and cues != part.cues:
                    parts[number] = replace(part, cues=cues)
                    break
        return parts

    def _parts(self, works: Iterator[int]) -> Iterator[Segment]:
        """Ready, then each work with what stands before it. Nothing that would last no time."""
        feel = self.exercise.feel  # said once, where there is room first
        for set_number, sides in self._sets_in_turn():
            for turn, side in enumerate(sides):
                draft = self._draft(set_number, side)
                before = self._before(draft, feel, first_turn=turn == 0)
                if any(cue.text == feel for cue in before.cues):
                    feel = ""
                if before.length_s > 0:
                    yield before
                yield from self._work(replace(draft, work=next(works)))

    def _draft(self, set_number: int, side: Side | None) -> Segment:
        return Segment(
            start_s=0.0,
            length_s=0.0,
            kind=SegmentKind.READY,
            exercise_id=self.exercise.id,
            side=side,
            set_number=set_number,
            sets=self.step.dose.sets + (side is not None and side is self._extra_side),
            step=self.index,
            load_kg=self.step.load_kg,
            dose=describe_dose(self.exercise, self.step.dose, self.step.load_kg, self._extra_side),
            stand_in=self.step.stands_in_for,
        )

    @property
    def _second_side(self) -> Side:
        return Side.RIGHT if self.first_side is Side.LEFT else Side.LEFT

    @property
    def _extra_side(self) -> Side | None:
        return self.step.extra_side if self.exercise.sides is Sides.EACH else None

    def _sets_in_turn(self) -> Iterator[tuple[int, tuple[Side | None, ...]]]:
        """The number of each set and the sides it is done on; the extra one comes last, on its side alone."""
        for number in range(1, self.step.dose.sets + 1):
            yield number, self._sides_in_turn()
        if self._extra_side is not None:
            yield self.step.dose.sets + 1, (self._extra_side,)

    def _sides_in_turn(self) -> tuple[Side | None, ...]:
        if self.exercise.sides is Sides.EACH:
            return (self.first_side, self._second_side)
        alone = {Sides.ALTERNATE: Side.ALTERNATE, Sides.LEFT: Side.LEFT, Sides.RIGHT: Side.RIGHT}
        return (alone.get(self.exercise.sides),)

    # What stands before a work

    def _before(self, draft: Segment, feel: str, first_turn: bool) -> Segment:
        """Ready before the first work, rest between sets, a switch between sides (and between sets without a rest)."""
        if first_turn and draft.set_number == 1:
            return self._ready(draft, feel)
        if self.exercise.sides is Sides.EACH and not (first_turn and self.step.rest_s > 0):
            extra = (draft.set_number or 1) > self.step.dose.sets
            text = _("One set more: {side}") if extra else _("Switch sides: {side}")
            text = text.format(side=speak_side(draft.side))
            setup = "" if self.step.note else self.exercise.setup_again(draft.side, self.step.load_kg)
            cues = pause_cues(CueKind.SWITCH, self.step.switch_s, text, setup, feel)
            return replace(draft, kind=SegmentKind.SWITCH, length_s=self.step.switch_s, cues=cues)
        cues = pause_cues(CueKind.REST, self.step.rest_s, self._rest_text(draft), feel=feel)
        return replace(draft, kind=SegmentKind.REST, length_s=self.step.rest_s, cues=cues)

    def _ready(self, draft: Segment, feel: str) -> Segment:
        intro = self._intro(draft.side)
        setup = self.step.note or self.exercise.setup_for(draft.side, self.step.load_kg)
        length_s, waits_at_s = self.step.setup_s, None
        if self.waits:
            length_s = max(length_s, spoken_s(intro) + WAITS_BEFORE_END_S)
            waits_at_s = length_s - WAITS_BEFORE_END_S
        cues = ready_cues(length_s, intro, setup, feel, waits_at_s)
        return replace(draft, length_s=length_s, waits_at_s=waits_at_s, cues=cues)

    def _intro(self, side: Side | None) -> str:
        name, dose = self.exercise.name, speak_dose(self.exercise, self.step.dose, self.step.load_kg)
        if not side:
            return _("{exercise}. {dose}.").format(exercise=name, dose=dose)
        return _("{exercise}, {side}. {dose}.").format(
            exercise=name, side=speak_side(side, self.first_side), dose=dose)  # fmt: skip

    def _rest_text(self, draft: Segment) -> str:
        rest, number, sets = speak_seconds(self.step.rest_s), draft.set_number, draft.sets
        if not draft.side:
            return _("Rest, {rest}; next: set {number} of {sets}").format(rest=rest, number=number, sets=sets)
        return _("Rest, {rest}; next: set {number} of {sets}, {side}").format(
            rest=rest, number=number, sets=sets, side=speak_side(draft.side, self.first_side))  # fmt: skip

    # One work

    def _work(self, draft: Segment) -> Iterator[Segment]:
        hold_s = low_end(self.step.dose.hold_s)
        if self.exercise.kind is DoseKind.POSITIONS:
            for number, position in self._positions_in_turn():
                phases = self._position_phases(position, hold_s)
                named = replace(draft, side=position.side, position=number, position_name=position.name, hold_s=hold_s)
                yield _timed(named, SegmentKind.HOLD, phases, hold_cues(phases))
        elif self.exercise.kind is DoseKind.HOLD:
            phases = self._hold_phases(hold_s, draft.side)
            yield _timed(replace(draft, hold_s=hold_s), SegmentKind.HOLD, phases, hold_cues(phases))
        else:
            reps = int(low_end(self.step.dose.reps)) * (2 if self.exercise.sides is Sides.ALTERNATE else 1)
            phases = in_time(self._rep_phases(reps, draft.side))
            waits_at_s = phases[-1].end_s if self.step.self_paced else None
            counted = replace(draft, reps=reps, waits_at_s=waits_at_s)
            yield _timed(counted, SegmentKind.REPS, phases, rep_cues(phases))

    def _rep_phases(self, reps: int, side: Side | None) -> Iterator[TimedPhase]:
        """Alternating reps know their own side."""
        for rep in range(1, reps + 1):
            own = (self.first_side if rep % 2 else self._second_side) if side is Side.ALTERNATE else side
            for phase in self.exercise.tempo:
                yield TimedPhase(0.0, phase.seconds or 0.0, phase.kind, phase.cue, rep, own)

    def _hold_phases(self, hold_s: float, side: Side | None) -> tuple[TimedPhase, ...]:
        phases = (
            TimedPhase(0.0, hold_s if phase.seconds is None else self._way_s(phase.seconds), phase.kind, phase.cue,
                       side=side)
            for phase in self.exercise.tempo
        )  # fmt: skip
        return in_time(phase for phase in phases if phase.length_s > 0)

    def _position_phases(self, position: Position, hold_s: float) -> tuple[TimedPhase, ...]:
        """In, hold, out. A position that begins in place says in its hold what it is."""
        enter_s, leave_s = self._way_s(position.enter_s), self._way_s(position.leave_s)
        hold_cue = _("Small, smooth pulses") if self.step.pulses else pgettext("cue", "Hold")
        if enter_s == 0:
            hold_cue = f"{position.cue}. {hold_cue}" if self.step.pulses else position.cue
        phases = (
            TimedPhase(0.0, enter_s, PhaseKind.MOVE, position.cue, side=position.side),
            TimedPhase(0.0, hold_s, PhaseKind.HOLD, hold_cue, side=position.side,
                       pulse_s=PULSE_S if self.step.pulses else None),
            TimedPhase(0.0, leave_s, PhaseKind.MOVE, _("Come back up"), side=position.side),
        )  # fmt: skip
        return in_time(phase for phase in phases if phase.length_s > 0)

    def _way_s(self, usual_s: float) -> float:
        """How long a way in or out lasts; where there is none, none is made."""
        return usual_s if self.step.transition_s is None or usual_s == 0 else self.step.transition_s

    def _positions_in_turn(self) -> Iterator[tuple[int, Position]]:
        """The positions with their numbers. With the right first, those of the two sides change places."""
        numbered = list(enumerate(self.exercise.positions, start=1))
        sided = [each for each in numbered if each[1].side is not Side.CENTRE]
        turned = iter(sorted(sided, key=lambda each: each[1].side is not self.first_side))
        for each in numbered:
            yield each if each[1].side is Side.CENTRE else next(turned)


def _timed(draft: Segment, kind: SegmentKind, phases: tuple[TimedPhase, ...], cues: tuple[Cue, ...]) -> Segment:
    return replace(draft, kind=kind, length_s=phases[-1].end_s, phases=phases, cues=cues)


def in_time(phases: Iterable[TimedPhase]) -> tuple[TimedPhase, ...]:
    """The phases one after another from 0 on."""
    start = 0.0
    timed: list[TimedPhase] = []
    for phase in phases:
        timed.append(replace(phase, start_s=start))
        start += phase.length_s
    return tuple(timed)


def pulse_depth(phase: TimedPhase, elapsed_s: float) -> float:
    """How deep a pulsed hold is `elapsed_s` after its segment's start: 1 at the full hold, a little less between."""
    if phase.pulse_s is None:
        return 1.0
    turn = (elapsed_s - phase.start_s) / phase.pulse_s * 2 * pi
    return 1.0 - PULSE_DEPTH * (1 - cos(turn)) / 2
