"""The trend of a series: the Theil–Sen slope with Sen's interval.

Theil 1950; Sen 1968, J. Am. Stat. Assoc. 63, 1379–1389. The slope is the median of the slopes between all pairs, so
one odd session moves it little.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import sqrt
from statistics import NormalDist, median

from app.domain.measurement import Reading

TREND_SESSIONS = 8
TREND_DAYS = 28
WINDOW = timedelta(days=180)
LONGEST_WINDOW = timedelta(days=365)
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Slope:
    """In the unit of the values a day: the median slope and the ends of its confidence interval."""

    middle: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Trend:
    """The slope over `readings` (those of the window, oldest first) and the level its line had on day `first`."""

    slope: Slope
    level: float
    readings: tuple[Reading, ...]

    @property
    def first(self) -> date:
        return self.readings[0].performed_at.date()

    @property
    def last(self) -> date:
        return self.readings[-1].performed_at.date()

    @property
    def change(self) -> float:
        """slope · span: by how much the line has moved from the first to the last session, in the measure's unit."""
        return self.slope.middle * (self.last - self.first).days

    def value_on(self, day: date) -> float:
        return self.level + self.slope.middle * (day - self.first).days

    def residuals(self) -> tuple[float, ...]:
        """How far each session lies from the line, in the measure's unit."""
        return tuple(reading.value - self.value_on(reading.performed_at.date()) for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Missing:
    """What a trend still needs: so many sessions, and so many days from the first to the last."""

    sessions: int
    days: int

    def __bool__(self) -> bool:
        return self.sessions > 0 or self.days > 0


def trend(readings: Sequence[Reading]) -> Trend | None:
    """The trend of a series (oldest first); None before eight sessions over at least 28 days."""
    seen = window(readings)
    if missing(readings):
        return None
    days, values = day_numbers(seen), [reading.value for reading in seen]
    slope = theil_sen(days, values)
    return Trend(slope, level(days, values, slope.middle), seen)


def missing(readings: Sequence[Reading]) -> Missing:
    """What the window of a series (oldest first) lacks for a trend."""
    days = day_numbers(window(readings))
    span = days[-1] if days else 0
    return Missing(max(0, TREND_SESSIONS - len(days)), max(0, TREND_DAYS - span))


def window(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings of a series (oldest first) that are judged: those of its last 180 days, up to its last session.

    Where these hold fewer than eight, the last eight of one year: in the default rhythm a test comes every fourth
    week, that is seven times in 180 days, and its trend would never be known.
    """
    recent = _within(readings, WINDOW)
    return recent if len(recent) >= TREND_SESSIONS else _within(readings, LONGEST_WINDOW)[-TREND_SESSIONS:]


def _within(readings: Sequence[Reading], time: timedelta) -> tuple[Reading, ...]:
    if not readings:
        return ()
    start = readings[-1].performed_at.date() - time
    return tuple(reading for reading in readings if reading.performed_at.date() >= start)


def day_numbers(readings: Sequence[Reading]) -> list[int]:
    """The days since the first reading, by the calendar of where each was taken.

    Whole days: two readings of one day say nothing about the slope, and minutes between them must not.
    """
    return [(reading.performed_at.date() - readings[0].performed_at.date()).days for reading in readings]


def level(days: Sequence[float], values: Sequence[float], slope: float) -> float:
    """Where a line with that slope stands on day 0: median(y − slope · x), Conover's estimate."""
    return median(value - slope * day for day, value in zip(days, values, strict=True))


def theil_sen(days: Sequence[float], values: Sequence[float], confidence: float = CONFIDENCE) -> Slope:
    """The median of the slopes between all pairs of different days, with Sen's interval at `confidence`.

    Shapes (n,) and (n,), at least two different days, else ValueError. The interval's ends are ordered slopes, their
    places by the normal approximation with ties, eq. 2.6 of Sen 1968; so many ties that this variance is negative
    leave the whole range. Ends as in SciPy's `theilslopes`, which is the oracle of the tests. O(n² log n).
    """
    pairs = combinations(zip(days, values, strict=True), 2)
    slopes = sorted((v - u) / (t - s) for (s, u), (t, v) in pairs if s != t)
    if not slopes:
        raise ValueError("a slope needs two different days")
    variance = (_pairs_weight(len(days)) - _ties_weight(days) - _ties_weight(values)) / 18
    count = len(slopes)
    if variance < 0:
        return Slope(median(slopes), slopes[0], slopes[-1])
    margin = NormalDist().inv_cdf(0.5 + confidence / 2) * sqrt(variance)
    low = max(round((count - margin) / 2) - 1, 0)
    high = min(round((count + margin) / 2), count - 1)
    return Slope(median(slopes), slopes[low], slopes[high])


def _ties_weight(numbers: Sequence[float]) -> int:
    return sum(_pairs_weight(count) for count in Counter(numbers).values())


def _pairs_weight(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)
