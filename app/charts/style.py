"""What every chart has in common: logical pixels, fonts, and how a side looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from app.domain.exercise import Side
from app.theme import Theme

PX_PER_INCH = 100  # a logical pixel is a hundredth of the figure's inch, whatever its dpi: screen scale is dpi alone
PT_PER_PX = 72 / PX_PER_INCH
FALLBACK = "DejaVu Sans"  # comes with matplotlib and has every sign the charts use


@dataclass(frozen=True, slots=True)
class SideLook:
    """How one side's points are drawn: a colour and a shape, never the colour alone."""

    key: str
    colour: str
    marker: str
    size: float  # beside a circle of the same weight to the eye


@dataclass(frozen=True, slots=True)
class Style:
    """A theme and a font, as matplotlib wants them. `font_px` in logical pixels."""

    theme: Theme
    family: str
    font_px: float

    @property
    def families(self) -> list[str]:
        """The family where matplotlib has it, then the one it always has: no warning, no missing sign."""
        known = self.family in fontManager.get_font_names() and self.family != FALLBACK
        return [self.family, FALLBACK] if known else [FALLBACK]

    @property
    def font_pt(self) -> float:
        return self.font_px * PT_PER_PX

    def side(self, side: Side | None) -> SideLook:
        if side is Side.LEFT:
            return SideLook("left", self.theme.left, "o", 1.0)
        if side is Side.RIGHT:
            return SideLook("right", self.theme.right, "D", 0.82)
        return SideLook("centre", self.theme.accent, "o", 1.0)

    def quiet(self, axes: Axes) -> None:
        """No box, no tick marks, a light horizontal grid behind everything, muted numbers."""
        axes.set_facecolor(self.theme.raised)
        axes.spines[:].set_visible(False)
        axes.set_axisbelow(True)
        axes.grid(axis="y", color=self.theme.line, linewidth=PT_PER_PX)
        axes.tick_params(
            length=0, pad=8 * PT_PER_PX, labelcolor=self.theme.muted, labelsize=self.font_pt,
            labelfontfamily=self.families,
        )  # fmt: skip


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to `wanted` as can be, in the same order, at least `gap` apart, between `low` and `high`.

    Neighbours that are too close become one block whose middle stays where the middle of their wishes is. Where
    `high - low` has no room for all, they keep their distance and run over `high`.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    blocks: list[list[float]] = []  # each the wishes of its members, less the room that those before them take
    for rank, place in enumerate(order):
        blocks.append([wanted[place] - rank * gap])
        while len(blocks) > 1 and _middle(blocks[-2]) >= _middle(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    most = high - (len(wanted) - 1) * gap
    starts = [max(low, min(most, _middle(block))) for block in blocks for _member in block]
    places = [0.0] * len(wanted)
    for rank, place in enumerate(order):
        places[place] = starts[rank] + rank * gap
    return places


def _middle(block: Sequence[float]) -> float:
    return sum(block) / len(block)


def empty(figure: Figure) -> None:
    """For another drawing. `Figure.clear` makes the axes anew that it then throws away, so they go first."""
    for axes in figure.axes:
        axes.remove()
    figure.clear()
