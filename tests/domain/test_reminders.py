"""Reminders come when they were asked for, and never otherwise."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.reminders import (
    Asked,
    Due,
    ReminderKind,
    Reminders,
    due_between,
    is_quiet,
    next_due,
    read_reminders,
    to_json,
)

MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001  # wall clock times
MINUTE = timedelta(minutes=1)
EVENINGS = Reminders(on=True, days=frozenset({0, 2}), times=(time(18, 0),))
DESK = Reminders(on=True, times=(), break_min=50)


def at(hour: int, minute: int = 0, day: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour, minutes=minute)


def test_nobody_is_reminded_who_has_not_asked() -> None:
    assert next_due(Reminders(), Asked(), at(12)) is None
    assert due_between(replace(EVENINGS, on=False), Asked(), at(17), at(19)) is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(17, 59), at(18)),
        (at(18), at(18, day=2)),  # the one that is due now has been said
        (at(18, 1), at(18, day=2)),
        (at(19, day=2), at(18, day=7)),
    ],
)
def test_the_next_is_at_a_chosen_time_on_a_chosen_day(now: datetime, expected: datetime) -> None:
    assert next_due(EVENINGS, Asked(), now) == expected


def test_it_is_said_once_in_its_minute() -> None:
    assert due_between(EVENINGS, Asked(), at(17, 59), at(18)) == Due(ReminderKind.TRAINING, at(18))
    assert due_between(EVENINGS, Asked(), at(18), at(18, 1)) is None


@pytest.mark.parametrize(("woken", "said"), [(at(18, 59), True), (at(19, 1), False)])
def test_what_came_due_while_the_machine_slept_is_said_for_an_hour(woken: datetime, said: bool) -> None:
    assert (due_between(EVENINGS, Asked(), at(9), woken) is not None) is said


def test_who_has_trained_today_is_left_alone_until_the_next_day() -> None:
    asked = Asked(trained_today=True)
    assert due_between(EVENINGS, asked, at(17), at(18)) is None
    assert next_due(EVENINGS, asked, at(17)) == at(18, day=2)


def test_put_off_it_comes_again_in_an_hour() -> None:
    asked = Asked(snoozed=Due(ReminderKind.TRAINING, at(19, 5)))
    assert next_due(EVENINGS, asked, at(18, 5)) == at(19, 5)
    assert due_between(EVENINGS, asked, at(19, 4), at(19, 5)) == Due(ReminderKind.TRAINING, at(19, 5))


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(21, 59, False), (22, 0, True), (3, 0, True), (6, 59, True), (7, 0, False)]
)
def test_the_quiet_hours_go_over_midnight(hour: int, minute: int, quiet: bool) -> None:
    assert is_quiet(Reminders(), at(hour, minute)) is quiet


def test_in_the_quiet_hours_nothing_is_said() -> None:
    late = replace(EVENINGS, times=(time(22, 30),))
    assert next_due(late, Asked(), at(12)) is None
    assert next_due(replace(late, quiet=None), Asked(), at(12)) == at(22, 30)


def test_a_break_is_offered_after_so_many_minutes_at_the_desk() -> None:
    asked = Asked(sitting_since=at(9))
    assert next_due(DESK, asked, at(9)) == at(9, 50)
    assert due_between(DESK, asked, at(9, 49), at(9, 50)) == Due(ReminderKind.DESK_BREAK, at(9, 50))


def test_breaks_go_on_after_the_night() -> None:
    asked = Asked(sitting_since=at(21, 30))
    assert next_due(DESK, asked, at(21, 40)) == at(7, 30, day=1)  # 22:20 and the others of the night are quiet
    assert next_due(DESK, asked, at(7, 30, day=1)) == at(8, 20, day=1)


def test_until_what_was_put_off_nothing_else_is_said() -> None:
    asked = Asked(snoozed=Due(ReminderKind.DESK_BREAK, at(10, 50)), sitting_since=at(9))
    assert due_between(DESK, asked, at(9, 30), at(10)) is None
    assert next_due(DESK, asked, at(9, 30)) == at(10, 50)


@given(st.lists(st.times(), max_size=4), st.sets(st.integers(0, 6)), st.integers(0, 60 * 24 * 7))
def test_whatever_is_next_is_due_when_its_moment_has_come(times: list[time], days: set[int], minutes: int) -> None:
    chosen = Reminders(on=True, days=frozenset(days), times=tuple(times))
    moment = next_due(chosen, Asked(), MONDAY + minutes * MINUTE)
    if moment is not None:
        said = due_between(chosen, Asked(), moment - MINUTE, moment)
        assert said == Due(ReminderKind.TRAINING, moment)
        assert moment.weekday() in days


def test_what_is_kept_comes_back_as_it_was() -> None:
    chosen = Reminders(True, frozenset({1, 5}), (time(7, 30), time(18, 0)), None, 45)
    assert read_reminders(to_json(chosen)) == chosen


@pytest.mark.parametrize("kept", [None, 3, "on", [], {"on": "yes"}, {"times": "18:00"}, {"days": [True, "x"]}])
def test_what_is_damaged_counts_as_not_chosen(kept: object) -> None:
    assert read_reminders(kept) == Reminders()


def test_what_is_out_of_bounds_is_passed_over() -> None:
    kept = {"on": True, "days": [0, 9], "times": ["18:00", "25:00", 7], "quiet": ["22:00"], "break_min": 1}
    assert read_reminders(kept) == Reminders(True, frozenset({0}), (time(18, 0),), None, None)
