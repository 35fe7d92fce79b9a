"""Which backups to keep: many of the last days, fewer of the past. Pure, so that a table of dates can test it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

Period = Callable[[datetime], tuple[int, ...]]

ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


def spare(made: Iterable[datetime], today: date) -> set[datetime]:
    """Those of the moments at which a backup was made whose backup may go. Days are those of each moment's own offset.

    All of today and yesterday are kept, and what the future made, since then a clock was wrong. Of what is older, the
    newest of a day is kept for twelve days on which there are backups, then of a week for ten weeks, then of a month
    for nine months. Counted are backups, not days gone by: a long break thins nothing.
    """
    newest_first = sorted(made, reverse=True)
    older = [moment for moment in newest_first if today - moment.date() >= ALL_OF]
    kept: list[datetime] = []
    for most, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        # A week that has a day's backup, and a month that has a week's, needs none of its own.
        left = [moment for moment in older if not kept or period(moment) < period(kept[-1])]
        kept += _newest_of_each(left, most, period)
    return set(older) - set(kept)


def _newest_of_each(newest_first: list[datetime], most: int, period: Period) -> list[datetime]:
    """The newest of each of the `most` last periods there are."""
    firsts: dict[tuple[int, ...], datetime] = {}
    for moment in newest_first:
        firsts.setdefault(period(moment), moment)
    return list(firsts.values())[:most]


def _day(moment: datetime) -> tuple[int, int, int]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, int]:
    year, week, _weekday = moment.isocalendar()
    return year, week


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month
