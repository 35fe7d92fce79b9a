"""Whether a change is real: the status of a series."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.measurement import Better, Measure, Reading
from app.domain.progress.errors import MeasuringError, error_about
from app.domain.progress.trends import Missing, Trend, missing, trend


class Status(StrEnum):
    IMPROVING = "improving"
    PROBABLY_IMPROVING = "probably-improving"
    NO_CHANGE = "no-change"
    PROBABLY_MOVING_AWAY = "probably-moving-away"
    MOVING_AWAY = "moving-away"
    NOT_YET_KNOWN = "not-yet-known"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`trend` is None while the status is not yet known; `missing` then says what it needs."""

    status: Status
    trend: Trend | None
    error: MeasuringError | None
    missing: Missing


def judge(measure: Measure, readings: Sequence[Reading], strict: bool = False) -> Judgement:
    """The status of one series (oldest first); `strict` uses the measure's strict error where it has one.

    A change is called when Sen's interval excludes no slope at all *and* |slope · span| is larger than the error;
    when only the interval does, it is probable.
    """
    found = trend(readings)
    error = error_about(found, measure, readings, strict)
    return Judgement(_status(measure.better, found, error), found, error, missing(readings))


def _status(better: Better, found: Trend | None, error: MeasuringError | None) -> Status:
    if found is None or error is None:
        return Status.NOT_YET_KNOWN
    if not found.slope.excludes_zero:
        return Status.NO_CHANGE
    certain = abs(found.change) > error.value
    if (found.change < 0) == (better is Better.LOWER):
        return Status.IMPROVING if certain else Status.PROBABLY_IMPROVING
    return Status.MOVING_AWAY if certain else Status.PROBABLY_MOVING_AWAY
