"""Seconds as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.ui.widgets.seconds import read_seconds, show_seconds

MOST = 600.0


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("30", 30),
        (" 30 s ", 30),
        ("30S", 30),
        ("0", 0),
        ("600", 600),
        ("2.5", 2.5),
        ("2,5 s", 2.5),
        ("1:30", 90),
        ("٣٠", 30),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, seconds: float) -> None:
    assert read_seconds(typed, MOST) == seconds


@pytest.mark.parametrize("typed", ["", "abc", "-5", "1:60", "1:3", "30 min", "1e3", "nan", "1.25"])
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Refused, match=r"such as 30.*1:30"):
        read_seconds(typed, MOST)


@pytest.mark.parametrize("typed", ["601", "10:01", "9999"])
def test_too_long_a_time_is_refused_with_the_longest_there_is(typed: str) -> None:
    with pytest.raises(Refused, match="600 seconds"):
        read_seconds(typed, MOST)


@given(st.integers(0, 6000))
def test_what_is_shown_can_be_typed(tenths: int) -> None:
    assert read_seconds(show_seconds(tenths / 10), MOST) == tenths / 10
