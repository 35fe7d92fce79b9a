"""A routine as one page to hang on a wall: what is done, how much of it, and what to take care of."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.domain.exercise import Exercise
from app.domain.playing.laying_out import LaidOut
from app.domain.routine import Routine, RoutineStep, in_step, needed_equipment
from app.domain.wording import describe_step, minutes
from app.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class SheetStep:
    """`how` is one line; `cautions` are those of no other step; `note` may be empty."""

    exercise: Exercise
    dose: str
    how: str
    note: str
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoutineSheet:
    """`cautions` are what several steps have in common, said once, with their numbers unless it is all of them.

    `left_out` is a sentence, "" where nothing is left out.
    """

    name: str
    facts: str
    about: str
    steps: tuple[SheetStep, ...]
    cautions: tuple[str, ...]
    left_out: str


def routine_sheet(laid_out: LaidOut, exercises: Mapping[str, Exercise], locked: Collection[str]) -> RoutineSheet:
    """What this person does of a routine, in their own doses; what is `locked` gives way as it does when played."""
    routine, played = laid_out.written, laid_out.routine
    used = {step.exercise_id: exercises[step.exercise_id] for step in played.steps}
    counts = Counter(caution for exercise in used.values() for caution in exercise.cautions)
    seen: set[str] = set()
    steps = []
    for step in played.steps:
        exercise = in_step(used[step.exercise_id], step)
        own = tuple(each for each in exercise.cautions if counts[each] == 1 and each not in seen)
        seen.update(own)
        steps.append(SheetStep(exercise, describe_step(exercise, step), _how(exercise), _note(step, exercises), own))
    gone = {step.exercise_id for step in routine.steps} - {step.stands_in_for for step in played.steps} - set(used)
    names = ", ".join(exercises[each].name for each in dict.fromkeys(s.exercise_id for s in routine.steps)
                      if each in gone and each in locked)  # fmt: skip
    closed = [_("Not open yet, so left out: {names}.").format(names=names)] if names else []
    return RoutineSheet(
        name=routine.name,
        facts=_facts(played, exercises, laid_out.timeline.total_s),
        about=routine.about,
        steps=tuple(steps),
        cautions=tuple(_common(caution, played, used) for caution, count in counts.items() if count > 1),
        left_out=" ".join(closed + list(laid_out.left_out)),
    )


def _common(caution: str, played: Routine, used: Mapping[str, Exercise]) -> str:
    places = [n for n, step in enumerate(played.steps, start=1) if caution in used[step.exercise_id].cautions]
    if len(places) == len(played.steps):
        return caution
    return _("In {numbers}: {caution}").format(numbers=", ".join(map(str, places)), caution=caution)


def _facts(played: Routine, exercises: Mapping[str, Exercise], seconds: float) -> str:
    """ "9 min · 7 exercises · chair, mat" """
    count = ngettext("{count} exercise", "{count} exercises", len(played.steps)).format(count=len(played.steps))
    equipment = ", ".join(_(needed) for needed in needed_equipment(played, exercises))
    return " · ".join(part for part in (minutes(seconds), count, equipment) if part)


def _how(exercise: Exercise) -> str:
    """The cues in their order; of what a person made the first step, which says more."""
    if exercise.is_own and exercise.steps:
        return exercise.steps[0]
    return " → ".join([phase.cue for phase in exercise.tempo] + [position.name for position in exercise.positions])


def _note(step: RoutineStep, exercises: Mapping[str, Exercise]) -> str:
    if step.stands_in_for is None:
        return step.note
    return _("Instead of {exercise}, which is not open yet.").format(exercise=exercises[step.stands_in_for].name)
