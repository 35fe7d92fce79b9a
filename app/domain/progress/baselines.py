"""Where somebody started, and the smoothed course since: the quiet parts of a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from statistics import median

from app.domain.measurement import Reading
from app.domain.progress.errors import MeasuringError

BASELINE = slice(1, 4)  # sessions 2 to 4: the first is practice
TIME_CONSTANT_DAYS = 21.0
SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Baseline:
    """The start of a series, and the band around it inside which a reading may differ by chance (the same unit)."""

    value: float
    low: float
    high: float


def baseline(readings: Sequence[Reading], error: MeasuringError | None) -> Baseline | None:
    """The median of sessions 2 to 4 of a series (oldest first) ± its error; None before the fourth.

    Where no error is known the band has no width.
    """
    start = [reading.value for reading in readings[BASELINE]]
    if len(start) < 3:
        return None
    value, around = median(start), error.value if error else 0.0
    return Baseline(value, value - around, value + around)


def smoothed(readings: Sequence[Reading], time_constant_days: float = TIME_CONSTANT_DAYS) -> tuple[float, ...]:
    """An exponentially weighted mean at each reading (oldest first), shape (n,), for uneven distances in time.

    Each reading takes the weight α = 1 − exp(−Δt/τ) from what was before, Δt since the one before, τ = 21 days.
    """
    course: list[float] = []
    for place, reading in enumerate(readings):
        if place == 0:
            course.append(reading.value)
            continue
        passed = (reading.performed_at - readings[place - 1].performed_at).total_seconds() / SECONDS_A_DAY
        weight = 1 - exp(-passed / time_constant_days)
        course.append(course[-1] + weight * (reading.value - course[-1]))
    return tuple(course)
