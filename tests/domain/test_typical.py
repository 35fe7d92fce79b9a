"""What is typical at somebody's age."""

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.profile import Profile, Sex
from app.domain.typical import typical_now, typical_sentence
from app.paths import resources_dir

MEASURES = load_catalogue(resources_dir()).measures
YEAR = 2026


def aged(age: int, sex: Sex | None = None) -> Profile:
    return Profile(birth_year=YEAR - age, sex=sex)


@pytest.mark.parametrize(("age", "low", "high"), [(25, 16, 28), (45, 13, 25), (65, 10, 22), (35, 14.5, 26.5)])
def test_between_two_published_ages_it_goes_in_proportion(age: int, low: float, high: float) -> None:
    found = typical_now(MEASURES["side-bend-travel"], aged(age), YEAR)
    assert found is not None
    assert (found.span.low, found.span.high) == (low, high)


@pytest.mark.parametrize("profile", [Profile(), aged(24), aged(66)])
def test_without_an_age_or_beyond_what_was_published_nothing_is_said(profile: Profile) -> None:
    assert typical_sentence(MEASURES["side-bend-travel"], profile, YEAR) == ""


def test_what_goes_by_sex_needs_it_told() -> None:
    measure = MEASURES["sit-and-reach"]
    assert typical_sentence(measure, aged(45), YEAR) == ""
    assert typical_sentence(measure, aged(45, Sex.WOMAN), YEAR) == "At about 45 years, as you are: 11.0 cm."
    assert typical_sentence(measure, aged(45, Sex.MAN), YEAR) == "At about 45 years, as you are: 6.0 cm."


def test_it_is_told_in_the_unit_that_is_shown() -> None:
    said = typical_sentence(MEASURES["side-bend-travel"], aged(45), YEAR, "in")
    assert said == "At about 45 years, as you are: 5.1 in to 9.8 in."


def test_where_nothing_is_published_by_age_nothing_is_said() -> None:
    assert typical_sentence(MEASURES["floor-touch"], aged(45, Sex.MAN), YEAR) == ""
