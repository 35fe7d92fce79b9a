"""What is asked about because it may be a slip of typing, and what is not."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from app.domain.exercise import Side
from app.domain.slips import slip_question
from tests.samples import NOON, a_measure, a_reading, floor_touch, rotation

A_WEEK = timedelta(weeks=1)


@pytest.mark.parametrize(
    ("trials", "odd"),
    [((45, 4.5, 4), "45.0 cm"), ((4.5, 45), "45.0 cm"), ((6, 6.5, -6), "−6.0 cm"), ((0.4, 4, 40), "40.0")],
)
def test_a_try_well_beyond_the_measuring_error_from_the_others_is_asked_about(
    trials: Sequence[float], odd: str
) -> None:
    said = slip_question(floor_touch(), a_reading(*trials, aid="floor"), [])
    assert odd in said.partition(" is far from the other tries")[0]


@pytest.mark.parametrize("trials", [(4.5,), (4, 11.5), (4, 11, 18), (-2, 2, 0)])
def test_tries_about_as_far_apart_as_the_measuring_error_are_not_asked_about(trials: Sequence[float]) -> None:
    assert slip_question(floor_touch(), a_reading(*trials, aid="floor"), []) == ""


def test_a_value_far_from_the_last_three_readings_is_asked_about() -> None:
    before = [a_reading(value, at=NOON - weeks * A_WEEK) for value, weeks in ((40, 4), (6, 3), (5, 2), (4, 1))]
    said = slip_question(floor_touch(), a_reading(40), before)
    assert said == "40.0 cm is far from your last readings: 6.0 cm · 5.0 cm · 4.0 cm."
    assert slip_question(floor_touch(), a_reading(14), before) == ""
    assert slip_question(floor_touch(), a_reading(40, at=NOON - 4 * A_WEEK), before) == ""


def test_readings_of_another_side_or_scale_and_the_edited_one_itself_say_nothing() -> None:
    now = a_reading(70, measure="seated-rotation", side=Side.LEFT, aid="phone")
    weeks_ago = NOON - A_WEEK
    others = [
        a_reading(40, measure="seated-rotation", side=Side.RIGHT, aid="phone", at=weeks_ago),
        a_reading(40, measure="seated-rotation", side=Side.LEFT, aid="eye", at=weeks_ago),
        a_reading(40, measure="seated-rotation", side=Side.LEFT, aid="phone"),
    ]
    assert others[-1].id == now.id
    assert slip_question(rotation(), now, others) == ""
    same = a_reading(40, measure="seated-rotation", side=Side.LEFT, aid="phone", at=weeks_ago)
    assert "far from your last readings: 40°" in slip_question(rotation(), now, [*others, same])


def test_the_error_of_the_aid_counts_and_where_none_is_known_a_tenth_of_what_is_possible() -> None:
    by_eye = a_reading(40, 65, measure="seated-rotation", side=Side.LEFT, aid="eye")
    assert slip_question(rotation(), by_eye, []) == ""
    unknown = a_measure(error=None)
    assert slip_question(unknown, a_reading(4, 22), []) == ""
    assert "far" in slip_question(unknown, a_reading(4, 23), [])


def test_the_sentence_speaks_in_the_unit_that_was_typed() -> None:
    assert "10.0 in is far" in slip_question(floor_touch(), a_reading(2.54, 2.6, 25.4, entered_unit="in"), [])
