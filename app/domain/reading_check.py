"""Whether a reading can be kept: the one gate for the window, the command line and every import."""

import math
from dataclasses import replace
from datetime import date, datetime

from app.domain.errors import NeedsConfirmation, Refused
from app.domain.exercise import Range, Side
from app.domain.measurement import Measure, Reading
from app.domain.training.sessions import LONGEST_NOTE as LONGEST_NOTE
from app.domain.training.sessions import check_note
from app.domain.units import format_value
from app.i18n import _

MOST_TRIALS = 3
EARLIEST = date(1970, 1, 2)  # by the local calendar: before, UTC moments and offsets are not known on every system


def check_reading(
    measure: Measure, reading: Reading, now: datetime, *, confirmed: bool = False, last_aid: str | None = None
) -> Reading:
    """The reading as it is to be kept: with its aid decided.

    A reading without an aid gets the one its trials imply, else `last_aid` (of the measure's last reading), else the
    usual one. Raises `Refused` for what can't be, `NeedsConfirmation` for an unusual value unless `confirmed`.
    """
    check_any_reading(reading, now)
    _check_trials(measure, reading)
    _check_side(measure, reading.side)
    aid = _decide_aid(measure, reading, last_aid)
    if not confirmed:
        _check_usual(measure, reading)
    return replace(reading, aid=aid)


def check_any_reading(reading: Reading, now: datetime) -> None:
    """What holds for a reading of whatever measure, known or not. Raises `Refused`."""
    if not reading.trials:
        raise Refused(_("A reading has one to three values: write at least one."))
    if len(reading.trials) > MOST_TRIALS:
        raise Refused(_("A reading has one to three values, not {count}.").format(count=len(reading.trials)))
    _check_moment(reading.performed_at, now)
    check_note(reading.note)


def _check_trials(measure: Measure, reading: Reading) -> None:
    for trial in reading.trials:
        if not math.isfinite(trial) or trial not in measure.hard:
            raise Refused(_("{value} can't be a reading of “{measure}”: from {low} to {high} is possible.").format(
                value=_shown(trial, measure, reading), measure=measure.name,
                low=_shown(measure.hard.low, measure, reading),
                high=_shown(measure.hard.high, measure, reading)))  # fmt: skip


def _check_usual(measure: Measure, reading: Reading) -> None:
    usual: Range | None = measure.soft
    strange = [trial for trial in reading.trials if usual is not None and trial not in usual]
    if usual is not None and strange:
        raise NeedsConfirmation(_("{value} is unusual for “{measure}”: most are from {low} to {high}.").format(
            value=_shown(strange[0], measure, reading), measure=measure.name,
            low=_shown(usual.low, measure, reading), high=_shown(usual.high, measure, reading)))  # fmt: skip


def _check_side(measure: Measure, side: Side | None) -> None:
    if measure.sided and side not in (Side.LEFT, Side.RIGHT):
        raise Refused(_("“{measure}” is measured on one side at a time: say left or right.").format(
            measure=measure.name))  # fmt: skip
    if not measure.sided and side is not None:
        raise Refused(_("“{measure}” has no sides: leave left and right out.").format(measure=measure.name))


def _check_moment(performed_at: datetime, now: datetime) -> None:
    if performed_at.utcoffset() is None:
        raise ValueError("performed_at needs its offset")
    if performed_at.date() < EARLIEST:
        raise Refused(_("{moment} is too long ago: a reading is from {day} or later.").format(
            moment=performed_at.strftime("%Y-%m-%d %H:%M"), day=EARLIEST))  # fmt: skip
    if performed_at > now:
        raise Refused(_("{moment} is in the future: a reading is from now or earlier.").format(
            moment=performed_at.strftime("%Y-%m-%d %H:%M")))  # fmt: skip


def _decide_aid(measure: Measure, reading: Reading, last_aid: str | None) -> str | None:
    if reading.aid is not None and measure.aid(reading.aid) is None:
        raise Refused(_unknown_aid(measure, reading.aid))
    below = next((trial for trial in reading.trials if trial < 0), None)
    if measure.below_zero_aid is not None and below is not None:
        if reading.aid not in (None, measure.below_zero_aid):
            needed = measure.aid(measure.below_zero_aid)
            raise Refused(_("{value} is below zero, which only goes with “{name}” (aid: {aid}).").format(
                value=_shown(below, measure, reading),
                name=needed.name if needed else measure.below_zero_aid,
                aid=measure.below_zero_aid,
            ))  # fmt: skip
        return measure.below_zero_aid
    if reading.aid is not None or not measure.aids:
        return reading.aid
    return last_aid if measure.aid(last_aid) else measure.aids[0].id


def _unknown_aid(measure: Measure, aid: str) -> str:
    if not measure.aids:
        return _("“{measure}” is taken without an aid: leave “{aid}” out.").format(measure=measure.name, aid=aid)
    return _("“{aid}” is not an aid of “{measure}”: there are {aids}.").format(
        aid=aid, measure=measure.name, aids=", ".join(each.id for each in measure.aids))  # fmt: skip


def _shown(value: float, measure: Measure, reading: Reading) -> str:
    return format_value(value, measure.unit, reading.entered_unit)
