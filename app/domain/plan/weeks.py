"""Training days and regular weeks (rule 1), and the gate before a heavier load (rule 3).

Days are the local dates at the moment of doing, never the dates of another time zone; weeks run from Monday to Sunday.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.training.sessions import FinishedSet, Session

EXERCISES_OF_A_TRAINING_DAY = 3
DAYS_OF_A_REGULAR_WEEK = 3
GATE_WEEKS, GATE_REGULAR_WEEKS, GATE_DAYS = 8, 6, 8
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One dot of the week."""

    day: date
    trained: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """How many of the counted weeks were regular, and on how many days in them the exercise was done."""

    regular_weeks: int
    days: int

    @property
    def is_open(self) -> bool:
        return self.regular_weeks >= GATE_REGULAR_WEEKS and self.days >= GATE_DAYS


def monday_of_week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_done(finished: FinishedSet) -> bool:
    """Whether anything of the set was done; one that was skipped at once has nothing in it."""
    return bool(finished.reps or finished.hold_s)


def training_days(sessions: Iterable[Session]) -> set[date]:
    """The days with at least three different exercises done, over all sessions of the day."""
    done: defaultdict[date, set[str]] = defaultdict(set)
    for session in sessions:
        for finished in session.sets:
            if is_done(finished):
                done[finished.finished_at.date()].add(finished.exercise_id)
    return {day for day, exercises in done.items() if len(exercises) >= EXERCISES_OF_A_TRAINING_DAY}


def week_days(trained: Collection[date], today: date) -> tuple[WeekDay, ...]:
    """Monday to Sunday of the week of `today`."""
    monday = monday_of_week(today)
    week = [monday + timedelta(days=number) for number in range(7)]
    return tuple(WeekDay(day, day in trained, day == today) for day in week)


def counted_weeks(today: date, away: Collection[date]) -> tuple[date, ...]:
    """The Mondays of the last eight complete weeks, oldest first.

    `away` holds the Mondays of the weeks marked as away or ill; an earlier week takes the place of each.
    """
    found: list[date] = []
    monday = monday_of_week(today) - WEEK
    while len(found) < GATE_WEEKS:
        if monday not in away:
            found.append(monday)
        monday -= WEEK
    return tuple(reversed(found))


def is_regular(monday: date, trained: Collection[date]) -> bool:
    days = (monday + timedelta(days=number) for number in range(7))
    return sum(day in trained for day in days) >= DAYS_OF_A_REGULAR_WEEK


def gate(
    sessions: Iterable[Session],
    exercise_id: str,
    today: date,
    away: Collection[date],
    at_kg: float = 0.0,
    since: date | None = None,
) -> Gate:
    """The two-month gate for one exercise.

    With `at_kg`, only days count on which it was done with at least that load; with `since`, the day that load was
    taken up, no earlier week counts: so the gate is met anew.
    """
    played = list(sessions)
    trained = training_days(played)
    first = date.min if since is None else monday_of_week(since)
    weeks = {monday for monday in counted_weeks(today, away) if monday >= first}
    days = {
        finished.finished_at.date()
        for session in played
        for finished in session.sets
        if finished.exercise_id == exercise_id and is_done(finished) and (finished.load_kg or 0.0) >= at_kg
    }
    return Gate(
        sum(is_regular(monday, trained) for monday in weeks),
        sum(monday_of_week(day) in weeks and day >= (since or date.min) for day in days),
    )
