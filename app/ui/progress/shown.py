"""Readings in words, as every part of the Progress tab says them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.charts.course import Course
from app.charts.span import Span
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading, Unit
from app.domain.progress.goals import Goal
from app.domain.progress.histories import latest
from app.domain.units import CM_PER_INCH, MINUS, Amount, format_number, format_value
from app.i18n import _, decimal_mark, pgettext

READ_OFF = 2  # decimals at most


@dataclass(frozen=True, slots=True)
class ChartShown:
    """What a chart is to show; `sentence` is what a screen reader says of it."""

    course: Course
    span: Span
    now: datetime
    strict: bool = False
    sentence: str = ""

    @property
    def measure(self) -> Measure:
        return self.course.measure

    @property
    def readings(self) -> Sequence[Reading]:
        return self.course.readings

    @property
    def goals(self) -> Sequence[Goal]:
        return self.course.goals

    @property
    def shown_in(self) -> str:
        return shown_unit(self.readings)


def shown_unit(readings: Iterable[Reading]) -> str:
    """Lengths are shown as the person last entered them: in inches after inches, else in cm."""
    last = latest(readings)
    return "in" if last is not None and last.entered_unit == "in" else "cm"


def side_title(side: Side | None) -> str:
    """The side as the first word of a line; empty without a side."""
    return {Side.LEFT: _("Left"), Side.RIGHT: _("Right")}.get(side, "") if side else ""


def side_letter(side: Side | None) -> str:
    """The side in one letter, where its colour and the words around it say the rest; empty without a side."""
    return {Side.LEFT: pgettext("side", "L"), Side.RIGHT: pgettext("side", "R")}.get(side, "") if side else ""


def side_tone(side: Side | None) -> str:
    """The colour role that goes with the side's word."""
    return side.value if side in (Side.LEFT, Side.RIGHT) else ""


def bare_value(value: float, unit: Unit, shown_in: str) -> str:
    """A value without its unit of length, for rows of several; degrees keep their sign."""
    if unit is Unit.DEG:
        return format_value(value, unit)
    return format_number(value / CM_PER_INCH if shown_in == "in" else value, 1)


def tries(reading: Reading, measure: Measure, shown_in: str) -> str:
    """Every trial in its order, without the unit: "−1.0 · −1.5 · −2.0"."""
    return " · ".join(bare_value(trial, measure.unit, shown_in) for trial in reading.trials)


def how_taken(reading: Reading, measure: Measure) -> str:
    """ "Standing on a step, warm"; an aid the catalogue no longer has keeps its id."""
    aid = measure.aid(reading.aid)
    name = aid.name if aid else reading.aid or ""
    warmth = _("warm") if reading.warm else _("cold")
    return f"{name}, {warmth}" if name else warmth


def understood(amount: Amount, unit: Unit) -> str:
    """What was understood of an entry: "−3.0 cm", "1.75 in = 4.4 cm"."""
    value = format_value(amount.value, unit)
    if amount.entered != "in":
        return value
    inches = f"{amount.value / CM_PER_INCH:.4g}".replace("-", MINUS).replace(".", decimal_mark())
    return "{} = {}".format(_("{number} in").format(number=inches), value)


def typed(value: float, unit: str) -> str:
    """A stored value as the person would type it in `unit` (cm, in or deg); one that was in the other unit, as it was.

    4.445 among centimetres was 1 3/4 inches: the other unit is named where it takes fewer decimals, and this one more
    than anybody reads off.
    """
    here, there = _plain(value, unit), _plain(value, "cm" if unit == "in" else "in")
    if unit == Unit.DEG or _decimals(here) <= READ_OFF or _decimals(there) >= _decimals(here):
        return here
    return (_("{number} cm") if unit == "in" else _("{number} in")).format(number=there)


def _plain(value: float, unit: str) -> str:
    return f"{round(value / CM_PER_INCH if unit == 'in' else value, 4):.6g}".replace(".", decimal_mark())


def _decimals(number: str) -> int:
    return len(number.partition(decimal_mark())[2])
