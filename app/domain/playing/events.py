"""What the player tells: past facts, in their order."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.exercise import Side
from app.domain.playing.cues import Cue
from app.domain.playing.timeline import Segment


class PauseReason(StrEnum):
    ASKED = "asked"
    INTERRUPTED = "interrupted"  # the lid was closed, the program stood still, or the clock was set


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    index: int


@dataclass(frozen=True, slots=True)
class CueReached:
    """`cue` of segment `index` is due."""

    index: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class WorkDone:
    """One set to store, as far as it was done.

    `segment` is the one it ended in. `reps` is None for holds; `hold_s` is None for reps and the sum over all
    positions for a series, whose `side` is None. Doing a work again tells of the same `work` once more, and the
    store replaces it; but only if at least as much was done as before, so that going back by mistake never makes
    a record smaller.
    """

    work: int
    segment: Segment
    side: Side | None
    reps: int | None
    hold_s: float | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Paused:
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class CountingIn:
    """In three seconds it goes on."""


@dataclass(frozen=True, slots=True)
class Resumed:
    pass


@dataclass(frozen=True, slots=True)
class TimelineChanged:
    """The person made something longer, shorter, slower or faster."""


@dataclass(frozen=True, slots=True)
class Finished:
    pass


Event = SegmentStarted | CueReached | WorkDone | Paused | CountingIn | Resumed | TimelineChanged | Finished
