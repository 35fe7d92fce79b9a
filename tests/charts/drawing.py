"""Measures and readings as charts like them, and a figure of a real size that was really drawn."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from app.charts.reach import ReachChart, draw_reach
from app.charts.span import Span
from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading, Unit
from app.theme import Theme
from tests import samples

NOW = samples.NOON


def a_measure(
    *,
    unit: Unit = Unit.CM,
    better: Better = Better.LOWER,
    sided: bool = False,
    zero_label: str = "the floor",
    one_scale: bool = False,
) -> Measure:
    plain = samples.a_measure(unit=unit, better=better, sided=sided, one_scale=one_scale)
    return replace(plain, zero_label=zero_label)


def a_reading(
    days_ago: float, *trials: float, side: Side | None = None, aid: str = "floor", protocol: int = 1
) -> Reading:
    moment = NOW - timedelta(days=days_ago)
    return samples.a_reading(*trials, side=side, at=moment, aid=aid, protocol_version=protocol)


def both_sides(*days_ago: float) -> list[Reading]:
    """A reading of each side on each day, the right one always nearer to its goal."""
    return [
        a_reading(day, value, value + 0.5, value + 2, side=side)
        for day in days_ago
        for side, value in ((Side.LEFT, 4 + day / 50), (Side.RIGHT, 1 + day / 60))
    ]


def drawn(
    measure: Measure,
    readings: Sequence[Reading],
    theme: Theme,
    span: Span = Span.ALL,
    *,
    size: tuple[int, int] = (860, 360),
    scale: float = 1,
    shown_in: str | None = None,
    font_px: float = 13,
) -> tuple[Figure, ReachChart]:
    """The figure after a real draw, `size` in logical pixels."""
    figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100 * scale)
    FigureCanvasAgg(figure)
    chart = draw_reach(figure, measure, readings, theme, span, NOW, shown_in, font_px)
    redraw(figure)
    return figure, chart


def redraw(figure: Figure) -> None:
    figure.canvas.draw()
