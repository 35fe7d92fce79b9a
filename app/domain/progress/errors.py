"""How sure a value is: the published measuring error, the person's own scatter, and the larger of both.

Every error here is one between two readings, like the published MDC95 = 1.96 · √2 · SEM: a difference that is no larger
may be chance. In the measure's unit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median

from app.domain.measurement import Measure, Reading, Unit
from app.domain.progress.trends import Trend, trend

TWO_READINGS = 1.96 * sqrt(2)
MAD_TO_SD = 1.4826  # of a normal distribution
READ_TO = {Unit.CM: 0.5, Unit.DEG: 1.0}  # the protocol's smallest step


@dataclass(frozen=True, slots=True)
class MeasuringError:
    """`value` is the error used: the larger of `published` and `personal`, of which one may be unknown (None)."""

    value: float
    published: float | None
    personal: float | None

    @property
    def is_published(self) -> bool:
        """Whether the published figure is the larger one, else the person's own."""
        return self.value == self.published


@dataclass(frozen=True, slots=True)
class Comparison:
    """The mean of the first readings beside that of the last, and the error between the two."""

    first: float
    last: float
    error: float

    @property
    def change(self) -> float:
        return self.last - self.first

    @property
    def is_larger(self) -> bool:
        return abs(self.change) > self.error


def used_error(measure: Measure, readings: Sequence[Reading], strict: bool = False) -> MeasuringError | None:
    """The error of a series (oldest first); None where nothing is published and nothing repeated yet.

    With `strict` the measure's strict error counts, where it has one.
    """
    return error_about(trend(readings), measure, readings, strict)


def error_about(
    found: Trend | None, measure: Measure, readings: Sequence[Reading], strict: bool = False
) -> MeasuringError | None:
    """The same where the trend of the series is already at hand."""
    published = published_error(measure, readings, strict)
    personal = personal_error(measure.unit, readings, found)
    known = [error for error in (published, personal) if error is not None]
    return MeasuringError(max(known), published, personal) if known else None


def published_error(measure: Measure, readings: Sequence[Reading], strict: bool = False) -> float | None:
    """The largest published figure of the aids in the series; with `strict` at least the measure's strict one."""
    found = [measure.error_with(reading.aid) for reading in readings]
    found += [measure.strict_error] if strict else []
    return max((error for error in found if error is not None), default=None)


def personal_error(unit: Unit, readings: Sequence[Reading], found: Trend | None) -> float | None:
    """1.96 · √2 · s, s the larger of the trials' pooled SD and the SD about the trend, where there is one.

    s is never below that of rounding, step / √12: a stack of books gives the same value again and again, and an error
    of zero would call every other stack a change. None before anything was repeated.
    """
    within = pooled_trial_sd(readings)
    about = robust_sd(found.residuals()) if found else None
    known = [sd for sd in (within, about) if sd is not None]
    return TWO_READINGS * max(*known, READ_TO[unit] / sqrt(12)) if known else None


def pooled_trial_sd(readings: Sequence[Reading]) -> float | None:
    """√(Σ (x − mean of its session)² / Σ (k − 1)) over the sessions' k trials; None where no session has two."""
    freedom = sum(len(reading.trials) - 1 for reading in readings)
    if freedom == 0:
        return None
    means = [fmean(reading.trials) for reading in readings]
    squares = ((trial - mean) ** 2 for reading, mean in zip(readings, means, strict=True) for trial in reading.trials)
    return sqrt(sum(squares) / freedom)


def robust_sd(values: Sequence[float]) -> float:
    """1.4826 · MAD: the standard deviation of normal values, hardly moved by a few odd ones."""
    middle = median(values)
    return MAD_TO_SD * median(abs(value - middle) for value in values)


def error_between_means(error: float, first: int, last: int) -> float:
    """1.96 · SEM · √(1/n + 1/m) for the means of n `first` and m `last` readings, with SEM = error / (1.96 · √2)."""
    return error / sqrt(2) * sqrt(1 / first + 1 / last)


def compare(readings: Sequence[Reading], error: float, first: int = 3, last: int = 3) -> Comparison | None:
    """The `first` readings of a series (oldest first) beside its `last`; None while they would overlap.

    `error` is the one between two single readings.
    """
    values = [reading.value for reading in readings]
    if len(values) < first + last:
        return None
    return Comparison(fmean(values[:first]), fmean(values[-last:]), error_between_means(error, first, last))
