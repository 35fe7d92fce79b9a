"""Which tests are due: floor touch and hand to knee one fortnight, the others of the default set the next."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from app.domain.exercise import Side
from app.domain.measurement import Measure

FIRST_ROUND = ("floor-touch", "hand-to-knee")
FORTNIGHT = timedelta(days=14)
APART = timedelta(days=7)  # the rounds, where both are late
ROUND_TRIP = 2 * FORTNIGHT  # each test once in four weeks

Measured = Mapping[tuple[str, Side | None], date]


def due_tests(
    measured: Measured, measures: Mapping[str, Measure], today: date, leave_out_deep_bending: bool = False
) -> list[str]:
    """The ids of the tests that are due today, in the order of the catalogue.

    The second round comes a fortnight after the first. Who takes the first one more often is asked for the second all
    the same, once it is a fortnight late. Where both are late, as after a long break, they stay a week apart.
    """
    wanted = [each for each in measures.values() if each.default]
    if leave_out_deep_bending:
        wanted = [each for each in wanted if not each.deep_forward_bend]
    first = [each for each in wanted if each.id in FIRST_ROUND]
    others = [each for each in wanted if each.id not in FIRST_ROUND]
    first_day, others_day = _last_day(first, measured), _last_day(others, measured)
    if not _too_soon_after(others_day, first_day, today):
        due = [each.id for each in first if _is_due(each, measured, today, ROUND_TRIP)]
        if due:
            return due
    if _too_soon_after(first_day, others_day, today):
        return []
    waits = first_day is not None and today - first_day < FORTNIGHT
    late = ROUND_TRIP + FORTNIGHT if waits else ROUND_TRIP
    return [
        each.id for each in others if _is_due(each, measured, today, late) and not (waits and _never(each, measured))
    ]


def _last_day(tests: Iterable[Measure], measured: Measured) -> date | None:
    """When one of a round was taken last."""
    return max((day for each in tests for day in _days(each, measured) if day is not None), default=None)


def _too_soon_after(other: date | None, own: date | None, today: date) -> bool:
    """The other round was taken within a week, and this one was not begun since."""
    return other is not None and today - other < APART and (own is None or own < other)


def _days(measure: Measure, measured: Measured) -> list[date | None]:
    sides = (Side.LEFT, Side.RIGHT) if measure.sided else (None,)
    return [measured.get((measure.id, side)) for side in sides]


def _never(measure: Measure, measured: Measured) -> bool:
    return all(day is None for day in _days(measure, measured))


def _is_due(measure: Measure, measured: Measured, today: date, after: timedelta) -> bool:
    """One side not taken for so long is enough."""
    return any(day is None or today - day >= after for day in _days(measure, measured))
