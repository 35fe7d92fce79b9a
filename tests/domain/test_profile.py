"""Who a store belongs to."""

import pytest

from app.domain.errors import Refused
from app.domain.profile import Profile, Sex, check_profile, clean_name


@pytest.mark.parametrize("typed", ["Anna", " Anna  Maria ", "Łukasz", "王小明", "हिन्दी", "7", "<b>Bo</b>", "O'Neil"])
def test_names_in_any_letters_are_kept_as_they_are(typed: str) -> None:
    assert clean_name(typed) == " ".join(typed.split())


@pytest.mark.parametrize("typed", ["", "  ", "***", "🙂", "A" * 61, "A\x00b", "\ud800a"])
def test_what_is_no_name_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(Refused, match=r"name.*\."):
        clean_name(typed)


@pytest.mark.parametrize(
    ("profile", "says"),
    [
        (Profile(height_cm=17), "100 to 230 cm"),
        (Profile(height_cm=float("nan")), "100 to 230 cm"),
        (Profile(birth_year=2027), "1906 to 2026"),
        (Profile(birth_year=26), "1906 to 2026"),
    ],
)
def test_a_height_or_year_that_can_not_be_is_refused_with_what_can(profile: Profile, says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_profile(profile, 2026)


def test_nothing_has_to_be_told() -> None:
    check_profile(Profile(), 2026)
    assert Profile().describe() == ""
    assert Profile("Anna", 172.5, 1980, Sex.WOMAN).describe() == "Anna, born 1980, 172.5 cm"
