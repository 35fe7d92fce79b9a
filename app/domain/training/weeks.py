"""A year of training: its weeks against the target, its days as a calendar.

Weeks run from Monday to Sunday; a week belongs to the year that has its Thursday (ISO 8601).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.training.log import DAY, WEEK, TrainingDay, TrainingLog, monday_of

WEEKLY_TARGET = 3  # training days, where the person has not chosen another
HEAT_STEPS_MIN = (5, 10, 15, 20)  # minutes at which a day of the calendar turns one step darker


class WeekState(StrEnum):
    """How a week stands to the target. Only the first two count."""

    ON_TARGET = "on-target"
    BELOW = "below"
    AWAY = "away"  # marked as away or ill
    RUNNING = "running"
    BEFORE = "before"  # nothing had been trained yet
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class TargetWeek:
    monday: date
    days: int  # training days in it
    state: WeekState


@dataclass(frozen=True, slots=True)
class TargetYear:
    """The weeks of one year, and how many of those that count were on target."""

    year: int
    target: int
    weeks: tuple[TargetWeek, ...]

    @property
    def on_target(self) -> int:
        return sum(week.state is WeekState.ON_TARGET for week in self.weeks)

    @property
    def counted(self) -> int:
        return sum(week.state in {WeekState.ON_TARGET, WeekState.BELOW} for week in self.weeks)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """`step` 0 (nothing) to 5; `coming` days are still ahead."""

    day: date
    seconds: float
    exercises: int
    counts: bool
    step: int
    away: bool
    coming: bool


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """Every day from 1 January to 31 December, and the day it is."""

    year: int
    today: date
    days: tuple[CalendarDay, ...]

    @property
    def seconds(self) -> float:
        return sum(day.seconds for day in self.days)


def year_of_week(monday: date) -> int:
    return (monday + 3 * DAY).year


def mondays_of(year: int) -> list[date]:
    """The Mondays of the 52 or 53 weeks whose Thursday is in `year`."""
    monday = monday_of(date(year, 1, 4))  # always in the first week
    found = []
    while year_of_week(monday) == year:
        found.append(monday)
        monday += WEEK
    return found


def weeks_on_target(log: TrainingLog, year: int, target: int, away: Collection[date], today: date) -> TargetYear:
    """`away` holds the Mondays of the weeks marked as away or ill. The week that runs counts once it is over."""
    trained = {day for day, done in log.days.items() if done.counts}
    weeks = []
    for monday in mondays_of(year):
        days = sum(monday + number * DAY in trained for number in range(7))
        weeks.append(TargetWeek(monday, days, _state(log, monday, days >= target, monday in away, today)))
    return TargetYear(year, target, tuple(weeks))


def _state(log: TrainingLog, monday: date, reached: bool, away: bool, today: date) -> WeekState:
    if away:
        return WeekState.AWAY
    if monday > today:
        return WeekState.COMING
    if monday + WEEK > today:
        return WeekState.RUNNING
    if log.first is None or monday + WEEK <= log.first:
        return WeekState.BEFORE
    return WeekState.ON_TARGET if reached else WeekState.BELOW


def calendar_year(log: TrainingLog, year: int, away: Collection[date], today: date) -> CalendarYear:
    days = []
    day = date(year, 1, 1)
    nothing = TrainingDay(0.0, 0)
    while day.year == year:
        done = log.days.get(day, nothing)
        days.append(
            CalendarDay(
                day, done.seconds, done.exercises, done.counts, heat_step(done.seconds),
                away=monday_of(day) in away, coming=day > today,
            )
        )  # fmt: skip
        day += DAY
    return CalendarYear(year, today, tuple(days))


def heat_step(seconds: float) -> int:
    """0 for nothing, then 1 to 5 by `HEAT_STEPS_MIN`."""
    if seconds <= 0:
        return 0
    return 1 + sum(seconds >= 60 * least for least in HEAT_STEPS_MIN)
