"""What is open yet, which days count as training, and what comes next.

Days are the local dates at the moment of doing, never the dates of another time zone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.exercise import Exercise
from app.domain.measurement import Reading, Unit
from app.domain.training import Session
from app.domain.units import format_value
from app.i18n import _

GATED_EXERCISE = "jefferson-curl"
GATE_MEASURE = "floor-touch"
GATE_CM = 0.0
EXERCISES_OF_A_TRAINING_DAY = 3
FIRST_ROUTINE = "starter"


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One dot of the week."""

    day: date
    trained: bool
    today: bool


def locks(readings: Iterable[Reading], exercises: Mapping[str, Exercise], shown_in: str = "cm") -> dict[str, str]:
    """The exercises that are not open yet, by id, each with the reason as a sentence.

    The article's rule 4: the Jefferson curl is for those who reach the floor. One session's median at or below
    0 cm opens it for good. `shown_in` is the unit of the sentence, cm or in.
    """
    exercise = exercises.get(GATED_EXERCISE)
    reached = [reading.value for reading in readings if reading.measure_id == GATE_MEASURE]
    if exercise is None or (reached and min(reached) <= GATE_CM):
        return {}
    sentences = [_("Not yet: first reach the floor with straight knees.")]
    if reached:
        to_go = format_value(min(reached) - GATE_CM, Unit.CM, shown_in)
        sentences.append(_("{distance} to go, going by your best session.").format(distance=to_go))
    else:
        sentences.append(_("Record a floor touch to see how far there is to go."))
    stand_in = exercises.get(exercise.stand_in or "")
    if stand_in is not None:
        sentences.append(_("Until then: {exercise}.").format(exercise=stand_in.name))
    return {exercise.id: " ".join(sentences)}


def training_days(sessions: Iterable[Session]) -> set[date]:
    """The days with at least three different exercises done, over all sessions of the day."""
    done: defaultdict[date, set[str]] = defaultdict(set)
    for session in sessions:
        for finished in session.sets:
            done[finished.finished_at.date()].add(finished.exercise_id)
    return {day for day, exercises in done.items() if len(exercises) >= EXERCISES_OF_A_TRAINING_DAY}


def week_days(trained: Collection[date], today: date) -> tuple[WeekDay, ...]:
    """Monday to Sunday of the week of `today`."""
    monday = today - timedelta(days=today.weekday())
    week = [monday + timedelta(days=number) for number in range(7)]
    return tuple(WeekDay(day, day in trained, day == today) for day in week)


def next_routine(sessions: Iterable[Session], routine_ids: Collection[str]) -> str:
    """The routine played last, while it still exists; else the one to start with."""
    played = [session for session in sessions if session.routine_id in routine_ids]
    return max(played, key=_start).routine_id if played else FIRST_ROUTINE


def _start(session: Session) -> datetime:
    return session.started_at
