"""Series, the record, the line and the sentence."""

from datetime import date, timedelta

import pytest

from app.domain.exercise import Side
from app.domain.measurement import Aid, Better, Reading
from app.domain.progress import (
    day_name,
    latest,
    line_segments,
    record,
    series,
    status_sentence,
)
from tests.samples import NOON, a_measure, a_reading, floor_touch, rotation

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def days_ago(days: int, *trials: float, aid: str | None = None, side: Side | None = None, version: int = 1) -> Reading:
    measure = "seated-rotation" if side else "floor-touch"
    at = NOON - timedelta(days=days)
    return a_reading(*trials, measure=measure, at=at, aid=aid, side=side, protocol_version=version)


def test_a_series_holds_one_side_oldest_first_and_left_comes_before_right() -> None:
    readings = [days_ago(0, 41, side=RIGHT), days_ago(1, 40, side=RIGHT), days_ago(1, 38, side=LEFT)]
    left, right = series(rotation(), readings)
    assert (left.side, [reading.value for reading in left.readings]) == (LEFT, [38])
    assert (right.side, [reading.value for reading in right.readings]) == (RIGHT, [40, 41])


def test_a_changed_aid_starts_a_new_series() -> None:
    readings = [
        days_ago(3, 40, aid="eye", side=LEFT),
        days_ago(2, 41, aid="phone", side=LEFT),
        days_ago(1, 42, aid="phone", side=LEFT),
    ]
    assert [len(each.readings) for each in series(rotation(), readings)] == [1, 2]


def test_a_changed_protocol_starts_a_new_series() -> None:
    assert len(series(floor_touch(), [days_ago(2, 4), days_ago(1, 4, version=2)])) == 2


def test_floor_and_step_are_one_scale() -> None:
    assert len(series(floor_touch(), [days_ago(2, 1, aid="floor"), days_ago(1, -1, aid="step")])) == 1


def test_a_series_ignores_other_measures() -> None:
    assert series(floor_touch(), [a_reading(1, measure="pancake")]) == ()


def test_the_record_is_the_best_single_trial_whichever_way_is_better() -> None:
    readings = [days_ago(1, 4, 6, 5), days_ago(2, 9, 3, 8)]
    lowest, highest = record(readings, Better.LOWER), record(readings, Better.HIGHER)
    assert lowest is not None
    assert highest is not None
    assert (lowest.value, lowest.reading) == (3, readings[1])
    assert (highest.value, highest.reading) == (9, readings[1])


def test_of_two_equal_records_the_earlier_one_stands() -> None:
    readings = [days_ago(1, 3), days_ago(2, 3)]
    best = record(readings, Better.LOWER)
    assert best is not None
    assert best.reading is readings[1]


def test_without_readings_there_is_no_record_and_no_latest() -> None:
    assert record([], Better.LOWER) is None
    assert latest([]) is None


def test_the_latest_reading_is_the_one_performed_last() -> None:
    assert latest([days_ago(1, 4), days_ago(0, 5), days_ago(3, 6)]) == days_ago(0, 5)


def test_the_line_breaks_at_a_gap_of_more_than_45_days() -> None:
    readings = [days_ago(100, 1), days_ago(55, 2), days_ago(9, 3), days_ago(0, 4)]
    assert [[reading.value for reading in part] for part in line_segments(readings)] == [[1, 2], [3, 4]]
    assert line_segments([]) == ()


def test_no_reading_says_so() -> None:
    assert status_sentence(floor_touch(), []).startswith("No reading yet.")


def test_the_first_readings_ask_for_more_before_anything_is_called_a_change() -> None:
    one, two = days_ago(20, 6), days_ago(10, 3)
    assert status_sentence(floor_touch(), [one]) == (
        "Your first reading, on 3 November: 6.0 cm. 2 more readings and a change can be told from chance."
    )
    assert status_sentence(floor_touch(), [one, two]) == (
        "3.0 cm lower than your first reading on 3 November. One more reading and a change can be told from chance."
    )


def test_a_small_change_is_called_within_the_error() -> None:
    readings = [days_ago(20, 6), days_ago(10, 5), days_ago(0, 3)]
    assert status_sentence(floor_touch(), readings) == (
        "3.0 cm lower than your first reading on 3 November. That is within the published measuring error of 5 cm."
    )


@pytest.mark.parametrize(
    ("better", "last", "words"),
    [
        (Better.LOWER, 0, ["6.0 cm lower", "better by more than"]),
        (Better.LOWER, 12, ["6.0 cm higher", "moved away by more than"]),
        (Better.HIGHER, 12, ["6.0 cm higher", "better by more than"]),
        (Better.HIGHER, 0, ["6.0 cm lower", "moved away by more than"]),
        (Better.LOWER, 1, ["5.0 cm lower", "within"]),
        (Better.HIGHER, 6.02, ["The same as your first reading", "within"]),
    ],
)
def test_the_words_respect_which_way_is_better(better: Better, last: float, words: list[str]) -> None:
    sentence = status_sentence(a_measure(better=better), [days_ago(20, 6), days_ago(10, 5), days_ago(0, last)])
    assert all(each in sentence for each in words)
    assert "%" not in sentence
    assert "no progress" not in sentence


def test_without_a_known_error_the_sentence_claims_nothing() -> None:
    sentence = status_sentence(a_measure(error=None), [days_ago(20, 60), days_ago(10, 5), days_ago(0, 3)])
    assert "is not known for this test" in sentence


def test_the_error_is_that_of_the_aid() -> None:
    readings = [days_ago(day, 50 - day, side=LEFT, aid="eye") for day in (12, 4, 0)]
    assert "within the published measuring error of 17°" in status_sentence(rotation(), readings)


def test_the_larger_error_counts_where_two_aids_make_one_scale() -> None:
    measure = a_measure(one_scale=True, aids=(Aid("floor", "Floor", 5), Aid("step", "Step", 9)))
    readings = [days_ago(20, 6, aid="floor"), days_ago(10, 5, aid="step"), days_ago(0, -2, aid="step")]
    assert "within the published measuring error of 9 cm" in status_sentence(measure, readings)


def test_each_side_has_its_own_sentence() -> None:
    readings = [days_ago(day, 40 + 9 - day, side=side, aid="phone") for day in (0, 4, 9) for side in (LEFT, RIGHT)]
    sentence = status_sentence(rotation(), readings[:-1])
    assert sentence.startswith("Left: 9° higher than your first reading on 14 November. That is better by more than")
    assert "Right: 4° higher than your first reading on 19 November. One more reading" in sentence


def test_lengths_are_said_in_the_chosen_unit() -> None:
    readings = [days_ago(20, 6), days_ago(10, 5), days_ago(0, 0.92)]
    assert status_sentence(floor_touch(), readings, "in") == (
        "2.0 in lower than your first reading on 3 November. "
        "That is better by more than the published measuring error of 2 in."
    )


def test_a_day_of_another_year_names_its_year() -> None:
    assert day_name(date(2026, 11, 3), date(2026, 12, 1)) == "3 November"
    assert day_name(date(2025, 11, 3), date(2026, 12, 1)) == "3 November 2025"
