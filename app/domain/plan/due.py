"""Which tests are due: floor touch and hand to knee one fortnight, the others of the default set the next."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.domain.exercise import Side
from app.domain.measurement import Measure

FIRST_ROUND = ("floor-touch", "hand-to-knee")
FORTNIGHT = timedelta(days=14)
ROUND_TRIP = 2 * FORTNIGHT  # each test once in four weeks

Measured = Mapping[tuple[str, Side | None], date]


def due_tests(
    measured: Measured, measures: Mapping[str, Measure], today: date, leave_out_deep_bending: bool = False
) -> list[str]:
    """The ids of the tests that are due today, in the order of the catalogue.

    The second round comes a fortnight after the first. Who takes the first one more often is asked for the second all
    the same, once it is a fortnight late.
    """
    wanted = [each for each in measures.values() if each.default]
    if leave_out_deep_bending:
        wanted = [each for each in wanted if not each.deep_forward_bend]
    first = [each for each in wanted if each.id in FIRST_ROUND]
    due = [each.id for each in first if _is_due(each, measured, today, ROUND_TRIP)]
    if due:
        return due
    taken = [day for (measure_id, _side), day in measured.items() if measure_id in FIRST_ROUND]
    waits = bool(taken) and today - max(taken) < FORTNIGHT
    late = ROUND_TRIP + FORTNIGHT if waits else ROUND_TRIP
    others = [each for each in wanted if each.id not in FIRST_ROUND]
    return [
        each.id for each in others if _is_due(each, measured, today, late) and not (waits and _never(each, measured))
    ]


def _days(measure: Measure, measured: Measured) -> list[date | None]:
    sides = (Side.LEFT, Side.RIGHT) if measure.sided else (None,)
    return [measured.get((measure.id, side)) for side in sides]


def _never(measure: Measure, measured: Measured) -> bool:
    return all(day is None for day in _days(measure, measured))


def _is_due(measure: Measure, measured: Measured, today: date, after: timedelta) -> bool:
    """One side not taken for so long is enough."""
    return any(day is None or today - day >= after for day in _days(measure, measured))
