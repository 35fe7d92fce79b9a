"""A card in the middle of the player, over everything else."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.widgets.card import Card

VEIL = 0.7  # how much of what lies behind a card fades into the ground


class Veil(QWidget):
    """Dims what a card lies over; lets every click through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self.palette().color(QPalette.ColorRole.Window)
        colour.setAlphaF(VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour)
        painter.end()


class Overlay(Card):
    """Hidden at first; stays centred over `over`, which is veiled meanwhile."""

    accessible_role = QAccessible.Role.Dialog

    def __init__(self, over: QWidget) -> None:
        super().__init__(padding=32, spacing=16)
        self.setParent(over)
        self._over, self._veil = over, Veil(over)
        over.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        for text in self.findChildren(QLabel):
            if text.wordWrap() and text.minimumWidth() == text.maximumWidth():  # narrower than the card, so more lines
                text.ensurePolished()
                text.setFixedHeight(text.heightForWidth(text.maximumWidth()))
        size = self.sizeHint()
        if self.hasHeightForWidth():  # a child's size hint leaves out the lines that its texts wrap on to
            size.setHeight(max(size.height(), self.heightForWidth(size.width())))
        self.resize(size)
        self._centre()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._centre()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        self._veil.show()
        self._veil.raise_()
        self.raise_()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._veil.hide()
        super().hideEvent(event)

    def _centre(self) -> None:
        self._veil.setGeometry(self._over.rect())
        self.move((self._over.width() - self.width()) // 2, (self._over.height() - self.height()) // 2)
