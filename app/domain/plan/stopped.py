"""What a sharp pain has ended today: it is left out until tomorrow, or said where somebody plays it on purpose."""

from app.domain.exercise import Exercise
from app.domain.plan.evidence import Evidence
from app.i18n import _


def stopped_today(evidence: Evidence) -> frozenset[str]:
    """The ids of the exercises that a sharp pain ended on this local day."""
    return frozenset(
        stop.exercise_id
        for session in (*evidence.sessions, *evidence.ahead)
        for stop in session.pain_stops
        if stop.stopped_at.date() == evidence.today
    )


def left_out_today(exercise: Exercise) -> str:
    return _("{exercise} is left out today: you stopped because of a sharp pain.").format(exercise=exercise.name)


def better_left_today(exercise: Exercise) -> str:
    """For who plays it all the same."""
    sentence = _("{exercise}: you stopped it today because of a sharp pain. It is better left until tomorrow.")
    return sentence.format(exercise=exercise.name)
