"""Finding with accents, parts of words and slips of the hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.searching import Search, Searched, fold, nearly

THINGS = Search([
    Searched(fold("Jefferson curl\nchair"), fold("Roll down, vertebra by vertebra.")),
    Searched(fold("Übergang\nMatte")),
    Searched(fold("Side bend\ndumbbell"), fold("Stand tall with the weight in one hand.")),
])  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("", None),
        ("  ", None),
        ("curl", {0}),
        ("CURL chair", {0}),
        ("ubergang", {1}),
        ("über", {1}),
        ("erson", {0}),
        ("vertebra", {0}),
        ("jeferson", {0}),
        ("jefferosn", {0}),
        ("kefferson", {0}),
        ("dumbel", {2}),
        ("dumbel weight", {2}),
        ("vertebrq", set()),  # what is told has to be as it is written
        ("bnd", set()),  # too short for a slip
        ("side curl", set()),
    ],
)
def test_what_is_found(typed: str, places: set[int] | None) -> None:
    assert THINGS.find(typed) == places


WORDS = st.text("abcdefgh", min_size=5, max_size=12)


@given(word=WORDS, place=st.integers(0, 11), letter=st.sampled_from("abcdefgh"), kind=st.integers(0, 3))
def test_one_slip_of_any_kind_is_forgiven(word: str, place: int, letter: str, kind: int) -> None:
    place %= len(word) - 1
    slipped = (
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
    )[kind]
    assert nearly(slipped, word, 1)
    assert nearly(slipped[:-1], word, 2)


@given(typed=WORDS, word=WORDS)
def test_without_slips_only_a_beginning_is_found(typed: str, word: str) -> None:
    assert nearly(typed, word, 0) == word.startswith(typed)
