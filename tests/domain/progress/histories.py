"""Made-up series for the tests of progress."""

from collections.abc import Sequence
from datetime import timedelta

from app.domain.exercise import Side
from app.domain.measurement import Reading
from tests.samples import NOON, a_reading

FIRST = NOON - timedelta(days=400)


def days_ago(days: int, *trials: float, aid: str | None = None, side: Side | None = None, version: int = 1) -> Reading:
    """A reading of the floor touch, with a side of the seated rotation."""
    measure = "seated-rotation" if side else "floor-touch"
    at = NOON - timedelta(days=days)
    return a_reading(*trials, measure=measure, at=at, aid=aid, side=side, protocol_version=version)


def on_days(days: Sequence[float], values: Sequence[float]) -> list[Reading]:
    """One trial each, so many days after the first."""
    pairs = zip(days, values, strict=True)
    return [a_reading(value, at=FIRST + timedelta(days=day)) for day, value in pairs]


def weekly(*values: float) -> list[Reading]:
    return on_days([7 * week for week in range(len(values))], values)


def line(start: float, a_week: float, weeks: int, wobble: float = 0) -> list[Reading]:
    """A straight course, every other week higher by `wobble`."""
    return weekly(*(start + a_week * week + wobble * (week % 2) for week in range(weeks)))
