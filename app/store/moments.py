"""Moments as they are stored: UTC as text of one width, whose order is that of time, and the local offset beside it.

Days, which belong to a calendar and to no offset, are stored as `2026-01-31`.
"""

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta, timezone
from functools import lru_cache

MONDAY = 0
TICK = timedelta(microseconds=1)
_STORED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")


def to_text(moment: datetime) -> str:
    """`2026-01-31T18:30:00.123456Z`. ValueError for a moment without an offset."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} needs its offset")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def offset_min(moment: datetime) -> int:
    """Minutes east of UTC. Seconds of an offset, last used before 1972, are dropped; the moment itself stays exact."""
    return (moment.utcoffset() or timedelta()) // timedelta(minutes=1)


def lived(name: str, moment: datetime | None) -> dict[str, str | int | None]:
    """The two columns of a moment somebody acted at: `<name>_at` and `<name>_offset_min`."""
    return {
        f"{name}_at": to_text(moment) if moment else None,
        f"{name}_offset_min": offset_min(moment) if moment else None,
    }


@lru_cache(maxsize=256)  # a row that is looked at says the same moment several times
def parse_utc(text: str) -> datetime:
    """The moment in UTC. ValueError unless `text` is exactly of the stored shape and such a day exists everywhere."""
    moment = datetime.fromisoformat(text)
    if not _STORED.fullmatch(text) or not MINYEAR < moment.year < MAXYEAR:
        raise ValueError(f"“{text}” is not a stored moment")
    return moment


def parse_day(text: str) -> date:
    """The day. ValueError unless `text` is exactly of the stored shape, `2026-01-31`, and such a day exists."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(f"“{text}” is not a stored day")
    return day


def parse_monday(text: str) -> date:
    """The same for the day that stands for its week. ValueError for any other day."""
    day = parse_day(text)
    if day.weekday() != MONDAY:
        raise ValueError(f"{text} is not a Monday")
    return day


def from_text(text: str, minutes: int) -> datetime:
    """The moment at the offset it was lived in."""
    return datetime.fromisoformat(text).astimezone(_zone(minutes))


@lru_cache(maxsize=256)
def _zone(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))
