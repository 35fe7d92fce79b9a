"""When a person wants to be reminded, as pure functions of what they chose and of the time on the wall.

All moments are wall clock times without a zone: half past seven is half past seven before and after a clock change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

GRACE = timedelta(hours=1)  # what was due while the machine slept is still said for so long
SNOOZE = timedelta(hours=1)
SHORTEST_BREAK_MIN, LONGEST_BREAK_MIN = 20, 240
MOST_TIMES = 6
EVERY_DAY = frozenset(range(7))


class ReminderKind(StrEnum):
    TRAINING = "training"
    DESK_BREAK = "desk-break"


@dataclass(frozen=True, slots=True)
class Reminders:
    """What was asked for; nothing by default. `days` count from Monday as 0.

    `quiet` is from when until when nothing is said, over midnight too; None: never. `break_min` is after how many
    minutes at the desk a break is offered, None: never.
    """

    on: bool = False
    days: frozenset[int] = EVERY_DAY
    times: tuple[time, ...] = (time(18, 0),)
    quiet: tuple[time, time] | None = (time(22, 0), time(7, 0))
    break_min: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    kind: ReminderKind
    moment: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known besides: what was put off and until when, since when one has sat, and the day already trained.

    What was put off is the next thing said: nothing else is until then.
    """

    snoozed: Due | None = None
    sitting_since: datetime | None = None
    trained_today: bool = False


def due_between(chosen: Reminders, asked: Asked, after: datetime, now: datetime) -> Due | None:
    """What has come due later than `after` and by `now`, the latest of it; None also where it is too long ago."""
    begin = max(after, now - GRACE)
    found = [each for each in _moments(chosen, asked, begin, now) if begin < each.moment <= now]
    return max(found, key=lambda each: each.moment, default=None)


def next_due(chosen: Reminders, asked: Asked, now: datetime) -> datetime | None:
    """When to look again; None where nothing is asked for."""
    week = _moments(chosen, asked, now, now + timedelta(days=8))
    return min((each.moment for each in week if each.moment > now), default=None)


def is_quiet(chosen: Reminders, moment: datetime) -> bool:
    if chosen.quiet is None:
        return False
    begin, end = chosen.quiet
    clock = moment.time()
    return begin <= clock < end if begin <= end else clock >= begin or clock < end


def _moments(chosen: Reminders, asked: Asked, begin: datetime, end: datetime) -> Iterator[Due]:
    if not chosen.on:
        return
    put_off = () if asked.snoozed is None else (asked.snoozed,)
    for each in (*put_off, *_training(chosen, asked, begin, end), *_breaks(chosen, asked, begin, end)):
        if not is_quiet(chosen, each.moment) and all(each.moment >= first.moment for first in put_off):
            yield each


def _training(chosen: Reminders, asked: Asked, begin: datetime, end: datetime) -> Iterator[Due]:
    for day in range((end.date() - begin.date()).days + 1):
        date = begin.date() + timedelta(days=day)
        if date.weekday() in chosen.days and not (day == 0 and asked.trained_today):
            yield from (Due(ReminderKind.TRAINING, datetime.combine(date, each)) for each in chosen.times)


def _breaks(chosen: Reminders, asked: Asked, begin: datetime, end: datetime) -> Iterator[Due]:
    """Again and again for who stays seated: one that falls into the night does not end them."""
    if chosen.break_min is None or asked.sitting_since is None:
        return
    after = timedelta(minutes=chosen.break_min)
    moment = asked.sitting_since + after * max(1, -((asked.sitting_since - begin) // after))
    while moment <= end:
        if moment.weekday() in chosen.days:
            yield Due(ReminderKind.DESK_BREAK, moment)
        moment += after


def read_reminders(kept: Any) -> Reminders:
    """What is kept as JSON; whatever does not fit counts as not chosen."""
    if not isinstance(kept, Mapping):
        return Reminders()
    otherwise = Reminders()
    times = _times(kept.get("times"))
    quiet = _times(kept.get("quiet"))
    minutes = kept.get("break_min")
    fits = isinstance(minutes, int) and SHORTEST_BREAK_MIN <= minutes <= LONGEST_BREAK_MIN
    return Reminders(
        on=kept.get("on") is True,
        days=_days(kept.get("days"), otherwise.days),
        times=otherwise.times if times is None else tuple(sorted(set(times)))[:MOST_TIMES],
        quiet=(quiet[0], quiet[1]) if quiet and len(quiet) == 2 else None if "quiet" in kept else otherwise.quiet,
        break_min=minutes if fits else None,
    )


def to_json(chosen: Reminders) -> dict[str, Any]:
    return {
        "on": chosen.on,
        "days": sorted(chosen.days),
        "times": _texts(chosen.times),
        "quiet": None if chosen.quiet is None else _texts(chosen.quiet),
        "break_min": chosen.break_min,
    }


def _days(value: Any, otherwise: frozenset[int]) -> frozenset[int]:
    fits = isinstance(value, list) and all(type(each) is int for each in value)
    return frozenset(value) & EVERY_DAY if fits else otherwise


def _texts(times: Iterable[time]) -> list[str]:
    return [each.strftime("%H:%M") for each in times]


def _times(value: Any) -> list[time] | None:
    if not isinstance(value, list):
        return None
    found = []
    for each in value:
        try:
            found.append(time.fromisoformat(each).replace(second=0, microsecond=0, tzinfo=None))
        except (TypeError, ValueError):
            continue
    return found
