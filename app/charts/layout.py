"""Where the parts of a reach chart stand.

The margins are measured from the words once for a size and stay as they are, however the view changes: a chart that is
zoomed or dragged must not breathe. What depends on the view (ticks, sizes of points, labels) follows at every draw.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import LayoutEngine
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from app.charts.dates import DayLocator, widest_date
from app.charts.reach_parts import Numbers, SidePlot, Strip
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
THINNEST_LINE = 0.8
STRIP = 56.0
ROOM_FOR_POINT = 4.0  # round a word that is put among points

LINE_HEIGHT = 1.3  # in heights of the font


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words beside the right end of the grid. `at` is what they name, in data; `leader` joins them to it.

    `level` is the line they name, if they do: it is seen whole or not at all.
    """

    text: Text
    at: tuple[float, float]
    leader: Line2D | None = None
    level: Line2D | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word inside the grid: at the first of its `offsets` (pixels from `at`, in data) where it covers nothing.

    An `at` without a height stands at the top of the grid. Where there is no room it is not shown.
    """

    text: Text
    at: tuple[float, float | None]
    offsets: tuple[tuple[float, float], ...]


@dataclass(slots=True)
class Parts:
    """What a reach chart is made of, for its layout. `notes` stand at the top left: of the chart, of the strip."""

    axes: Axes
    strip: Strip | None
    notes: tuple[Text, ...]
    empty: Text
    plots: Sequence[SidePlot]
    ends: list[EndLabel] = field(default_factory=list)
    marks: list[EndLabel] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    bottom: float
    least: float


class ReachLayout(LayoutEngine):
    """`look` says what is in view; `widest` are the value labels there may be, `date_lines` those of a date."""

    _adjust_compatible = False
    _colorbar_gridspec = False

    def __init__(self, parts: Parts, font_px: float, widest: Sequence[str], date_lines: int,
                 words_of: Callable[[float], str]) -> None:  # fmt: skip
        super().__init__()
        self._parts = parts
        self._font_px = font_px
        self._widest = widest
        self._date_lines = date_lines
        self._words_of = words_of
        self._times, self._values = (0.0, 1.0), (0.0, 1.0)
        self._fitted: tuple[float, float, float] | None = None
        self._margins = _Margins(0, 0, 0, 0)
        self._sizes: dict[str, tuple[float, float]] = {}

    def look(self, times: tuple[float, float], values: tuple[float, float]) -> None:
        """The first and last moment (matplotlib days), the lowest and highest value to be seen."""
        self._times, self._values = times, values

    def execute(self, fig: Figure) -> None:
        width, height = (inches * PX_PER_INCH for inches in fig.get_size_inches())
        if self._fitted != (width, height, fig.dpi):
            self._fitted = (width, height, fig.dpi)
            self._sizes.clear()
            self._margins = self._measure()
        margins = self._margins
        inside = max(2 * INSET + 1, width - margins.left - margins.right)
        bottom, tall = self._stand(width, height, inside)
        self._scale_values(tall)
        self._scale_times(inside)
        self._scale_points(inside)
        self._place_labels(margins.left + inside)
        self._parts.empty.set_position(
            ((margins.left + inside / 2) / PX_PER_INCH, (bottom + tall / 2) / PX_PER_INCH)
        )  # fmt: skip
        self._place_words(margins.left, margins.left + inside)

    def _measure(self) -> _Margins:
        parts = self._parts
        least = EDGE + widest_date(self._font_px) / 2  # holds a date at the very end of the axis
        numbers = max(self._width_of(words) for words in self._widest)
        labels = [label.text for label in (*parts.ends, *parts.marks)]
        right = LABEL_GAP + max((self._size(text)[0] for text in labels), default=0) + EDGE
        drop = (0.4 + LINE_HEIGHT * self._date_lines) * self._font_px
        for axes in self._all_axes():
            axes.tick_params(axis="x", pad=drop * PT_PER_PX)
        return _Margins(max(least, EDGE + numbers + LABEL_GAP), max(least, right), EDGE + drop + 0.4 * self._font_px,
                        least)  # fmt: skip

    def _stand(self, width: float, height: float, inside: float) -> tuple[float, float]:
        """Give chart and strip their places; the lower end and the height of the chart."""
        parts, left, bottom = self._parts, self._margins.left, self._margins.bottom
        head = 2.4 * self._font_px
        parts.notes[0].set_position((EDGE / PX_PER_INCH, (height - EDGE) / PX_PER_INCH))
        if parts.strip is not None:
            strip = max(1.0, min(STRIP, 0.2 * height))
            parts.strip.axes.set_position((left / width, bottom / height, inside / width, strip / height))
            parts.notes[1].set_position((EDGE / PX_PER_INCH, (bottom + strip + 1.7 * self._font_px) / PX_PER_INCH))
            bottom += strip + 2.4 * self._font_px
        tall = max(1.0, height - EDGE - head - bottom)
        parts.axes.set_position((left / width, bottom / height, inside / width, tall / height))
        return bottom, tall

    def _scale_values(self, tall: float) -> None:
        """Whole steps whose first and last line hold every value."""
        axes = self._parts.axes
        locator = MaxNLocator(nbins=max(2, min(6, int(tall / 42))), steps=[1, 2, 5, 10], integer=True)
        ticks = [float(tick) for tick in locator.tick_values(*self._values)]
        low, high = self._values
        while len(ticks) > 2 and ticks[1] <= low:
            ticks.pop(0)
        while len(ticks) > 2 and ticks[-2] >= high:
            ticks.pop()
        axes.set_yticks(ticks, [self._words_of(tick) for tick in ticks])
        axes.set_ylim(ticks[0], ticks[-1])
        for line in axes.get_ygridlines():
            line.set_clip_on(False)  # the outermost ones would lose half their width

    def _scale_times(self, inside: float) -> None:
        start, end = self._times
        inset = (end - start) * INSET / (inside - 2 * INSET)
        for axes in self._all_axes():
            axes.set_xlim(start - inset, end + inset)
        lowest = self._all_axes()[-1]
        locator = lowest.xaxis.get_major_locator()
        if isinstance(locator, DayLocator):
            locator.fit(inside, self._font_px)
        for label in lowest.get_xticklabels():
            label.set_verticalalignment("baseline")  # matplotlib hangs each by its own height

    def _scale_points(self, inside: float) -> None:
        """Full size while readings stand apart; small once years of them stand shoulder to shoulder."""
        most = max(1, *(int(plot.shown.sum()) for plot in self._parts.plots))
        marker = max(SMALLEST_MARKER, min(MARKER, 0.6 * inside / most))
        for plot in self._parts.plots:
            plot.medians.set_markersize(marker * plot.look.size * PT_PER_PX)
            plot.medians.set_markeredgewidth(RING * PT_PER_PX if marker >= RINGED_FROM else 0)
            plot.trials.set_markersize(max(1.5, 0.6 * marker) * PT_PER_PX)
            plot.curve.set_linewidth(LINE * PT_PER_PX)
            if plot.record is not None:
                plot.record.set_markersize((0.6 * marker + 6) * PT_PER_PX)
        if self._parts.strip is not None:
            self._parts.strip.scale_points(marker)

    # Labels

    def _place_labels(self, edge: float) -> None:
        """Beside the last points where there is room before the end of the time, else in the right margin."""
        ends = [label for label in self._parts.ends if self._in_sight(label, across=True)]
        marks = [label for label in self._parts.marks if self._in_sight(label, across=False)]
        widest = max((self._size(label.text)[0] for label in ends), default=0)
        last = max((self._pixels(label.at)[0] for label in ends), default=0)
        if ends and last + MARKER / 2 + 2 * LABEL_GAP + widest <= edge:
            self._place(ends, last + MARKER / 2)
            self._place(marks, edge)
        else:
            self._place([*ends, *marks], edge)

    def _in_sight(self, label: EndLabel, *, across: bool) -> bool:
        """Whether what a label names is in view; else it is hidden."""
        (start, end), (low, high) = self._times, self._parts.axes.get_ylim()
        seen = low <= label.at[1] <= high and (not across or start <= label.at[0] <= end)
        label.text.set_visible(seen)
        if label.leader is not None:
            label.leader.set_visible(seen)
        if label.level is not None:
            label.level.set_visible(seen)
        return seen

    def _place(self, labels: Sequence[EndLabel], edge: float) -> None:
        """Stand `labels` in a column right of `edge`, each as near to what it names as the others let it."""
        if not labels:
            return
        line = max(self._size(label.text)[1] for label in labels)
        points = [self._pixels((min(label.at[0], self._times[1]), label.at[1])) for label in labels]
        low, high = (self._pixels((self._times[0], value))[1] for value in self._parts.axes.get_ylim())
        places = spread([y for _x, y in points], line + 2, low, high)
        for label, point, place in zip(labels, points, places, strict=True):
            label.text.set_position(((edge + LABEL_GAP) / PX_PER_INCH, place / PX_PER_INCH))
            if label.leader is not None:
                _lead(label.leader, point, (edge, place))

    # Words among the points

    def _place_words(self, left: float, right: float) -> None:
        points = np.concatenate([self._seen_points(), np.empty((0, 2))])
        taken = [self._box_of(label.text) for label in self._parts.ends if label.text.get_visible()]
        low, high = (self._pixels((self._times[0], value))[1] for value in self._parts.axes.get_ylim())
        for word in self._parts.words:
            word.text.set_visible(False)
            if not self._times[0] <= word.at[0] <= self._times[1]:
                continue
            top = high - 0.7 * self._font_px
            x, y = self._pixels((word.at[0], 0.0 if word.at[1] is None else word.at[1]))
            y = top if word.at[1] is None else y
            wide, tall = self._size(word.text)
            for right_of, above in word.offsets:
                across = x + right_of if right_of >= 0 else x + right_of - wide
                across = across - wide / 2 if right_of == 0 else across
                box = (across, y + above - tall / 2, across + wide, y + above + tall / 2)
                inside = left <= box[0] and box[2] <= right and low <= box[1] and box[3] <= high + tall
                if inside and not _covers(box, points) and not any(_overlap(box, other) for other in taken):
                    word.text.set_position((box[0] / PX_PER_INCH, (y + above) / PX_PER_INCH))
                    word.text.set_visible(True)
                    taken.append(box)
                    break

    def _seen_points(self) -> Numbers:
        """Every dot in view, shape (n, 2), in logical pixels."""
        places = []
        for plot in self._parts.plots:
            data = np.column_stack(plot.trials.get_data())
            if len(data):
                places.append(self._parts.axes.transData.transform(data) / self._dpi * PX_PER_INCH)
        return np.concatenate(places) if places else np.empty((0, 2))

    def _box_of(self, text: Text) -> tuple[float, float, float, float]:
        wide, tall = self._size(text)
        x, y = (inches * PX_PER_INCH for inches in text.get_position())
        return x, y - tall / 2, x + wide, y + tall / 2

    # Sizes

    @property
    def _dpi(self) -> float:
        return self._fitted[2] if self._fitted else PX_PER_INCH

    def _all_axes(self) -> list[Axes]:
        """From top to bottom: the last one has the dates."""
        strip = self._parts.strip
        return [self._parts.axes] if strip is None else [self._parts.axes, strip.axes]

    def _pixels(self, at: tuple[float, float]) -> tuple[float, float]:
        x, y = self._parts.axes.transData.transform(at)
        return float(x) / self._dpi * PX_PER_INCH, float(y) / self._dpi * PX_PER_INCH

    def _size(self, text: Text) -> tuple[float, float]:
        """Width and height in logical pixels, measured once for a size of the figure."""
        key = f"{text.get_fontweight()} {text.get_text()}"
        if key not in self._sizes:
            seen = text.get_visible()
            text.set_visible(True)
            box = text.get_window_extent()
            text.set_visible(seen)
            self._sizes[key] = (box.width / self._dpi * PX_PER_INCH, box.height / self._dpi * PX_PER_INCH)
        return self._sizes[key]

    def _width_of(self, words: str) -> float:
        """That of words which are not on the figure, in the font of its notes."""
        note = self._parts.notes[0]
        shown = note.get_text()
        note.set_text(words)
        width = self._size(note)[0]
        note.set_text(shown)
        return width


def _lead(leader: Line2D, point: tuple[float, float], end: tuple[float, float]) -> None:
    (x, y), (edge, place) = point, end
    leader.set_visible(edge - x > LEADER_FROM or abs(place - y) > LEADER_FROM)
    leader.set_data(
        [(x + MARKER) / PX_PER_INCH, (edge - INSET) / PX_PER_INCH, (edge + 0.5 * LABEL_GAP) / PX_PER_INCH],
        [y / PX_PER_INCH, y / PX_PER_INCH, place / PX_PER_INCH],
    )


def _covers(box: tuple[float, float, float, float], points: Numbers) -> bool:
    left, low, right, high = box
    near = ROOM_FOR_POINT
    across = (points[:, 0] > left - near) & (points[:, 0] < right + near)
    return bool((across & (points[:, 1] > low - near) & (points[:, 1] < high + near)).any())


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
