"""Weeks on target: a bar a week, as high as its training days, under the same weeks of the calendar map."""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.text import Text

from app.charts.calendar_grid import EDGE, WEEKS, map_cell, map_left
from app.charts.calendar_map import FILLED, place_months, small_word
from app.charts.dates import short_months
from app.charts.style import PT_PER_PX, PX_PER_INCH, Style
from app.charts.training import Spot, TrainingChart, bars, begin, head
from app.charts.training_rows import week_words
from app.domain.training.log import monday_of
from app.domain.training.weeks import TargetWeek, TargetYear, WeekState
from app.i18n import _

STUB = 0.12  # days high: a week without any is seen all the same
TOLD = (WeekState.ON_TARGET, WeekState.BELOW, WeekState.RUNNING, WeekState.AWAY)
DAYS = 7


def draw_weeks(figure: Figure, year: TargetYear, style: Style, today: date) -> TrainingChart:
    begin(figure, style)
    axes = figure.add_axes((0, 0, 1, 1))
    style.quiet(axes)
    axes.set_xticks([])
    axes.set_yticks([0, year.target, DAYS])
    axes.grid(visible=False)
    axes.axhline(0, color=style.theme.line, linewidth=PT_PER_PX, zorder=2)
    axes.axhline(
        year.target, color=style.theme.muted, linewidth=PT_PER_PX, linestyle=(0, (4, 4)), zorder=2, gid="target"
    )
    first = monday_of(date(year.year, 1, 1))
    colours = {WeekState.ON_TARGET: style.theme.accent, WeekState.BELOW: style.theme.edge, WeekState.RUNNING: "none"}
    for state, colour in colours.items():
        made = _draw_state(axes, year, first, state, colour)
        if state is WeekState.RUNNING:
            made.set(edgecolor=style.theme.accent, linewidth=1.6 * PT_PER_PX)
    _draw_away(axes, [week for week in year.weeks if week.state is WeekState.AWAY], first, style)
    title = head(figure, style, _("Training days a week, with your target of {days}").format(days=year.target))
    months = [small_word(figure, style, name, "month") for name in short_months()]
    starts = [(date(year.year, month, 1) - first).days // 7 for month in range(1, 13)]
    figure.set_layout_engine(_Layout(axes, title, months, starts, style))
    return TrainingChart(
        tuple(
            Spot(axes, _column(week, first) + FILLED / 2, max(week.days, STUB), week_words(week, year.target, today))
            for week in year.weeks if week.state in TOLD
        ),
        by_column=True,
    )  # fmt: skip


def _draw_state(axes: Axes, year: TargetYear, first: date, state: WeekState, colour: str) -> PolyCollection:
    weeks = [week for week in year.weeks if week.state is state]
    places = [(_column(week, first), _column(week, first) + FILLED) for week in weeks]
    return bars(axes, places, [max(week.days, STUB) for week in weeks], colour, state.value)


def _draw_away(axes: Axes, weeks: Sequence[TargetWeek], first: date, style: Style) -> None:
    """A short slanting stroke above the ground, as in the calendar."""
    strokes = [[(_column(week, first) + 0.2, 0.15), (_column(week, first) + 0.68, 0.75)] for week in weeks]
    axes.add_collection(LineCollection(strokes, colors=style.theme.muted, linewidths=PT_PER_PX, gid="away"),
                        autolim=False)  # fmt: skip


def _column(week: TargetWeek, first: date) -> int:
    """As in the calendar map of that year, whose first column is the week of 1 January."""
    return (week.monday - first).days // 7


class _Layout(LayoutEngine):
    """The columns of the calendar map, with the months below."""

    _adjust_compatible = False
    _colorbar_gridspec = False

    def __init__(self, axes: Axes, title: Text, months: list[Text], starts: list[int], style: Style) -> None:
        super().__init__()
        self._axes, self._title, self._months, self._starts, self._font = axes, title, months, starts, style.font_px

    def execute(self, fig: Figure) -> None:
        width, height = (inches * PX_PER_INCH for inches in fig.get_size_inches())
        cell, left = map_cell(width, self._font), map_left(self._font)
        bottom, above = EDGE + 1.9 * self._font, EDGE + 2.4 * self._font
        tall = max(10.0, height - bottom - above)
        self._axes.set_position((left / width, bottom / height, WEEKS * cell / width, tall / height))
        self._axes.set_xlim(0, WEEKS)
        self._axes.set_ylim(0, DAYS)
        self._title.set_position((EDGE / PX_PER_INCH, (height - EDGE) / PX_PER_INCH))
        place_months(self._months, [left + start * cell for start in self._starts], bottom - 1.1 * self._font)
