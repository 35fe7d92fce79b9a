"""What is open, which days count, what comes next."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.choices import Amount, Choice, by_exercise
from app.domain.exercise import Exercise
from app.domain.plan import locks, training_days, week_days
from app.domain.plan.opening import less_deep
from app.paths import resources_dir
from tests.samples import NOON, a_reading, a_session


@pytest.fixture(scope="module")
def exercises() -> dict[str, Exercise]:
    return dict(load_catalogue(resources_dir()).exercises)


def test_only_the_jefferson_curl_is_locked_at_first_and_the_reason_says_what_to_do(
    exercises: dict[str, Exercise],
) -> None:
    locked = locks([], exercises)
    assert list(locked) == ["jefferson-curl"]
    assert locked["jefferson-curl"].startswith("Not yet: first reach the floor with straight knees.")
    assert "Record a floor touch" in locked["jefferson-curl"]
    assert "Segmental cat-cow" in locked["jefferson-curl"]


def test_the_reason_names_what_is_left_from_the_best_session(exercises: dict[str, Exercise]) -> None:
    readings = [a_reading(3, 2, 9, at=NOON - timedelta(days=7)), a_reading(5, 5, 5)]
    assert "3.0 cm to go" in locks(readings, exercises)["jefferson-curl"]
    assert "1.2 in to go" in locks(readings, exercises, "in")["jefferson-curl"]


def test_a_median_at_the_floor_opens_it(exercises: dict[str, Exercise]) -> None:
    assert locks([a_reading(2, 0, -1)], exercises) == {}


def test_one_lucky_trial_does_not_open_it(exercises: dict[str, Exercise]) -> None:
    assert locks([a_reading(2, 0.5, -1)], exercises)


def test_once_open_it_stays_open(exercises: dict[str, Exercise]) -> None:
    readings = [a_reading(0, at=NOON - timedelta(days=90)), a_reading(7)]
    assert locks(readings, exercises) == {}


def test_without_a_stand_in_the_reason_names_none(exercises: dict[str, Exercise]) -> None:
    alone = replace(exercises["jefferson-curl"], stand_in=None)
    assert "Until then" not in locks([], {alone.id: alone})[alone.id]


def test_other_measures_open_nothing(exercises: dict[str, Exercise]) -> None:
    assert locks([a_reading(-5, measure="hand-to-knee")], exercises)


def test_a_catalogue_without_it_locks_nothing() -> None:
    assert locks([], {}) == {}


def test_a_training_day_has_three_different_exercises() -> None:
    three = a_session(NOON, ["a", "b", "c"])
    two = a_session(NOON - timedelta(days=1), ["a", "b", "a", "b"])
    assert training_days([three, two]) == {date(2026, 11, 23)}


def test_the_sessions_of_one_day_add_up() -> None:
    morning, evening = a_session(NOON, ["a", "b"]), a_session(NOON + timedelta(hours=6), ["b", "c"])
    assert training_days([morning, evening]) == {date(2026, 11, 23)}


def test_the_day_is_the_local_date_at_the_moment_of_doing() -> None:
    tokyo = timezone(timedelta(hours=9))
    early = datetime(2026, 11, 24, 6, 0, tzinfo=tokyo)  # still 23 November in London
    assert training_days([a_session(early, ["a", "b", "c"])]) == {date(2026, 11, 24)}


def test_a_session_over_midnight_counts_for_the_days_its_sets_were_done_on() -> None:
    late = datetime(2026, 11, 23, 23, 57, 30, tzinfo=NOON.tzinfo)
    assert training_days([a_session(late, ["a", "b", "c"])]) == set()
    assert training_days([a_session(late, ["a", "b", "c", "d", "e"])]) == {date(2026, 11, 24)}


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 29)])
def test_the_week_runs_from_monday_to_sunday(today: date) -> None:
    week = week_days({date(2026, 11, 22), date(2026, 11, 24)}, today)
    assert [day.day for day in week] == [date(2026, 11, number) for number in range(23, 30)]
    assert [day.trained for day in week] == [False, True, False, False, False, False, False]
    assert [day.day for day in week if day.today] == [today]


@pytest.mark.parametrize(("median", "is_open"), [(0.5, False), (0.1, False), (0.0, True), (-0.5, True)])
def test_it_opens_at_the_floor_and_not_half_a_centimetre_above(
    exercises: dict[str, Exercise], median: float, is_open: bool
) -> None:
    assert (locks([a_reading(3, median, -4)], exercises) == {}) is is_open


def test_a_person_can_open_it_on_purpose_and_close_it_again(exercises: dict[str, Exercise]) -> None:
    for value, closed in ((1.0, False), (0.0, True)):
        chosen = by_exercise([Choice("jefferson-curl", Amount.OPENED, value, NOON)])
        assert bool(locks([], exercises, chosen=chosen)) is closed
    accepted = by_exercise([Choice("jefferson-curl", Amount.LOAD, 2, NOON)])
    assert locks([], exercises, chosen=accepted)


def test_leaving_out_deep_forward_bending_closes_all_of_it_even_what_is_open(exercises: dict[str, Exercise]) -> None:
    opened = by_exercise([Choice("jefferson-curl", Amount.OPENED, 1, NOON)])
    for readings in ([], [a_reading(-3)]):
        locked = locks(readings, exercises, chosen=opened, leave_out_deep_bending=True)
        assert set(locked) == {"reverse-crunch", "jefferson-curl", "straddle-bends"}
        assert set(locked.values()) == {"Left out: you chose to leave out deep forward bending."}


@pytest.mark.parametrize(("latest", "said"), [(4.5, False), (5.0, False), (5.5, True)])
def test_a_later_median_above_five_brings_one_sentence(
    exercises: dict[str, Exercise], latest: float, said: bool
) -> None:
    sentence = less_deep(a_reading(latest), exercises)
    assert bool(sentence) is said
    assert less_deep(None, exercises) == ""
    assert less_deep(a_reading(latest), {}) == ""
    if said:
        assert sentence.startswith("Jefferson curl: your last floor touch was 5.5 cm above the floor")
