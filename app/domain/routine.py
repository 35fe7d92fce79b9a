"""What a routine is: exercises in an order, each with its dose."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.exercise import Dose, Exercise, Source

WEIGHTS = frozenset({"dumbbell", "plate"})  # equipment that a step without a load can do without


@dataclass(frozen=True, slots=True)
class RoutineStep:
    """One exercise of a routine with everything decided: the catalogue fills in what the routine's file leaves out.

    Times in seconds, `load_kg` None where the exercise takes no load. `self_paced` reps wait for a key.
    `stands_in_for` is the id of the exercise that is not open yet and has given way to this one.
    """

    exercise_id: str
    dose: Dose
    load_kg: float | None
    setup_s: float
    switch_s: float
    rest_s: float
    note: str = ""
    self_paced: bool = False
    stands_in_for: str | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    id: str
    name: str
    about: str
    source: Source
    voice: bool
    steps: tuple[RoutineStep, ...]


def own_step(exercise: Exercise, stands_in_for: str | None = None) -> RoutineStep:
    """`exercise` in its own dose and times, with the load to begin with."""
    return RoutineStep(
        exercise_id=exercise.id,
        dose=exercise.dose,
        load_kg=exercise.first_load_kg,
        setup_s=exercise.setup_s,
        switch_s=exercise.switch_s,
        rest_s=exercise.rest_s,
        stands_in_for=stands_in_for,
    )


def alone(exercise: Exercise) -> Routine:
    """A routine of this exercise and nothing else."""
    return Routine(exercise.id, exercise.name, "", exercise.source, voice=True, steps=(own_step(exercise),))


def needed_equipment(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """What has to be at hand, in the order it is needed; weights only where a step is done with one."""
    return tuple(
        dict.fromkeys(
            needed
            for step in routine.steps
            for needed in exercises[step.exercise_id].equipment
            if step.load_kg != 0 or needed not in WEIGHTS
        )
    )
