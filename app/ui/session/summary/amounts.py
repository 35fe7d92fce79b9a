"""Reps, seconds and kilograms as somebody types them into the summary."""

import re
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.training.sessions import HEAVIEST_KG, LONGEST_HOLD_S, MOST_REPS
from app.domain.wording import format_plain
from app.i18n import _

_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{0,3})?")
_LONGEST = 20  # characters of what was typed that a sentence repeats


@dataclass(frozen=True, slots=True)
class AmountKind:
    """From 0 to `most`; `step` is what one press of an arrow changes; `decimals` may be typed."""

    most: float
    step: float
    decimals: int


REPS = AmountKind(most=MOST_REPS, step=1, decimals=0)
SECONDS = AmountKind(most=LONGEST_HOLD_S, step=1, decimals=1)
KILOGRAMS = AmountKind(most=HEAVIEST_KG, step=0.5, decimals=2)


def read_amount(text: str, kind: AmountKind) -> float:
    """Understands `12`, `2.5` and `2,5`. Refused with what is allowed where it does not fit."""
    plain = text.strip()
    number = float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
    if number is None or number > kind.most or number != round(number, kind.decimals):
        shown = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
        raise Refused(_allowed(kind).format(text=shown, most=format_plain(kind.most)))
    return number


def _allowed(kind: AmountKind) -> str:
    if kind is REPS:
        return _("“{text}” can't be kept as reps: write a whole number from 0 to {most}.")
    if kind is SECONDS:
        return _("“{text}” can't be kept as seconds: write a number from 0 to {most}.")
    return _("“{text}” can't be kept as a weight: write kilograms from 0 to {most}, such as 2.5.")
