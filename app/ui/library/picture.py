"""The picture on a card and beside a step: the figure of an exercise, one for each step of a routine."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.domain.exercise import Exercise
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.widgets.still_view import paint_still


def paint_stills(painter: QPainter, look: Look, figures: Figures, exercises: Sequence[Exercise], area: QRectF) -> None:
    """Paint the exercises in rows that fill `area`, as large as fits."""
    columns = _best_columns(len(exercises), area)
    rows = [exercises[start : start + columns] for start in range(0, len(exercises), columns)]
    width, height = area.width() / columns, area.height() / len(rows)
    top = area.top()
    for row in rows:
        left = area.center().x() - width * len(row) / 2
        for place, exercise in enumerate(row):
            paint_still(painter, look, figures.picture(exercise), QRectF(left + place * width, top, width, height))
        top += height


def _best_columns(count: int, area: QRectF) -> int:
    """The number of columns that leaves the pictures largest."""
    return max(
        range(1, count + 1), key=lambda columns: min(area.width() / columns, area.height() / ceil(count / columns))
    )
