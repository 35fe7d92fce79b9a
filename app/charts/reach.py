"""The reach chart: every reading of one measure over time, sides apart.

Trials are faint dots, medians solid markers; a line joins what may be compared and breaks where it may not. Later
layers (baseline band, smoothed curve, goal, projection) are further `_draw_…` steps on the same axes, ordered by `Z`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter

from app.charts.dates import DayFormatter, DayLocator, axis_days
from app.charts.layout import EndLabel, Points, ReachLayout
from app.charts.span import Span
from app.charts.style import FALLBACK, PT_PER_PX, PX_PER_INCH, Style
from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading, Unit
from app.domain.progress import Series, line_segments, readings_of, series
from app.domain.units import CM_PER_INCH, format_number, format_value, unit_name
from app.i18n import _
from app.theme import Theme

HIT_RADIUS = 20.0  # logical pixels
SHORTEST_TIME = timedelta(days=28)
LEAST_ERROR = 5.0  # in the measure's unit, where no measuring error is known


class Z(IntEnum):
    """What lies over what."""

    ZERO = 2
    LEADER = 3
    TRIAL = 4
    LINE = 5
    MEDIAN = 6
    WORDS = 7


@dataclass(frozen=True, slots=True)
class ReachPoint:
    """One median on the chart. `value` in the measure's unit; `x` (matplotlib days) and `y` as the axes have them."""

    reading_id: str
    at: datetime
    side: Side | None
    value: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ReachChart:
    """A drawn chart: `axes` is None where there was nothing to draw."""

    axes: Axes | None
    points: tuple[ReachPoint, ...]

    def nearest(self, x_px: float, y_px: float) -> ReachPoint | None:
        """The point under the pointer, else None. Canvas pixels from the lower left, as in matplotlib's events."""
        if self.axes is None or not self.points:
            return None
        figure = self.axes.get_figure(root=True)
        places = self.axes.transData.transform([(point.x, point.y) for point in self.points])
        distances = np.hypot(places[:, 0] - x_px, places[:, 1] - y_px)
        closest = int(distances.argmin())
        radius = HIT_RADIUS * (figure.dpi if figure else PX_PER_INCH) / PX_PER_INCH
        return self.points[closest] if distances[closest] <= radius else None

    def position(self, point: ReachPoint) -> tuple[float, float]:
        """Where `point` stands, in the pixels of `nearest`, as of the last draw."""
        if self.axes is None:
            raise ValueError("an empty chart has no points")
        x, y = self.axes.transData.transform((point.x, point.y))
        return float(x), float(y)


def draw_reach(
    figure: Figure, measure: Measure, readings: Sequence[Reading], theme: Theme, span: Span, now: datetime,
    shown_in: str | None = None, font_px: float = 13, family: str = FALLBACK,
) -> ReachChart:  # fmt: skip
    """Draw the readings of `measure` inside `span` on an emptied `figure`.

    `now` with its local offset ends the axis; `shown_in` is cm or in, for lengths. `font_px` in logical pixels: the
    figure's dpi is 100 times the screen's scale.
    """
    style = Style(theme, family, font_px)
    figure.clear()
    figure.set_facecolor(theme.raised)
    mine = readings_of(measure, readings)
    start = span.start(_local(now))
    runs = series(measure, [reading for reading in mine if start is None or _local(reading.performed_at) >= start])
    if not runs:
        figure.set_layout_engine("none")
        _draw_nothing(figure, style, has_earlier=bool(mine))
        return ReachChart(None, ())
    return _Drawing(figure, measure, style, shown_in).draw(runs, start, _local(now))


def _local(moment: datetime) -> datetime:
    """The wall clock's time where and when it was."""
    return moment.replace(tzinfo=None)


def _draw_nothing(figure: Figure, style: Style, *, has_earlier: bool) -> None:
    if has_earlier:
        first, second = _("No reading in this stretch of time."), _("A longer one shows your earlier readings.")
    else:
        first, second = _("No reading yet."), _("Your first one starts the line.")
    font: dict[str, Any] = {"ha": "center", "fontfamily": style.families, "wrap": True}
    figure.text(0.5, 0.52, first, va="bottom", color=style.theme.text, fontsize=style.font_pt * 15 / 13, **font)
    figure.text(0.5, 0.48, second, va="top", color=style.theme.muted, fontsize=style.font_pt, **font)


