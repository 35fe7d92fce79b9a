"""Small made-up exercises and routines for the tests of the timeline and the player. Seconds."""

from dataclasses import replace

from app.domain.exercise import (
    Direction,
    Dose,
    DoseKind,
    Exercise,
    Level,
    Phase,
    PhaseKind,
    Position,
    Range,
    Side,
    Sides,
    Source,
)
from app.domain.playing.timeline import Timeline, build_timeline
from app.domain.routine import Routine, RoutineStep

MOVE, HOLD = PhaseKind.MOVE, PhaseKind.HOLD
GO_HOLD_RETURN = (Phase(MOVE, 2, "Go"), Phase(HOLD, 1, "Stay"), Phase(MOVE, 3, "Return"))  # 6 s


def reps(low: float, high: float | None = None, sets: int = 1) -> Dose:
    return Dose(sets, reps=Range(low, high or low))


def hold(low: float, high: float | None = None, sets: int = 1) -> Dose:
    return Dose(sets, hold_s=Range(low, high or low))


def counted(exercise_id: str = "crunch", dose: Dose | None = None, sides: Sides = Sides.NONE) -> Exercise:
    """An exercise of reps, each 2 s out, 1 s still, 3 s back."""
    return Exercise(
        id=exercise_id,
        name=exercise_id.capitalize(),
        source=Source.LIMBER,
        aliases=(),
        directions=(Direction.FLEXION,),
        equipment=("mat",),
        muscles=(),
        level=Level.EASY,
        sides=sides,
        kind=DoseKind.REPS,
        dose=dose or reps(4),
        dose_source=Source.LIMBER,
        tempo=GO_HOLD_RETURN,
        positions=(),
        load_kg=None,
        first_load_kg=None,
        setup_s=10,
        switch_s=0 if sides is Sides.NONE else 5,
        rest_s=0,
        setup="Lie down.",
        steps=(),
        cautions=(),
        feel="",
        easier="",
        why="",
    )


def held(exercise_id: str = "twist", dose: Dose | None = None, sides: Sides = Sides.NONE) -> Exercise:
    """An exercise with one hold, 3 s in and 3 s out."""
    tempo = (Phase(MOVE, 3, "Turn"), Phase(HOLD, None, "Breathe"), Phase(MOVE, 3, "Front"))
    exercise = counted(exercise_id, dose or hold(10, 20), sides)
    return replace(exercise, kind=DoseKind.HOLD, tempo=tempo)


def series(exercise_id: str = "bends", dose: Dose | None = None) -> Exercise:
    """Left (on to the next), right, and forward, which begins in place."""
    positions = (
        Position("To the left", Side.LEFT, 3, 0, "Lean left"),
        Position("To the right", Side.RIGHT, 3, 4, "Lean right"),
        Position("Forward", Side.CENTRE, 0, 2, "Forward"),
    )
    exercise = counted(exercise_id, dose or hold(10), Sides.WITHIN)
    return replace(exercise, kind=DoseKind.POSITIONS, tempo=(), positions=positions)


def step_of(exercise: Exercise) -> RoutineStep:
    load_kg = exercise.load_kg.low if exercise.load_kg else None
    return RoutineStep(exercise.id, exercise.dose, load_kg, exercise.setup_s, exercise.switch_s, exercise.rest_s)


def routine_of(*steps: RoutineStep) -> Routine:
    return Routine("mine", "Mine", "", Source.LIMBER, voice=True, steps=steps)


def timeline_of(*exercises: Exercise, **changes: float | bool | None) -> Timeline:
    """Each exercise once with its own dose; `changes` are made to every step."""
    steps = [replace(step_of(exercise), **changes) for exercise in exercises]  # type: ignore[arg-type] # by name
    return build_timeline(routine_of(*steps), {exercise.id: exercise for exercise in exercises})
