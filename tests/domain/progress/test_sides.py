"""Left beside right."""

from dataclasses import replace
from datetime import timedelta
from math import sqrt

import pytest

from app.domain.exercise import Side
from app.domain.measurement import Better, Reading
from app.domain.progress.sentences import sides_sentence
from app.domain.progress.sides import compare_sides
from tests.domain.progress.histories import days_ago
from tests.samples import rotation

LEFT, RIGHT = Side.LEFT, Side.RIGHT
MEASURE = rotation()  # error 6° with a phone


def both(*pairs: tuple[float, float], right_aid: str = "phone") -> list[Reading]:
    """Left and right of so many weeks, oldest first."""
    weeks = len(pairs)
    return [
        days_ago(7 * (weeks - place), value, side=side, aid="phone" if side is LEFT else right_aid)
        for place, pair in enumerate(pairs)
        for side, value in zip((LEFT, RIGHT), pair, strict=True)
    ]


def test_the_difference_is_right_minus_left() -> None:
    assert [each.value for each in compare_sides(MEASURE, both((40, 45), (42, 40))).differences] == [5, -2]


@pytest.mark.parametrize(
    ("pairs", "less"),
    [
        (((40, 47), (40, 40), (40, 47)), LEFT),
        (((40, 40), (47, 40), (47, 40)), RIGHT),
        (((40, 47), (40, 47), (40, 40), (40, 47)), LEFT),
        (((40, 47), (40, 47), (40, 40), (40, 40)), None),  # only one of the last three
        (((40, 46), (40, 46), (40, 46)), None),  # as large as the error is not larger
        (((40, 47), (47, 40), (40, 40)), None),  # once each way
        (((40, 47), (40, 47)), None),  # not yet three
    ],
)
def test_a_side_is_named_after_two_of_the_last_three_sessions(
    pairs: tuple[tuple[float, float], ...], less: Side | None
) -> None:
    compared = compare_sides(MEASURE, both(*pairs))
    assert compared.error == 6
    assert compared.reaches_less is less


def test_where_lower_is_better_the_higher_side_reaches_less() -> None:
    measure = replace(MEASURE, better=Better.LOWER)
    assert compare_sides(measure, both(*[(40, 50)] * 3)).reaches_less is RIGHT


def test_sides_taken_in_different_ways_are_not_compared() -> None:
    assert compare_sides(MEASURE, both(*[(40, 90)] * 3, right_aid="eye")).differences == ()


def test_a_day_with_one_side_only_is_left_out() -> None:
    readings = [*both((40, 45)), days_ago(0, 60, side=RIGHT, aid="phone")]
    assert [each.value for each in compare_sides(MEASURE, readings).differences] == [5]
    assert compare_sides(MEASURE, readings[1:2]).differences == ()
    assert compare_sides(MEASURE, []).error is None


def test_of_several_readings_a_day_the_first_goes_with_the_first() -> None:
    morning = both((40, 41))
    evening = [replace(each, performed_at=each.performed_at + timedelta(hours=6), trials=(50.0,)) for each in morning]
    assert [each.value for each in compare_sides(MEASURE, evening + morning).differences] == [1, 0]


def test_the_less_sure_side_sets_the_error_and_strict_raises_it() -> None:
    readings = both(*[(40, 50)] * 3)
    scattered = [replace(each, trials=(45.0, 50.0, 55.0)) if each.side is RIGHT else each for each in readings]
    assert compare_sides(MEASURE, scattered).error == pytest.approx(1.96 * sqrt(2) * 5)
    assert compare_sides(replace(MEASURE, strict_error=10), readings, strict=True).reaches_less is None


def test_the_sentence_names_a_difference_and_our_suggestion() -> None:
    assert sides_sentence(compare_sides(MEASURE, both(*[(40, 40)] * 3))) == ""
    left = sides_sentence(compare_sides(MEASURE, both(*[(40, 50)] * 3)))
    right = sides_sentence(compare_sides(MEASURE, both(*[(50, 40)] * 3)))
    assert "your left side reaches less. Our suggestion: one extra set on the left." in left
    assert "your right side reaches less. Our suggestion: one extra set on the right." in right
    assert "imbalance" not in left + right
