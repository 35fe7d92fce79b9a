"""Training days, regular weeks, and the two-month gate at its edges."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from app.domain.plan.weeks import counted_weeks, gate, is_regular, training_days
from tests.domain.plan.histories import DAY, LAST_MONDAY, TODAY, WEEK, a_day, a_week, weeks
from tests.samples import a_session


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 26), date(2026, 9, 28), date(2026, 11, 16)),
        (date(2026, 11, 29), date(2026, 9, 28), date(2026, 11, 16)),  # Sunday: its week is not over yet
        (date(2026, 11, 30), date(2026, 10, 5), date(2026, 11, 23)),
        (date(2027, 1, 3), date(2026, 11, 2), date(2026, 12, 21)),  # over the end of the year
        (date(2024, 3, 4), date(2024, 1, 8), date(2024, 2, 26)),  # with 29 February
    ],
)
def test_the_last_eight_complete_weeks_count(today: date, first: date, last: date) -> None:
    mondays = counted_weeks(today, ())
    assert (mondays[0], mondays[-1], len(mondays)) == (first, last, 8)
    assert {later - earlier for earlier, later in pairwise(mondays)} == {WEEK}


def test_an_earlier_week_takes_the_place_of_each_week_away() -> None:
    away = {LAST_MONDAY, LAST_MONDAY - 3 * WEEK, LAST_MONDAY + WEEK}  # the one that runs counts anyhow only when over
    mondays = counted_weeks(TODAY, away)
    assert (mondays[-1], mondays[0], len(mondays)) == (LAST_MONDAY - WEEK, LAST_MONDAY - 9 * WEEK, 8)
    assert not away & set(mondays)


@pytest.mark.parametrize(("days", "regular"), [(0, False), (2, False), (3, True), (4, True)])
def test_a_regular_week_has_three_training_days(days: int, regular: bool) -> None:
    assert is_regular(LAST_MONDAY, training_days(a_week(LAST_MONDAY, days))) is regular


def test_the_days_of_another_week_do_not_help() -> None:
    days = {LAST_MONDAY - DAY, LAST_MONDAY, LAST_MONDAY + 6 * DAY, LAST_MONDAY + 7 * DAY}
    assert not is_regular(LAST_MONDAY, days)
    assert is_regular(LAST_MONDAY, {*days, LAST_MONDAY + 3 * DAY})


def test_a_set_with_nothing_in_it_makes_no_training_day() -> None:
    session = a_session(datetime(2026, 11, 23, 12, tzinfo=UTC), ["a", "b", "c"])
    skipped = replace(session.sets[0], reps=0)
    assert training_days([replace(session, sets=(skipped, *session.sets[1:]))]) == set()
    held = replace(skipped, reps=None, hold_s=4.0)
    assert training_days([replace(session, sets=(held, *session.sets[1:]))]) == {date(2026, 11, 23)}


def test_a_week_in_which_summer_time_ends_has_its_seven_days() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    monday = date(2026, 10, 19)  # clocks go back on Sunday 25 October
    days = [monday, monday + 5 * DAY, monday + 6 * DAY]
    sessions = [a_day(day, hour=23 if day.weekday() == 6 else 0, zone=berlin) for day in days]
    assert training_days(sessions) == set(days)
    assert is_regular(monday, training_days(sessions))
    assert not is_regular(monday + WEEK, training_days(sessions))


def test_a_day_is_the_local_date_of_the_place_where_it_was_done() -> None:
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    sunday_evening = a_day(LAST_MONDAY + 6 * DAY, hour=23, zone=honolulu)  # already Monday in Berlin
    monday_morning = a_day(LAST_MONDAY, hour=1, zone=auckland)  # still Sunday in Berlin
    assert training_days([sunday_evening, monday_morning]) == {LAST_MONDAY, LAST_MONDAY + 6 * DAY}


@pytest.mark.parametrize(("regular", "is_open"), [(5, False), (6, True), (7, True), (8, True)])
def test_the_gate_wants_six_regular_weeks_of_the_last_eight(regular: int, is_open: bool) -> None:
    met = gate(weeks(regular), "side-bend", TODAY, ())
    assert (met.regular_weeks, met.is_open) == (regular, is_open)


def test_the_regular_weeks_need_not_stand_in_a_row() -> None:
    sessions = [*weeks(3), *weeks(3, LAST_MONDAY - 5 * WEEK), *a_week(LAST_MONDAY - 3 * WEEK, 2)]
    assert gate(sessions, "side-bend", TODAY, ()).is_open
    assert not gate(sessions, "side-bend", TODAY + WEEK, ()).is_open


@pytest.mark.parametrize(("days", "is_open"), [(7, False), (8, True)])
def test_the_gate_wants_the_exercise_itself_on_eight_days(days: int, is_open: bool) -> None:
    regular = weeks(8, exercise="crunch")
    with_it = [a_day(session.started_at.date(), "side-bend", hour=20) for session in regular[:days]]
    met = gate([*regular, *with_it], "side-bend", TODAY, ())
    assert (met.days, met.is_open) == (days, is_open)


def test_twice_on_one_day_is_one_day() -> None:
    sessions = [*weeks(6), *(a_day(session.started_at.date(), hour=20) for session in weeks(6))]
    assert gate(sessions, "side-bend", TODAY, ()).days == 18


def test_weeks_away_neither_help_nor_harm() -> None:
    away = {LAST_MONDAY - number * WEEK for number in range(3)}
    before = weeks(6, LAST_MONDAY - 3 * WEEK)
    assert not gate(before, "side-bend", TODAY, ()).is_open
    assert gate(before, "side-bend", TODAY, away).is_open
    assert gate([*before, *weeks(3)], "side-bend", TODAY, away).regular_weeks == 6


def test_the_week_that_runs_does_not_count_yet() -> None:
    sessions = [*weeks(5), *a_week(LAST_MONDAY + WEEK)]
    assert gate(sessions, "side-bend", TODAY, ()).regular_weeks == 5
    assert gate(sessions, "side-bend", date(2026, 11, 30), ()).regular_weeks == 6


def test_anew_at_a_weight_only_its_own_days_and_weeks_count() -> None:
    sessions = [*weeks(4, LAST_MONDAY - 4 * WEEK, kg=2), *weeks(4, kg=4)]
    met = gate(sessions, "side-bend", TODAY, (), at_kg=4, since=LAST_MONDAY - 3 * WEEK)
    assert (met.regular_weeks, met.days) == (4, 12)
    assert gate(sessions, "side-bend", TODAY, (), at_kg=4).regular_weeks == 8
