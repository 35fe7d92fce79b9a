"""What somebody wants to reach, and the reading that reached it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading
from app.domain.progress.histories import readings_of


@dataclass(frozen=True, slots=True)
class Goal:
    """`value` in the measure's unit. Without a `side` both sides of a sided measure are meant.

    `set_at` with its offset: earlier readings do not count (None: all do). `due` is a day to aim at, if any.
    """

    measure_id: str
    value: float
    side: Side | None = None
    due: date | None = None
    set_at: datetime | None = None


def is_reached(value: float, goal: float, better: Better) -> bool:
    """Whether `value` is at the goal or past it, whichever way is better."""
    return value <= goal if better is Better.LOWER else value >= goal


def reached_by(measure: Measure, goal: Goal, readings: Iterable[Reading]) -> Reading | None:
    """The reading that first reached the goal, None while it is open.

    A reading counts by its median, as everywhere, and with any aid. It stays the same however many follow, so that
    whoever compares it with the reading just saved notices the goal once. Where both sides are meant, it is the one
    with which the second side got there as well.
    """
    mine = [
        reading
        for reading in readings_of(measure, readings)
        if (goal.set_at is None or reading.performed_at >= goal.set_at)
        and is_reached(reading.value, goal.value, measure.better)
    ]
    sides = (Side.LEFT, Side.RIGHT) if measure.sided and goal.side is None else (goal.side,)
    firsts = [next((reading for reading in mine if reading.side == side), None) for side in sides]
    reached = [first for first in firsts if first is not None]
    return max(reached, key=lambda reading: reading.performed_at) if len(reached) == len(sides) else None
