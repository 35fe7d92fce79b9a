"""One moment of an exercise as a small picture that only shows it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.figure.stills import Still
from app.ui.look import Look
from app.ui.widgets.figure_painter import figure_colours, paint_figure, paint_ground
from app.ui.widgets.photo import Photo, paint_photo


class StillView(QWidget):
    """`name` is what a screen reader says of it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, still: Still | Photo, name: str, smallest: QSize) -> None:
        super().__init__()
        self._look, self.still = look, still
        self.setAccessibleName(name)
        self.setMinimumSize(smallest)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, self._look, self.rect())
        paint_still(painter, self._look, self.still, QRectF(self.rect()))
        painter.end()


def paint_still(painter: QPainter, look: Look, still: Still | Photo, area: QRectF) -> None:
    """Paint it as large as `area` allows."""
    painter.save()
    if isinstance(still, Photo):
        paint_photo(painter, look, still, area)
    else:
        painter.translate(area.topLeft())
        paint_figure(painter, still.fit(area.width(), area.height()), figure_colours(look))
    painter.restore()
