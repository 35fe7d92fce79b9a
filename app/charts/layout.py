"""Where the parts of a reach chart stand. Done anew at every draw, so that any size, scale or language fits."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from app.charts.dates import DayLocator, widest_date
from app.charts.style import PT_PER_PX, PX_PER_INCH, spread

# All in logical pixels.
EDGE = 4.0  # between the outermost words and the figure's edge
INSET = 12.0  # between the ends of the time and the ends of the grid: room for a whole marker
LABEL_GAP = 8.0  # between the grid and a label beside it
LEADER_FROM = 24.0  # a label farther from its point than this is led to by a thin line
MARKER = 8.0
SMALLEST_MARKER = 2.5
RING = 1.5  # of the background round a marker, so that it stands out from its line
RINGED_FROM = 5.0  # smaller markers go without
LINE = 2.0
THINNEST_LINE = 0.6

LINE_HEIGHT = 1.3  # in heights of the font


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words beside the right end of the grid. `at` is what they name, in data; `leader` joins them to it."""

    text: Text
    at: tuple[float, float]
    leader: Line2D | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """What grows and shrinks with the room a reading has: `size` weighs the marker's shape against a circle."""

    medians: Line2D
    trials: Line2D
    lines: tuple[Line2D, ...]
    size: float


class ReachLayout(LayoutEngine):
    """Stands between margins measured from the words themselves.

    `ends` name the last points: beside them where there is room before the end of the time, else in the right margin.
    `marks` name heights, in the right margin. No label covers another or a point.
    `times` are the first and last moment (matplotlib days), `values` the lowest and highest value to be seen.
    """

    _adjust_compatible = False
    _colorbar_gridspec = False

    def __init__(
        self, axes: Axes, note: Text, ends: Sequence[EndLabel], marks: Sequence[EndLabel], points: Sequence[Points],
        times: tuple[float, float], values: tuple[float, float], font_px: float,
    ) -> None:  # fmt: skip
        super().__init__()
        self._axes = axes
        self._note = note
        self._ends = ends
        self._marks = marks
        self._points = points
        self._times = times
        self._values = values
        self._font_px = font_px

    def execute(self, fig: Figure) -> None:
        width, height = (inches * PX_PER_INCH for inches in fig.get_size_inches())
        self._scale_values(height)
        least = EDGE + widest_date(self._font_px) / 2  # holds a date at the very end of the axis
        left = max(least, EDGE + _widest(self._axes.get_yticklabels()) + LABEL_GAP)
        ends_inside, right = self._right_margin(width - left, least)
        inside = max(2 * INSET + 1, width - left - right)
        self._scale_times(inside)
        top = EDGE + 2.4 * self._font_px
        bottom = EDGE + self._align_dates()
        tall = max(1.0, height - top - bottom)
        self._axes.set_position((left / width, bottom / height, inside / width, tall / height))
        self._note.set_position((EDGE / PX_PER_INCH, (height - EDGE) / PX_PER_INCH))
        self._scale_points(inside)
        edge = left + inside
        if ends_inside:
            self._place(self._ends, max(self._pixels(label.at)[0] for label in self._ends) + MARKER / 2)
            self._place(self._marks, edge)
        else:
            self._place([*self._ends, *self._marks], edge)

    def _right_margin(self, room: float, least: float) -> tuple[bool, float]:
        """Whether the end labels fit between the last point and the end of the time, and the margin needed.

        `room` is what the grid and the margin share; `least` is the least margin.
        """
        marks = _widest([label.text for label in self._marks])
        ends = _widest([label.text for label in self._ends])
        gutter = max(least, LABEL_GAP + max(marks, ends) + EDGE)
        start, end = self._times
        last = max(label.at[0] for label in self._ends)
        free = INSET + (end - last) / (end - start) * (room - gutter - 2 * INSET)
        if free > MARKER + 2 * LABEL_GAP + ends:
            return True, max(least, LABEL_GAP + marks + EDGE)
        return False, gutter

    def _scale_values(self, height: float) -> None:
        """Whole steps whose first and last line hold every value."""
        locator = MaxNLocator(nbins=max(2, min(6, int(height / 55))), steps=[1, 2, 5, 10], integer=True)
        ticks = [float(tick) for tick in locator.tick_values(*self._values)]
        self._axes.set_yticks(ticks)
        self._axes.set_ylim(ticks[0], ticks[-1])
        for line in self._axes.get_ygridlines():
            line.set_clip_on(False)  # the outermost ones would lose half their width

    def _scale_times(self, inside: float) -> None:
        start, end = self._times
        inset = (end - start) * INSET / (inside - 2 * INSET)
        self._axes.set_xlim(start - inset, end + inset)
        locator = self._axes.xaxis.get_major_locator()
        if isinstance(locator, DayLocator):
            locator.fit(inside, self._font_px)

    def _align_dates(self) -> float:
        """Set the dates on one baseline (matplotlib hangs each by its own height); the room needed below the grid."""
        labels = self._axes.get_xticklabels()
        for label in labels:
            label.set_verticalalignment("baseline")
        lines = 1 + max((label.get_text().count("\n") for label in labels), default=0)
        drop = (0.4 + LINE_HEIGHT * lines) * self._font_px
        self._axes.tick_params(axis="x", pad=drop * PT_PER_PX)
        return drop + 0.4 * self._font_px

    def _scale_points(self, inside: float) -> None:
        """Full size while readings stand apart; small once years of them stand shoulder to shoulder."""
        most = max(np.size(points.medians.get_xdata()) for points in self._points)
        marker = max(SMALLEST_MARKER, min(MARKER, 0.6 * inside / most))
        share = marker / MARKER
        for points in self._points:
            points.medians.set_markersize(marker * points.size * PT_PER_PX)
            points.medians.set_markeredgewidth(RING * PT_PER_PX if marker >= RINGED_FROM else 0)
            points.trials.set_markersize(max(1.5, 0.6 * marker) * PT_PER_PX)
            for line in points.lines:
                line.set_linewidth(max(THINNEST_LINE, LINE * share) * PT_PER_PX)

    def _place(self, labels: Sequence[EndLabel], edge: float) -> None:
        """Stand `labels` in a column right of `edge`, each as near to what it names as the others let it."""
        if not labels:
            return
        line = max(_size(label.text)[1] for label in labels)
        points = [self._pixels(label.at) for label in labels]
        low, high = (self._pixels((self._times[0], value))[1] for value in self._axes.get_ylim())
        places = spread([y for _x, y in points], line + 2, low, high)
        for label, point, place in zip(labels, points, places, strict=True):
            label.text.set_position(((edge + LABEL_GAP) / PX_PER_INCH, place / PX_PER_INCH))
            if label.leader is not None:
                _lead(label.leader, point, (edge, place))

    def _pixels(self, at: tuple[float, float]) -> tuple[float, float]:
        dpi = self._axes.get_figure(root=True).dpi  # type: ignore[union-attr]  # an axes in use has a figure
        x, y = self._axes.transData.transform(at)
        return float(x) / dpi * PX_PER_INCH, float(y) / dpi * PX_PER_INCH


def _lead(leader: Line2D, point: tuple[float, float], end: tuple[float, float]) -> None:
    (x, y), (edge, place) = point, end
    leader.set_visible(edge - x > LEADER_FROM or abs(place - y) > LEADER_FROM)
    leader.set_data(
        [(x + MARKER) / PX_PER_INCH, (edge - INSET) / PX_PER_INCH, (edge + 0.5 * LABEL_GAP) / PX_PER_INCH],
        [y / PX_PER_INCH, y / PX_PER_INCH, place / PX_PER_INCH],
    )


def _size(text: Text) -> tuple[float, float]:
    """Width and height in logical pixels; nothing for a text without words."""
    figure = text.get_figure(root=True)
    if figure is None or not text.get_text():
        return 0.0, 0.0
    box = text.get_window_extent()
    return box.width / figure.dpi * PX_PER_INCH, box.height / figure.dpi * PX_PER_INCH


def _widest(texts: Sequence[Text]) -> float:
    return max((_size(text)[0] for text in texts), default=0.0)
