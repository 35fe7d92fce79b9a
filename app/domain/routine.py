"""What a routine is: exercises in an order, each with its dose."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from app.domain.exercise import Dose, DoseKind, Exercise, Side, Sides, Source

WEIGHTS = frozenset({"dumbbell", "plate"})  # equipment that a step without a load can do without


@dataclass(frozen=True, slots=True)
class RoutineStep:
    """One exercise of a routine with everything decided: the catalogue fills in what the routine's file leaves out.

    Times in seconds, `load_kg` None where the exercise takes no load. `self_paced` reps wait for a key.
    `transition_s` is how long each way in and out of a hold or a position lasts, None as in the exercise. With
    `pulses` the positions of a series are not held still but done as small smooth pulses.
    `sides`, one of `sides_to_choose`, and `tempo`, the seconds of each phase of a rep, are None as in the exercise.
    `stands_in_for` is the id of the exercise that is not open yet and has given way to this one.
    `extra_side`, left or right, gets one set more where each side is done for itself.
    """

    exercise_id: str
    dose: Dose
    load_kg: float | None
    setup_s: float
    switch_s: float
    rest_s: float
    note: str = ""
    self_paced: bool = False
    transition_s: float | None = None
    pulses: bool = False
    sides: Sides | None = None
    tempo: tuple[float, ...] | None = None
    stands_in_for: str | None = None
    extra_side: Side | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """Of what a person made `about` may be empty; once `archived` it is on no list, and is still found."""

    id: str
    name: str
    about: str
    source: Source
    voice: bool
    steps: tuple[RoutineStep, ...]
    archived: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the person made it."""
        return self.source is Source.OWN


def own_step(exercise: Exercise, stands_in_for: str | None = None) -> RoutineStep:
    """`exercise` in its own dose and times, with the load to begin with."""
    return RoutineStep(
        exercise_id=exercise.id,
        dose=exercise.dose,
        load_kg=exercise.first_load_kg,
        setup_s=exercise.setup_s,
        switch_s=exercise.switch_s,
        rest_s=exercise.rest_s,
        self_paced=exercise.self_paced,
        pulses=exercise.pulses,
        stands_in_for=stands_in_for,
    )


def alone(exercise: Exercise) -> Routine:
    """A routine of this exercise and nothing else."""
    return Routine(exercise.id, exercise.name, "", exercise.source, voice=True, steps=(own_step(exercise),))


def sides_to_choose(exercise: Exercise) -> tuple[Sides, ...]:
    """How a step of `exercise` may share itself out between left and right; one where there is nothing to choose."""
    if exercise.sides not in (Sides.EACH, Sides.ALTERNATE):
        return (exercise.sides,)
    alternating = (Sides.ALTERNATE,) if exercise.kind is DoseKind.REPS else ()
    return (Sides.EACH, *alternating, Sides.LEFT, Sides.RIGHT)


def in_step(exercise: Exercise, step: RoutineStep) -> Exercise:
    """`exercise` as `step` has it done, with the step's sides and tempo.

    What does not fit is passed over: a person's own exercise may have been changed since the step was made.
    """
    sides = step.sides if step.sides in sides_to_choose(exercise) else None
    tempo = step.tempo if exercise.kind is DoseKind.REPS and len(step.tempo or ()) == len(exercise.tempo) else None
    if sides is None and tempo is None:
        return exercise
    phases = exercise.tempo
    if tempo is not None:
        phases = tuple(replace(phase, seconds=seconds) for phase, seconds in zip(phases, tempo, strict=True))
    return replace(exercise, sides=sides or exercise.sides, tempo=phases)


def work_s(step: RoutineStep, exercise: Exercise) -> float:
    """About how many seconds the sets of `step` take, without what is between them; `exercise` is as `in_step`."""
    if exercise.kind is DoseKind.REPS:
        one = sum(phase.seconds or 0.0 for phase in exercise.tempo) * (step.dose.reps.low if step.dose.reps else 0.0)
    else:
        hold_s = step.dose.hold_s.low if step.dose.hold_s else 0.0
        one = hold_s * max(1, len(exercise.positions))
    return one * step.dose.sets * (2 if exercise.sides in (Sides.EACH, Sides.ALTERNATE) else 1)


def step_equipment(step: RoutineStep, exercise: Exercise) -> tuple[str, ...]:
    """What has to be at hand for one step; weights only where it is done with one."""
    return tuple(needed for needed in exercise.equipment if step.load_kg != 0 or needed not in WEIGHTS)


def needed_equipment(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """What has to be at hand, in the order it is needed."""
    needed = (step_equipment(step, exercises[step.exercise_id]) for step in routine.steps)
    return tuple(dict.fromkeys(chain.from_iterable(needed)))
