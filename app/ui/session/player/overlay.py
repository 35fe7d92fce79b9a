"""A card in the middle of the player, over everything else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from app.ui.widgets.card import Card
from app.ui.widgets.sizes import in_text
from app.ui.widgets.stops import stops_in

AROUND = 32  # pixels of what lies behind stay in sight
LEAST_PERCENT, SHRINKING = 80, 5
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
    """Hidden at first; stays centred over `over`, which is veiled meanwhile.

    It takes the keyboard, Tab stays in it, and the keyboard goes back to where it was.
    """

    accessible_role = QAccessible.Role.Dialog

    def __init__(self, over: QWidget) -> None:
        super().__init__(padding=32, spacing=16)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._over, self._veil = over, Veil(over)
        self._before: QWidget | None = None  # had the keyboard
        self.lie_over(over)

    def lie_over(self, over: QWidget) -> None:
        """Over another part of the window, from when it appears next."""
        self._over.removeEventFilter(self)
        self._over = over
        over.installEventFilter(self)
        for part in (self._veil, self):
            part.setParent(over)
            part.hide()

    def appear(self) -> None:
        self.resize(self.size_needed())
        self._centre()
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.setFocus()

    def size_needed(self) -> QSize:
        for text in self.findChildren(QLabel):
            if text.wordWrap() and text.minimumWidth() == text.maximumWidth():  # narrower than the card, so more lines
                text.ensurePolished()
                text.setMinimumHeight(0)  # of the words before
                text.setFixedHeight(text.heightForWidth(text.maximumWidth()))
        self.box.invalidate()
        size = self.sizeHint().boundedTo(QSize(self._over.width() - AROUND, self.maximumHeight()))
        if self.hasHeightForWidth():  # a child's size hint leaves out the lines that its texts wrap on to
            size.setHeight(max(size.height(), self.heightForWidth(size.width())))
        return size

    def fit_text(self, dress: Callable[[float], object]) -> None:
        """As large as was chosen, or as there is room: `dress` gives the words that share of their usual size."""
        largest = in_text(100)
        for percent in range(largest, LEAST_PERCENT - 1, -SHRINKING):
            dress(percent / 100)
            size, room = self.size_needed(), self._over.size() - QSize(AROUND, AROUND)
            if size.width() <= room.width() and size.height() <= room.height():
                break

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
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        super().hideEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Round and round among what is in it."""
        stops = [each for each in stops_in(self) if each.isVisible() and each.isEnabled()]
        here, step = QApplication.focusWidget(), 1 if forwards else -1
        place = stops.index(here) + step if here in stops else min(step, 0)
        if stops:
            reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
            stops[place % len(stops)].setFocus(reason)
        return bool(stops)

    def _centre(self) -> None:
        self._veil.setGeometry(self._over.rect())
        self.move((self._over.width() - self.width()) // 2, (self._over.height() - self.height()) // 2)
