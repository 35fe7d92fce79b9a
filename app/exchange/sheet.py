"""An A4 page to write on: words, rules and pictures of charts at places in pixels from the upper left corner."""

from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from app.charts.style import FALLBACK, PT_PER_PX, PX_PER_INCH, Style
from app.theme import Theme

WIDTH, HEIGHT = 827, 1169  # A4 at a hundred pixels an inch
MARGIN = 56
SHARPNESS = 3  # pictures of charts have 300 dots an inch
LINE_HEIGHT = 1.42
CHART_FONT_PX = 11


@dataclass(frozen=True, slots=True)
class Text:
    """How words look: size in pixels, a colour role."""

    px: float = 11
    bold: bool = False
    role: str = "text"


BODY, SMALL, MUTED, STRONG = Text(), Text(9.5, role="muted"), Text(role="muted"), Text(bold=True)
TITLE, HEADING = Text(22, bold=True), Text(14, bold=True)


class Sheet:
    """One page. What is written stays inside its width: words are broken, or shortened where they have one line."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.figure = Figure(figsize=(WIDTH / PX_PER_INCH, HEIGHT / PX_PER_INCH), dpi=PX_PER_INCH, facecolor="white")
        canvas = FigureCanvasAgg(self.figure)
        self._renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib's own

    def write(self, x: float, y: float, words: str, look: Text = BODY, width: float | None = None) -> float:
        """Words from (x, y) down, broken to `width` pixels; the y below them."""
        most = WIDTH - MARGIN - x if width is None else width
        for line in self._lines(words, look, most):
            self._put(x, y, line, look)
            y += look.px * LINE_HEIGHT
        return y

    def line_of(self, x: float, y: float, words: str, look: Text = BODY, width: float | None = None) -> float:
        """Words in one line, shortened with an ellipsis where they have no room; the y below it."""
        most = WIDTH - MARGIN - x if width is None else width
        shown = words
        while shown and self._width(shown, look) > most:
            shown = shown.rstrip("…")[:-1].rstrip() + "…"
        self._put(x, y, shown, look)
        return y + look.px * LINE_HEIGHT

    def rule(self, y: float) -> float:
        ends = ((MARGIN / WIDTH, 1 - MARGIN / WIDTH), (1 - y / HEIGHT, 1 - y / HEIGHT))
        self.figure.add_artist(Line2D(*ends, linewidth=PT_PER_PX, color=self._theme.line))
        return y + 10

    def chart(self, x: float, y: float, width: float, height: float, draw: Callable[[Figure, Style], object]) -> float:
        """A chart that `draw` makes on a figure of its own, as a picture; the y below it."""
        chart = Figure(figsize=(width / PX_PER_INCH, height / PX_PER_INCH), dpi=PX_PER_INCH * SHARPNESS)
        canvas = FigureCanvasAgg(chart)
        draw(chart, Style(self._theme, FALLBACK, CHART_FONT_PX))
        chart.set_facecolor("white")
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib's own
        axes = self.figure.add_axes((x / WIDTH, 1 - (y + height) / HEIGHT, width / WIDTH, height / HEIGHT))
        axes.set_axis_off()
        axes.imshow(canvas.buffer_rgba(), aspect="auto", interpolation="none")  # type: ignore[no-untyped-call]  # as above
        return y + height

    @property
    def words(self) -> list[str]:
        """Everything written, in order."""
        return [text.get_text() for text in self.figure.texts]

    def _put(self, x: float, y: float, words: str, look: Text) -> None:
        self.figure.text(
            x / WIDTH, 1 - y / HEIGHT, words, fontsize=look.px * PT_PER_PX, family=FALLBACK, va="top",
            weight="bold" if look.bold else "normal", color=getattr(self._theme, look.role), parse_math=False,
        )  # fmt: skip

    def _lines(self, words: str, look: Text, most: float) -> list[str]:
        """Broken between words so that none is wider than `most`; a word too long stays whole."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer, look) <= most:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _width(self, words: str, look: Text) -> float:
        font = FontProperties(family=FALLBACK, size=look.px * PT_PER_PX, weight="bold" if look.bold else "normal")
        width, _height, _descent = self._renderer.get_text_width_height_descent(words, font, ismath=False)
        return float(width)
