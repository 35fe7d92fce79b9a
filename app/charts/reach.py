"""The reach chart: every reading of one measure over time, sides apart.

Trials are faint dots, medians markers, the smoothed course a line that breaks where it may not join; behind them the
start with its measuring error, the goal, and where things go while they improve; below, the difference of the sides.
Drawn once; afterwards only the view changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter

from app.charts.course import Course, chart_course
from app.charts.dates import DayFormatter, DayLocator, axis_days, axis_noon
from app.charts.layout import EndLabel, Parts, ReachLayout, Word
from app.charts.reach_parts import SidePlot, Strip, Z, changes_of, draw_level, extent
from app.charts.span import Span
from app.charts.style import FALLBACK, PT_PER_PX, PX_PER_INCH, Style, empty
from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading, Unit
from app.domain.progress.goals import Goal
from app.domain.units import CM_PER_INCH, format_number, format_value, unit_name
from app.i18n import _
from app.theme import Theme

HIT_RADIUS = 20.0  # logical pixels
SHORTEST_TIME = timedelta(days=28)
CLOSEST_DAYS = 7.0  # no view is shorter
FUTURE_SHARE = 0.3  # of the time behind, at most, is given to what may come
LEAST_ERROR = 5.0  # in the measure's unit, where no measuring error is known

Times = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ReachPoint:
    """One median on the chart. `value` in the measure's unit; `x` (matplotlib days) and `y` as the axes have them."""

    reading_id: str
    at: datetime
    side: Side | None
    value: float
    x: float
    y: float


class ReachChart:
    """A drawn chart. `axes` is None where there was no reading at all; `strip` where there are no sides."""

    def __init__(self, drawing: "_Drawing | None" = None) -> None:
        self._drawing = drawing
        self._times: Times = (0.0, 1.0)
        self._points: tuple[ReachPoint, ...] = drawing.points() if drawing else ()
        self._places = np.array([(point.x, point.y) for point in self._points]).reshape(-1, 2)

    @property
    def axes(self) -> Axes | None:
        return self._drawing.axes if self._drawing else None

    @property
    def strip(self) -> Axes | None:
        return self._drawing.strip.axes if self._drawing and self._drawing.strip else None

    @property
    def times(self) -> Times:
        """The first and the last moment in view, in matplotlib's days."""
        return self._times

    @property
    def points(self) -> tuple[ReachPoint, ...]:
        """Those in view, left before right, oldest first."""
        start, end = self._times
        return tuple(point for point in self._points if start <= point.x <= end)

    @property
    def all_points(self) -> tuple[ReachPoint, ...]:
        return self._points

    def home(self, span: Span) -> Times:
        """The view that belongs to a range of time."""
        return self._drawing.home(span) if self._drawing else (0.0, 1.0)

    def look(self, times: Times, *, same_values: bool = False) -> None:
        """Show other times, kept within what there is; with `same_values` the height stays, as while dragging."""
        if self._drawing is not None:
            self._times = self._drawing.within(times)
            self._drawing.look(self._times, same_values=same_values)

    def zoom(self, factor: float, x: float | None = None) -> bool:
        """Show `factor` as much time around `x` (else the middle); whether that changed anything."""
        (start, end), before = self._times, self._times
        about = (start + end) / 2 if x is None else x
        self.look((about - (about - start) * factor, about + (end - about) * factor))
        return not np.allclose(before, self._times)

    def pan(self, days: float, *, same_values: bool = False) -> None:
        start, end = self._times
        self.look((start + days, end + days), same_values=same_values)

    def day_at(self, x_px: float) -> float:
        """The moment under a pixel of the canvas (from the left), in matplotlib's days."""
        if self._drawing is None:
            return 0.0
        return float(self._drawing.axes.transData.inverted().transform((x_px, 0))[0])

    def nearest(self, x_px: float, y_px: float) -> ReachPoint | None:
        """The point under the pointer, else None. Canvas pixels from the lower left, as in matplotlib's events."""
        start, end = self._times
        seen = [place for place, point in enumerate(self._points) if start <= point.x <= end]
        if self.axes is None or not seen:
            return None
        figure = self.axes.get_figure(root=True)
        places = self.axes.transData.transform(self._places[seen])
        distances = np.hypot(places[:, 0] - x_px, places[:, 1] - y_px)
        closest = int(distances.argmin())
        radius = HIT_RADIUS * (figure.dpi if figure else PX_PER_INCH) / PX_PER_INCH
        return self._points[seen[closest]] if distances[closest] <= radius else None

    def position(self, point: ReachPoint) -> tuple[float, float]:
        """Where `point` stands, in the pixels of `nearest`, as of the last draw."""
        if self.axes is None:
            raise ValueError("an empty chart has no points")
        x, y = self.axes.transData.transform((point.x, point.y))
        return float(x), float(y)


