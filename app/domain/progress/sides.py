"""Left and right beside one another. What is found is called a difference, nothing more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading
from app.domain.progress.errors import MeasuringError, used_error
from app.domain.progress.histories import current_series

SESSIONS_LOOKED_AT = 3
SESSIONS_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """Both sides of one session; `value` is R − L in the measure's unit."""

    left: Reading
    right: Reading

    @property
    def value(self) -> float:
        return self.right.value - self.left.value


@dataclass(frozen=True, slots=True)
class SidesCompared:
    """Every session's difference, oldest first; the error of one; the side that reaches less, None while none does."""

    differences: tuple[Difference, ...]
    error: float | None
    reaches_less: Side | None


def compare_sides(measure: Measure, readings: Iterable[Reading], strict: bool = False) -> SidesCompared:
    """R − L of each session, in the current series of both sides.

    A side is named when the difference is larger than the error, the same way round, in at least two of the last three
    sessions. The error is the larger of both sides'.
    """
    current = current_series(measure, readings)
    left, right = current.get(Side.LEFT), current.get(Side.RIGHT)
    if left is None or right is None:
        return SidesCompared((), None, None)
    errors = [used_error(measure, side.readings, strict) for side in (left, right)]
    return compare_series(measure, left.readings, right.readings, errors)


def compare_series(
    measure: Measure, left: Sequence[Reading], right: Sequence[Reading], errors: Iterable[MeasuringError | None]
) -> SidesCompared:
    """The same where the current series of both sides and their errors are already at hand."""
    pairs = tuple(_pairs(measure, left, right))
    error = max((each.value for each in errors if each), default=None)
    return SidesCompared(pairs, error, _reaches_less(measure.better, pairs, error))


def _pairs(measure: Measure, left: Sequence[Reading], right: Sequence[Reading]) -> Iterable[Difference]:
    """A session is a day with both sides, taken the same way; of several that day the first goes with the first."""
    of_day: dict[date, list[Reading]] = {}
    for reading in left:
        of_day.setdefault(reading.performed_at.date(), []).append(reading)
    for reading in right:
        waiting = of_day.get(reading.performed_at.date())
        if waiting and measure.comparable(waiting[0], reading):
            yield Difference(waiting.pop(0), reading)


def _reaches_less(better: Better, pairs: Sequence[Difference], error: float | None) -> Side | None:
    last = [pair.value for pair in pairs[-SESSIONS_LOOKED_AT:]]
    if error is None or len(last) < SESSIONS_LOOKED_AT:
        return None
    right_higher = sum(value > error for value in last) >= SESSIONS_NEEDED
    left_higher = sum(value < -error for value in last) >= SESSIONS_NEEDED
    if not right_higher and not left_higher:
        return None
    return Side.RIGHT if right_higher == (better is Better.LOWER) else Side.LEFT
