"""What the report for a physiotherapist says, as plain values taken from one person's store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.charts.course import Course, chart_course
from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise
from app.domain.preferences import read_preferences
from app.domain.training.log import TrainingLog, training_log
from app.domain.training.sessions import PainStop, Session
from app.domain.training.weeks import CalendarYear, TargetYear, calendar_year, weeks_on_target
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Note:
    """A few words of the person's own about a session or a reading."""

    day: date
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """`courses` of the tests with readings, the usual ones first, then those used last.

    `notes` and `pain_stops` begin with the latest. `who` may be "".
    """

    who: str
    first: date
    now: datetime
    courses: Sequence[Course]
    log: TrainingLog
    exercises: dict[str, Exercise]
    calendar: CalendarYear
    target: TargetYear
    sessions: int
    pain_stops: Sequence[PainStop]
    notes: Sequence[Note]
    strict: bool

    @property
    def today(self) -> date:
        return self.now.date()


def gather(store: Store, catalogue: Catalogue, now: datetime, *, strict: bool = False) -> ReportContent | None:
    """Everything the report says; None where nothing is recorded yet."""
    readings, sessions, goals = store.find.readings(), store.find.sessions(), store.find.goals()
    if not readings and not sessions:
        return None
    target = read_preferences(store.find.setting).weekly_target
    log, today, away = training_log(sessions, catalogue.exercises), now.date(), store.find.weeks_away()
    known = catalogue.every_measure
    last_used = dict.fromkeys(reading.measure_id for reading in reversed(readings) if reading.measure_id in known)
    usual = [each for each in known if each in last_used and known[each].default]
    used = dict.fromkeys([*usual, *last_used])
    courses = [chart_course(known[each], readings, today, goals, strict=strict) for each in used]
    days = [*(reading.performed_at for reading in readings[:1]), *(session.started_at for session in sessions[:1])]
    return ReportContent(
        who=store.find.profile().describe(),
        first=min(days).date(),
        now=now,
        courses=courses,
        log=log,
        exercises=catalogue.exercises,
        calendar=calendar_year(log, today.year, away, today),
        target=weeks_on_target(log, today.year, target, away, today),
        sessions=len(sessions),
        pain_stops=_latest_stops(sessions),
        notes=_notes(courses, sessions),
        strict=strict,
    )


def _latest_stops(sessions: Sequence[Session]) -> list[PainStop]:
    stops = (stop for session in sessions for stop in session.pain_stops)
    return sorted(stops, key=lambda stop: stop.stopped_at, reverse=True)


def _notes(courses: Sequence[Course], sessions: Sequence[Session]) -> list[Note]:
    of_readings = [
        Note(reading.performed_at.date(), course.measure.name, reading.note)
        for course in courses
        for reading in course.readings
        if reading.note
    ]
    of_sessions = [Note(each.started_at.date(), each.routine_name, each.note) for each in sessions if each.note]
    return sorted((*of_readings, *of_sessions), key=lambda note: note.day, reverse=True)
