"""The words of the date axis."""

from datetime import datetime
from itertools import pairwise

from matplotlib.figure import Figure

from app.charts.dates import DayFormatter, DayLocator, axis_days, short_months

FORMATTER = DayFormatter(this_year=2026)


def words(*days: tuple[int, int, int]) -> list[str]:
    return FORMATTER.format_ticks([axis_days(datetime(*day)) for day in days])  # noqa: DTZ001  # a tick has no zone


def test_months_of_this_year_need_no_year() -> None:
    assert words((2026, 6, 1), (2026, 7, 1)) == ["Jun", "Jul"]


def test_the_year_is_named_once_and_where_it_changes() -> None:
    assert words((2025, 11, 1), (2025, 12, 1), (2026, 1, 1)) == ["Nov\n2025", "Dec\n", "Jan\n2026"]


def test_days_carry_their_month() -> None:
    assert words((2026, 10, 22), (2026, 11, 1)) == ["22 Oct", "1 Nov"]


def test_new_years_are_years() -> None:
    assert words((2024, 1, 1), (2026, 1, 1)) == ["2024", "2026"]


def test_one_value_alone_can_be_named() -> None:
    assert FORMATTER(axis_days(datetime(2026, 3, 5))) == "5 Mar"  # noqa: DTZ001  # a tick has no zone


def test_there_are_twelve_months() -> None:
    assert len(set(short_months())) == 12


def test_a_wider_axis_has_more_dates_and_each_has_room() -> None:
    spacing, counts = [], []
    for width in (300, 500, 900):
        figure = Figure(figsize=(width / 100, 1), dpi=100)
        axes = figure.add_axes((0, 0, 1, 1))
        locator = DayLocator()
        axes.xaxis.set_major_locator(locator)
        axes.set_xlim(axis_days(datetime(2025, 11, 20)), axis_days(datetime(2026, 11, 20)))  # noqa: DTZ001  # as above
        locator.fit(width, font_px=13)
        ticks = axes.transData.transform([(tick, 0) for tick in axes.get_xticks()])[:, 0]
        counts.append(len(ticks))
        spacing.append(min(later - earlier for earlier, later in pairwise(ticks)))
    assert counts == sorted(set(counts))
    assert min(spacing) > 40
