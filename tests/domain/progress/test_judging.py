"""The status of a series, and how often it is right."""

from dataclasses import replace

import pytest

from app.domain.measurement import Better
from app.domain.progress.judging import Status, judge
from app.domain.progress.trends import Missing
from tests.benchmarks.statistics import as_lines, rates
from tests.domain.progress.histories import line, weekly
from tests.samples import a_measure, floor_touch

CERTAIN = line(20, -1, 10)  # 9 cm lower, error 5
SLOW = line(20, -0.4, 10)  # 3.6 cm lower: the direction is beyond doubt
FLAT = line(20, 0, 10, wobble=1)


@pytest.mark.parametrize(("better", "status"), [(Better.LOWER, Status.IMPROVING), (Better.HIGHER, Status.MOVING_AWAY)])
def test_a_change_beyond_the_error_is_called_whichever_way_is_better(better: Better, status: Status) -> None:
    assert judge(a_measure(better=better), CERTAIN).status is status


@pytest.mark.parametrize(
    ("better", "status"), [(Better.LOWER, Status.PROBABLY_IMPROVING), (Better.HIGHER, Status.PROBABLY_MOVING_AWAY)]
)
def test_a_clear_direction_within_the_error_is_probable(better: Better, status: Status) -> None:
    assert judge(a_measure(better=better), SLOW).status is status


def test_ups_and_downs_are_no_change_beyond_measuring_error() -> None:
    assert judge(floor_touch(), FLAT).status is Status.NO_CHANGE


def test_a_large_change_is_not_called_while_the_interval_holds_zero() -> None:
    judgement = judge(a_measure(error=1), weekly(20, 0, 18, 40, 5, 3, 22, 1, 17))
    assert judgement.trend is not None
    assert abs(judgement.trend.change) > 1
    assert judgement.status is Status.NO_CHANGE


def test_before_eight_sessions_it_is_not_yet_known_and_says_what_is_missing() -> None:
    judgement = judge(floor_touch(), CERTAIN[:6])
    assert (judgement.status, judgement.trend, judgement.missing) == (Status.NOT_YET_KNOWN, None, Missing(2, 0))


def test_the_persons_own_scatter_can_keep_a_change_from_being_called() -> None:
    scattered = [replace(reading, trials=(reading.value - 5, reading.value, reading.value + 5)) for reading in CERTAIN]
    judgement = judge(floor_touch(), scattered)
    assert judgement.error is not None
    assert not judgement.error.is_published
    assert judgement.status is Status.PROBABLY_IMPROVING


def test_the_strict_error_asks_for_more() -> None:
    measure = replace(floor_touch(), strict_error=10)
    assert judge(measure, CERTAIN).status is Status.IMPROVING
    assert judge(measure, CERTAIN, strict=True).status is Status.PROBABLY_IMPROVING


def test_a_change_of_long_ago_is_not_called_improving_today() -> None:
    values = [40 - week for week in range(20)] + [20 + week % 2 for week in range(27)]
    assert judge(floor_touch(), weekly(*values)).status is Status.NO_CHANGE


def test_noise_is_rarely_called_improving_and_twice_the_error_nearly_always() -> None:
    found = rates(runs=150, seed=3)
    assert [rate.holds for rate in found].count(False) == 0, "\n".join(as_lines(found))
    assert sum(rate.bar is not None for rate in found) == 8
