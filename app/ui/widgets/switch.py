"""On or off, as a small switch painted in the theme's colours."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from app.ui.look import Look
from app.ui.widgets.sizes import in_text

TRACK = QSize(44, 24)
GAP = 4


class Switch(QCheckBox):
    """A check box to a screen reader and the keyboard; `name` is what it says. Space or Enter turns it over."""

    def __init__(self, look: Look, name: str, on: bool = False) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())
        self.setChecked(on)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(in_text(TRACK.width()), in_text(TRACK.height()))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect())
        edge, ground, knob = self._colours()
        radius = track.height() / 2
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(knob)
        size = track.height() - 2 * GAP
        right = self.isChecked() != (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        left = track.right() - GAP - size if right else track.left() + GAP
        painter.drawEllipse(QRectF(left, track.top() + GAP, size, size))
        if self.hasFocus():
            self._paint_ring(painter, track)
        painter.end()

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Edge, ground and knob."""
        look = self._look
        if not self.isEnabled():
            return look.colour("line"), look.colour("line"), look.colour("raised")
        if self.isChecked():
            return look.colour("accent"), look.colour("accent"), look.colour("on_accent")
        return look.colour("muted"), look.colour("soft"), look.colour("muted")

    def _paint_ring(self, painter: QPainter, track: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("text" if self.isChecked() else "accent"), 2))
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), track.height() / 2 - 1, track.height() / 2 - 1)
