"""What the numbers say, word for word."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.exercise import Side
from app.domain.measurement import Better, Reading
from app.domain.progress.errors import used_error
from app.domain.progress.judging import judge
from app.domain.progress.projections import Projection
from app.domain.progress.sentences import (
    judgement_sentence,
    projection_sentence,
    rhythm_sentence,
    since_start_sentence,
    status_by_side,
    status_sentence,
)
from app.domain.wording import day_name
from tests.domain.progress.histories import days_ago, line, on_days, weekly
from tests.samples import NOON, a_measure, floor_touch, rotation

LEFT, RIGHT = Side.LEFT, Side.RIGHT
TODAY = NOON.date()


def sides(weeks: int, gain: float, side: Side, aid: str = "phone") -> list[Reading]:
    return [days_ago(7 * (weeks - week - 1), 40 + gain * week, side=side, aid=aid) for week in range(weeks)]


def test_no_reading_says_so() -> None:
    assert status_sentence(floor_touch(), []) == "No reading yet. The first one shows where you start."


def test_the_first_readings_say_what_is_missing_before_anything_is_called_a_change() -> None:
    one, two = days_ago(20, 6), days_ago(10, 3)
    assert status_sentence(floor_touch(), [one]) == (
        "Your first reading, on 3 November: 6.0 cm. "
        "7 more readings and a change can be told from chance: with one a week, in 7 weeks."
    )
    assert status_sentence(floor_touch(), [one, two]).startswith(
        "3.0 cm lower than your first reading on 3 November. 6 more readings and"
    )
    assert status_sentence(floor_touch(), [one, days_ago(10, 6)]).startswith("The same as your first reading")


def test_what_is_missing_is_said_exactly() -> None:
    def said(days: range) -> str:
        return judgement_sentence(judge(floor_touch(), on_days(days, days)), floor_touch().unit)

    assert said(range(0, 49, 7)) == "One more reading and a change can be told from chance."
    assert said(range(0, 42, 7)) == "2 more readings and a change can be told from chance."
    assert said(range(7)).startswith("One more reading, four weeks after the first or later, and")
    assert said(range(6)).startswith("2 more readings, over four weeks in all, and")
    assert said(range(0, 28, 4)).startswith("One more reading, a week after the last, and")
    assert said(range(8)) == (
        "One more reading, 21 days after the last or later, and a change can be told from chance."
    )
    assert said(range(28)).startswith("One more reading, a day after the last or later, and")


@pytest.mark.parametrize(
    ("a_week", "better", "sentence"),
    [
        (-1, Better.LOWER, "Improving: 9.0 cm lower since 19 October, more than {error}."),
        (1, Better.HIGHER, "Improving: 9.0 cm higher since 19 October, more than {error}."),
        (-0.4, Better.LOWER, "Probably improving: 3.6 cm lower since 19 October; "
                             "the direction is clear, the amount still within {error}."),
        (0.4, Better.LOWER, "Probably moving away: 3.6 cm higher since 19 October; "
                            "the direction is clear, the amount still within {error}."),
        (1, Better.LOWER, "Moving away: 9.0 cm higher since 19 October, more than {error}."),
        (0, Better.LOWER, "No change beyond measuring error since 19 October: the ups and downs may be chance."),
    ],
)  # fmt: skip
def test_every_status_has_a_sentence(a_week: float, better: Better, sentence: str) -> None:
    said = status_sentence(a_measure(better=better), line(20, a_week, 10))
    assert said == sentence.format(error="the published measuring error of 5 cm")


def test_the_persons_own_error_is_called_that() -> None:
    readings = [replace(each, trials=(each.value - 1, each.value, each.value + 1)) for each in line(20, -1, 10)]
    said = status_sentence(a_measure(error=None), readings)
    assert said.endswith("more than your own measuring error of 2.8 cm.")


def test_the_error_is_that_of_the_aid() -> None:
    assert "within the published measuring error of 17°" in status_sentence(rotation(), sides(9, 1.5, LEFT, "eye"))
    assert "more than the published measuring error of 6°" in status_sentence(rotation(), sides(9, 1.5, LEFT))


def test_the_strict_error_is_said_where_it_is_chosen() -> None:
    measure = replace(floor_touch(), strict_error=10)
    assert "within the published measuring error of 10 cm" in status_sentence(measure, line(20, -1, 10), strict=True)


def test_each_side_has_its_own_sentence() -> None:
    readings = sides(9, 1, LEFT) + sides(2, 1, RIGHT)
    said = status_by_side(rotation(), readings)
    assert list(said) == [LEFT, RIGHT]
    sentence = status_sentence(rotation(), readings)
    assert sentence.startswith("Left: Improving: 8° higher since 28 September, more than")
    assert "Right: 1° higher than your first reading on 16 November. 6 more readings" in sentence


def test_a_new_aid_says_that_counting_began_anew() -> None:
    readings = [days_ago(40, 30, side=LEFT, aid="eye"), *sides(3, 1, LEFT)]
    assert status_sentence(rotation(), readings).startswith(
        "Left: The way of measuring changed on 9 November; your readings count from there. 5 more readings"
    )


def test_lengths_are_said_in_the_chosen_unit() -> None:
    assert status_sentence(floor_touch(), line(20, -1, 10), "in") == (
        "Improving: 3.5 in lower since 19 October, more than the published measuring error of 2 in."
    )


def test_a_projection_is_said_as_a_range_never_as_a_day() -> None:
    begins = TODAY
    closed = Projection(begins, 5, 0, date(2026, 12, 20), date(2027, 2, 3), (date(2027, 2, 3), 0))
    assert projection_sentence(closed, floor_touch().unit, TODAY) == (
        "If it goes on like this, you reach 0.0 cm between 20 December and 3 February 2027."
    )
    unending = replace(closed, latest=None)
    assert projection_sentence(unending, floor_touch().unit, TODAY) == (
        "If it goes on like this, you reach 0.0 cm some time after 20 December."
    )


@pytest.mark.parametrize(
    ("gap", "since", "friendly"), [(3, 0, True), (0, 0, True), (5, 6, True), (6, 0, False), (3, 7, False)]
)
def test_testing_more_than_weekly_gets_one_friendly_line(gap: int, since: int, friendly: bool) -> None:
    readings = [days_ago(since + gap, 4), days_ago(since, 5)]
    said = rhythm_sentence(floor_touch(), readings, TODAY)
    assert said == ("Once a week is plenty: real change takes longer than that to show." if friendly else "")


def test_left_and_right_on_one_day_are_not_too_often() -> None:
    readings = [days_ago(0, 40, side=LEFT, aid="phone"), days_ago(0, 41, side=RIGHT, aid="phone")]
    assert rhythm_sentence(rotation(), readings, TODAY) == ""


def test_a_day_of_another_year_names_its_year() -> None:
    assert day_name(date(2026, 11, 3), date(2026, 12, 1)) == "3 November"
    assert day_name(date(2025, 11, 3), date(2026, 12, 1)) == "3 November 2025"
    assert day_name(TODAY - timedelta(days=1), TODAY) == "22 November"


def test_what_lies_before_the_trend_is_told_beside_the_error_between_three_readings_each() -> None:
    """By hand: 11 to 1 in mean, and 5 / √2 · √(2/3) = 2.9."""

    def said(*values: float) -> str:
        readings = weekly(*values)
        return since_start_sentence(floor_touch(), readings, used_error(floor_touch(), readings))

    steady = [1.0] * 27
    assert said(20, 11, 11, 11, *steady) == (
        "Since your start (readings 2 to 4, from 26 October 2025): 10.0 cm lower, "
        "more than the measuring error of 2.9 cm between three readings each."
    )
    assert "2.0 cm higher, within the measuring error of 2.9 cm" in said(20, -1, -1, -1, *steady)


def test_a_trend_that_reaches_back_to_the_start_says_it_alone() -> None:
    readings = line(11, -0.4, 29)
    error = used_error(floor_touch(), readings)
    assert [since_start_sentence(floor_touch(), readings[:count], error) for count in (1, 7, 26, 29)] == [""] * 4
    assert since_start_sentence(floor_touch(), line(11, -0.4, 40), None) == ""
