"""Who a store belongs to: a name, and what figure and typical ranges can make use of."""

import math
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import Refused
from app.i18n import _

LONGEST_NAME = 60
SHORTEST_CM, TALLEST_CM = 100, 230
OLDEST = 120  # years


class Sex(StrEnum):
    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True)
class Profile:
    """`name` "" and None: not told. Nothing but the name is ever asked for twice."""

    name: str = ""
    height_cm: float | None = None
    birth_year: int | None = None
    sex: Sex | None = None

    def describe(self) -> str:
        """ "Anna, born 1980, 172 cm" """
        parts = [self.name]
        if self.birth_year is not None:
            parts.append(_("born {year}").format(year=self.birth_year))
        if self.height_cm is not None:
            parts.append(_("{height:g} cm").format(height=round(self.height_cm, 1)))
        return ", ".join(part for part in parts if part)


def clean_name(typed: str) -> str:
    """On one line, with single spaces. Raises `Refused` where that can't be somebody's name."""
    name = " ".join(typed.split())
    if not any(letter.isalnum() for letter in name):
        raise Refused(_("A profile needs a name with at least one letter or digit."))
    if len(name) > LONGEST_NAME:
        raise Refused(_("The name is {count} characters long: up to {most} are kept.").format(
            count=len(name), most=LONGEST_NAME))  # fmt: skip
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name):
        raise Refused(_("The name holds something that is no text of one line: write it anew."))
    return name


def check_profile(profile: Profile, this_year: int) -> None:
    """Whether it can be a person's. Raises `Refused`."""
    if profile.name:
        clean_name(profile.name)
    height = profile.height_cm
    if height is not None and not (math.isfinite(height) and SHORTEST_CM <= height <= TALLEST_CM):
        raise Refused(_("A height of {height:g} cm can't be: {least} to {most} cm is possible.").format(
            height=height, least=SHORTEST_CM, most=TALLEST_CM))  # fmt: skip
    year = profile.birth_year
    if year is not None and not this_year - OLDEST <= year <= this_year:
        raise Refused(_("{year} can't be the year of birth: {least} to {most} is possible.").format(
            year=year, least=this_year - OLDEST, most=this_year))  # fmt: skip
