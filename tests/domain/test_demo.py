"""The made-up history: the same for the same seed, plausible, and within every rule."""

from collections import defaultdict
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.domain.demo import make_history
from app.domain.measurement import Better, Reading
from app.domain.plan import GATED_EXERCISE, locks, training_days
from app.domain.reading_check import check_reading
from app.domain.training.sessions import Session
from app.paths import resources_dir
from tests.samples import NOON

CATALOGUE = load_catalogue(resources_dir())
History = tuple[list[Session], list[Reading]]


@pytest.fixture(scope="module")
def two_years() -> History:
    return make_history(CATALOGUE, NOON, years=2, seed=1)


def test_the_same_seed_tells_the_same_story_and_another_seed_another_one(two_years: History) -> None:
    assert make_history(CATALOGUE, NOON, years=2, seed=1) == two_years
    assert make_history(CATALOGUE, NOON, years=2, seed=2) != two_years


@settings(max_examples=25, deadline=None)
@given(st.integers(), st.integers(1, 4), st.integers(0, 23))
def test_nothing_lies_in_the_future_nor_long_before_the_beginning(seed: int, years: int, hour: int) -> None:
    now = NOON.replace(hour=hour)
    sessions, readings = make_history(CATALOGUE, now, years, seed)
    moments = [moment for each in sessions for moment in (each.started_at, each.finished_at) if moment]
    moments += [each.performed_at for each in readings]
    assert max(moments) <= now
    assert min(moments) >= now - timedelta(days=366 * years + 1)
    assert now - max(moments) < timedelta(days=14)
    ids = {each.id for each in sessions} | {each.id for each in readings}
    assert len(ids) == len(sessions) + len(readings)


def test_training_has_good_weeks_and_holidays(two_years: History) -> None:
    weeks: defaultdict[tuple[int, int], int] = defaultdict(int)
    for day in training_days(two_years[0]):
        weeks[day.isocalendar()[:2]] += 1
    assert max(weeks.values()) in {4, 5}
    assert 70 <= len(weeks) <= 103  # of 105 calendar weeks


def test_every_session_plays_a_routine_of_the_catalogue_in_order(two_years: History) -> None:
    for session in two_years[0]:
        known = {step.exercise_id for step in CATALOGUE.routine(session.routine_id).steps}
        assert {done.exercise_id for done in session.sets} <= known
        assert session.finished_at is not None
        moments = [session.started_at, *(done.finished_at for done in session.sets), session.finished_at]
        assert moments == sorted(moments)
        assert len({done.work for done in session.sets}) == len(session.sets)


def test_discomfort_is_asked_once_an_exercise_and_often_not_answered(two_years: History) -> None:
    answers = [done.discomfort for session in two_years[0] for done in session.sets]
    assert {None, 0, 1, 2} <= set(answers) <= {None, 0, 1, 2, 3, 4}
    for session in two_years[0]:
        for done, following in zip(session.sets, session.sets[1:], strict=False):
            assert done.discomfort is None or following.exercise_id != done.exercise_id


def test_every_reading_is_one_that_could_be_recorded(two_years: History) -> None:
    for reading in two_years[1]:
        measure = CATALOGUE.measure(reading.measure_id)
        assert check_reading(measure, reading, NOON, confirmed=True) == reading
        assert len(reading.trials) == 3


def test_the_four_default_tests_are_measured_on_every_side(two_years: History) -> None:
    sides = {(each.measure_id, each.side) for each in two_years[1]}
    expected = {
        (measure.id, side)
        for measure in CATALOGUE.measures.values()
        if measure.default
        for side in (("left", "right") if measure.sided else (None,))
    }
    assert sides == expected


@pytest.mark.parametrize("measure_id", ["floor-touch", "hand-to-knee", "seated-rotation", "pancake"])
def test_two_years_make_a_difference_in_the_right_direction(two_years: History, measure_id: str) -> None:
    values = [each.value for each in two_years[1] if each.measure_id == measure_id]
    change = values[-1] - values[0]
    assert change < -5 if CATALOGUE.measure(measure_id).better is Better.LOWER else change > 5


def test_the_jefferson_curl_is_done_only_after_the_floor_was_reached(two_years: History) -> None:
    sessions, readings = two_years
    curled = [each.started_at for each in sessions if any(done.exercise_id == GATED_EXERCISE for done in each.sets)]
    assert curled
    earlier = [each for each in readings if each.performed_at < curled[0]]
    assert locks(earlier, CATALOGUE.exercises) == {}


def test_moments_have_the_offset_of_the_clock() -> None:
    tokyo = timezone(timedelta(hours=9))
    sessions, readings = make_history(CATALOGUE, datetime(2026, 11, 23, 12, tzinfo=tokyo), 1, 1)
    assert {each.started_at.utcoffset() for each in sessions} == {timedelta(hours=9)}
    assert {each.performed_at.utcoffset() for each in readings} == {timedelta(hours=9)}
