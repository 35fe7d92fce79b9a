"""One moment of an exercise as a small picture that only shows it."""

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.figure.stills import Still
from app.ui.look import Look
from app.ui.widgets.figure_painter import figure_colours, paint_ground

if TYPE_CHECKING:
    from app.ui.widgets.photo import Photo


class StillView(QWidget):
    """`name` is what a screen reader says of it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, still: "Still | Photo", name: str, smallest: QSize) -> None:
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


def paint_still(painter: QPainter, look: Look, still: "Still | Photo", area: QRectF) -> None:
    """Paint it as large as `area` allows."""
    if not isinstance(still, Still):
        from app.ui.widgets.photo import paint_photo

        paint_photo(painter, look, still, area)
        return
    colours = {role: colour.name() for role, colour in figure_colours(look).items()}
    drawing = Template(still.drawing).substitute(colours)
    left, top, side = still.fit(area.width(), area.height())
    place = QRectF(area.left() + left, area.top() + top, side, side)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, place)
