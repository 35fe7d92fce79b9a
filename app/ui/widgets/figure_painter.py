"""Paints the shapes of `app.figure.drawing` with QPainter, in the colours of the theme."""

from collections.abc import Iterable
from math import acos, atan2, degrees, hypot

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.figure.shapes import Area, Capsule, Disc, Shape
from app.ui.look import Look

RADIUS = 12
SHADE = 128  # per cent darker than the light tone
_SHADED = {"skin": "skin", "cloth": "cloth", "prop": "edge"}


def figure_colours(look: Look) -> dict[str, QColor]:
    """A colour for every role of the drawing."""
    colours: dict[str, QColor] = {}
    for role, themed in _SHADED.items():
        colour = look.colour(themed)
        light = f"{role}_light" if role == "prop" else role
        shade = role if role == "prop" else f"{role}_shade"
        colours[light], colours[shade] = colour, colour.darker(SHADE)
    if look.theme.dark:
        colours["prop_light"], colours["prop"] = look.colour("edge"), look.colour("line")
    colours["ground"], colours["ground_light"] = look.colour("edge"), look.colour("line")
    colours["vertebra"], colours["glow"] = QColor("#F2EEE6"), look.colour("accent")
    colours["vertebra_behind"] = _mixed(look.colour("cloth"), colours["vertebra"], 0.35)
    return colours


def paint_ground(painter: QPainter, look: Look, area: QRect) -> None:
    """A soft rounded ground; nothing that is painted after reaches over it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QPainterPath()
    ground.addRoundedRect(QRectF(area), RADIUS, RADIUS)
    painter.fillPath(ground, look.colour("soft"))
    painter.setClipPath(ground)


def paint_figure(painter: QPainter, shapes: Iterable[Shape], colours: dict[str, QColor]) -> None:
    """Paint every shape in its turn."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for shape in shapes:
        if isinstance(shape, Capsule):
            painter.setBrush(colours[shape.role])
            _paint_capsule(painter, shape)
        elif isinstance(shape, Disc):
            painter.setBrush(_mixed(colours[shape.role], colours["glow"], shape.glow))
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
        else:
            painter.setBrush(colours[shape.role])
            painter.drawPolygon(_polygon(shape))


def _polygon(area: Area) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in area.points])


def _paint_capsule(painter: QPainter, capsule: Capsule) -> None:
    """The outer arc of each circle, and between them their common tangents: one outline, filled once."""
    _role, x0, y0, r0, x1, y1, r1 = capsule
    apart = hypot(x1 - x0, y1 - y0)
    if apart <= abs(r0 - r1):
        x, y, r = (x0, y0, r0) if r0 > r1 else (x1, y1, r1)
        painter.drawEllipse(QPointF(x, y), r, r)
        return
    way, open_by = degrees(atan2(y0 - y1, x1 - x0)), degrees(acos((r0 - r1) / apart))
    first, second = QRectF(x0 - r0, y0 - r0, 2 * r0, 2 * r0), QRectF(x1 - r1, y1 - r1, 2 * r1, 2 * r1)
    hull = QPainterPath()
    hull.arcMoveTo(first, way + open_by)
    hull.arcTo(first, way + open_by, 360 - 2 * open_by)
    hull.arcTo(second, way - open_by, 2 * open_by)
    painter.drawPath(hull)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    if share <= 0:
        return one
    red, green, blue = (
        a + (b - a) * min(1.0, share)
        for a, b in (
            (one.redF(), other.redF()),
            (one.greenF(), other.greenF()),
            (one.blueF(), other.blueF()),
        )
    )
    return QColor.fromRgbF(red, green, blue)
