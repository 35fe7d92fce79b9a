"""The year as a map of heat: a column a week, a row a day, darker the longer one trained."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.text import Text

from app.charts.calendar_grid import ABOVE, BELOW, EDGE, GAP, WEEKS, map_cell, map_left
from app.charts.dates import short_months
from app.charts.style import PT_PER_PX, PX_PER_INCH, Style
from app.charts.training import Spot, TrainingChart, begin
from app.charts.training_rows import day_words, steps_words
from app.domain.training.log import monday_of
from app.domain.training.weeks import HEAT_STEPS_MIN, CalendarDay, CalendarYear
from app.domain.wording import weekday_letters

STEPS = 5
FILLED = 0.84  # of a cell; the rest is gap


def step_colours(style: Style) -> list[str]:
    """Nothing, then five steps from the ground to the accent."""
    ground, full = np.array(to_rgb(style.theme.raised)), np.array(to_rgb(style.theme.accent))
    mixed = [to_hex(ground + (full - ground) * share) for share in (0.24, 0.42, 0.61, 0.8, 1.0)]
    return [style.theme.soft, *mixed]


def draw_calendar(figure: Figure, year: CalendarYear, style: Style) -> TrainingChart:
    begin(figure, style)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    first = monday_of(year.days[0].day)
    columns = {day.day: (day.day - first).days // 7 for day in year.days}
    colours = step_colours(style)
    _draw_days(axes, year, columns, colours, style)
    months = [small_word(figure, style, name, "month") for name in short_months()]
    weekdays = [small_word(figure, style, name, "weekday") for name in weekday_letters()]
    legend = _draw_legend(figure, style, colours)
    starts = [columns[date(year.year, month, 1)] for month in range(1, 13)]
    figure.set_layout_engine(_Layout(axes, months, starts, weekdays, legend, style))
    spots = [
        Spot(axes, columns[day.day] + 0.5, day.day.weekday() + 0.5, day_words(day, year.today)) for day in year.days
    ]
    return TrainingChart(tuple(spots), across=7)


def _draw_days(axes: Axes, year: CalendarYear, columns: dict[date, int], colours: list[str], style: Style) -> None:
    cells = [_square(columns[day.day], day.day.weekday()) for day in year.days]
    faces = [_face(day, colours, style) for day in year.days]
    edges = [style.theme.line if day.coming and not day.step else "none" for day in year.days]
    made = PolyCollection(cells, facecolors=faces, edgecolors=edges, linewidths=PT_PER_PX, gid="days")
    axes.add_collection(made, autolim=False)
    away = [
        [(columns[day.day] + 0.22, day.day.weekday() + 0.7), (columns[day.day] + 0.7, day.day.weekday() + 0.22)]
        for day in year.days if day.away and not day.step
    ]  # fmt: skip
    axes.add_collection(LineCollection(away, colors=style.theme.muted, linewidths=PT_PER_PX, gid="away"), autolim=False)
    if year.today in columns:
        cell = _square(columns[year.today], year.today.weekday(), grown=0.04)
        mark = PolyCollection([cell], facecolors="none", edgecolors=style.theme.text, linewidths=1.6 * PT_PER_PX,
                              gid="today")  # fmt: skip
        axes.add_collection(mark, autolim=False)


def _face(day: CalendarDay, colours: list[str], style: Style) -> str:
    return style.theme.raised if day.coming and not day.step else colours[day.step]


def _square(column: float, row: float, grown: float = 0.0) -> list[tuple[float, float]]:
    low, high = -grown, FILLED + grown
    return [(column + x, row + y) for x, y in ((low, low), (low, high), (high, high), (high, low))]


def _draw_legend(figure: Figure, style: Style, colours: list[str]) -> tuple[Axes, Text, Text]:
    """Five squares between the words for the least and for the most."""
    axes = figure.add_axes((0, 0, 0.1, 0.1))
    axes.set_axis_off()
    squares = [_square(step, 0) for step in range(STEPS)]
    axes.add_collection(PolyCollection(squares, facecolors=colours[1:], linewidths=0, gid="steps"), autolim=False)
    axes.set_xlim(0, STEPS)
    axes.set_ylim(0, 1)
    words = steps_words(HEAT_STEPS_MIN)
    return axes, small_word(figure, style, words[0], "least"), small_word(figure, style, words[-1], "most")


def small_word(figure: Figure, style: Style, text: str, gid: str) -> Text:
    """Muted words whose place the layout sets, in inches."""
    return figure.text(
        0, 0, text, color=style.theme.muted, fontsize=style.font_pt, fontfamily=style.families, va="center",
        transform=figure.dpi_scale_trans, gid=gid,
    )  # fmt: skip


class _Layout(LayoutEngine):
    """Square cells, at the left; months above the weeks they begin in, where there is room for their names."""

    _adjust_compatible = False
    _colorbar_gridspec = False

    def __init__(
        self, axes: Axes, months: list[Text], starts: list[int], weekdays: list[Text],
        legend: tuple[Axes, Text, Text], style: Style,
    ) -> None:  # fmt: skip
        super().__init__()
        self._axes, self._months, self._starts, self._weekdays = axes, months, starts, weekdays
        self._legend, self._font = legend, style.font_px

    def execute(self, fig: Figure) -> None:
        width, height = (inches * PX_PER_INCH for inches in fig.get_size_inches())
        cell, left = map_cell(width, self._font), map_left(self._font)
        top = height - EDGE - ABOVE * self._font
        self._axes.set_position((left / width, (top - 7 * cell) / height, WEEKS * cell / width, 7 * cell / height))
        self._axes.set_xlim(0, WEEKS)
        self._axes.set_ylim(7, 0)
        place_months(self._months, [left + start * cell for start in self._starts], top + 0.8 * self._font)
        every = 1 if cell >= self._font else 2
        for place, day in enumerate(self._weekdays):
            day.set_visible(place % every == 0)
            day.set_position((EDGE / PX_PER_INCH, (top - (place + FILLED / 2) * cell) / PX_PER_INCH))
        self._place_legend(left, top - 7 * cell - (BELOW - 0.9) * self._font, width, height)

    def _place_legend(self, left: float, y: float, width: float, height: float) -> None:
        axes, least, most = self._legend
        side = self._font
        least.set_position((left / PX_PER_INCH, y / PX_PER_INCH))
        x = left + _width(least) + GAP
        axes.set_position((x / width, (y - side * FILLED / 2) / height, STEPS * side / width, side / height))
        most.set_position(((x + STEPS * side + GAP / 2) / PX_PER_INCH, y / PX_PER_INCH))


def place_months(months: Sequence[Text], places: Sequence[float], y: float) -> None:
    """Each at its place while the one before it leaves it room; all in logical pixels."""
    free = -1.0
    for month, x in zip(months, places, strict=True):
        month.set_visible(x >= free)
        month.set_position((x / PX_PER_INCH, y / PX_PER_INCH))
        if x >= free:
            free = x + _width(month) + GAP


def _width(text: Text) -> float:
    """In logical pixels."""
    return float(text.get_window_extent().width) / (text.figure.dpi if text.figure else PX_PER_INCH) * PX_PER_INCH
