"""A practice reach and three that count, laid out in time: what is said and shown at which moment, as data.

The protocol every measure shares: one practice reach, then three, each held for 2 seconds without bouncing. Between
them there is time to read the value and to rest.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.exercise import Direction
from app.domain.measurement import Measure
from app.domain.own.ids import is_own
from app.domain.playing.cues import COUNTED_DOWN, Cue, CueKind, countdown, ready_cues
from app.i18n import _, pgettext

PRACTICE, TRIALS = 0, 3
READY_S, REACH_S, HOLD_S, RETURN_S, REST_S = 15.0, 4.0, 2.0, 3.0, 20.0


class PaceKind(StrEnum):
    """What is done in one part of the pacing."""

    READY = "ready"
    REACH = "reach"
    HOLD = "hold"
    RETURN = "return"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class PacePart:
    """One thing to do for `length_s` seconds; `word` is shown large.

    `trial` is the one it belongs to, 0 for the practice; a rest belongs to the trial that follows.
    """

    kind: PaceKind
    start_s: float
    length_s: float
    word: str
    trial: int

    @property
    def end_s(self) -> float:
        return self.start_s + self.length_s


@dataclass(frozen=True, slots=True)
class Pacing:
    """Parts without a gap, and the cues in their order; both in seconds from the start."""

    parts: tuple[PacePart, ...]
    cues: tuple[Cue, ...]

    @property
    def total_s(self) -> float:
        return self.parts[-1].end_s

    def part_at(self, elapsed_s: float) -> PacePart:
        """What is done at that moment; the last part from its end on."""
        return next((part for part in self.parts if elapsed_s < part.end_s), self.parts[-1])

    def again_from(self, elapsed_s: float) -> float:
        """Where to go on after a pause at `elapsed_s`: a reach that was broken off begins anew, counted in."""
        part = self.part_at(elapsed_s)
        if part.kind in (PaceKind.READY, PaceKind.REST):
            return elapsed_s
        reach = next(each for each in self.parts if each.kind is PaceKind.REACH and each.trial == part.trial)
        return reach.start_s - COUNTED_DOWN[0]


def trial_name(trial: int) -> str:
    """Which of the reaches it is, 0 for the practice."""
    return (_("Practice"), _("First of three"), _("Second of three"), _("Third of three"))[trial]


def lay_out_pacing(measure: Measure, side_name: str = "") -> Pacing:
    """The pacing of `measure`; `side_name` is said with its name."""
    go, back = _words(measure)
    parts: list[PacePart] = []
    cues: list[Cue] = []
    for trial in range(PRACTICE, TRIALS + 1):
        start = parts[-1].end_s if parts else 0.0
        waiting, said = _wait(measure, side_name, trial)
        reach_at = start + waiting.length_s
        hold_at = reach_at + REACH_S
        back_at = hold_at + HOLD_S
        parts += [
            replace(waiting, start_s=start),
            PacePart(PaceKind.REACH, reach_at, REACH_S, go, trial),
            PacePart(PaceKind.HOLD, hold_at, HOLD_S, pgettext("cue", "Hold"), trial),
            PacePart(PaceKind.RETURN, back_at, RETURN_S, back, trial),
        ]
        cues += [replace(cue, at_s=start + cue.at_s) for cue in said]
        cues += [
            Cue(reach_at, CueKind.PHASE, go),
            Cue(hold_at, CueKind.PHASE, pgettext("cue", "Hold")),
            Cue(hold_at + 1, CueKind.REP, _("two")),
            Cue(back_at, CueKind.PHASE, back),
        ]
    cues.append(Cue(parts[-1].end_s, CueKind.END, _("That was the third. Read it, and write down all three.")))
    return Pacing(tuple(parts), tuple(cues))


def _wait(measure: Measure, side_name: str, trial: int) -> tuple[PacePart, tuple[Cue, ...]]:
    """What comes before a reach and what is said in it, both from 0 s: getting ready, or reading and resting."""
    if trial == PRACTICE:
        name = ", ".join(part for part in (measure.name, side_name.lower()) if part)
        intro = _("{test}. First a practice.").format(test=name)
        ready = PacePart(PaceKind.READY, 0.0, READY_S, _("Get ready"), trial)
        return ready, ready_cues(READY_S, intro, "", "")
    said = {
        1: _("Rest. Next, the first of three."),
        2: _("Read it, then rest. Next, the second."),
        3: _("Read it, then rest. Next, the third."),
    }[trial]
    rest = PacePart(PaceKind.REST, 0.0, REST_S, _("Rest") if trial == 1 else _("Read it, rest"), trial)
    return rest, (Cue(0.0, CueKind.REST, said), *countdown(REST_S, after=0.0))


def _words(measure: Measure) -> tuple[str, str]:
    """What is said for the way there and for the way back."""
    if is_own(measure.id):
        return _("Reach"), pgettext("cue", "Back")
    return {
        Direction.FLEXION: (_("Reach"), _("Up")),
        Direction.EXTENSION: (_("Press up"), _("Down")),
        Direction.LATERAL_FLEXION: (_("Slide down"), _("Up")),
        Direction.ROTATION: (pgettext("cue", "Turn"), pgettext("cue", "Back")),
    }[measure.direction]