def draw_reach(
    figure: Figure, measure: Measure, readings: Sequence[Reading], theme: Theme, span: Span, now: datetime,
    shown_in: str | None = None, font_px: float = 13, family: str = FALLBACK, goals: Sequence[Goal] = (),
    *, strict: bool = False,
) -> ReachChart:  # fmt: skip
    """Draw the readings of `measure` on an emptied `figure`, `span` in view.

    `now` with its local offset ends the axis; `shown_in` is cm or in, for lengths. `font_px` in logical pixels: the
    figure's dpi is 100 times the screen's scale. `goals` of other measures are left out.
    """
    course = chart_course(measure, readings, now.date(), goals, strict=strict)
    return draw_course(figure, course, Style(theme, family, font_px), span, now, shown_in)


def draw_course(
    figure: Figure, course: Course, style: Style, span: Span, now: datetime, shown_in: str | None = None
) -> ReachChart:
    """The same from what was worked out before."""
    empty(figure)
    figure.set_facecolor(style.theme.raised)
    figure.set_layout_engine("none")
    if not course.sides:
        _draw_nothing(figure, style)
        return ReachChart()
    chart = ReachChart(_Drawing(figure, course, style, shown_in, _local(now)))
    chart.look(chart.home(span))
    return chart


def _local(moment: datetime) -> datetime:
    """The wall clock's time where and when it was."""
    return moment.replace(tzinfo=None)


def _draw_nothing(figure: Figure, style: Style) -> None:
    font: dict[str, Any] = {"ha": "center", "fontfamily": style.families, "wrap": True}
    theme, size = style.theme, style.font_pt
    figure.text(0.5, 0.52, _("No reading yet."), va="bottom", color=theme.text, fontsize=size * 15 / 13, **font)
    figure.text(0.5, 0.48, _("Your first one starts the line."), va="top", color=theme.muted, fontsize=size, **font)