class _Drawing:
    """The steps of one chart over what they share: the axes, the measure, the style, the unit shown."""

    def __init__(self, figure: Figure, measure: Measure, style: Style, shown_in: str | None) -> None:
        self._figure = figure
        self._measure = measure
        self._style = style
        self._unit = "in" if measure.unit is Unit.CM and shown_in == "in" else measure.unit.value
        self._axes = figure.add_subplot()

    def draw(self, runs: Sequence[Series], start: datetime | None, now: datetime) -> ReachChart:
        seen = [reading for run in runs for reading in run.readings]
        moments = [_local(reading.performed_at) for reading in seen]
        begin = start or min(moments)
        end = max(now, *moments, begin + SHORTEST_TIME)
        self._draw_axes(now.year)
        groups = {side: [run for run in runs if run.side == side] for side in (Side.LEFT, Side.RIGHT, None)}
        drawn = [self._draw_side(side, found) for side, found in groups.items() if found]
        ends = [self._label(side, found[-1]) for side, found in groups.items() if found]
        values = self._value_range(seen)
        times = axis_days(begin), axis_days(end)
        marks = self._draw_zero(values, times[1])
        self._figure.set_layout_engine(
            ReachLayout(self._axes, self._draw_note(), ends, marks, drawn, times, values, self._style.font_px)
        )
        return ReachChart(self._axes, tuple(self._point(reading) for reading in seen))

    def _draw_axes(self, this_year: int) -> None:
        self._style.quiet(self._axes)
        self._axes.xaxis.set_major_locator(DayLocator())
        self._axes.xaxis.set_major_formatter(DayFormatter(this_year))
        self._axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: format_number(value, 0)))

    def _draw_note(self) -> Text:
        """The unit, and which way is progress: the axis itself always has more at the top."""
        words = (
            _("{unit} · lower is better ↓")
            if self._measure.better is Better.LOWER
            else _("{unit} · higher is better ↑")
        )
        return self._words(words.format(unit=unit_name(self._unit)), self._style.theme.muted, "note", va="top")

    def _draw_side(self, side: Side | None, runs: Sequence[Series]) -> Points:
        look, axes = self._style.side(side), self._axes
        readings = [reading for run in runs for reading in run.readings]
        trials = [(_x(reading), self._y(trial)) for reading in readings for trial in reading.trials]
        (dots,) = axes.plot(
            *zip(*trials, strict=True), "o", color=look.colour, alpha=0.3, markeredgewidth=0,
            zorder=Z.TRIAL, clip_on=False, gid=f"trials-{look.key}",
        )  # fmt: skip
        lines = tuple(
            axes.plot(
                [_x(reading) for reading in part], [self._y(reading.value) for reading in part], color=look.colour,
                solid_capstyle="round", solid_joinstyle="round", zorder=Z.LINE, clip_on=False, gid=f"line-{look.key}",
            )[0]
            for run in runs for part in line_segments(run.readings) if len(part) > 1
        )  # fmt: skip
        (medians,) = axes.plot(
            [_x(reading) for reading in readings], [self._y(reading.value) for reading in readings], look.marker,
            color=look.colour, markeredgecolor=self._style.theme.raised, zorder=Z.MEDIAN, clip_on=False,
            gid=f"medians-{look.key}",
        )  # fmt: skip
        return Points(medians, dots, lines, look.size)

    def _label(self, side: Side | None, run: Series) -> EndLabel:
        """The latest value, said at the end of its line: what a legend would have to be looked up for."""
        reading, look = run.readings[-1], self._style.side(side)
        value = format_value(reading.value, self._measure.unit, self._unit)
        names = {Side.LEFT: _("Left {value}"), Side.RIGHT: _("Right {value}")}
        words = names[side].format(value=value) if side in names else value
        text = self._words(words, look.colour, f"label-{look.key}", weight="bold")
        text.set_bbox({"facecolor": self._style.theme.raised, "linewidth": 0, "pad": 2 * PT_PER_PX})  # off the grid
        leader = Line2D(
            [], [], color=look.colour, alpha=0.5, linewidth=PT_PER_PX, linestyle=(0, (1, 3)), dash_capstyle="round",
            transform=self._figure.dpi_scale_trans, zorder=Z.LEADER, clip_on=False, gid=f"leader-{look.key}",
        )  # fmt: skip
        self._axes.add_artist(leader)
        return EndLabel(text, (_x(reading), self._y(reading.value)), leader)

    def _draw_zero(self, values: tuple[float, float], end: float) -> list[EndLabel]:
        """What zero stands for (the floor, the knee), where it is in sight and has a name."""
        if not self._measure.zero_label or not values[0] <= 0 <= values[1]:
            return []
        muted = self._style.theme.muted
        self._axes.axhline(0, color=muted, linewidth=PT_PER_PX, zorder=Z.ZERO, clip_on=False, gid="zero")
        return [EndLabel(self._words(self._measure.zero_label, muted, "zero-label"), (end, 0.0))]

    def _words(self, words: str, colour: str, gid: str, va: str = "center", weight: str = "normal") -> Text:
        """Words whose place the layout sets, in inches."""
        return self._axes.text(
            0, 0, words, color=colour, fontsize=self._style.font_pt, fontfamily=self._style.families, weight=weight,
            ha="left", va=va, transform=self._figure.dpi_scale_trans, zorder=Z.WORDS, gid=gid,
        )  # fmt: skip

    def _value_range(self, seen: Sequence[Reading]) -> tuple[float, float]:
        """Holds every trial, and is never narrower than ± the measuring error: noise must not look like a mountain.

        A named zero is brought in where that costs at most as much height again.
        """
        trials = [self._y(trial) for reading in seen for trial in reading.trials]
        low, high = min(trials), max(trials)
        least = 2 * self._y(self._measure.error or LEAST_ERROR)
        if self._measure.zero_label and max(low, -high) <= max(least, high - low):
            low, high = min(low, 0.0), max(high, 0.0)
        missing = max(0.0, least - (high - low))
        below = 0.0 if low == 0 else 1.0 if high == 0 else 0.5
        return low - missing * below, high + missing * (1 - below)

    def _point(self, reading: Reading) -> ReachPoint:
        value = reading.value
        return ReachPoint(reading.id, reading.performed_at, reading.side, value, _x(reading), self._y(value))

    def _y(self, value: float) -> float:
        return value / CM_PER_INCH if self._unit == "in" else value


def _x(reading: Reading) -> float:
    return axis_days(reading.performed_at)
