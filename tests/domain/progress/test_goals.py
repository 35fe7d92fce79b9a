"""The reading that first reached a goal."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.exercise import Side
from app.domain.measurement import Better
from app.domain.progress import Goal, is_reached, reached_by
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
