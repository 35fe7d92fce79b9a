"""Readings in their order: series that may be compared, the record, and where a chart's line breaks.

A reading is one session of a test; its value is the median of its trials.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading

LINE_BREAKS_AFTER = timedelta(days=45)


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
    ordered = readings_of(measure, readings)
    sides = (Side.LEFT, Side.RIGHT) if measure.sided else (None,)
    for side in sides:
        mine = [reading for reading in ordered if reading.side == side]
        start = 0
        for place in range(1, len(mine) + 1):
            if place == len(mine) or not measure.comparable(mine[place - 1], mine[place]):
                found.append(Series(side, tuple(mine[start:place])))
                start = place
    return tuple(found)


def current_series(measure: Measure, readings: Iterable[Reading]) -> dict[Side | None, Series]:
    """Of each side the series that is judged, left before right: the one that holds its latest reading.

    Who measures with A, then B, then A again stands in a third series, which begins anew: joining it with the first
    would be a silent join over what was changed meanwhile. Baseline, errors, trend and differences use it alone.
    """
    return {each.side: each for each in series(measure, readings)}


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


def _moment(reading: Reading) -> datetime:
    return reading.performed_at


def _value(best: Record) -> float:
    return best.value
