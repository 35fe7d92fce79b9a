"""When a goal may be reached."""

from datetime import date, timedelta
from statistics import median

import pytest

from app.domain.measurement import Better
from app.domain.progress.judging import Judgement, Status, judge
from app.domain.progress.projections import project
from app.domain.progress.trends import Missing, Slope, Trend
from tests.domain.progress.histories import FIRST, line, weekly
from tests.samples import a_measure, floor_touch

LOWER = Better.LOWER
IMPROVING = weekly(20, 20, 17, 18, 15, 16, 13, 13.5, 13, 10, 11, 9)
LAST = FIRST.date() + timedelta(days=77)


def day(number: int) -> date:
    return FIRST.date() + timedelta(days=number)


def test_the_range_is_where_the_lines_of_sens_interval_meet_the_goal() -> None:
    judgement = judge(floor_touch(), IMPROVING)
    found = project(judgement, 0, LOWER, LAST)
    assert found is not None
    assert found.latest is not None
    assert judgement.trend is not None
    found_by_hand = [
        -median(reading.value - slope * 7 * week for week, reading in enumerate(IMPROVING)) / slope
        for slope in (judgement.trend.slope.low, judgement.trend.slope.high)
    ]
    assert (found.earliest, found.latest) == tuple(day(round(number)) for number in found_by_hand)
    assert found.latest - found.earliest > timedelta(days=30)
    assert (found.begins, found.outer) == (LAST, (found.latest, 0))


def test_without_any_scatter_it_is_still_a_range_of_a_fortnight() -> None:
    found = project(judge(floor_touch(), line(20, -1, 12)), 0, LOWER, LAST)
    assert found is not None
    assert (found.earliest, found.latest) == (day(140), day(154))


def test_it_works_upwards_as_well() -> None:
    found = project(judge(a_measure(better=Better.HIGHER), line(20, 1, 12)), 40, Better.HIGHER, LAST)
    assert found is not None
    assert found.earliest == day(140)
    assert found.level == pytest.approx(31)


@pytest.mark.parametrize("weeks_lower", [-0.4, 0, 1])
def test_nothing_is_projected_unless_it_is_improving(weeks_lower: float) -> None:
    assert project(judge(floor_touch(), line(20, weeks_lower, 12)), 0, LOWER, LAST) is None


def test_a_goal_already_reached_is_not_projected() -> None:
    assert project(judge(floor_touch(), line(20, -1, 12)), 9, LOWER, LAST) is None


def test_an_old_trend_is_not_carried_on() -> None:
    judgement = judge(floor_touch(), IMPROVING)
    assert project(judgement, 0, LOWER, LAST + timedelta(days=45)) is not None
    assert project(judgement, 0, LOWER, LAST + timedelta(days=46)) is None


def test_no_day_before_today_is_named() -> None:
    today = LAST + timedelta(days=40)
    found = project(judge(floor_touch(), line(20, -1, 12)), 8, LOWER, today)
    assert found is not None
    assert found.latest is not None
    assert found.earliest == today
    assert found.latest >= today + timedelta(days=14)


def _gentle_level(judgement: Judgement) -> float:
    assert judgement.trend is not None
    readings, slope = judgement.trend.readings, judgement.trend.slope.high
    return median(reading.value - slope * 7 * week for week, reading in enumerate(readings))


def test_too_far_to_be_said_leaves_the_end_open_or_says_nothing() -> None:
    judgement = judge(floor_touch(), line(20, -1, 12, wobble=2))
    assert judgement.trend is not None
    near, far = judgement.trend.slope.low, judgement.trend.slope.high
    between = 20 + (near + far) / 2 * (77 + 2 * 365)
    open_ended = project(judgement, between, LOWER, LAST)
    assert open_ended is not None
    assert open_ended.latest is None
    assert open_ended.outer[0] == LAST + timedelta(days=730)
    assert open_ended.outer[1] == pytest.approx(_gentle_level(judgement) + far * (77 + 730))
    assert open_ended.outer[1] > between
    assert project(judgement, -1000, LOWER, LAST) is None


def test_a_line_that_passed_the_goal_long_before_an_odd_last_session_names_the_next_fortnight() -> None:
    readings = tuple(weekly(*[5.0] * 11, 20.0))
    barely = Trend(Slope(-0.5, -0.5, -1e-12), 5, readings)
    found = project(Judgement(Status.IMPROVING, barely, None, Missing(0, 0)), 10, LOWER, LAST)
    assert found is not None
    assert (found.earliest, found.latest) == (LAST, LAST + timedelta(days=14))
