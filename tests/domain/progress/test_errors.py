"""The measuring error by hand: published, personal, used, and between means."""

from dataclasses import replace
from math import sqrt

import pytest

from app.domain.measurement import Aid, Unit
from app.domain.progress.errors import (
    compare,
    error_between_means,
    personal_error,
    pooled_trial_sd,
    published_error,
    robust_sd,
    used_error,
)
from app.domain.progress.trends import trend
from tests.domain.progress.histories import days_ago, line, weekly
from tests.samples import a_measure, floor_touch, rotation

MDC = 1.96 * sqrt(2)


def test_the_trial_sd_is_pooled_over_the_sessions_by_hand() -> None:
    """(1, 2, 3) leaves 2 squares with 2 degrees of freedom, (4, 8) leaves 8 with 1, (5) none: √(10 / 3)."""
    readings = [days_ago(20, 1, 2, 3), days_ago(10, 4, 8), days_ago(0, 5)]
    assert pooled_trial_sd(readings) == pytest.approx(sqrt(10 / 3))
    assert pooled_trial_sd([days_ago(0, 5)]) is None


def test_the_robust_sd_by_hand() -> None:
    """Of 1, 2, 4, 9, 100 the median is 4, the distances 3, 2, 0, 5, 96, their median 3."""
    assert robust_sd([1, 2, 4, 9, 100]) == pytest.approx(3 * 1.4826)


def test_the_personal_error_is_the_trials_before_there_is_a_trend() -> None:
    assert personal_error(Unit.CM, [days_ago(0, 1, 2, 3)], None) == pytest.approx(MDC)
    assert personal_error(Unit.CM, [days_ago(0, 2)], None) is None


def test_from_eight_sessions_on_the_scatter_about_the_trend_raises_it() -> None:
    readings = line(20, -0.5, 8, wobble=4)
    found = trend(readings)
    assert found is not None
    assert personal_error(Unit.CM, readings, found) == pytest.approx(MDC * robust_sd(found.residuals()))
    assert used_error(a_measure(error=None), readings[:7]) is None


def test_a_steady_change_does_not_raise_the_personal_error() -> None:
    wobbling, still = line(40, -1.5, 20, wobble=2), line(40, 0, 20, wobble=2)
    ours, other = (used_error(a_measure(error=None), readings) for readings in (wobbling, still))
    assert ours is not None
    assert other is not None
    assert ours.value == pytest.approx(other.value, rel=0.15)


@pytest.mark.parametrize(("unit", "step"), [(Unit.CM, 0.5), (Unit.DEG, 1.0)])
def test_a_value_is_never_surer_than_its_rounding(unit: Unit, step: float) -> None:
    assert personal_error(unit, [days_ago(0, 3, 3, 3)], None) == pytest.approx(MDC * step / sqrt(12))


def test_the_larger_of_published_and_personal_is_used_and_says_whose_it_is() -> None:
    calm, wild = [days_ago(0, 4, 5, 6)], [days_ago(0, 1, 9, 5)]
    ours = used_error(floor_touch(), calm)
    assert ours is not None
    assert (ours.value, ours.is_published) == (5, True)
    assert ours.personal == pytest.approx(MDC)
    own = used_error(floor_touch(), wild)
    assert own is not None
    assert (own.published, own.is_published) == (5, False)
    assert own.value == pytest.approx(4 * MDC)


def test_without_a_published_error_the_personal_one_stands_alone() -> None:
    measure = a_measure(error=None)
    assert used_error(measure, [days_ago(0, 4)]) is None
    own = used_error(measure, [days_ago(0, 4, 5, 6)])
    assert own is not None
    assert (own.published, own.is_published) == (None, False)


def test_the_published_error_is_that_of_the_aids_in_the_series() -> None:
    measure = a_measure(one_scale=True, aids=(Aid("floor", "Floor", 5), Aid("step", "Step", 9), Aid("fan", "Fan")))
    assert published_error(measure, [days_ago(1, 6, aid="floor"), days_ago(0, 6, aid="step")]) == 9
    assert published_error(measure, [days_ago(1, 6, aid="fan")]) is None
    assert published_error(rotation(), [days_ago(1, 40, aid="eye")]) == 17


def test_strict_takes_the_stricter_figure_where_there_is_one() -> None:
    readings = [days_ago(0, 4, 5, 6)]
    assert published_error(replace(floor_touch(), strict_error=10), readings, strict=True) == 10
    assert published_error(replace(floor_touch(), strict_error=10), readings) == 5
    assert published_error(floor_touch(), readings, strict=True) == 5


def test_the_error_between_means_by_hand() -> None:
    """SEM = 5 / 2.772 = 1.804; of means of 3 and 6: 1.96 · 1.804 · √(1/3 + 1/6) = 2.5. Of single ones: 5 again."""
    assert error_between_means(5, 3, 6) == pytest.approx(2.5)
    assert error_between_means(5, 1, 1) == pytest.approx(5)


def test_the_first_readings_are_compared_with_the_last() -> None:
    found = compare(weekly(10, 11, 12, 8, 5, 6, 7), error=6)
    assert found is not None
    assert (found.first, found.last, found.change) == (11, 6, -5)
    assert found.error == pytest.approx(6 / sqrt(3))
    assert found.is_larger


def test_a_change_as_large_as_the_error_is_not_larger() -> None:
    found = compare(weekly(5, 10), error=5, first=1, last=1)
    assert found is not None
    assert not found.is_larger


def test_windows_that_overlap_are_not_compared() -> None:
    assert compare(weekly(10, 11, 12, 8, 5), error=6) is None
