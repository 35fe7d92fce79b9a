"""The picture on a card and beside a step: the figure of an exercise, one for each step of a routine."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.domain.exercise import Exercise
from app.figure.errors import FigureError
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.widgets.direction_picture import DirectionPicture, paint_direction
from app.ui.widgets.figure_painter import figure_colours, paint_figure
from app.ui.widgets.figure_view import FigureView, Scene


def still(figures: Figures, exercise: Exercise) -> Scene | None:
    """The telling moment of `exercise`; None where there is no figure of it, or a broken one."""
    try:
        return figures.still(exercise)
    except FigureError:
        return None


def paint_stills(painter: QPainter, look: Look, figures: Figures, exercises: Sequence[Exercise], area: QRectF) -> None:
    """Paint the exercises in rows that fill `area`, as large as fits."""
    columns = _best_columns(len(exercises), area)
    rows = [exercises[start : start + columns] for start in range(0, len(exercises), columns)]
    width, height = area.width() / columns, area.height() / len(rows)
    top = area.top()
    for row in rows:
        left = area.center().x() - width * len(row) / 2
        for place, exercise in enumerate(row):
            _paint_still(painter, look, figures, exercise, QRectF(left + place * width, top, width, height))
        top += height


def still_view(look: Look, figures: Figures, exercise: Exercise, smallest: QSize) -> QWidget:
    """The telling moment as a widget that only shows it; the direction of movement where there is no figure."""
    scene = still(figures, exercise)
    if scene is None:
        picture = DirectionPicture(look, smallest)
        picture.show_direction(exercise.directions[0])
        return picture
    view = FigureView(look, smallest)
    view.show_scene(scene)
    view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return view


def _paint_still(painter: QPainter, look: Look, figures: Figures, exercise: Exercise, area: QRectF) -> None:
    kept = figures.picture(exercise.id)
    if kept is not None:
        painter.save()
        painter.translate(area.topLeft())
        paint_figure(painter, kept.fit(area.width(), area.height()), figure_colours(look))
        painter.restore()
    else:
        paint_direction(painter, look, exercise.directions[0], area)


def _best_columns(count: int, area: QRectF) -> int:
    """The number of columns that leaves the pictures largest."""
    return max(
        range(1, count + 1), key=lambda columns: min(area.width() / columns, area.height() / ceil(count / columns))
    )
