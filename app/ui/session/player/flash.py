"""A gentle flash over the player: a cue for somebody who can't hear it."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.look import Look

FLASH_MS = 200
STRONGEST = 0.3  # how much of the accent lies over the picture at first


class Flash(QWidget):
    """Lies over everything, lets every click through, and is there only while it flashes."""

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over, self._look = over, look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fade = QVariantAnimation(self, startValue=STRONGEST, endValue=0.0, duration=FLASH_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def flash(self) -> None:
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self._fade.stop()
        self._fade.start()

    def rest(self) -> None:
        self._fade.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._look.colour("accent")
        colour.setAlphaF(float(self._fade.currentValue() or 0.0))
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return False
