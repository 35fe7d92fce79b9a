"""What can be a goal, and the reading that first reached it."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.measurement import Better
from app.domain.progress.goals import Goal, check_goal, is_behind, is_reached, reached_by
from tests.domain.progress.histories import days_ago, weekly
from tests.samples import NOON, floor_touch, rotation

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def test_the_first_reading_at_the_goal_or_past_it_reached_it() -> None:
    readings = weekly(9, 4, 6, 2)
    assert reached_by(floor_touch(), Goal("floor-touch", 4), reversed(readings)) == readings[1]
    assert reached_by(floor_touch(), Goal("floor-touch", 1), readings) is None


def test_the_median_reaches_a_goal_not_one_good_trial() -> None:
    assert reached_by(floor_touch(), Goal("floor-touch", 0), [days_ago(0, -1, 2, 3)]) is None


@given(st.lists(st.integers(-20, 20), min_size=1, max_size=20), st.integers(-20, 20))
def test_a_goal_is_reached_once_however_many_readings_follow(values: list[int], goal: int) -> None:
    readings = weekly(*values)
    wanted = Goal("floor-touch", goal)
    noticed = [
        place
        for place, reading in enumerate(readings)
        if reached_by(floor_touch(), wanted, readings[: place + 1]) == reading
    ]
    assert len(noticed) == (1 if min(values) <= goal else 0)


def test_readings_from_before_the_goal_was_set_do_not_count() -> None:
    readings = [days_ago(30, 1), days_ago(10, 3), days_ago(0, 2)]
    goal = Goal("floor-touch", 3, set_at=readings[1].performed_at)
    assert reached_by(floor_touch(), goal, readings) == readings[1]
    assert reached_by(floor_touch(), Goal("floor-touch", 3, set_at=NOON), readings) == readings[2]


def test_a_goal_of_one_side_looks_at_that_side() -> None:
    readings = [days_ago(5, 60, side=LEFT), days_ago(3, 40, side=RIGHT), days_ago(1, 55, side=RIGHT)]
    assert reached_by(rotation(), Goal("seated-rotation", 50, side=RIGHT), readings) == readings[2]


def test_a_goal_of_both_sides_is_reached_with_the_second() -> None:
    readings = [days_ago(5, 60, side=LEFT), days_ago(3, 40, side=RIGHT), days_ago(1, 55, side=RIGHT)]
    goal = Goal("seated-rotation", 50)
    assert reached_by(rotation(), goal, readings[:2]) is None
    assert reached_by(rotation(), goal, readings) == readings[2]


def test_which_way_is_better_decides() -> None:
    assert is_reached(-2, 0, Better.LOWER)
    assert not is_reached(-2, 0, Better.HIGHER)
    assert is_reached(0, 0, Better.HIGHER)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (Goal("floor-touch", float("nan")), "nan can't be a goal: write a number."),
        (Goal("floor-touch", 1e6), "1000000.0 can't be a goal"),
        (Goal("floor-touch", 81), "81.0 cm can't be a goal of “Floor touch”: from −40.0 cm to 80.0 cm is possible."),
        (Goal("floor-touch", 0, Side.ALTERNATE), "for the left, the right or both sides, not “alternate”"),
        (Goal("floor-touch", 0, Side.LEFT), "“Floor touch” has no sides"),
        (Goal("floor-touch", 0, due=NOON.date() - timedelta(days=1), set_at=NOON), "2026-11-22 is past: choose"),
    ],
)
def test_what_can_not_be_a_goal_is_refused_in_a_sentence(goal: Goal, said: str) -> None:
    with pytest.raises(Refused) as refused:
        check_goal(goal, floor_touch())
    assert said in str(refused.value)


def test_a_goal_of_an_unknown_measure_is_looked_at_as_far_as_it_can_be() -> None:
    check_goal(Goal("own-x", 300, Side.LEFT, due=NOON.date(), set_at=NOON))
    check_goal(Goal("floor-touch", 80), floor_touch())
    with pytest.raises(Refused):
        check_goal(Goal("own-x", float("inf")))


def test_a_goal_that_every_side_is_past_already_is_nothing_to_aim_at() -> None:
    ahead, behind = Goal("floor-touch", 4), Goal("floor-touch", 6)
    assert [is_behind(floor_touch(), goal, [days_ago(0, 5)]) for goal in (ahead, behind)] == [False, True]
    assert not is_behind(floor_touch(), behind, [])
    latest = [days_ago(0, 50, side=LEFT), days_ago(0, 40, side=RIGHT)]
    for side, value, past in ((LEFT, 45, True), (RIGHT, 45, False), (None, 45, False), (None, 40, True)):
        assert is_behind(rotation(), Goal("seated-rotation", value, side), latest) is past
