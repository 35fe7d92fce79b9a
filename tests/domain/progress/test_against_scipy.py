"""Every statistic beside SciPy's and NumPy's, over a thousand random irregular histories."""

from datetime import timedelta
from math import isnan
from random import Random
from statistics import NormalDist
from typing import Any
from warnings import catch_warnings, simplefilter

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped]  # it carries no types

from app.domain.measurement import Reading, Unit
from app.domain.progress.baselines import smoothed
from app.domain.progress.errors import personal_error, pooled_trial_sd, robust_sd
from app.domain.progress.trends import day_numbers, level, theil_sen, trend, window
from tests.domain.progress.histories import FIRST
from tests.samples import a_reading

HISTORIES = 1000
EXACT = 1e-9


def near(expected: Any) -> Any:
    """Equal to 1e-9, relative or absolute."""
    return pytest.approx(expected, rel=EXACT, abs=EXACT)


def irregular(chance: Random) -> list[Reading]:
    """Two to seventy sessions of one to four trials, hours to weeks apart, some rounded, some nearly without noise."""
    step, noise, slope = chance.choice([0, 0.5, 1]), chance.choice([0.01, 1, 4]), chance.uniform(-0.2, 0.2)
    readings, day = [], 0.0
    for _session in range(chance.randint(2, 70)):
        trials = [slope * day + chance.gauss(0, noise) for _ in range(chance.randint(1, 4))]
        trials = [round(trial / step) * step if step else trial for trial in trials]
        readings.append(a_reading(*trials, at=FIRST + timedelta(days=day)))
        day += chance.choice([0.1, 0.5, 1, 3, 7, 7, 14, 30]) * chance.uniform(0.5, 1.5)
    return readings


@pytest.fixture(scope="module")
def histories() -> list[list[Reading]]:
    chance = Random(7)  # noqa: S311 - nothing here is a secret
    return [irregular(chance) for _ in range(HISTORIES)]


def their_slope(days: Any, values: Any) -> Any:
    """With nan for the interval where ties make the variance negative."""
    with catch_warnings():
        simplefilter("ignore", RuntimeWarning)
        return stats.theilslopes(values, days, alpha=0.95, method="joint")


def test_slope_interval_and_level_are_those_of_scipy(histories: list[list[Reading]]) -> None:
    compared = 0
    for readings in histories:
        days, values = day_numbers(readings), [reading.value for reading in readings]
        if len(set(days)) < 2:
            continue
        theirs = their_slope(days, values)
        ours = theil_sen(days, values)
        assert ours.middle == near(theirs.slope)
        assert level(days, values, ours.middle) == near(theirs.intercept)
        if not isnan(theirs.low_slope):
            assert (ours.low, ours.high) == near((theirs.low_slope, theirs.high_slope))
            compared += 1
    assert compared > 0.9 * HISTORIES


@pytest.mark.parametrize("confidence", [0.8, 0.9, 0.99])
def test_the_interval_is_that_of_scipy_at_other_confidences(histories: list[list[Reading]], confidence: float) -> None:
    for readings in [each for each in histories if len(each) > 10][:50]:
        days, values = day_numbers(readings), [reading.value for reading in readings]
        theirs = stats.theilslopes(values, days, alpha=confidence)
        ours = theil_sen(days, values, confidence)
        assert (ours.low, ours.high) == near((theirs.low_slope, theirs.high_slope))


def test_the_robust_sd_is_that_of_scipy(histories: list[list[Reading]]) -> None:
    for readings in histories:
        values = [reading.value for reading in readings]
        assert robust_sd(values) == near(1.4826 * stats.median_abs_deviation(values))


def test_the_pooled_trial_sd_is_the_root_of_the_weighted_variances(histories: list[list[Reading]]) -> None:
    for readings in histories:
        repeated = [reading.trials for reading in readings if len(reading.trials) > 1]
        if not repeated:
            assert pooled_trial_sd(readings) is None
            continue
        freedom = [len(trials) - 1 for trials in repeated]
        theirs = np.sqrt(np.average([np.var(trials, ddof=1) for trials in repeated], weights=freedom))
        assert pooled_trial_sd(readings) == near(float(theirs))


def test_the_personal_error_is_that_of_scipys_residuals(histories: list[list[Reading]]) -> None:
    compared = 0
    for readings in histories:
        found = trend(readings)
        if found is None:
            continue
        seen = window(readings)
        days, values = np.array(day_numbers(seen)), np.array([reading.value for reading in seen])
        fit = their_slope(days, values)
        about = 1.4826 * stats.median_abs_deviation(values - fit.intercept - fit.slope * days)
        s = max(about, pooled_trial_sd(readings) or 0, 0.5 / np.sqrt(12))
        assert personal_error(Unit.CM, readings, found) == near(1.96 * np.sqrt(2) * s)
        compared += 1
    assert compared > 0.5 * HISTORIES


def test_the_smoothed_course_is_the_recursion_written_out_as_weights(histories: list[list[Reading]]) -> None:
    """Each value weighs α after it, and (1 − α) = exp(−Δt/τ) for every step since: a sum without recursion."""
    for readings in histories[:200]:
        times = np.array([(reading.performed_at - readings[0].performed_at).total_seconds() for reading in readings])
        days, values = times / 86_400, np.array([reading.value for reading in readings])
        gains = np.append(1.0, 1 - np.exp(-np.diff(days) / 21))
        weights = gains * np.exp(-(days[-1] - days) / 21)
        assert weights.sum() == near(1)
        assert smoothed(readings)[-1] == near(float(weights @ values))


def test_the_normal_quantile_is_that_of_scipy() -> None:
    assert NormalDist().inv_cdf(0.975) == pytest.approx(float(stats.norm.ppf(0.975)), rel=1e-12)
