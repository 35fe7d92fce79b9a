"""What a person chose for single exercises: the amounts they accepted, and what they opened on purpose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.training.sessions import HEAVIEST_KG, LONGEST_HOLD_S, MOST_REPS
from app.i18n import _

MOST_SETS = 20


class Amount(StrEnum):
    """What of an exercise a choice is about."""

    LOAD = "load_kg"
    REPS = "reps"
    HOLD = "hold_s"
    SETS = "sets"
    EXTRA_LEFT = "extra-left"  # sets more on the left than on the right
    EXTRA_RIGHT = "extra-right"
    OPENED = "opened"  # 1: done although the rules say "not yet"


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` in kilograms, reps, seconds or sets, reps and seconds a side where there are sides."""

    exercise_id: str
    amount: Amount
    value: float
    chosen_at: datetime

    @property
    def day(self) -> date:
        """The local date at the moment of choosing."""
        return self.chosen_at.date()


_BOUNDS = {
    Amount.LOAD: (0, HEAVIEST_KG),
    Amount.REPS: (1, MOST_REPS),
    Amount.HOLD: (1, LONGEST_HOLD_S),
    Amount.SETS: (1, MOST_SETS),
}
_WHOLE = frozenset(Amount) - {Amount.LOAD, Amount.HOLD}


def check_choice(choice: Choice) -> None:
    """Whether such an amount can be. Raises `Refused`."""
    least, most = _BOUNDS.get(choice.amount, (0, 1))
    if not least <= choice.value <= most or (choice.amount in _WHOLE and choice.value != int(choice.value)):
        sentence = _("{value} can't be chosen as {amount} of “{exercise}”: from {least} to {most} is possible.")
        raise Refused(sentence.format(
            value=choice.value, amount=choice.amount, exercise=choice.exercise_id, least=least, most=most))  # fmt: skip


Chosen = Mapping[str, Mapping[Amount, Choice]]  # by the exercise's id
NOTHING_CHOSEN: Chosen = MappingProxyType({})


def by_exercise(choices: Iterable[Choice]) -> Chosen:
    found: dict[str, dict[Amount, Choice]] = {}
    for choice in choices:
        found.setdefault(choice.exercise_id, {})[choice.amount] = choice
    return found


def is_opened(chosen: Chosen, exercise_id: str) -> bool:
    choice = chosen.get(exercise_id, {}).get(Amount.OPENED)
    return choice is not None and choice.value > 0


def extra_side(choices: Mapping[Amount, Choice]) -> Side | None:
    """The side with one set more."""
    sides = {Amount.EXTRA_LEFT: Side.LEFT, Amount.EXTRA_RIGHT: Side.RIGHT}
    return next((side for amount, side in sides.items() if amount in choices and choices[amount].value > 0), None)
