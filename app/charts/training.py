"""What the charts of training share: the spots to point at, bars, and a frame measured from its own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from app.charts.calendar_grid import EDGE, GAP
from app.charts.dates import DayFormatter, DayLocator, axis_days, widest_date
from app.charts.style import PT_PER_PX, PX_PER_INCH, Style, empty

HIT_RADIUS = 20.0  # logical pixels


@dataclass(frozen=True, slots=True)
class Spot:
    """Something of a chart that can be pointed at: where it is in the data of its `axes`, and what it says."""

    axes: Axes
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class TrainingChart:
    """A drawn chart; its spots stand in the order in which the arrow keys go through them.

    With `by_column`, a spot is hit anywhere above or below it. ← and → go `across` spots on; where that is more than
    one, ↑ and ↓ go one.
    """

    spots: tuple[Spot, ...] = ()
    by_column: bool = False
    across: int = 1

    def nearest(self, x_px: float, y_px: float) -> Spot | None:
        """The spot under the pointer, else None. Canvas pixels from the lower left, as in matplotlib's events."""
        if not self.spots:
            return None
        places = self._places()
        across, up = np.abs(places[:, 0] - x_px), np.abs(places[:, 1] - y_px)
        dpi = self.spots[0].axes.figure.dpi
        radius = HIT_RADIUS * dpi / PX_PER_INCH
        if self.by_column:
            inside = np.array([spot.axes.bbox.contains(x_px, y_px) for spot in self.spots])
            across = np.where(inside, across, np.inf)
            closest = int(across.argmin())
            return self.spots[closest] if across[closest] <= 2 * radius else None
        distances = np.hypot(across, up)
        closest = int(distances.argmin())
        return self.spots[closest] if distances[closest] <= radius else None

    def position(self, spot: Spot) -> tuple[float, float]:
        """Where `spot` stands, in the pixels of `nearest`, as of the last draw."""
        x, y = spot.axes.transData.transform((spot.x, spot.y))
        return float(x), float(y)

    def _places(self) -> "np.ndarray[Any, np.dtype[np.float64]]":
        """One row of pixels a spot; the axes stand behind one another in the spots, so each is transformed at once."""
        found = np.empty((len(self.spots), 2))
        for axes in dict.fromkeys(spot.axes for spot in self.spots):
            mine = [place for place, spot in enumerate(self.spots) if spot.axes is axes]
            found[mine] = axes.transData.transform([(self.spots[each].x, self.spots[each].y) for each in mine])
        return found


class Frame(LayoutEngine):
    """Stands `rows` of axes under one another, as high as their shares, between margins measured from their words.

    `heads` are words above a row, in the figure's corner; `ends` words right of one. All axes share the lowest one's
    dates. Done anew at every draw, so that any size, scale or language fits.
    """

    _adjust_compatible = False
    _colorbar_gridspec = False

    def __init__(self, style: Style, rows: Sequence[tuple[Axes, float]], heads: Sequence[Text] = (),
                 ends: Sequence[Text] = ()) -> None:  # fmt: skip
        super().__init__()
        self._style, self._rows, self._heads, self._ends = style, rows, heads, ends

    def execute(self, fig: Figure) -> None:
        width, height = (inches * PX_PER_INCH for inches in fig.get_size_inches())
        font = self._style.font_px
        numbers = [label for axes, _share in self._rows for label in axes.get_yticklabels()]
        least = EDGE + widest_date(font) / 2
        left = max(least, EDGE + GAP + _widest(numbers))
        right = max(least, EDGE + GAP + _widest(self._ends)) if self._ends else least
        inside = max(10.0, width - left - right)
        locator = self._rows[-1][0].xaxis.get_major_locator()
        if isinstance(locator, DayLocator):
            locator.fit(inside, font)
        bottom = EDGE + self._lines() * 1.35 * font + 0.6 * font
        above = 2.2 * font if self._heads else 0.7 * font
        between = 0.7 * font
        free = max(10.0, height - EDGE - bottom - above * len(self._rows) - between * (len(self._rows) - 1))
        shares = sum(share for _axes, share in self._rows)
        top = height - EDGE
        for place, (axes, share) in enumerate(self._rows):
            tall = free * share / shares
            if place < len(self._heads):
                self._heads[place].set_position((EDGE / PX_PER_INCH, top / PX_PER_INCH))
            top -= above + tall
            axes.set_position((left / width, top / height, inside / width, tall / height))
            top -= between

    def _lines(self) -> int:
        labels = self._rows[-1][0].get_xticklabels()
        return 1 + max((label.get_text().count("\n") for label in labels), default=0)


