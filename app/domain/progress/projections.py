"""When a goal may be reached: always a range of dates, and only while the series improves."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.measurement import Better
from app.domain.progress.goals import is_reached
from app.domain.progress.histories import LINE_BREAKS_AFTER
from app.domain.progress.judging import Judgement, Status
from app.domain.progress.trends import Trend, day_numbers, level

NARROWEST = timedelta(days=14)
FARTHEST = timedelta(days=2 * 365)  # half a year of readings says nothing about more


@dataclass(frozen=True, slots=True)
class Projection:
    """Two straight lines from the trend's end (`begins`, `level`): one to (`earliest`, goal), one to `outer`.

    `latest` is None where the slow line comes too late to be said; `outer`, the (day, value) where it ends, then lies
    short of the goal. Values in the measure's unit.
    """

    begins: date
    level: float
    goal: float
    earliest: date
    latest: date | None
    outer: tuple[date, float]


def project(judgement: Judgement, goal: float, better: Better, today: date) -> Projection | None:
    """The days on which lines with the slopes of Sen's interval reach `goal`; each line has Conover's level.

    At least a fortnight wide, since nobody measures every day, and not before `today`. None unless improving; once
    the latest reading is at the goal; after 45 days without one, when the trend is old; and where even the steep
    line needs more than two years.
    """
    found = judgement.trend
    if judgement.status is not Status.IMPROVING or found is None or today - found.last > LINE_BREAKS_AFTER:
        return None
    if is_reached(found.readings[-1].value, goal, better):
        return None
    begins = max(today, found.last)
    bounds = [_Line.through(found, slope) for slope in (found.slope.low, found.slope.high)]
    steep, gentle = sorted(bounds, key=lambda line: line.days_until(goal))
    farthest = (begins + FARTHEST - found.first).days
    if steep.days_until(goal) > farthest:
        return None
    earliest = max(begins, found.first + timedelta(days=round(steep.days_until(goal))))
    latest, outer = None, (begins + FARTHEST, gentle.level + gentle.slope * farthest)
    if gentle.days_until(goal) <= farthest:
        latest = max(earliest + NARROWEST, found.first + timedelta(days=round(gentle.days_until(goal))))
        outer = (latest, goal)
    return Projection(found.last, found.value_on(found.last), goal, earliest, latest, outer)


@dataclass(frozen=True, slots=True)
class _Line:
    """One of the interval's slopes, laid through the readings; `level` on the trend's first day."""

    slope: float
    level: float

    @classmethod
    def through(cls, found: Trend, slope: float) -> "_Line":
        values = [reading.value for reading in found.readings]
        return cls(slope, level(day_numbers(found.readings), values, slope))

    def days_until(self, goal: float) -> float:
        """Days from the trend's first to where the line meets the goal; 0 where it began past it."""
        return max(0.0, (goal - self.level) / self.slope)
