"""The drawing on a card and beside a step: one for an exercise, one for each step of a routine."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.domain.exercise import Direction
from app.ui.look import Look
from app.ui.widgets.direction_picture import paint_direction


def paint_directions(painter: QPainter, look: Look, directions: Sequence[Direction], area: QRectF) -> None:
    """Paint the drawings in rows, centred in `area` and as large as fits."""
    columns = _best_columns(len(directions), area)
    side = _side(len(directions), columns, area)
    rows = [directions[start : start + columns] for start in range(0, len(directions), columns)]
    top = area.center().y() - side * len(rows) / 2
    for number, row in enumerate(rows):
        left = area.center().x() - side * len(row) / 2
        for place, direction in enumerate(row):
            inset = 0.05 * side
            square = QRectF(left + place * side, top + number * side, side, side)
            paint_direction(painter, look, direction, square.adjusted(inset, inset, -inset, -inset))


def _best_columns(count: int, area: QRectF) -> int:
    """The number of columns that leaves the drawings largest."""
    return max(range(1, count + 1), key=lambda columns: _side(count, columns, area))


def _side(count: int, columns: int, area: QRectF) -> float:
    return min(area.width() / columns, area.height() / ceil(count / columns))
