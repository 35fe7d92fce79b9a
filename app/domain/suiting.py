"""A routine made to suit one person: their own doses, the equipment and weights at hand, deep bends left out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from app.domain.choices import Amount, Chosen, extra_side
from app.domain.exercise import Exercise, Range, Sides
from app.domain.preferences import Preferences
from app.domain.routine import WEIGHTS, Routine, RoutineStep, in_step, step_equipment
from app.i18n import _, ngettext

DUMBBELL = "dumbbell"


@dataclass(frozen=True, slots=True)
class Suited:
    """`left_out` tells in sentences what was left out or is done without its weight, and why."""

    routine: Routine
    left_out: tuple[str, ...]


def suit(routine: Routine, exercises: Mapping[str, Exercise], preferences: Preferences, chosen: Chosen) -> Suited:
    """`routine`, in which what is not open has given way already (`timeline.as_played`), for this person."""
    steps, missing, weightless = [], dict[str, list[str]](), list[str]()
    for written in routine.steps:
        exercise = exercises[written.exercise_id]
        step = with_own_amounts(written, exercise, chosen)
        needed = _lacking(step, exercise, preferences)
        if needed and WEIGHTS.issuperset(needed) and _can_do_without(exercise):
            weightless.append(exercise.name)
            step = replace(step, load_kg=0.0)
        elif needed:
            missing.setdefault(needed[0], []).append(exercise.name)
            continue
        step = _with_a_weight_owned(step, exercise, preferences)
        steps.append(_to_mid_range(step, exercise) if preferences.leave_out_deep_bending else step)
    return Suited(replace(routine, steps=tuple(steps)), _sentences(missing, weightless))


def with_own_amounts(step: RoutineStep, exercise: Exercise, chosen: Chosen) -> RoutineStep:
    """The person's amounts where the step has those that are usual for the exercise; less than usual caps all steps."""
    own = chosen.get(exercise.id, {})
    values = {amount: choice.value for amount, choice in own.items()}
    dose, usual = step.dose, exercise.dose
    dose = replace(
        dose,
        sets=int(_own(values.get(Amount.SETS), dose.sets, usual.sets)),
        reps=_own_range(values.get(Amount.REPS), dose.reps, usual.reps),
        hold_s=_own_range(values.get(Amount.HOLD), dose.hold_s, usual.hold_s),
    )
    load_kg = step.load_kg
    if load_kg is not None and exercise.first_load_kg is not None:
        load_kg = _own(values.get(Amount.LOAD), load_kg, exercise.first_load_kg)
    side = extra_side(own) if in_step(exercise, step).sides is Sides.EACH else None
    return replace(step, dose=dose, load_kg=load_kg, extra_side=side)


def _own(value: float | None, present: float, usual: float) -> float:
    if value is None:
        return present
    if present == usual:
        return value
    return min(value, present) if value < usual else present


def _own_range(value: float | None, present: Range | None, usual: Range | None) -> Range | None:
    if value is None or present is None or usual is None:
        return present
    low = _own(value, present.low, usual.low)
    return present if low == present.low else Range(low, max(low, present.high) if low >= usual.low else low)


def _lacking(step: RoutineStep, exercise: Exercise, preferences: Preferences) -> list[str]:
    """What the step needs and the person has not; nothing as long as they never said what they have."""
    if preferences.equipment is None:
        return []
    needed = list(step_equipment(step, exercise))
    if step.load_kg and WEIGHTS.isdisjoint(needed):
        needed.append(DUMBBELL)
    return [each for each in needed if each not in preferences.equipment]


def left_out_sentence(step: RoutineStep, exercise: Exercise, preferences: Preferences) -> str:
    """Why a step that is left out for want of equipment is; "" where nothing is lacking."""
    equipment = next(iter(_lacking(step, exercise, preferences)), "")
    return _("Left out, since you have no {equipment}.").format(equipment=_(equipment)) if equipment else ""


def _can_do_without(exercise: Exercise) -> bool:
    return exercise.load_kg is not None and exercise.load_kg.low == 0


def _with_a_weight_owned(step: RoutineStep, exercise: Exercise, preferences: Preferences) -> RoutineStep:
    """No heavier than the step says, and one of those owned where they were told."""
    owned = preferences.weights_kg
    if not step.load_kg or not owned or "plate" in exercise.equipment or step.load_kg in owned:
        return step
    lighter = [kg for kg in owned if kg < step.load_kg and exercise.load_kg and kg in exercise.load_kg]
    if not lighter and not _can_do_without(exercise):
        return step
    return replace(step, load_kg=max(lighter, default=0.0))


def _to_mid_range(step: RoutineStep, exercise: Exercise) -> RoutineStep:
    if not exercise.mid_range:
        return step
    return replace(step, note=f"{step.note} {exercise.mid_range}".strip())


def _sentences(missing: Mapping[str, Collection[str]], weightless: Collection[str]) -> tuple[str, ...]:
    told = [
        _("Left out, since you have no {equipment}: {exercises}.").format(
            equipment=_(equipment), exercises=", ".join(dict.fromkeys(names))
        )
        for equipment, names in missing.items()
    ]
    if weightless:
        told.append(
            ngettext("Without its weight: {exercises}.", "Without their weights: {exercises}.", len(weightless)).format(
                exercises=", ".join(dict.fromkeys(weightless))
            )
        )
    return tuple(told)
