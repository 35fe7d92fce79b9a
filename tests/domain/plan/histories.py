"""Made-up training for the rules, day by day. TODAY is a Thursday; the last whole week began on 16 November."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo

from app.domain.choices import Amount, Choice
from app.domain.plan.evidence import Evidence
from app.domain.training.sessions import PainStop, Session
from tests.samples import BERLIN_WINTER, a_session

TODAY = date(2026, 11, 26)
LAST_MONDAY = date(2026, 11, 16)
OTHERS = ("cat", "twist")  # with the exercise that is looked at they make a training day
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def at(day: date, hour: int = 18, zone: tzinfo = BERLIN_WINTER) -> datetime:
    return datetime.combine(day, time(hour), zone)


def a_day(
    day: date,
    exercise: str = "side-bend",
    kg: float | None = 2,
    reps: int | None = 5,
    hold_s: float | None = None,
    discomfort: int | None = None,
    sets: int = 1,
    others: Sequence[str] = OTHERS,
    hour: int = 18,
    zone: tzinfo = BERLIN_WINTER,
) -> Session:
    """A session with `sets` of the exercise, the answer on the last of them, and one set of each of the others."""
    session = a_session(at(day, hour, zone), [*[exercise] * sets, *others])
    mine = [
        replace(
            done, load_kg=kg, reps=reps, hold_s=hold_s, set_number=number,
            discomfort=discomfort if number == sets else None,
        )
        for number, done in enumerate(session.sets[:sets], start=1)
    ]  # fmt: skip
    return replace(session, sets=(*mine, *session.sets[sets:]))


def with_stop(session: Session, exercise: str) -> Session:
    stop = PainStop(exercise, exercise, None, 1, session.sets[-1].finished_at + timedelta(seconds=1))
    return replace(session, pain_stops=(stop,))


def a_week(monday: date, days: int = 3, exercise: str = "side-bend", kg: float | None = 2) -> list[Session]:
    """Training days on Monday, Wednesday, Friday and so on."""
    return [a_day(monday + 2 * number * DAY, exercise, kg) for number in range(days)]


def weeks(count: int, until: date = LAST_MONDAY, exercise: str = "side-bend", kg: float | None = 2) -> list[Session]:
    """Regular weeks, the last of them that of `until`."""
    return [session for number in reversed(range(count)) for session in a_week(until - number * WEEK, 3, exercise, kg)]


def chose(exercise: str, amount: Amount, value: float, day: date) -> Choice:
    return Choice(exercise, amount, value, at(day, 8))


def seen(sessions: Iterable[Session], today: date = TODAY, **known: object) -> Evidence:
    evidence = Evidence(at(today, 20), tuple(sorted(sessions, key=lambda session: session.started_at)))
    return replace(evidence, **known)  # type: ignore[arg-type]  # the callers name real fields
