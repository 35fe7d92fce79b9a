"""The Theil–Sen slope by hand, and which sessions it looks at."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.progress.trends import Missing, day_numbers, missing, theil_sen, trend, window
from tests.domain.progress.histories import FIRST, line, on_days, weekly
from tests.samples import a_reading

TENTHS = st.integers(-400, 400).map(lambda number: number / 10)
DAYS_AND_VALUES = st.lists(st.tuples(st.integers(0, 180), TENTHS), min_size=3, max_size=30).filter(
    lambda pairs: len({day for day, _value in pairs}) > 1
)


def test_the_slope_is_the_median_of_all_pairs_by_hand() -> None:
    """Pairs of (0, 0) (1, 2) (2, 1) (4, 5): 2, 0.5, 1.25, −1, 1, 2; sorted −1, 0.5, 1, 1.25, 2, 2."""
    slope = theil_sen([0, 1, 2, 4], [0, 2, 1, 5])
    assert slope.middle == pytest.approx(1.125)


def test_sens_interval_by_hand() -> None:
    """n = 4: variance 4·3·13/18 = 8.667; (6 ∓ 1.95996·2.944)/2 = 0.115 and 5.885: the first and the last slope."""
    slope = theil_sen([0, 1, 2, 4], [0, 2, 1, 5])
    assert (slope.low, slope.high) == (-1, 2)
    assert not slope.excludes_zero


def test_two_readings_of_one_day_make_no_slope_between_them() -> None:
    assert theil_sen([0, 0, 10], [5, 9, 7]).middle == pytest.approx(0)
    with pytest.raises(ValueError, match="two different days"):
        theil_sen([3, 3], [1, 2])


def test_so_many_ties_that_the_variance_is_negative_leave_every_slope_possible() -> None:
    slope = theil_sen([0] * 7 + [30], [5.0] * 8)
    assert (slope.low, slope.middle, slope.high) == (0, 0, 0)


@given(DAYS_AND_VALUES)
def test_the_slope_lies_inside_its_interval_and_turns_with_the_values(pairs: list[tuple[int, float]]) -> None:
    days, values = [day for day, _value in pairs], [value for _day, value in pairs]
    slope, turned = theil_sen(days, values), theil_sen(days, [-value for value in values])
    assert slope.low <= slope.middle <= slope.high
    assert turned.middle == pytest.approx(-slope.middle)


@given(DAYS_AND_VALUES, TENTHS)
def test_a_steady_gain_adds_itself_to_the_slope(pairs: list[tuple[int, float]], gain: float) -> None:
    days, values = [day for day, _value in pairs], [value for _day, value in pairs]
    steeper = theil_sen(days, [value + gain * day for day, value in pairs])
    assert steeper.middle == pytest.approx(theil_sen(days, values).middle + gain, abs=1e-9)


def test_one_odd_session_hardly_moves_the_trend() -> None:
    steady = [10 - 0.5 * week for week in range(20)]
    odd = [*steady[:9], 60.0, *steady[10:]]
    found = trend(weekly(*odd))
    assert found is not None
    assert found.change == pytest.approx(-9.5, abs=0.2)


def test_the_line_has_the_level_of_the_readings() -> None:
    found = trend(line(12, -1, 10))
    assert found is not None
    assert found.value_on(FIRST.date()) == pytest.approx(12)
    assert found.value_on(FIRST.date() + timedelta(days=63)) == pytest.approx(3)
    assert found.residuals() == pytest.approx([0] * 10)


def test_a_trend_needs_eight_sessions_over_28_days() -> None:
    seven, daily = line(12, -1, 7), on_days(range(8), range(8))
    assert (trend(seven), missing(seven)) == (None, Missing(1, 0))
    assert (trend(daily), missing(daily)) == (None, Missing(0, 21))
    assert missing([]) == Missing(8, 28)
    enough = on_days([0, 4, 8, 12, 16, 20, 24, 28], range(8))
    assert trend(enough) is not None
    assert not missing(enough)


def test_the_trend_looks_at_the_last_180_days() -> None:
    found = trend(line(40, -1, 52))
    assert found is not None
    assert (found.last - found.first).days == 175
    assert len(found.readings) == 26


def test_the_180th_day_before_the_last_session_still_counts() -> None:
    readings = on_days([0, 1, 2, 30, 60, 90, 120, 150, 160, 181], range(10))
    assert window(readings) == tuple(readings[1:])


def test_a_test_taken_every_fourth_week_is_judged_by_its_last_eight_sessions() -> None:
    readings = on_days([28 * number for number in range(12)], range(12))
    assert window(readings) == tuple(readings[-8:])


def test_what_is_older_than_a_year_is_not_judged() -> None:
    readings = on_days([0, 7, 14, 21, 28, 35, 42, 500], range(8))
    assert len(window(readings)) == 1
    assert missing(readings) == Missing(7, 28)


def test_a_day_is_that_of_the_calendar_where_it_was() -> None:
    late = FIRST.replace(hour=23, minute=50)
    moments = (late, late + timedelta(minutes=20))
    assert day_numbers([a_reading(1, at=moment) for moment in moments]) == [0, 1]
