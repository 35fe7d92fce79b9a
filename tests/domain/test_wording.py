"""Doses, sides and times in words."""

import pytest

from app.domain.exercise import Dose, Exercise, Range, Side, Sides
from app.domain.wording import (
    describe_dose,
    format_clock,
    format_plain,
    format_range,
    low_end,
    minutes,
    side_name,
    speak_dose,
    speak_side,
)
from tests.domain.sample_routines import counted, held, hold, reps, series

EACH, ALTERNATE, NONE = Sides.EACH, Sides.ALTERNATE, Sides.NONE


@pytest.mark.parametrize(
    ("exercise", "dose", "load_kg", "read", "heard"),
    [
        (counted(), reps(20, sets=3), None, "3 × 20 reps", "3 sets of 20 reps"),
        (counted(), reps(5), None, "5 reps", "5 reps"),
        (counted(), reps(1), None, "1 rep", "1 rep"),
        (counted(), reps(15, 30, sets=3), None, "3 × 15–30 reps", "3 sets of 15 reps"),
        (counted(sides=EACH), reps(15), None, "15 reps a side", "15 reps a side"),
        (counted(sides=EACH), reps(1), 0, "1 rep a side", "1 rep a side"),
        (counted(sides=EACH), reps(5), 2.0, "5 reps a side · 2 kg", "5 reps a side, with 2 kilograms"),
        (counted(sides=EACH), reps(5), 2.5, "5 reps a side · 2.5 kg", "5 reps a side, with 2.5 kilograms"),
        (counted(), reps(5), 1.0, "5 reps · 1 kg", "5 reps, with 1 kilogram"),
        (counted(sides=ALTERNATE), reps(5), None, "5 reps each way", "5 reps each way"),
        (held(sides=EACH), hold(10, 20), None, "10–20 s a side", "10 seconds a side"),
        (held(sides=EACH), hold(10, sets=2), None, "2 × 10 s a side", "2 sets of 10 seconds a side"),
        (held(), hold(1), None, "1 s", "1 second"),
        (held(), hold(7.5), None, "7.5 s", "7.5 seconds"),
        (series(), hold(10), None, "1 series, 10 s a bend", "1 series, 10 seconds a bend"),
        (series(), hold(10, sets=2), 2.5, "2 series, 10 s a bend · 2.5 kg",
         "2 series, 10 seconds a bend, with 2.5 kilograms"),
    ],
)  # fmt: skip
def test_a_dose_is_read_as_written_and_heard_as_played(
    exercise: Exercise, dose: Dose, load_kg: float | None, read: str, heard: str
) -> None:
    assert describe_dose(exercise, dose, load_kg) == read
    assert speak_dose(exercise, dose, load_kg) == heard


def test_sides_have_names_and_the_middle_is_not_announced() -> None:
    names = [side_name(side) for side in (Side.LEFT, Side.RIGHT, Side.CENTRE, Side.ALTERNATE, None)]
    assert names == ["left", "right", "centre", "alternating", ""]
    spoken = [speak_side(side) for side in (Side.LEFT, Side.RIGHT, Side.CENTRE, Side.ALTERNATE, None)]
    assert spoken == ["left side", "right side", "", "alternating, left first", ""]


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7, "0:07"), (59.9, "0:59"), (65, "1:05"), (545, "9:05"), (3725, "1:02:05"), (-3, "0:00")],
)
def test_a_clock_shows_minutes_and_whole_seconds(seconds: float, text: str) -> None:
    assert format_clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (45.4, "45 s"), (60, "1 min"), (100, "1½ min"), (157, "2½ min"), (285, "5 min"), (546, "9 min"),
     (570, "10 min"), (1758, "29 min")],
)  # fmt: skip
def test_about_how_long_is_told_in_half_minutes_only_where_that_matters(seconds: float, text: str) -> None:
    assert minutes(seconds) == text


def test_a_time_just_under_a_minute_is_never_told_as_sixty_seconds() -> None:
    assert minutes(59.7) == "1 min"


def test_numbers_carry_no_needless_decimals_and_ranges_an_en_dash() -> None:
    assert [format_plain(2.0), format_plain(2.5), format_plain(10.0)] == ["2", "2.5", "10"]
    assert [format_range(Range(15, 30)), format_range(Range(5, 5))] == ["15–30", "5"]


def test_what_a_dose_does_not_have_is_nothing() -> None:
    assert low_end(None) == 0
    assert low_end(Range(15, 30)) == 15
