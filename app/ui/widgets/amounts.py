"""Amounts as people type and read them: "12", "2.5 kg", "15–30", "1:30"."""

import re
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.exercise import Range
from app.domain.wording import format_plain, format_range
from app.i18n import _

_LONGEST = 20  # characters of what was typed that a sentence repeats
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,3})?)"
_SPAN = re.compile(rf"{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class AmountKind:
    """From `low` to `high`; `step` is what − and + change. `unit` stands behind it, "" for none.

    `whole` numbers alone; `spans` may be from one number to another, such as "15–30".
    """

    low: float
    high: float
    step: float = 1
    unit: str = ""
    whole: bool = False
    spans: bool = False


def read_amount(text: str, kind: AmountKind) -> Range:
    """What `text` means, one number as a range with equal ends. Refused with what is allowed."""
    plain = text.strip().casefold().removesuffix(kind.unit).removesuffix(_unit_word(kind)).strip()
    clock = _CLOCK.fullmatch(plain) if kind.unit == "s" else None
    span = _SPAN.fullmatch(plain)
    if clock:
        low = high = 60.0 * int(clock[1]) + int(clock[2])
    elif span and (kind.spans or not span[2]):
        low = _number(span[1])
        high = _number(span[2]) if span[2] else low
    else:
        raise Refused(_("“{text}” can't be read. {allowed}").format(text=_short(text), allowed=_allowed(kind)))
    fits = kind.low <= low <= high <= kind.high and not (kind.whole and (low % 1 or high % 1))
    if not fits:
        raise Refused(_("“{text}” does not fit. {allowed}").format(text=_short(text), allowed=_allowed(kind)))
    return Range(low, high)


def show_amount(amount: Range, kind: AmountKind) -> str:
    """ "15–30", "2.5 kg"."""
    return _("{amount} {unit}").format(amount=format_range(amount), unit=_unit_word(kind)).strip()


def _unit_word(kind: AmountKind) -> str:
    return {"kg": _("kg"), "s": _("s")}.get(kind.unit, kind.unit)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _short(text: str) -> str:
    plain = text.strip()
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def _allowed(kind: AmountKind) -> str:
    low, high = format_plain(kind.low), show_amount(Range(kind.high, kind.high), kind)
    if kind.spans:
        return _("Type a number from {low} to {high}, or two such as 15–30.").format(low=low, high=high)
    return _("Type a number from {low} to {high}.").format(low=low, high=high)
