"""Tests are due in two rounds, a fortnight apart."""

from datetime import date, timedelta

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.exercise import Side
from app.domain.plan.due import due_tests
from app.paths import resources_dir

TODAY = date(2026, 11, 26)
FIRST, OTHERS = ["floor-touch", "hand-to-knee"], ["seated-rotation", "pancake"]
Measured = dict[tuple[str, Side | None], date]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def taken(first: int | None = None, others: int | None = None) -> Measured:
    """So many days ago."""
    found: Measured = {}
    for ids, days in ((FIRST, first), (OTHERS, others)):
        for each in ids if days is not None else ():
            sides = (Side.LEFT, Side.RIGHT) if each in {"hand-to-knee", "seated-rotation"} else (None,)
            found |= {(each, side): TODAY - timedelta(days=days or 0) for side in sides}
    return found


@pytest.mark.parametrize(
    ("measured", "due"),
    [
        (taken(), FIRST),
        (taken(0), []),
        (taken(13), []),
        (taken(14), OTHERS),
        (taken(27, 13), []),
        (taken(28, 14), FIRST),
        (taken(13, 27), []),
        (taken(14, 28), OTHERS),
        (taken(90, 80), FIRST),  # after a long break one round after the other
        (taken(0, 80), []),  # and a week apart
        (taken(6, 80), []),
        (taken(7, 80), OTHERS),
        (taken(90, 0), []),
        (taken(90, 6), []),
        (taken(90, 7), FIRST),
        (taken(None, 6), []),
        (taken(None, 7), FIRST),
        (taken(7, 41), []),
        (taken(7, 42), OTHERS),  # who takes the first ones every week is asked for the others all the same
    ],
)
def test_one_round_one_fortnight_the_other_the_next(catalogue: Catalogue, measured: Measured, due: list[str]) -> None:
    assert due_tests(measured, catalogue.measures, TODAY) == due


def test_one_side_that_is_missing_is_enough(catalogue: Catalogue) -> None:
    measured = taken(3, 3)
    del measured["hand-to-knee", Side.RIGHT]
    assert due_tests(measured, catalogue.measures, TODAY) == ["hand-to-knee"]


def test_a_round_that_is_begun_stays_due_until_it_is_whole(catalogue: Catalogue) -> None:
    measured = taken(90, 80) | {("floor-touch", None): TODAY}
    assert due_tests(measured, catalogue.measures, TODAY) == ["hand-to-knee"]
    measured = taken(90, 80) | {("pancake", None): TODAY}
    assert due_tests(measured, catalogue.measures, TODAY) == ["seated-rotation"]


def test_tests_that_bend_deep_forwards_are_never_due_where_that_is_left_out(catalogue: Catalogue) -> None:
    assert due_tests({}, catalogue.measures, TODAY, leave_out_deep_bending=True) == ["hand-to-knee"]
    assert due_tests(taken(14), catalogue.measures, TODAY, leave_out_deep_bending=True) == ["seated-rotation"]


def test_what_is_not_in_the_default_set_is_never_due(catalogue: Catalogue) -> None:
    offered = {each.id: each for each in catalogue.measures.values() if not each.default}
    assert due_tests({}, offered, TODAY) == []
