"""A routine laid out in time: every second of a session known before it begins.

Session = exercise…, finish; exercise = ready, set, (rest, set)…; set = work, or left, switch, right; work = hold,
reps, or a series of positions. A stored set is one work. Ranges are played at their low end. Seconds throughout.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count

from app.domain.cues import Cue, CueKind, TimedPhase, hold_cues, pause_cues, ready_cues, rep_cues
from app.domain.exercise import DoseKind, Exercise, PhaseKind, Position, Side, Sides
from app.domain.routine import Routine, RoutineStep, own_step
from app.domain.wording import describe_dose, low_end, speak_dose, speak_seconds, speak_side
from app.i18n import _

FINISH_S = 5.0
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
    `side` of a ready before a series is None: a series has both. `stand_in` is the id of the exercise stood in for.
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
    self_paced: bool = False
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


def build_timeline(
    routine: Routine, exercises: Mapping[str, Exercise], locked: Collection[str] = frozenset()
) -> Timeline:
    """Lay out `routine`. The exercises in `locked` are played all the same and marked; see `as_played`."""
    works = count()
    segments: list[Segment] = []
    start = 0.0
    for index, step in enumerate(routine.steps):
        exercise = exercises[step.exercise_id]
        for draft in _exercise(index, step, exercise, works):
            segments.append(replace(draft, start_s=start, locked=exercise.id in locked))
            start += draft.length_s
    end = Cue(0.0, CueKind.END, _("That was the whole session."))
    segments.append(Segment(start, FINISH_S, SegmentKind.FINISH, cues=(end,)))
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


def _exercise(index: int, step: RoutineStep, exercise: Exercise, works: Iterator[int]) -> Iterator[Segment]:
    """Ready, then each work with what stands before it. Nothing that would last no time."""
    sides = _sides_in_turn(exercise)
    for set_number in range(1, step.dose.sets + 1):
        for turn, side in enumerate(sides):
            draft = Segment(
                start_s=0.0,
                length_s=0.0,
                kind=SegmentKind.READY,
                exercise_id=exercise.id,
                side=side,
                set_number=set_number,
                sets=step.dose.sets,
                step=index,
                load_kg=step.load_kg,
                dose=describe_dose(exercise, step.dose, step.load_kg),
                stand_in=step.stands_in_for,
            )
            before = _before(draft, step, exercise, first_turn=turn == 0)
            if before.length_s > 0:
                yield before
            yield from _work(replace(draft, work=next(works)), step, exercise)


def _sides_in_turn(exercise: Exercise) -> tuple[Side | None, ...]:
    if exercise.sides is Sides.EACH:
        return (Side.LEFT, Side.RIGHT)
    return (Side.ALTERNATE,) if exercise.sides is Sides.ALTERNATE else (None,)


def _before(draft: Segment, step: RoutineStep, exercise: Exercise, first_turn: bool) -> Segment:
    """Ready before the first work, rest between sets, a switch between sides (and between sets without a rest)."""
    if first_turn and draft.set_number == 1:
        intro = _intro(step, exercise, draft.side)
        cues = ready_cues(step.setup_s, intro, step.note or exercise.setup, exercise.feel)
        return replace(draft, length_s=step.setup_s, cues=cues)
    if exercise.sides is Sides.EACH and not (first_turn and step.rest_s > 0):
        text = _("Switch sides: {side}").format(side=speak_side(draft.side))
        cues = pause_cues(CueKind.SWITCH, step.switch_s, text)
        return replace(draft, kind=SegmentKind.SWITCH, length_s=step.switch_s, cues=cues)
    cues = pause_cues(CueKind.REST, step.rest_s, _rest_text(step.rest_s, draft))
    return replace(draft, kind=SegmentKind.REST, length_s=step.rest_s, cues=cues)


def _rest_text(rest_s: float, draft: Segment) -> str:
    rest, number, sets = speak_seconds(rest_s), draft.set_number, draft.sets
    if not draft.side:
        return _("Rest, {rest}; next: set {number} of {sets}").format(rest=rest, number=number, sets=sets)
    return _("Rest, {rest}; next: set {number} of {sets}, {side}").format(
        rest=rest, number=number, sets=sets, side=speak_side(draft.side))  # fmt: skip


def _intro(step: RoutineStep, exercise: Exercise, side: Side | None) -> str:
    dose = speak_dose(exercise, step.dose, step.load_kg)
    if not side:
        return _("{exercise}. {dose}.").format(exercise=exercise.name, dose=dose)
    return _("{exercise}, {side}. {dose}.").format(exercise=exercise.name, side=speak_side(side), dose=dose)


# One work


def _work(draft: Segment, step: RoutineStep, exercise: Exercise) -> Iterator[Segment]:
    hold_s = low_end(step.dose.hold_s)
    if exercise.kind is DoseKind.POSITIONS:
        for number, position in enumerate(exercise.positions, start=1):
            phases = _position_phases(position, hold_s)
            yield _timed(
                replace(draft, side=position.side, position=number, position_name=position.name, hold_s=hold_s),
                SegmentKind.HOLD, phases, hold_cues(phases))  # fmt: skip
    elif exercise.kind is DoseKind.HOLD:
        phases = _in_time(
            TimedPhase(0.0, hold_s if phase.seconds is None else phase.seconds, phase.kind, phase.cue, side=draft.side)
            for phase in exercise.tempo
        )
        yield _timed(replace(draft, hold_s=hold_s), SegmentKind.HOLD, phases, hold_cues(phases))
    else:
        reps = int(low_end(step.dose.reps)) * (2 if exercise.sides is Sides.ALTERNATE else 1)
        phases = _in_time(_rep_phases(exercise, reps, draft.side))
        yield _timed(replace(draft, reps=reps, self_paced=step.self_paced), SegmentKind.REPS, phases, rep_cues(phases))


def _timed(draft: Segment, kind: SegmentKind, phases: tuple[TimedPhase, ...], cues: tuple[Cue, ...]) -> Segment:
    return replace(draft, kind=kind, length_s=phases[-1].end_s, phases=phases, cues=cues)


def _rep_phases(exercise: Exercise, reps: int, side: Side | None) -> Iterator[TimedPhase]:
    """Alternating reps know their own side, left first."""
    for rep in range(1, reps + 1):
        own = (Side.LEFT if rep % 2 else Side.RIGHT) if side is Side.ALTERNATE else side
        for phase in exercise.tempo:
            yield TimedPhase(0.0, phase.seconds or 0.0, phase.kind, phase.cue, rep, own)


def _position_phases(position: Position, hold_s: float) -> tuple[TimedPhase, ...]:
    """In, hold, out. A position that begins in place says in its hold what it is."""
    hold_cue = _("Hold") if position.enter_s > 0 else position.cue
    phases = (
        TimedPhase(0.0, position.enter_s, PhaseKind.MOVE, position.cue, side=position.side),
        TimedPhase(0.0, hold_s, PhaseKind.HOLD, hold_cue, side=position.side),
        TimedPhase(0.0, position.leave_s, PhaseKind.MOVE, _("Come back up"), side=position.side),
    )
    return _in_time(phase for phase in phases if phase.length_s > 0)


def _in_time(phases: Iterable[TimedPhase]) -> tuple[TimedPhase, ...]:
    """The phases one after another from 0 on."""
    start = 0.0
    timed: list[TimedPhase] = []
    for phase in phases:
        timed.append(replace(phase, start_s=start))
        start += phase.length_s
    return tuple(timed)
