"""What others reach at somebody's age: only shown when it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.exercise import Range
from app.domain.measurement import Measure
from app.domain.profile import Profile
from app.domain.units import format_value
from app.i18n import _


@dataclass(frozen=True, slots=True)
class TypicalNow:
    """What is typical at `age`, in the measure's unit; both ends are the same where one value was published."""

    age: int
    span: Range


def typical_now(measure: Measure, profile: Profile, this_year: int) -> TypicalNow | None:
    """Between two published ages in proportion; None where age or sex is not told, or nothing is published for them."""
    if profile.birth_year is None:
        return None
    age = this_year - profile.birth_year
    for each in measure.typical_ages:
        if each.sex in (None, profile.sex) and each.ages[0] <= age <= each.ages[-1]:
            return TypicalNow(age, Range(_at(age, each.ages, each.low), _at(age, each.ages, each.high)))
    return None


def typical_sentence(measure: Measure, profile: Profile, this_year: int, shown_in: str = "") -> str:
    """ "At about 45 years: 13.0 to 25.0 cm." """
    now = typical_now(measure, profile, this_year)
    if now is None:
        return ""
    high = format_value(now.span.high, measure.unit, shown_in)
    if now.span.low == now.span.high:
        return _("At about {age} years, as you are: {value}.").format(age=now.age, value=high)
    low = format_value(now.span.low, measure.unit, shown_in)
    return _("At about {age} years, as you are: {low} to {high}.").format(age=now.age, low=low, high=high)


def _at(age: int, ages: Sequence[float], values: Sequence[float]) -> float:
    place = next(number for number, each in enumerate(ages) if age <= each)
    if place == 0:
        return values[0]
    share = (age - ages[place - 1]) / (ages[place] - ages[place - 1])
    return values[place - 1] + share * (values[place] - values[place - 1])
