"""A routine while it is being made: what can be done to its steps, what is wrong with it, and undo until it is kept.

A draft is a `Routine`; its id is "" while it was never kept. Nothing here changes what it is given.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.catalogue_items import MAX_STEPS, MAX_WORK_S, build_step
from app.domain.exercise import Exercise, Sides, Source
from app.domain.fields import FieldError, Fields
from app.domain.own.documents import step_document
from app.domain.own.history import History
from app.domain.own.ids import is_line
from app.domain.own.items import LONGEST_NAME, LONGEST_TEXT
from app.domain.routine import Routine, RoutineStep, in_step, own_step, work_s
from app.i18n import _, ngettext

SWITCH_S = 5.0  # to change sides, where the exercise itself needs no time for it
NAME, ABOUT, STEPS = "name", "about", "steps"


def empty_routine() -> Routine:
    return Routine("", "", "", Source.OWN, voice=True, steps=())


def copied(routine: Routine, names: Iterable[str]) -> Routine:
    """A new draft like `routine`, a built-in one too, under a name that is none of `names`."""
    taken = {name.casefold() for name in names}
    number, name = 1, _("{name} (my version)").format(name=routine.name)
    while name.casefold() in taken:
        number += 1
        name = _("{name} (my version {number})").format(name=routine.name, number=number)
    return replace(routine, id="", name=name, source=Source.OWN, archived=False)


def added(routine: Routine, exercise: Exercise, place: int) -> Routine:
    """With `exercise` in its own dose before step number `place`, counted from 0."""
    return _with_steps(routine, (*routine.steps[:place], own_step(exercise), *routine.steps[place:]))


def removed(routine: Routine, place: int) -> Routine:
    return _with_steps(routine, (*routine.steps[:place], *routine.steps[place + 1 :]))


def doubled(routine: Routine, place: int) -> Routine:
    """With the same step once more, right after it."""
    return _with_steps(routine, (*routine.steps[: place + 1], *routine.steps[place:]))


def moved(routine: Routine, place: int, to: int) -> Routine:
    """With the step at `place` at `to` afterwards."""
    others = (*routine.steps[:place], *routine.steps[place + 1 :])
    return _with_steps(routine, (*others[:to], routine.steps[place], *others[to:]))


def changed(routine: Routine, place: int, step: RoutineStep) -> Routine:
    return _with_steps(routine, (*routine.steps[:place], step, *routine.steps[place + 1 :]))


def with_sides(step: RoutineStep, exercise: Exercise, sides: Sides) -> RoutineStep:
    """`step` on other sides; one side after the other takes time to change."""
    switch_s = step.switch_s or SWITCH_S if sides is Sides.EACH else step.switch_s
    return replace(step, sides=None if sides is exercise.sides else sides, switch_s=switch_s)


def _with_steps(routine: Routine, steps: tuple[RoutineStep, ...]) -> Routine:
    return replace(routine, steps=steps)


# What is wrong


@dataclass(frozen=True, slots=True)
class Problem:
    """`sentence` tells what is wrong and what is allowed; `place` is the step's, None where it is the routine's."""

    field: str
    sentence: str
    place: int | None = None


def problems(routine: Routine, exercises: Mapping[str, Exercise], names: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Everything that keeps `routine` from being kept. `names` are those of the person's other routines.

    A step is held to the rules of a file of the catalogue, by the same code.
    """
    found = [*_problems_of_text(routine, names)]
    steps = [_problem_of_step(step, exercises, place) for place, step in enumerate(routine.steps)]
    found += [problem for problem in steps if problem is not None]
    if not routine.steps:
        found.append(Problem(STEPS, _("A routine needs at least one exercise.")))
    elif len(routine.steps) > MAX_STEPS:
        text = _("A routine has up to {most} exercises, not {count}.")
        found.append(Problem(STEPS, text.format(most=MAX_STEPS, count=len(routine.steps))))
    elif not any(steps) and _work_s(routine, exercises) > MAX_WORK_S:
        hours = MAX_WORK_S // 3600
        text = ngettext("A routine takes up to {hours} hour.", "A routine takes up to {hours} hours.", hours)
        found.append(Problem(STEPS, text.format(hours=hours)))
    return tuple(found)


def _problems_of_text(routine: Routine, names: Iterable[str]) -> Iterable[Problem]:
    name = routine.name.strip()
    if not name:
        yield Problem(NAME, _("Give the routine a name."))
    elif name.casefold() in {each.strip().casefold() for each in names}:
        yield Problem(NAME, _("You have a routine “{name}” already: give this one another name.").format(name=name))
    for field, text, longest in ((NAME, routine.name, LONGEST_NAME), (ABOUT, routine.about, LONGEST_TEXT)):
        if len(text) > longest:
            sentence = _("This is {count} characters long: up to {most} are kept.")
            yield Problem(field, sentence.format(count=len(text), most=longest))
        elif not is_line(text):
            yield Problem(field, _("This must be a text of one line."))


def _problem_of_step(step: RoutineStep, exercises: Mapping[str, Exercise], place: int) -> Problem | None:
    if step.exercise_id not in exercises:
        return Problem("exercise", _("This exercise is not there any more: take the step out."), place)
    try:
        build_step(exercises, Fields(step_document(step)))
    except FieldError as error:
        sentence = _("{field} {reason}.").format(field=_field_name(error.field), reason=error.reason)
        return Problem(error.field, sentence, place)
    return None


def _field_name(field: str) -> str:
    """As a form calls it; `field` is a file's, such as "reps" or "tempo[2]"."""
    names = {
        "sets": _("Sets"),
        "reps": _("Reps"),
        "hold_s": _("Hold"),
        "load_kg": _("Load"),
        "setup_s": _("Get ready"),
        "switch_s": _("Switch sides"),
        "rest_s": _("Rest"),
        "transition_s": _("In and out"),
        "tempo": _("Tempo"),
        "sides": _("Sides"),
        "note": _("Note"),
    }
    return names.get(field.partition("[")[0], field)


def _work_s(routine: Routine, exercises: Mapping[str, Exercise]) -> float:
    return sum(work_s(step, in_step(exercises[step.exercise_id], step)) for step in routine.steps)


# Undo until it is kept


Edits = History[Routine]