class _Drawing:
    """The artists of one chart, and what of them is in view."""

    def __init__(self, figure: Figure, course: Course, style: Style, shown_in: str | None, now: datetime) -> None:
        self._figure, self._course, self._style, self._now = figure, course, style, now
        self._measure = course.measure
        moments = [_local(reading.performed_at) for reading in course.readings]
        self._first, self._last = min(moments), max(moments)
        self._unit = "in" if self._measure.unit is Unit.CM and shown_in == "in" else self._measure.unit.value
        self.axes = figure.add_subplot()
        self.strip = self._make_strip()
        self._style_axes()
        self._plots = [SidePlot(self.axes, style, side, self._y) for side in course.sides]
        parts = Parts(self.axes, self.strip, self._make_notes(), self._make_empty(), self._plots)
        parts.ends = [self._end_label(plot) for plot in self._plots]
        parts.marks = [*self._draw_zero(), *self._draw_goals(), *self._baseline_marks()]
        parts.words = [*self._record_words(), *self._draw_changes()]
        self._empty = parts.empty
        self._furthest = self._future()
        self._values = (0.0, 1.0)
        self._layout = ReachLayout(parts, style.font_px, self._widest_numbers(), self._date_lines(), self._tick_words)
        figure.set_layout_engine(self._layout)

    # What is in view

    def home(self, span: Span) -> Times:
        start = span.start(self._now) or self._first
        end = max(self._now, self._last, start + SHORTEST_TIME)
        begins, ends = axis_days(start), axis_days(end)
        return begins, max(ends, min(self._furthest, ends + FUTURE_SHARE * (ends - begins)))

    def within(self, times: Times) -> Times:
        """`times` moved and cut to lie between the first reading and the end, but a year of room at least."""
        first, last = self.home(Span.ALL)
        first = min(first, self.home(Span.YEAR)[0])
        length = min(last - first, max(CLOSEST_DAYS, times[1] - times[0]))
        middle = (times[0] + times[1]) / 2
        begin = min(max(middle - length / 2, first), last - length)
        return begin, begin + length

    def look(self, times: Times, *, same_values: bool) -> None:
        for plot in self._plots:
            plot.show(times)
        if self.strip is not None:
            self.strip.show(times)
        self._empty.set_visible(not any(plot.shown.any() for plot in self._plots))
        if not same_values:
            self._values = self._value_range(times)
        self._layout.look(times, self._values)

    def points(self) -> tuple[ReachPoint, ...]:
        return tuple(
            ReachPoint(reading.id, reading.performed_at, reading.side, reading.value, float(x), float(y))
            for plot in self._plots
            for reading, x, y in zip(plot.readings, plot.xs, plot.ys, strict=True)
        )

    def _value_range(self, times: Times) -> tuple[float, float]:
        """Holds trials and curve in view, and is never narrower than ± the measuring error: noise is no mountain.

        Goals are brought in where that costs at most as much height again, the start and a named zero where half;
        each for itself, so that a goal below never takes the start away above.
        """
        low, high = extent([each for plot in self._plots for each in (plot.shown_trials, plot.shown_curve)]) or extent(
            [plot.ys[-1:] for plot in self._plots]
        ) or (0.0, 1.0)  # fmt: skip
        error = max((side.error.value for side in self._course.sides if side.error), default=0.0)
        least = 2 * self._y(error or self._measure.error or LEAST_ERROR)
        zero = [0.0] if self._measure.zero_label else []
        room = max(least, high - low)
        goals = [(self._y(goal.value), 2.0) for goal in self._course.goals]
        bottom, top = low, high
        for wanted, most in [*goals, *((value, 1.5) for value in [*zero, *self._baselines()])]:
            if max(top, wanted) - min(bottom, wanted) <= most * room:
                low, high = min(low, wanted), max(high, wanted)
        missing = max(0.0, least - (high - low))
        below = 0.0 if zero and low == 0 else 1.0 if zero and high == 0 else 0.5
        return low - missing * below, high + missing * (1 - below)

    def _baselines(self) -> list[float]:
        return [self._y(side.baseline.value) for side in self._course.sides if side.baseline]

    def _future(self) -> float:
        """How far ahead there is something to show: the end of a projection, the day of a goal."""
        wedges = [axis_noon(side.projection.outer[0]) for side in self._course.sides if side.projection]
        dues = [axis_noon(goal.due) for goal in self._course.goals if goal.due]
        return max([*wedges, *dues, 0.0])

    # Making the parts

    def _make_strip(self) -> Strip | None:
        if not self._course.compared.differences:
            return None
        axes = self._figure.add_subplot(label="differences")
        self._style.quiet(axes)
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: format_number(value, 0)))
        return Strip(axes, self._style, self._course.compared, self._y)

    def _style_axes(self) -> None:
        self._style.quiet(self.axes)
        dated = self.strip.axes if self.strip else self.axes
        if self.strip is not None:
            self.axes.tick_params(axis="x", labelbottom=False)
        dated.xaxis.set_major_locator(DayLocator())
        dated.xaxis.set_major_formatter(DayFormatter(self._now.year))

    def _make_notes(self) -> tuple[Text, ...]:
        """The unit, and which way is progress: the axis itself always has more at the top."""
        muted = self._style.theme.muted
        lower = self._measure.better is Better.LOWER
        words = _("{unit} · lower is better ↓") if lower else _("{unit} · higher is better ↑")
        note = self._words(words.format(unit=unit_name(self._unit)), muted, "note", va="top")
        if self.strip is None:
            return (note,)
        said = _("Right − left; the band is the measuring error") if self._course.compared.error else _("Right − left")
        return note, self._words(said, muted, "strip-note", va="top")

    def _make_empty(self) -> Text:
        """Centred in the grid while no reading is in view."""
        made = self._words(_("No reading in this stretch of time."), self._style.theme.muted, "empty")
        made.set_horizontalalignment("center")
        made.set_visible(False)
        return made

    def _end_label(self, plot: SidePlot) -> EndLabel:
        """The latest value, said at the end of its line: what a legend would have to be looked up for."""
        look = plot.look
        value = format_value(plot.course.latest.value, self._measure.unit, self._unit)
        names = {Side.LEFT: _("Left {value}"), Side.RIGHT: _("Right {value}")}
        words = names[plot.course.side].format(value=value) if plot.course.side in names else value
        text = self._words(words, look.colour, f"label-{look.key}", weight="bold")
        leader = Line2D(
            [], [], color=look.colour, alpha=0.5, linewidth=PT_PER_PX, linestyle=(0, (1, 3)), dash_capstyle="round",
            transform=self._figure.dpi_scale_trans, zorder=Z.LEADER, clip_on=False, gid=f"leader-{look.key}",
        )  # fmt: skip
        self.axes.add_artist(leader)
        return EndLabel(text, plot.latest, leader)

    def _draw_zero(self) -> list[EndLabel]:
        """What zero stands for (the floor, the knee), where it has a name."""
        if not self._measure.zero_label:
            return []
        muted = self._style.theme.muted
        line = draw_level(self.axes, 0, muted, "zero", dashed=False)
        return [EndLabel(self._words(self._measure.zero_label, muted, "zero-label"), (0, 0.0), level=line)]

    def _draw_goals(self) -> list[EndLabel]:
        found = []
        for goal in self._course.goals:
            look, y = self._style.side(goal.side), self._y(goal.value)
            line = draw_level(self.axes, y, look.colour, f"goal-{look.key}", dashed=True)
            if goal.due is not None:
                self.axes.plot([axis_noon(goal.due)], [y], "|", color=look.colour, markersize=12 * PT_PER_PX,
                               markeredgewidth=2 * PT_PER_PX, zorder=Z.LEVEL, gid=f"due-{look.key}")  # fmt: skip
            names = {Side.LEFT: _("left goal {value}"), Side.RIGHT: _("right goal {value}")}
            words = names.get(goal.side, _("goal {value}")) if goal.side else _("goal {value}")
            value = format_value(goal.value, self._measure.unit, self._unit)
            text = self._words(words.format(value=value), look.colour, f"goal-label-{look.key}")
            found.append(EndLabel(text, (0, y), level=line))
        return found

    def _baseline_marks(self) -> list[EndLabel]:
        """The start of each side, named once where both are as good as the same."""
        found = []
        for side in self._course.sides:
            if side.baseline is not None:
                look = self._style.side(side.side)
                names = {Side.LEFT: _("left start"), Side.RIGHT: _("right start")}
                words = names.get(side.side, _("start")) if side.side else _("start")
                text = self._words(words, look.colour, f"baseline-label-{look.key}")
                found.append(EndLabel(text, (0, self._y(side.baseline.value))))
        return found

    def _record_words(self) -> list[Word]:
        found = []
        for plot in self._plots:
            if plot.record is not None and plot.course.record is not None:
                x, y = (float(np.asarray(data)[0]) for data in plot.record.get_data())
                beyond = -1 if self._measure.better is Better.LOWER else 1
                text = self._words(_("best"), plot.look.colour, f"record-label-{plot.look.key}")
                found.append(Word(text, (x, y), ((0, 16 * beyond), (10, 8 * beyond), (-10, 8 * beyond))))
        return found

    def _draw_changes(self) -> list[Word]:
        """A thin line where readings begin anew, with what is different from there on."""
        found = []
        for reading in changes_of(self._course.sides):
            day = axis_days(reading.performed_at) - 1
            self.axes.axvline(day, color=self._style.theme.muted, linewidth=PT_PER_PX, linestyle=(0, (1, 3)),
                              zorder=Z.LEVEL, gid="change")  # fmt: skip
            aid = self._measure.aid(reading.aid)
            words = aid.name if aid else _("measured in a new way")
            text = self._words(words, self._style.theme.muted, "change-label")
            text.set_bbox({"facecolor": self._style.theme.raised, "linewidth": 0, "pad": 2 * PT_PER_PX})
            found.append(Word(text, (day, None), ((6, 0), (-6, 0))))
        return found

    def _words(self, words: str, colour: str, gid: str, va: str = "center", weight: str = "normal") -> Text:
        """Words whose place the layout sets, in inches."""
        return self.axes.text(
            0, 0, words, color=colour, fontsize=self._style.font_pt, fontfamily=self._style.families, weight=weight,
            ha="left", va=va, transform=self._figure.dpi_scale_trans, zorder=Z.WORDS, gid=gid,
        )  # fmt: skip

    def _widest_numbers(self) -> list[str]:
        """Value labels as wide as any view may need."""
        found = extent([plot.trial_ys for plot in self._plots]) or (0.0, 1.0)
        room = 2 * (found[1] - found[0]) + 2 * self._y(self._measure.error or LEAST_ERROR)
        widest = [self._tick_words(floor(found[0] - room)), self._tick_words(ceil(found[1] + room))]
        if self.strip is not None:
            widest.append(self._tick_words(-self.strip.axes.get_ylim()[1]))
        return widest

    def _date_lines(self) -> int:
        """Two where a date may need its year."""
        first, last = (self.home(Span.ALL)[0], self._furthest)
        start = axis_days(datetime(self._now.year, 1, 1))  # noqa: DTZ001  # the wall clock's
        start_next = axis_days(datetime(self._now.year + 1, 1, 1))  # noqa: DTZ001  # the same
        return 1 if min(first, self.home(Span.YEAR)[0]) >= start and last < start_next else 2

    def _tick_words(self, value: float) -> str:
        return format_number(value, 0)

    def _y(self, value: float) -> float:
        return value / CM_PER_INCH if self._unit == "in" else value
