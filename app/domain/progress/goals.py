"""What somebody wants to reach, and the reading that reached it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading
from app.domain.progress.histories import readings_of
from app.domain.units import format_value
from app.i18n import _

FARTHEST = 1000  # in the unit of whatever measure


@dataclass(frozen=True, slots=True)
class Goal:
    """`value` in the measure's unit. Without a `side` both sides of a sided measure are meant.

    `set_at` with its offset: earlier readings do not count (None: all do). `due` is a day to aim at, if any.
    `reached_by` is the id of the reading with which it was noticed that the goal is reached, None before.
    """

    measure_id: str
    value: float
    side: Side | None = None
    due: date | None = None
    set_at: datetime | None = None
    reached_by: str | None = None


def check_goal(goal: Goal, measure: Measure | None = None) -> None:
    """Whether somebody can aim at that; without its `measure` less can be said. Raises `Refused`."""
    if not abs(goal.value) <= FARTHEST:
        raise Refused(_("{value} can't be a goal: write a number.").format(value=goal.value))
    if goal.side not in (None, Side.LEFT, Side.RIGHT):
        raise Refused(_("A goal is for the left, the right or both sides, not “{side}”.").format(side=goal.side))
    if goal.due is not None and goal.set_at is not None and goal.due < goal.set_at.date():
        raise Refused(_("{day} is past: choose a later day, or none.").format(day=goal.due))
    if measure is None:
        return
    if goal.side is not None and not measure.sided:
        raise Refused(_("“{measure}” has no sides: leave left and right out.").format(measure=measure.name))
    if goal.value not in measure.hard:
        raise Refused(_("{value} can't be a goal of “{measure}”: from {low} to {high} is possible.").format(
            value=format_value(goal.value, measure.unit), measure=measure.name,
            low=format_value(measure.hard.low, measure.unit),
            high=format_value(measure.hard.high, measure.unit)))  # fmt: skip


def is_reached(value: float, goal: float, better: Better) -> bool:
    """Whether `value` is at the goal or past it, whichever way is better."""
    return value <= goal if better is Better.LOWER else value >= goal


def is_behind(measure: Measure, goal: Goal, latest: Iterable[Reading]) -> bool:
    """Whether the `latest` readings, one for each side, are at the goal already: it is nothing to aim at."""
    mine = [reading for reading in latest if goal.side in (None, reading.side)]
    sides = 2 if measure.sided and goal.side is None else 1
    return len(mine) == sides and all(is_reached(each.value, goal.value, measure.better) for each in mine)


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
