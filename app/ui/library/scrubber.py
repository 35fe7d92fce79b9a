"""The slider under the large figure: goes where it is pressed, and wears the theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider

from app.ui.look import Look

HEIGHT = 28
KNOB, RING = 7.0, 10.0  # radii
GROOVE = 4.0


class Scrubber(QSlider):
    """A line, filled up to a round knob. The knob has a ring while the keys go to it."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(4 * HEIGHT, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * HEIGHT, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        span, middle = self._span, self.height() / 2
        share = (self.sliderPosition() - self.minimum()) / max(1, self.maximum() - self.minimum())
        knob = QPointF(RING + span * share, middle)
        line = QRectF(RING, middle - GROOVE / 2, span, GROOVE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("edge"))
        painter.drawRoundedRect(line, GROOVE / 2, GROOVE / 2)
        painter.setBrush(self._look.colour("accent"))
        line.setRight(knob.x())
        painter.drawRoundedRect(line, GROOVE / 2, GROOVE / 2)
        painter.drawEllipse(knob, KNOB, KNOB)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(knob, RING - 1, RING - 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def _go_to(self, event: QMouseEvent) -> None:
        share = (event.position().x() - RING) / max(1, self._span)
        self.setSliderPosition(round(self.minimum() + share * (self.maximum() - self.minimum())))

    @property
    def _span(self) -> int:
        """How far the knob can go, pixels."""
        return round(self.width() - 2 * RING)
