"""What may be kept as a reading, and the sentence for what may not."""

import math
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import NeedsConfirmation, Refused
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.reading_check import EARLIEST, LONGEST_NOTE, check_reading
from tests.samples import NOON, a_measure, a_reading, floor_touch, rotation


def refusal(reading: Reading) -> str:
    with pytest.raises(Refused) as refused:
        check_reading(floor_touch() if reading.measure_id == "floor-touch" else rotation(), reading, NOON)
    assert not isinstance(refused.value, NeedsConfirmation)
    return str(refused.value)


def test_an_ordinary_reading_is_kept_as_it_is_with_the_usual_aid() -> None:
    reading = check_reading(floor_touch(), a_reading(4.5, 4, 5), NOON)
    assert reading.trials == (4.5, 4, 5)
    assert reading.aid == "floor"


def test_an_impossible_value_is_refused_with_the_measure_and_what_is_possible() -> None:
    words = refusal(a_reading(900))
    assert "900.0 cm" in words
    assert "Floor touch" in words
    assert "−40.0 cm" in words
    assert "80.0 cm" in words


def test_the_sentence_speaks_in_the_unit_that_was_typed() -> None:
    words = refusal(a_reading(254, entered_unit="in"))
    assert "100.0 in" in words
    assert "31.5 in" in words


@pytest.mark.parametrize("trial", [math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_refused(trial: float) -> None:
    assert "Floor touch" in refusal(a_reading(trial))


@pytest.mark.parametrize(("trials", "words"), [((), "write at least one"), ((1, 2, 3, 4), "not 4")])
def test_a_reading_has_one_to_three_values(trials: tuple[float, ...], words: str) -> None:
    assert "one to three values" in (said := refusal(a_reading(*trials)))
    assert words in said


def test_one_impossible_trial_among_three_is_enough_to_refuse() -> None:
    assert "99.0 cm" in refusal(a_reading(4, 99, 5))


def test_an_unusual_value_is_kept_once_it_is_confirmed() -> None:
    with pytest.raises(NeedsConfirmation, match=r"60\.0 cm is unusual .* −25\.0 cm to 45\.0 cm"):
        check_reading(floor_touch(), a_reading(60), NOON)
    assert check_reading(floor_touch(), a_reading(60), NOON, confirmed=True).trials == (60,)


def test_confirming_does_not_let_the_impossible_through() -> None:
    with pytest.raises(Refused, match="can't be"):
        check_reading(floor_touch(), a_reading(81), NOON, confirmed=True)


def test_a_measure_without_a_usual_range_asks_nothing() -> None:
    assert check_reading(a_measure(soft=None), a_reading(79), NOON).trials == (79,)


def test_the_future_is_refused_and_this_very_moment_is_not() -> None:
    assert "2026-11-23 12:01" in refusal(a_reading(4, at=NOON + timedelta(minutes=1)))
    assert check_reading(floor_touch(), a_reading(4, at=NOON), NOON)


def test_what_nobody_alive_can_have_measured_is_refused() -> None:
    assert "from 1970-01-02 or later" in refusal(a_reading(4, at=NOON.replace(year=26)))


@pytest.mark.parametrize("hours", [-23, -12, 0, 2, 14, 23])
def test_the_earliest_day_is_the_same_by_every_local_calendar(hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    midnight = datetime.combine(EARLIEST, time(), zone)
    assert check_reading(floor_touch(), a_reading(4, at=midnight), NOON)
    assert midnight.astimezone(UTC).year == 1970
    assert "is too long ago" in refusal(a_reading(4, at=midnight - timedelta(minutes=1)))


def test_a_note_has_an_end() -> None:
    longest = replace(a_reading(4), note="x" * LONGEST_NOTE)
    assert check_reading(floor_touch(), longest, NOON).note == longest.note
    longer = replace(longest, note=longest.note + "x")
    assert "The note is 501 characters long: up to 500 are kept" in refusal(longer)


def test_a_moment_without_its_offset_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="offset"):
        check_reading(floor_touch(), a_reading(4, at=NOON.replace(tzinfo=None)), NOON)


def test_half_a_character_in_the_note_is_refused() -> None:
    with pytest.raises(Refused, match="The note holds something that is no text"):
        check_reading(floor_touch(), replace(a_reading(4), note="felt \udcff"), NOON)


def test_a_sided_measure_needs_its_side() -> None:
    for side in (None, Side.CENTRE, Side.ALTERNATE):
        assert "say left or right" in refusal(a_reading(40, measure="seated-rotation", side=side))
    reading = a_reading(40, measure="seated-rotation", side=Side.RIGHT, entered_unit="deg")
    assert check_reading(rotation(), reading, NOON).side is Side.RIGHT


def test_a_measure_without_sides_takes_none() -> None:
    assert "has no sides" in refusal(a_reading(4, side=Side.LEFT))


def test_a_value_below_zero_implies_the_step() -> None:
    assert check_reading(floor_touch(), a_reading(1, -2, 0), NOON).aid == "step"
    assert check_reading(floor_touch(), a_reading(-2), NOON, last_aid="floor").aid == "step"


def test_a_value_below_zero_said_to_be_taken_on_the_floor_is_refused() -> None:
    assert "−2.0 cm is below zero, which only goes with “On a step” (aid: step)" in refusal(a_reading(-2, aid="floor"))


def test_the_aid_is_the_one_said_else_the_last_one_else_the_usual_one() -> None:
    assert check_reading(floor_touch(), a_reading(4, aid="step"), NOON, last_aid="floor").aid == "step"
    assert check_reading(floor_touch(), a_reading(4), NOON, last_aid="step").aid == "step"
    assert check_reading(floor_touch(), a_reading(4), NOON, last_aid="gone from the catalogue").aid == "floor"
    assert check_reading(a_measure(), a_reading(4), NOON, last_aid="floor").aid is None


def test_an_unknown_aid_is_refused_with_the_aids_there_are() -> None:
    assert "“stilts” is not an aid of “Floor touch”: there are floor, step" in refusal(a_reading(4, aid="stilts"))
    with pytest.raises(Refused, match="without an aid"):
        check_reading(a_measure(), a_reading(4, aid="stilts"), NOON)


@given(st.lists(st.floats(), max_size=5), st.sampled_from([None, *Side]), st.sampled_from([None, "floor", "step", ""]))
def test_whatever_is_kept_lies_in_the_hard_range(trials: list[float], side: Side | None, aid: str | None) -> None:
    try:
        kept = check_reading(floor_touch(), a_reading(*trials, side=side, aid=aid), NOON, confirmed=True)
    except Refused:
        return
    assert 1 <= len(kept.trials) <= 3
    assert all(-40 <= trial <= 80 for trial in kept.trials)
    assert kept.aid == "step" or min(kept.trials) >= 0
