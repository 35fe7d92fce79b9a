"""The parts of a reach chart: each makes its artists once and is told which time to show."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from math import ceil
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from numpy.typing import NDArray

from app.charts.course import SideCourse, breaks_before
from app.charts.dates import axis_days, axis_noon
from app.charts.style import PT_PER_PX, SideLook, Style
from app.domain.measurement import Reading
from app.domain.progress.projections import Projection
from app.domain.progress.sides import SidesCompared

Numbers = NDArray[np.float64]
Scale = Callable[[float], float]  # from the measure's unit to the one shown

FAR = 36_525.0  # days: farther than any axis looks


class Z(IntEnum):
    """What lies over what."""

    BAND = 1
    WEDGE = 2
    LEVEL = 3
    LEADER = 4
    TRIAL = 5
    LINE = 6
    MEDIAN = 7
    RECORD = 8
    WORDS = 9


class SidePlot:
    """One side's dots, markers, curve, band, wedge and record; hidden readings are no artists' data."""

    def __init__(self, axes: Axes, style: Style, course: SideCourse, scale: Scale) -> None:
        self.course = course
        self.look = style.side(course.side)
        readings = [reading for run in course.runs for reading in run.readings]
        self.readings = tuple(readings)
        self.xs = np.array([axis_days(reading.performed_at) for reading in readings])
        self.ys = np.array([scale(reading.value) for reading in readings])
        self.trial_xs = np.repeat(self.xs, [len(reading.trials) for reading in readings])
        self.trial_ys = np.array([scale(trial) for reading in readings for trial in reading.trials])
        _draw_band(axes, style, self.look, course, scale)
        _draw_wedge(axes, self.look, course.projection, scale)
        self.trials = _markers(axes, "o", self.look, f"trials-{self.look.key}", Z.TRIAL, alpha=0.3)
        self.curve = _draw_curve(axes, self.look, course, scale)
        self.medians = _markers(axes, self.look.marker, self.look, f"medians-{self.look.key}", Z.MEDIAN,
                                edge=style.theme.raised)  # fmt: skip
        self.record = _draw_record(axes, self.look, course, scale)
        drawn_xs, drawn_ys = (np.asarray(each, dtype=float) for each in self.curve.get_data())
        joined = ~np.isnan(drawn_ys)
        self._curve_xs, self._curve_ys = drawn_xs[joined], drawn_ys[joined]
        self.show((-FAR, FAR))

    @property
    def latest(self) -> tuple[float, float]:
        """Where the last reading stands, in data."""
        return float(self.xs[-1]), float(self.ys[-1])

    @property
    def shown(self) -> NDArray[np.bool_]:
        return self._shown

    def show(self, times: tuple[float, float]) -> None:
        """Give the artists what lies inside `times` (matplotlib days); the curve is cut by the axes."""
        low, high = times
        self._shown = (self.xs >= low) & (self.xs <= high)
        trials = (self.trial_xs >= low) & (self.trial_xs <= high)
        curve = (self._curve_xs >= low) & (self._curve_xs <= high)
        self.shown_curve = self._curve_ys[curve]
        self.medians.set_data(self.xs[self._shown], self.ys[self._shown])
        self.trials.set_data(self.trial_xs[trials], self.trial_ys[trials])
        self.shown_trials = self.trial_ys[trials]
        if self.record is not None:
            at = float(np.asarray(self.record.get_xdata())[0])
            self.record.set_visible(low <= at <= high)


class Strip:
    """The difference R − L of each session, under the chart on the same dates."""

    def __init__(self, axes: Axes, style: Style, compared: SidesCompared, scale: Scale) -> None:
        self.axes = axes
        pairs = compared.differences
        self._xs = np.array([axis_days(pair.right.performed_at) for pair in pairs])
        self._ys = np.array([scale(pair.value) for pair in pairs])
        error = scale(compared.error or 0.0)
        muted = style.theme.muted
        axes.axhspan(-error, error, color=style.theme.band, linewidth=0, zorder=Z.BAND, gid="difference-error")
        axes.axhline(0, color=muted, linewidth=PT_PER_PX, zorder=Z.LEVEL, gid="difference-zero")
        self._stems = LineCollection([], colors=muted, linewidths=1.5 * PT_PER_PX, zorder=Z.LINE)
        self._stems.set_gid("difference-stems")
        axes.add_collection(self._stems, autolim=False)
        (self._heads,) = axes.plot([], [], "o", color=style.theme.text, markeredgewidth=0, zorder=Z.MEDIAN,
                                   clip_on=False, gid="difference")  # fmt: skip
        most = nice_above(max(1.0, error, float(np.abs(self._ys).max())))
        axes.set_ylim(-most, most)
        axes.set_yticks([-most, 0, most])

    def show(self, times: tuple[float, float]) -> None:
        shown = (self._xs >= times[0]) & (self._xs <= times[1])
        xs, ys = self._xs[shown], self._ys[shown]
        self._heads.set_data(xs, ys)
        self._stems.set_segments([np.array([(x, 0.0), (x, y)]) for x, y in zip(xs, ys, strict=True)])

    def scale_points(self, marker: float) -> None:
        """`marker` is that of the chart above, in logical pixels."""
        self._heads.set_markersize(0.75 * marker * PT_PER_PX)
        self._stems.set_linewidth(min(1.5, 0.3 * marker) * PT_PER_PX)


def changes_of(sides: Iterable[SideCourse]) -> list[Reading]:
    """The first reading of every run that begins anew, once for sides that change together."""
    found: dict[tuple[Any, ...], Reading] = {}
    for side in sides:
        for run in side.runs[1:]:
            first = run.readings[0]
            found.setdefault((first.performed_at.date(), first.aid, first.protocol_version), first)
    return sorted(found.values(), key=lambda reading: reading.performed_at)


def draw_level(axes: Axes, y: float, colour: str, gid: str, *, dashed: bool) -> Line2D:
    """A thin line at a height, all across."""
    made = axes.axhline(y, color=colour, linewidth=(1.4 if dashed else 1) * PT_PER_PX, zorder=Z.LEVEL, clip_on=False,
                        gid=gid)  # fmt: skip
    if dashed:
        made.set_linestyle((0, (5, 4)))
    return made


def nice_above(value: float) -> float:
    """The smallest 1, 2 or 5 times a power of ten (from 1) that is not below `value`."""
    size = 1.0
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8):
            if step * size >= ceil(value - 1e-9):
                return step * size
        size *= 10


def _markers(
    axes: Axes, shape: str, look: SideLook, gid: str, order: Z, edge: str | None = None, alpha: float | None = None
) -> Line2D:
    (made,) = axes.plot([], [], shape, color=look.colour, alpha=alpha, zorder=order, clip_on=False, gid=gid,
                        markeredgecolor=edge or look.colour)  # fmt: skip
    if edge is None:
        made.set_markeredgewidth(0)
    return made


def _draw_band(axes: Axes, style: Style, look: SideLook, course: SideCourse, scale: Scale) -> None:
    """The start of the current run ± its error, from there on."""
    start = course.baseline
    if start is None:
        return
    begin = axis_days(course.current.readings[0].performed_at)
    low, high = scale(start.low), scale(start.high)
    corners = [(begin, low), (FAR, low), (FAR, high), (begin, high)]
    colour, alpha = (style.theme.band, 0.7) if course.side is None else (look.colour, 0.09)
    axes.add_patch(Polygon(corners, facecolor=colour, alpha=alpha, linewidth=0, zorder=Z.BAND,
                           gid=f"band-{look.key}"))  # fmt: skip
    axes.plot([begin, FAR], [scale(start.value)] * 2, color=look.colour, alpha=0.45, linewidth=PT_PER_PX,
              zorder=Z.BAND, gid=f"baseline-{look.key}")  # fmt: skip


def _draw_wedge(axes: Axes, look: SideLook, projection: Projection | None, scale: Scale) -> None:
    if projection is None:
        return
    corners = [
        (axis_noon(projection.begins), scale(projection.level)),
        (axis_noon(projection.earliest), scale(projection.goal)),
        (axis_noon(projection.outer[0]), scale(projection.outer[1])),
    ]
    axes.add_patch(Polygon(corners, facecolor=look.colour, alpha=0.16, linewidth=0, zorder=Z.WEDGE,
                           gid=f"projection-{look.key}"))  # fmt: skip


def _draw_curve(axes: Axes, look: SideLook, course: SideCourse, scale: Scale) -> Line2D:
    """One artist for the whole side: a missing value breaks its line at gaps and where a run ends."""
    xs: list[float] = []
    ys: list[float] = []
    for run in course.runs:
        for place, (reading, value) in enumerate(zip(run.readings, run.smoothed, strict=True)):
            if xs and (place == 0 or breaks_before(run.readings, place)):
                xs.append(np.nan)
                ys.append(np.nan)
            xs.append(axis_days(reading.performed_at))
            ys.append(scale(value))
    (made,) = axes.plot(xs, ys, color=look.colour, solid_capstyle="round", solid_joinstyle="round", zorder=Z.LINE,
                        gid=f"line-{look.key}")  # fmt: skip
    return made


def _draw_record(axes: Axes, look: SideLook, course: SideCourse, scale: Scale) -> Line2D | None:
    """A ring round the best trial of the current run; of a single reading everything is the best."""
    if course.record is None or len(course.current.readings) < 2:
        return None
    at = axis_days(course.record.reading.performed_at)
    (made,) = axes.plot([at], [scale(course.record.value)], "o", color=look.colour, markerfacecolor="none",
                        markeredgecolor=look.colour,
                        markeredgewidth=1.2 * PT_PER_PX, zorder=Z.RECORD, clip_on=False,
                        gid=f"record-{look.key}")  # fmt: skip
    return made


def extent(parts: Sequence[Numbers]) -> tuple[float, float] | None:
    """The lowest and the highest of all; None of nothing."""
    found = [part for part in parts if part.size]
    return (min(float(part.min()) for part in found), max(float(part.max()) for part in found)) if found else None
