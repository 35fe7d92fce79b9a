"""Goals in words."""

from datetime import date

from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.progress.goals import Goal
from app.domain.units import format_value
from app.domain.wording import day_name, side_name
from app.i18n import _


def goal_words(goal: Goal, measure: Measure, today: date, shown_in: str) -> str:
    """ "Left goal −5.0 cm by 3 March" """
    names = {Side.LEFT: _("Left goal {value}"), Side.RIGHT: _("Right goal {value}")}
    words = names[goal.side] if goal.side in names else _("Goal {value}")
    return words.format(value=_amount(goal, measure, today, shown_in))


def named_goal(goal: Goal, measure: Measure, today: date, shown_in: str) -> str:
    """ "Hand to knee, left, 5.0 cm by 3 March" """
    side = (side_name(goal.side),) if goal.side is not None else ()
    return ", ".join((measure.name, *side, _amount(goal, measure, today, shown_in)))


def _amount(goal: Goal, measure: Measure, today: date, shown_in: str) -> str:
    value = format_value(goal.value, measure.unit, shown_in)
    return value if goal.due is None else _("{value} by {day}").format(value=value, day=day_name(goal.due, today))


def reached_words(goal: Goal, reading: Reading, measure: Measure, today: date, shown_in: str) -> str:
    """ "You reached it on 3 November." """
    names = {Side.LEFT: _("You reached your left goal of {value} on {day}."),
             Side.RIGHT: _("You reached your right goal of {value} on {day}.")}  # fmt: skip
    words = names[goal.side] if goal.side in names else _("You reached your goal of {value} on {day}.")
    value = format_value(goal.value, measure.unit, shown_in)
    return words.format(value=value, day=day_name(reading.performed_at.date(), today))
