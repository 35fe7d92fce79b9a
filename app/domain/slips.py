"""A value that may be a slip of typing: 45 for 4.5, or a lost sign. It is asked about, never refused."""

from collections.abc import Iterable, Sequence

from app.domain.measurement import Measure, Reading
from app.domain.units import format_value
from app.i18n import _

RECENT = 3  # readings
ROOM_BETWEEN_TRIES, ROOM_BETWEEN_READINGS = 1.5, 2.0  # measuring errors; between readings there is change as well
UNKNOWN_ERROR = 0.1  # of what is possible, where no error is published


def slip_question(measure: Measure, reading: Reading, others: Iterable[Reading]) -> str:
    """What lies far off in `reading`, as a sentence; "" where nothing does.

    A try is far off where every other one is further away than one and a half times the measuring error, which chance
    alone hardly does; the reading's value where each of the last three before it is further away than twice the error.
    `others` are readings of the measure, oldest first; those of another side or scale are passed over.
    """
    error = measure.error_with(reading.aid) or UNKNOWN_ERROR * (measure.hard.high - measure.hard.low)
    distance, odd, rest = max(_distances(reading.trials), key=lambda found: found[0], default=(0.0, 0.0, ()))
    if distance > ROOM_BETWEEN_TRIES * error:
        return _("{value} is far from the other tries: {others}.").format(
            value=_shown(odd, measure, reading), others=_listed(rest, measure, reading))  # fmt: skip
    recent = [each.value for each in _before(measure, reading, others)]
    if recent and min(abs(reading.value - value) for value in recent) > ROOM_BETWEEN_READINGS * error:
        return _("{value} is far from your last readings: {others}.").format(
            value=_shown(reading.value, measure, reading), others=_listed(recent, measure, reading))  # fmt: skip
    return ""


def _distances(trials: Sequence[float]) -> Iterable[tuple[float, float, Sequence[float]]]:
    """How far each trial is from the nearest other one, the trial, and the others, the last trial first.

    Of two that are far apart the last is the odd one; a single one has no distance.
    """
    for place in reversed(range(len(trials))):
        rest = [*trials[:place], *trials[place + 1 :]]
        if rest:
            yield min(abs(trials[place] - other) for other in rest), trials[place], rest


def _before(measure: Measure, reading: Reading, others: Iterable[Reading]) -> list[Reading]:
    found = [
        each for each in others
        if each.id != reading.id and each.side == reading.side and each.performed_at <= reading.performed_at
        and measure.comparable(each, reading)
    ]  # fmt: skip
    return found[-RECENT:]


def _listed(values: Iterable[float], measure: Measure, reading: Reading) -> str:
    return " · ".join(_shown(value, measure, reading) for value in values)


def _shown(value: float, measure: Measure, reading: Reading) -> str:
    return format_value(value, measure.unit, reading.entered_unit)
