"""The place of the figure until it comes: a drawing of the direction of movement."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.exercise import Direction
from app.ui.look import Look


def paint_direction(painter: QPainter, look: Look, direction: Direction, area: QRectF, mirrored: bool = False) -> None:
    """Paint the drawing centred in `area`, as large as fits; `mirrored` for the other side."""
    side = min(area.width(), area.height())
    square = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    painter.save()
    if mirrored:
        painter.translate(2 * square.center().x(), 0)
        painter.scale(-1, 1)
    look.direction(direction.value).render(painter, square)
    painter.restore()


class DirectionPicture(QWidget):
    """Shows one direction on a soft rounded ground."""

    def __init__(self, look: Look, smallest: QSize) -> None:
        super().__init__()
        self._look = look
        self._direction: Direction | None = None
        self._mirrored = False
        self.setMinimumSize(smallest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_direction(self, direction: Direction | None, *, mirrored: bool = False, name: str = "") -> None:
        """Show `direction` (None: nothing); `name` is what a screen reader says of it."""
        self._direction, self._mirrored = direction, mirrored
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("soft"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        if self._direction is not None:
            inset = 0.1 * min(self.width(), self.height())
            area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            paint_direction(painter, self._look, self._direction, area, self._mirrored)
        painter.end()
