"""What readings add up to: series that may be compared, the record, and one honest sentence.

No percent anywhere: half of the measures improve downwards and several cross zero.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading, Unit
from app.domain.units import format_value
from app.i18n import _, ngettext, pgettext

LINE_BREAKS_AFTER = timedelta(days=45)
READINGS_FOR_A_CHANGE = 3


@dataclass(frozen=True, slots=True)
class Series:
    """Readings of one side that may be compared, oldest first: taken with one aid by one protocol."""

    side: Side | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The best single trial so far, in the measure's unit, and the reading it belongs to."""

    value: float
    reading: Reading


def series(measure: Measure, readings: Iterable[Reading]) -> tuple[Series, ...]:
    """The readings of `measure`, left before right, oldest first, broken where the aid or the protocol changes.

    Where the measure calls its aids one scale, a changed aid breaks nothing.
    """
    found: list[Series] = []
    sides = (Side.LEFT, Side.RIGHT) if measure.sided else (None,)
    for side in sides:
        mine = [reading for reading in readings_of(measure, readings) if reading.side == side]
        start = 0
        for place in range(1, len(mine) + 1):
            if place == len(mine) or not _comparable(measure, mine[place - 1], mine[place]):
                found.append(Series(side, tuple(mine[start:place])))
                start = place
    return tuple(found)


def readings_of(measure: Measure, readings: Iterable[Reading]) -> list[Reading]:
    """The readings of `measure`, oldest first."""
    return sorted((reading for reading in readings if reading.measure_id == measure.id), key=_moment)


def latest(readings: Iterable[Reading]) -> Reading | None:
    return max(readings, key=_moment, default=None)


def record(readings: Iterable[Reading], better: Better) -> Record | None:
    """The best trial of all; of equal ones the earliest."""
    trials = [Record(trial, reading) for reading in sorted(readings, key=_moment) for trial in reading.trials]
    best = min if better is Better.LOWER else max
    return best(trials, key=_value, default=None)


def line_segments(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], ...]:
    """The parts a chart may join with a line, from readings oldest first: none spans a gap of more than 45 days."""
    segments: list[list[Reading]] = []
    for reading in readings:
        if not segments or reading.performed_at - segments[-1][-1].performed_at > LINE_BREAKS_AFTER:
            segments.append([])
        segments[-1].append(reading)
    return tuple(tuple(segment) for segment in segments)


def status_by_side(measure: Measure, readings: Iterable[Reading], shown_in: str = "cm") -> dict[Side | None, str]:
    """What the readings of each side say about change, left before right; without readings what the first will say.

    `shown_in` is cm or in, for lengths.
    """
    current = {each.side: each for each in series(measure, readings)}  # the last series of each side
    if not current:
        return {None: _("No reading yet. The first one shows where you start.")}
    return {side: _status(measure, each.readings, shown_in) for side, each in current.items()}


def status_sentence(measure: Measure, readings: Iterable[Reading], shown_in: str = "cm") -> str:
    """The same in one line, where each side is named."""
    names = {Side.LEFT: _("Left: {sentence}"), Side.RIGHT: _("Right: {sentence}"), None: "{sentence}"}
    said = status_by_side(measure, readings, shown_in)
    return " ".join(names[side].format(sentence=sentence) for side, sentence in said.items())


def _status(measure: Measure, readings: Sequence[Reading], shown_in: str) -> str:
    first, last = readings[0], readings[-1]
    since = day_name(first.performed_at.date(), last.performed_at.date())
    if len(readings) == 1:
        value = format_value(first.value, measure.unit, shown_in)
        change = _("Your first reading, on {day}: {value}.").format(value=value, day=since)
    else:
        change = _change(measure, last.value - first.value, since, shown_in)
    missing = READINGS_FOR_A_CHANGE - len(readings)
    if missing > 0:
        more = ngettext("One more reading and a change can be told from chance.",
                        "{count} more readings and a change can be told from chance.", missing)  # fmt: skip
        return f"{change} {more.format(count=missing)}"
    return f"{change} {_judgement(measure, first, last, shown_in)}"


def _change(measure: Measure, difference: float, since: str, shown_in: str) -> str:
    amount = format_value(abs(difference), measure.unit, shown_in)
    if amount == format_value(0, measure.unit, shown_in):
        return _("The same as your first reading on {day}.").format(day=since)
    if difference < 0:
        return _("{amount} lower than your first reading on {day}.").format(amount=amount, day=since)
    return _("{amount} higher than your first reading on {day}.").format(amount=amount, day=since)


def _judgement(measure: Measure, first: Reading, last: Reading, shown_in: str) -> str:
    errors = [measure.error_with(reading.aid) for reading in (first, last)]
    known = [error for error in errors if error is not None]
    if len(known) < len(errors):
        return _("How much of a change is chance is not known for this test.")
    error = max(known)
    shown = _short(error, measure.unit, shown_in)
    difference = last.value - first.value
    if abs(difference) <= error:
        return _("That is within the published measuring error of {error}.").format(error=shown)
    if (difference < 0) == (measure.better is Better.LOWER):
        return _("That is better by more than the published measuring error of {error}.").format(error=shown)
    return _("It has moved away by more than the published measuring error of {error}.").format(error=shown)


def _short(value: float, unit: Unit, shown_in: str) -> str:
    """A published figure as it is printed: 5 cm, not 5.0 cm."""
    return format_value(value, unit, shown_in).replace(".0", "")


def day_name(day: date, today: date) -> str:
    """“3 November”, with the year where it is not that of `today`."""
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    month = months[day.month - 1]
    if day.year == today.year:
        return pgettext("day", "{day} {month}").format(day=day.day, month=month)
    return pgettext("day", "{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def _moment(reading: Reading) -> datetime:
    return reading.performed_at


def _value(best: Record) -> float:
    return best.value


def _comparable(measure: Measure, one: Reading, other: Reading) -> bool:
    same_aid = measure.one_scale or one.aid == other.aid
    return same_aid and one.protocol_version == other.protocol_version
