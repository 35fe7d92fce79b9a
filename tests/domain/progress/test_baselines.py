"""Where somebody started, and the smoothed course."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.progress.baselines import Baseline, baseline, smoothed
from app.domain.progress.errors import MeasuringError
from tests.domain.progress.histories import on_days, weekly


def test_the_baseline_is_the_median_of_sessions_two_to_four() -> None:
    assert baseline(weekly(30, 12, 9, 11, 1, 2), MeasuringError(5, 5, None)) == Baseline(11, 6, 16)


def test_before_the_fourth_session_there_is_no_baseline() -> None:
    assert baseline(weekly(30, 12, 9), None) is None


def test_without_a_known_error_the_baseline_has_no_band() -> None:
    assert baseline(weekly(30, 12, 9, 11), None) == Baseline(11, 11, 11)


def test_the_smoothed_course_by_hand() -> None:
    """After 21 days a new value weighs 1 − 1/e; half a day later hardly anything."""
    first, second, third = smoothed(on_days([0, 21, 21.5], [10, 0, 100]))
    assert first == 10
    assert second == pytest.approx(10 * exp(-1))
    assert third == pytest.approx(second + (100 - second) * (1 - exp(-0.5 / 21)))
    assert smoothed([]) == ()


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(-40, 80)), min_size=1, max_size=30))
def test_the_smoothed_course_never_leaves_what_was_measured(steps: list[tuple[int, int]]) -> None:
    days = [sum(gap for gap, _value in steps[: place + 1]) for place in range(len(steps))]
    values = [value for _gap, value in steps]
    assert all(min(values) - 1e-9 <= each <= max(values) + 1e-9 for each in smoothed(on_days(days, values)))


def test_many_readings_of_one_moment_do_not_move_the_course() -> None:
    assert smoothed(on_days([0, 0, 0], [5, 50, 80])) == (5, 5, 5)
