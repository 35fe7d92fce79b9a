"""Which times of an exercise a person may set, and what they usually are."""

from dataclasses import dataclass

from app.domain.exercise import DoseKind, Exercise, PhaseKind, Sides
from app.domain.routine import RoutineStep, in_step
from app.i18n import _

COARSE_S, FINE_S = 5.0, 1.0


@dataclass(frozen=True, slots=True)
class OfferedTime:
    """`key` is the step's field, `usual` its shortest and longest in seconds, `step_s` what − and + change it by."""

    key: str
    name: str
    usual: tuple[float, float]
    step_s: float


def offered_times(step: RoutineStep, exercise: Exercise) -> tuple[OfferedTime, ...]:
    """The times that occur in `step`, in the order in which they come; `step` is as the routine has it."""
    offered = [_coarse("setup_s", _("Get ready"), step.setup_s)]
    if in_step(exercise, step).sides is Sides.EACH:
        offered.append(_coarse("switch_s", _("Switch sides"), step.switch_s))
    if step.dose.sets > 1:
        offered.append(_coarse("rest_s", _("Rest"), step.rest_s))
    if ways := _ways(exercise):
        series = exercise.kind is DoseKind.POSITIONS
        name = _("Between bends") if series else _("In and out")
        usual = (min(ways), max(ways)) if step.transition_s is None else (step.transition_s, step.transition_s)
        offered.append(OfferedTime("transition_s", name, usual, FINE_S))
    return tuple(offered)


def _coarse(key: str, name: str, usual: float) -> OfferedTime:
    return OfferedTime(key, name, (usual, usual), COARSE_S)


def _ways(exercise: Exercise) -> list[float]:
    """How long each way into and out of a hold or a bend takes; nothing for reps."""
    if exercise.kind is DoseKind.POSITIONS:
        lengths = [seconds for position in exercise.positions for seconds in (position.enter_s, position.leave_s)]
    elif exercise.kind is DoseKind.HOLD:
        lengths = [phase.seconds or 0.0 for phase in exercise.tempo if phase.kind is PhaseKind.MOVE]
    else:
        lengths = []
    return [length for length in lengths if length > 0]
