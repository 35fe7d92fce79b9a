"""A short word at the bottom of the window, with one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.text import label

SHOWN_MS = 8000
MARGIN = 32


class Toast(QFrame):
    """Floats over the lower right corner of its parent, where no button is, and leaves by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = parent
        self._lift = 0
        self._text = label()
        self._action: Callable[[], object] | None = None
        self._button = button("", self._act)
        box = QHBoxLayout(self)
        box.setContentsMargins(20, 12, 12, 12)
        box.setSpacing(16)
        box.addWidget(self._text)
        box.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, action: str = "", clicked: Callable[[], object] | None = None) -> None:
        """Show `text`, with a button named `action` where there is something to do."""
        self._text.setText(text)
        self._text.setWordWrap(False)
        self._button.setVisible(bool(action))
        self._button.setText(action)
        self._action = clicked
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def lift(self, pixels: int) -> None:
        """Stay so much further from the bottom from now on."""
        self._lift = pixels
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _place(self) -> None:
        most = self._over.width() - 2 * MARGIN
        self._text.setWordWrap(self.sizeHint().width() > most)
        self.setMaximumWidth(most)
        self.adjustSize()
        x, y = self._over.width() - self.width(), self._over.height() - self.height()
        self.move(x - MARGIN, y - 24 - self._lift)