def begin(figure: Figure, style: Style) -> None:
    """Empty the figure and give it the card's colour."""
    empty(figure)
    figure.set_layout_engine("none")
    figure.set_facecolor(style.theme.raised)


def say_nothing(figure: Figure, style: Style, first: str, second: str) -> TrainingChart:
    """What the chart would show, where there is nothing to show."""
    font: dict[str, Any] = {"ha": "center", "fontfamily": style.families, "wrap": True}
    figure.text(0.5, 0.52, first, va="bottom", color=style.theme.text, fontsize=style.font_pt * 15 / 13, **font)
    figure.text(0.5, 0.48, second, va="top", color=style.theme.muted, fontsize=style.font_pt, **font)
    return TrainingChart()


def day_axis(axes: Axes, style: Style, first: date, last: date) -> None:
    """A quiet axes over the days from `first` to `last`, with half a day's room at both ends."""
    style.quiet(axes)
    axes.xaxis.set_major_locator(DayLocator())
    axes.xaxis.set_major_formatter(DayFormatter(last.year))
    days = max(1.0, day_number(last) - day_number(first))
    axes.set_xlim(day_number(first) - 0.015 * days, day_number(last) + 1 + 0.015 * days)


def day_number(day: date) -> float:
    """The midnight that begins `day`, as a date axis has it."""
    return axis_days(datetime.combine(day, time.min))


def whole_numbers(axes: Axes, highest: float, steps: int = 3) -> None:
    """From 0 in whole steps to the first that holds `highest`."""
    locator = MaxNLocator(nbins=steps, steps=[1, 2, 3, 5, 10], integer=True)
    ticks = [float(tick) for tick in locator.tick_values(0, max(1.0, highest))]
    axes.set_yticks(ticks)
    axes.set_yticklabels([f"{tick:g}" for tick in ticks])
    axes.set_ylim(ticks[0], ticks[-1])
    for line in axes.get_ygridlines():
        line.set_clip_on(False)  # the outermost ones would lose half their width


def one_number(axes: Axes, highest: float) -> None:
    """From 0 to `highest`, with a single round number to judge it by: where lanes are low, more would crowd."""
    size = 10.0 ** np.floor(np.log10(max(1.0, highest)))
    tick = max(size * first for first in (1, 2, 3, 5) if size * first <= max(1.0, highest))
    axes.set_ylim(0, 1.04 * max(1.0, highest))
    axes.set_yticks([0.0, tick])
    axes.set_yticklabels(["", f"{tick:g}"])
    for line in axes.get_ygridlines():
        line.set_clip_on(False)


def bars(axes: Axes, places: Sequence[tuple[float, float]], heights: Sequence[float], colour: str,
         gid: str) -> PolyCollection:  # fmt: skip
    """Bars from 0, each from its left to its right end: one artist for all, since a thousand would take long."""
    shapes = [
        ((left, 0.0), (left, height), (right, height), (right, 0.0))
        for (left, right), height in zip(places, heights, strict=True)
    ]
    made = PolyCollection(shapes, facecolors=colour, linewidths=0, gid=gid)
    made.set_zorder(3)
    axes.add_collection(made, autolim=False)
    return made


def head(figure: Figure, style: Style, text: str, colour: str = "") -> Text:
    """Words above a row; `Frame` says where."""
    return figure.text(
        0, 0, text, color=colour or style.theme.muted, fontsize=style.font_pt, fontfamily=style.families, va="top",
        transform=figure.dpi_scale_trans,
    )  # fmt: skip


def beside(axes: Axes, style: Style, y: float, text: str, colour: str, *, strong: bool = False) -> Text:
    """Words right of the axes at the height of `y`."""
    return axes.annotate(
        text, (1, y), (GAP * PT_PER_PX, 0), xycoords=axes.get_yaxis_transform(), textcoords="offset points",
        color=colour, fontsize=style.font_pt, fontfamily=style.families, va="center", annotation_clip=False,
        weight="bold" if strong else "normal",
    )  # fmt: skip


def _widest(texts: Sequence[Text]) -> float:
    """In logical pixels."""
    shown = [text for text in texts if text.get_text()]
    return max((text.get_window_extent().width / text.figure.dpi * PX_PER_INCH for text in shown if text.figure),
               default=0.0)  # fmt: skip
