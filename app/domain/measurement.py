"""What is measured and what one taking of it is: measures, readings and their trials."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import median

from app.domain.exercise import Direction, Range, Side
from app.domain.profile import Sex


class Unit(StrEnum):
    """The unit a measure is stored in."""

    CM = "cm"
    DEG = "deg"


class Better(StrEnum):
    """Which way is progress."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Aid:
    """What a reading was taken with; `error` is the published measuring error with it, None where none is known."""

    id: str
    name: str
    error: float | None = None


@dataclass(frozen=True, slots=True)
class TypicalAges:
    """Published values by rising age in years, from `low` to `high` in the measure's unit. `sex` None: anybody's."""

    sex: Sex | None
    ages: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One test of the catalogue. Ranges and `error` are in `unit`.

    Outside `hard` a value is refused, outside `soft` it is asked about (None: no soft range).
    `error` is the published error between two readings (MDC95 or smallest detectable change), None where none is known;
    with `aids` it is the first one's, and `error_with` tells that of each.
    `protocol` is what holds for every measure: before the test, and how its trials are done. `typical` may be "",
    `typical_ages` is what of it goes by age, for who told theirs.
    `aids` is empty where it makes no difference; the first is the usual one. With `one_scale` all aids make one series.
    `deep_forward_bend`: neither due nor offered for who leaves out deep forward bending.
    `below_zero_aid` is the aid a negative trial implies (floor touch: the step).
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    about: str
    direction: Direction
    unit: Unit
    better: Better
    sided: bool
    hard: Range
    soft: Range | None
    typical: str
    error: float | None
    error_source: str
    strict_error: float | None
    steps: tuple[str, ...]
    cautions: tuple[str, ...]
    aids: tuple[Aid, ...]
    one_scale: bool
    below_zero_aid: str | None
    zero_label: str
    default: bool
    protocol_version: int
    protocol: tuple[str, ...] = ()
    deep_forward_bend: bool = False
    typical_ages: tuple[TypicalAges, ...] = ()

    def aid(self, aid_id: str | None) -> Aid | None:
        return next((aid for aid in self.aids if aid.id == aid_id), None)

    def error_with(self, aid_id: str | None) -> float | None:
        """The published error of a reading taken with that aid; None where none is known."""
        aid = self.aid(aid_id)
        return aid.error if aid else self.error

    def comparable(self, one: "Reading", other: "Reading") -> bool:
        """Whether both were taken the same way: one protocol, and one aid or aids that are called one scale."""
        same_aid = self.one_scale or one.aid == other.aid
        return same_aid and one.protocol_version == other.protocol_version


@dataclass(frozen=True, slots=True)
class Reading:
    """One taking of a measure: every trial in its order, in the measure's unit; `performed_at` has the local offset."""

    id: str
    measure_id: str
    side: Side | None
    trials: tuple[float, ...]
    entered_unit: str
    performed_at: datetime
    aid: str | None = None
    warm: bool = False
    note: str = ""
    protocol_version: int = 1

    @property
    def value(self) -> float:
        """The median of the trials: the best of more trials would be biased towards progress."""
        return median(self.trials)


def offered(measures: Collection[Measure], leave_out_deep_bending: bool, kept: Collection[str] = ()) -> list[Measure]:
    """Those to choose from: for who leaves out deep forward bending no test that does it, but those of `kept`."""
    left_out = {each.id for each in measures if leave_out_deep_bending and each.deep_forward_bend} - set(kept)
    return [each for each in measures if each.id not in left_out]
