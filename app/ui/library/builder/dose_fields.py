"""Which amounts of a step can be set, and how each is read from a step and put into it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from app.domain.catalogue_items import MAX_REPS, MAX_SECONDS, MAX_SETS, SHORTEST_PHASE_S
from app.domain.exercise import Dose, DoseKind, Exercise, Range, Sides
from app.domain.playing.times import LONGEST_S
from app.domain.routine import RoutineStep, in_step, sides_to_choose
from app.i18n import _
from app.ui.widgets.amounts import AmountKind

SETS = AmountKind(1, MAX_SETS, whole=True)
REPS = AmountKind(1, MAX_REPS, whole=True, spans=True)
HOLD = AmountKind(1, MAX_SECONDS, step=5, unit="s", spans=True)
TIME = AmountKind(0, LONGEST_S, step=5, unit="s")
WAY = AmountKind(0, LONGEST_S, unit="s")
PHASE = AmountKind(SHORTEST_PHASE_S, MAX_SECONDS, unit="s")
LOAD_STEP_KG = 0.5


@dataclass(frozen=True, slots=True)
class DoseField:
    """`key` tells fields of one step apart; `get` and `put` read and change a step.

    `counts` tells whether a step has it at all: a single set has no rest after it.
    """

    key: str
    name: str
    kind: AmountKind
    get: Callable[[RoutineStep], Range]
    put: Callable[[RoutineStep, Range], RoutineStep]
    counts: Callable[[RoutineStep], bool] = lambda step: True


def amount_fields(exercise: Exercise) -> tuple[DoseField, ...]:
    """How much of it: sets, reps or seconds, and load."""
    fields = [DoseField("sets", _("Sets"), SETS, _sets, _put_sets)]
    if exercise.kind is DoseKind.REPS:
        fields.append(DoseField("reps", _reps_name(exercise), REPS, _reps, _put_reps))
    else:
        series = exercise.kind is DoseKind.POSITIONS
        fields.append(DoseField("hold_s", _("Each bend") if series else _("Hold"), HOLD, _hold, _put_hold))
    if exercise.load_kg is not None:
        kind = AmountKind(exercise.load_kg.low, exercise.load_kg.high, step=LOAD_STEP_KG, unit="kg")
        fields.append(_plain("load_kg", _("Load"), kind))
    return tuple(fields)


def time_fields(exercise: Exercise) -> tuple[DoseField, ...]:
    """The times around the work."""
    fields = [_plain("setup_s", _("Get ready"), TIME)]
    if Sides.EACH in sides_to_choose(exercise):
        switch = _plain("switch_s", _("Switch sides"), TIME)
        fields.append(replace(switch, counts=lambda step: in_step(exercise, step).sides is Sides.EACH))
    rest = _plain("rest_s", _("Rest"), TIME)
    return (*fields, replace(rest, counts=lambda step: step.dose.sets > 1))


def tempo_fields(exercise: Exercise) -> tuple[DoseField, ...]:
    """The seconds of each part of a rep; of a hold or a series those of the ways in and out."""
    if exercise.kind is not DoseKind.REPS:
        ways = _ways(exercise)
        name = _("Between bends") if exercise.kind is DoseKind.POSITIONS else _("In and out")
        get, put = partial(_way, ways), partial(replace_one, "transition_s")
        return (DoseField("transition_s", name, WAY, get, put),) if ways else ()
    return tuple(_phase_fields(exercise))


def _phase_fields(exercise: Exercise) -> Iterator[DoseField]:
    for place, phase in enumerate(exercise.tempo):
        yield DoseField(
            f"tempo-{place}", phase.cue, PHASE, partial(_phase, exercise, place), partial(_put_phase, exercise, place)
        )


def replace_one(key: str, step: RoutineStep, amount: Range) -> RoutineStep:
    return replace(step, **{key: amount.low})  # type: ignore[arg-type]  # a field of numbers, by its name


def _plain(key: str, name: str, kind: AmountKind) -> DoseField:
    """A field of the step itself that is one number."""
    return DoseField(key, name, kind, lambda step: _one(getattr(step, key)), partial(replace_one, key))


def _reps_name(exercise: Exercise) -> str:
    names = {Sides.EACH: _("Reps a side"), Sides.ALTERNATE: _("Reps each way")}
    return names.get(exercise.sides, _("Reps"))


def _one(value: float | None) -> Range:
    return Range(value or 0.0, value or 0.0)


def _sets(step: RoutineStep) -> Range:
    return _one(step.dose.sets)


def _put_sets(step: RoutineStep, amount: Range) -> RoutineStep:
    return replace(step, dose=replace(step.dose, sets=int(amount.low)))


def _reps(step: RoutineStep) -> Range:
    return step.dose.reps or _one(0)


def _put_reps(step: RoutineStep, amount: Range) -> RoutineStep:
    return replace(step, dose=Dose(step.dose.sets, reps=amount))


def _hold(step: RoutineStep) -> Range:
    return step.dose.hold_s or _one(0)


def _put_hold(step: RoutineStep, amount: Range) -> RoutineStep:
    return replace(step, dose=Dose(step.dose.sets, hold_s=amount))


def _ways(exercise: Exercise) -> tuple[float, ...]:
    """How long each way in and out takes in the exercise itself."""
    if exercise.kind is DoseKind.POSITIONS:
        lengths = [seconds for position in exercise.positions for seconds in (position.enter_s, position.leave_s)]
    else:
        lengths = [phase.seconds or 0.0 for phase in exercise.tempo if phase.seconds is not None]
    return tuple(length for length in lengths if length > 0)


def _way(ways: tuple[float, ...], step: RoutineStep) -> Range:
    return _one(step.transition_s) if step.transition_s is not None else Range(min(ways), max(ways))


def _phase(exercise: Exercise, place: int, step: RoutineStep) -> Range:
    return _one(in_step(exercise, step).tempo[place].seconds)


def _put_phase(exercise: Exercise, place: int, step: RoutineStep, amount: Range) -> RoutineStep:
    seconds = [phase.seconds or SHORTEST_PHASE_S for phase in in_step(exercise, step).tempo]
    seconds[place] = amount.low
    usual = [phase.seconds for phase in exercise.tempo]
    return replace(step, tempo=None if seconds == usual else tuple(seconds))
