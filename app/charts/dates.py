"""The date axis in the person's own words: matplotlib's formatters speak the language of the C library instead."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from matplotlib.dates import DAILY, MONTHLY, YEARLY, AutoDateLocator
from matplotlib.ticker import Formatter

from app.domain.wording import short_day
from app.i18n import pgettext

_LETTER = 0.62  # the width of a letter in the height of its font, on the generous side

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # matplotlib counts its days from here, on the wall clock


def axis_days(moment: datetime) -> float:
    """`moment` as a date axis has it, by its own wall clock: a reading at 8 stays at 8 wherever it is looked at."""
    return (moment.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)


def axis_noon(day: date) -> float:
    """The noon of `day` as a date axis has it."""
    return axis_days(datetime.combine(day, time(12)))


def short_months() -> tuple[str, ...]:
    return (
        pgettext("month", "Jan"), pgettext("month", "Feb"), pgettext("month", "Mar"), pgettext("month", "Apr"),
        pgettext("month", "May"), pgettext("month", "Jun"), pgettext("month", "Jul"), pgettext("month", "Aug"),
        pgettext("month", "Sep"), pgettext("month", "Oct"), pgettext("month", "Nov"), pgettext("month", "Dec"),
    )  # fmt: skip


class DayLocator(AutoDateLocator):
    """Ticks on years, months or days, never finer, and never more than there is room to label."""

    def __init__(self) -> None:
        super().__init__(minticks=3)  # type: ignore[no-untyped-call]  # matplotlib.dates has no types
        self.intervald[MONTHLY] = [1, 2, 3, 4, 6]
        self.intervald[DAILY] = [1, 7, 14]  # others crowd at the end of a month

    def fit(self, width: float, font_px: float) -> None:
        """Make room: the axis is `width` logical pixels wide."""
        month = max(len(name) for name in short_months())
        for frequency, letters in {YEARLY: 4, MONTHLY: max(4, month), DAILY: _longest_date()}.items():
            self.maxticks[frequency] = max(3, int(width / (font_px * (letters * _LETTER + 1))))


def widest_date(font_px: float) -> float:
    """No date of the axis is wider than this, in logical pixels."""
    return font_px * _LETTER * _longest_date()


def _longest_date() -> int:
    return max(len(short_day(28, month)) for month in range(1, 13))


class DayFormatter(Formatter):
    """“2024”, “Jun” or “3 Nov”, whichever the ticks need; a second line names the year where it isn't plain."""

    def __init__(self, this_year: int) -> None:
        self._this_year = this_year

    def __call__(self, x: float, pos: int | None = None) -> str:
        return self.format_ticks([x])[0]

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        days = [_EPOCH + timedelta(days=value) for value in values]
        if all((day.month, day.day) == (1, 1) for day in days):
            return [str(day.year) for day in days]
        words = [_words(day, with_day=any(each.day != 1 for each in days)) for day in days]
        years = [day.year for day in days]
        if set(years) <= {self._this_year}:
            return words
        named = [str(year) if years[place - 1 : place] != [year] else "" for place, year in enumerate(years)]
        return [
            f"{word}\n{year}" for word, year in zip(words, named, strict=True)
        ]  # as many lines for each: one baseline


def _words(day: datetime, *, with_day: bool) -> str:
    if with_day:
        return short_day(day.day, day.month)
    return short_months()[day.month - 1]
