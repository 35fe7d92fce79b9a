"""Rows of dots: reps and sets done, days of the week."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.look import Look


class Dot(Enum):
    DONE = "done"
    NOW = "now"
    OPEN = "open"


class Dots(QWidget):
    """Dots from left to right, each with a few letters below where `captions` are given."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, size: int = 16, gap: int = 10) -> None:
        super().__init__()
        self._look = look
        self._size, self._gap = size, gap
        self._dots: Sequence[Dot] = ()
        self._captions: Sequence[str] = ()
        look.changed.connect(self.update)

    def show_dots(self, dots: Sequence[Dot], captions: Sequence[str] = (), name: str = "") -> None:
        """Show `dots`; `name` says the same in words for a screen reader."""
        if (tuple(dots), tuple(captions)) == (self._dots, self._captions):
            return
        self._dots, self._captions = tuple(dots), tuple(captions)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_size(self, size: int) -> None:
        """Diameter in pixels."""
        self._size, self._gap = size, round(size * 0.6)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._dots)
        width = count * self._size + max(0, count - 1) * self._gap
        return QSize(width, self._size + (24 if self._captions else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.text_font(13))
        count = len(self._dots)
        room = self.width() / count
        step = min(room, self._size + self._gap) if not self._captions else room
        diameter = min(self._size, step * 0.7)
        for index, dot in enumerate(self._dots):
            x = index * step + (step - diameter) / 2 if self._captions else index * step + 1
            self._paint_dot(painter, dot, QPointF(x + diameter / 2, self._size / 2), diameter)
            if self._captions:
                painter.setPen(self._look.colour("text" if dot is Dot.NOW else "muted"))
                area = QRectF(index * step, self._size + 6, step, 18)
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._captions[index])
        painter.end()

    def _paint_dot(self, painter: QPainter, dot: Dot, centre: QPointF, diameter: float) -> None:
        accent, line = self._look.colour("accent"), self._look.colour("line")
        painter.setBrush(accent if dot is Dot.DONE else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line if dot is Dot.OPEN else accent, 2))
        painter.drawEllipse(centre, diameter / 2 - 1, diameter / 2 - 1)
