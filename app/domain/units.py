"""Lengths and angles as people write them, in and out of the unit they are stored in.

Raises `Refused` with a sentence for what can't be understood. An inch is exactly 2.54 cm.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import copysign

from app.domain.errors import Refused
from app.domain.measurement import Unit
from app.i18n import _, decimal_mark

CM_PER_INCH = 2.54
A_LITTLE = 1e-9
MINUS = "\N{MINUS SIGN}"

_SUFFIXES = {
    "": None, "cm": "cm", "in": "in", "inch": "in", "inches": "in", '"': "in", "″": "in", "”": "in",
    "deg": "deg", "degree": "deg", "degrees": "deg", "°": "deg", "º": "deg",
}  # fmt: skip
_NUMBER = re.compile(
    r"(?P<sign>[-+])?\s*(?:(?:(?P<whole>\d+)\s+)?(?P<over>\d+)/(?P<under>\d+)|(?P<decimal>\d+(?:[.,]\d*)?|[.,]\d+))"
    r"\s*(?P<suffix>\D*)"
)
_LONGEST = 40  # characters: longer than any real value, far shorter than what would strain int()


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in a measure's own unit (`value`), and the unit it was typed in (`entered`: cm, in or deg)."""

    value: float
    entered: str


def parse_amount(text: str, unit: Unit, typed_in: str | None = None) -> Amount:
    """Understand `4.5`, `4,5`, `-3 cm`, `1 3/4 in`, `1.5"`, `45°`.

    A number without a unit is in `typed_in`, else in `unit`. Refused: no number, a unit of another kind.
    """
    plain = text.strip().replace(MINUS, "-").replace("\N{EN DASH}", "-")
    match = _NUMBER.fullmatch(plain) if len(plain) <= _LONGEST else None
    suffix = match["suffix"].strip().casefold() if match else ""
    suffixes = _SUFFIXES | _own_words()
    if not match or suffix not in suffixes or (match["under"] and int(match["under"]) == 0):
        raise Refused(_("“{text}” is not a value: write a number such as {example}.").format(
            text=_quoted(text), example=_examples(unit)))  # fmt: skip
    entered = suffixes[suffix] or typed_in or unit.value
    if (entered == "deg") != (unit is Unit.DEG):
        raise Refused(_("“{text}” is in {entered}, but this is measured in {units}.").format(
            text=_quoted(text), entered=unit_name(entered), units=_allowed(unit)))  # fmt: skip
    number = _number(match)
    return Amount(number * CM_PER_INCH if entered == "in" else number, entered)


def _own_words() -> dict[str, str]:
    """The units as this language names them, behind a number and in a sentence."""
    shown = {"cm": _("{number} cm"), "in": _("{number} in"), "deg": _("{number}°")}
    behind = {words.format(number="").strip().casefold(): unit for unit, words in shown.items()}
    return behind | {unit_name(unit).casefold(): unit for unit in shown}


def _number(match: re.Match[str]) -> float:
    if match["decimal"]:
        size = float(match["decimal"].replace(",", "."))
    else:
        size = float(int(match["whole"] or 0) + Fraction(int(match["over"]), int(match["under"])))
    return 0.0 - size if match["sign"] == "-" else size


def _quoted(text: str) -> str:
    """`text` as it fits into one line of a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _examples(unit: Unit) -> str:
    return "45, 45.5" if unit is Unit.DEG else "4.5, 4,5, -3 cm, 1 3/4 in"


def _allowed(unit: Unit) -> str:
    return _("degrees") if unit is Unit.DEG else _("cm or inches")


def unit_name(unit: str) -> str:
    """The unit as a word in a sentence."""
    return {"cm": _("cm"), "in": _("inches"), "deg": _("degrees")}[unit]


def format_value(value: float, unit: Unit, shown_in: str | None = None) -> str:
    """`value` (in `unit`) for reading, with its unit: a true minus, one decimal for lengths, none for whole degrees."""
    if unit is Unit.DEG:
        return _("{number}°").format(number=format_number(value, 0 if value == round(value) else 1))
    if shown_in == "in":
        return _("{number} in").format(number=format_number(value / CM_PER_INCH, 1))
    return _("{number} cm").format(number=format_number(value, 1))


def format_short(value: float, unit: Unit, shown_in: str | None = None) -> str:
    """An error as it is printed: 5 cm, not 5.0 cm."""
    return format_value(value, unit, shown_in).replace(f"{decimal_mark()}0", "")


def format_number(value: float, decimals: int) -> str:
    """`value` with `decimals` places, the language's mark before them, and a true minus sign; never a negative zero.

    Halves go away from zero, as people round: 5.25 is 5.3. The little more is far below what anybody reads off.
    """
    text = f"{value + copysign(A_LITTLE, value):.{decimals}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", MINUS).replace(".", decimal_mark())
