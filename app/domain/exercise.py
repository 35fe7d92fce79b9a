"""What an exercise is: how it is done, how much of it, and in what time."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Which way an exercise moves the spine."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    LATERAL_FLEXION = "lateral-flexion"
    ROTATION = "rotation"


class Side(StrEnum):
    """The side a segment or a set is done on. ALTERNATE changes with every rep."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"
    ALTERNATE = "alternate"


class Sides(StrEnum):
    """How an exercise shares itself out between left and right."""

    NONE = "none"  # there is no side
    EACH = "each"  # the whole dose on the left, then on the right
    ALTERNATE = "alternate"  # a rep left, a rep right, without a break
    WITHIN = "within"  # both sides inside one series of positions
    LEFT = "left"  # one side alone: a routine's step may ask for it, no exercise is made so
    RIGHT = "right"


class Level(StrEnum):
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Source(StrEnum):
    """Where a dose or an exercise comes from: the article Limber is built on, ourselves, or the person."""

    ARTICLE = "article"
    LIMBER = "limber"
    OWN = "own"


class DoseKind(StrEnum):
    REPS = "reps"
    HOLD = "hold"
    POSITIONS = "positions"


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included; a single number is a range with equal ends."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise. Reps and seconds are **a side** where the exercise has sides.

    `reps` is None for holds and positions; `hold_s` (seconds) is the hold of a hold or of each position, None for reps.
    """

    sets: int
    reps: Range | None = None
    hold_s: Range | None = None


class PhaseKind(StrEnum):
    MOVE = "move"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Phase:
    """One timed part of a rep or of a hold: `seconds` long; None means "as long as the dose says".

    `cue` is the few words shown during it and spoken in the first rep.
    """

    kind: PhaseKind
    seconds: float | None
    cue: str


@dataclass(frozen=True, slots=True)
class Position:
    """One bend of a series: in for `enter_s`, held as the dose says, out for `leave_s` (0: straight to the next)."""

    name: str
    side: Side
    enter_s: float
    leave_s: float
    cue: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the catalogue, all texts in the person's language.

    `tempo` is one rep (kind reps) or the one hold with its ways in and out (kind hold); empty for positions.
    `positions` is the series (kind positions), else empty. `load_kg` is the range a load may have, None without load;
    `first_load_kg` the one to begin with.
    `setup_right` is the set-up for the right side where that for the left would not fit, else empty;
    `setup_without_load` that for either side where the other words would have a weight in hand.
    `stand_in` is the id of the exercise done instead while this one is not open yet.
    `deep_forward_bend`: dropped by who leaves out deep forward bending; `mid_range` is what they are told of one that
    they keep but do to the middle of its range, else empty.
    `self_paced` and `pulses` are how a step does it that says nothing else (`RoutineStep`). `figure` is the id of the
    built-in exercise whose movement is shown, empty for its own. Of what a person made the texts, `directions`,
    `muscles` and `cautions` may be empty; once `archived` it is on no list, and is still found.
    """

    id: str
    name: str
    source: Source
    aliases: tuple[str, ...]
    directions: tuple[Direction, ...]
    equipment: tuple[str, ...]
    muscles: tuple[str, ...]
    level: Level
    sides: Sides
    kind: DoseKind
    dose: Dose
    dose_source: Source
    tempo: tuple[Phase, ...]
    positions: tuple[Position, ...]
    load_kg: Range | None
    first_load_kg: float | None
    setup_s: float
    switch_s: float
    rest_s: float
    setup: str
    steps: tuple[str, ...]
    cautions: tuple[str, ...]
    feel: str
    easier: str
    why: str
    stand_in: str | None = None
    setup_right: str = ""
    setup_without_load: str = ""
    deep_forward_bend: bool = False
    mid_range: str = ""
    self_paced: bool = False
    pulses: bool = False
    figure: str = ""
    archived: bool = False

    def setup_for(self, side: Side | None, load_kg: float | None) -> str:
        """How to get ready, in words that fit the side that comes and the load it is done with."""
        if load_kg == 0 and self.setup_without_load:
            return self.setup_without_load
        return self.setup_right if side is Side.RIGHT and self.setup_right else self.setup

    def setup_again(self, side: Side | None, load_kg: float | None) -> str:
        """What to change for the second side; empty where the set-up stays as it is."""
        setup = self.setup_for(side, load_kg)
        return setup if self.setup_right and setup != self.setup_without_load else ""

    @property
    def sided(self) -> bool:
        return self.sides is not Sides.NONE

    @property
    def is_own(self) -> bool:
        """Whether the person made it."""
        return self.source is Source.OWN
