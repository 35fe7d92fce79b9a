"""A short word at the top of the window, with one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

SHOWN_MS, READ_MS = 7000, 65  # at least, and a character
TOP, RIGHT, NARROWEST = 8, 96, 320  # clear of the menu button


class Toast(QFrame):
    """Floats over the header between the tabs and the menu, where it hides nothing, and leaves by itself.

    While a session plays there is no header: then it stands in a column of the player, which makes room for it.
    """

    accessible_role = QAccessible.Role.AlertMessage

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = parent
        self._text = label()
        self._action: Callable[[], object] | None = None
        self._stands = False
        self.action_button = button("", self._act)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 6, 8, 6)
        box.setSpacing(16)
        box.addWidget(self._text)
        box.addWidget(self.action_button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def stand_in(self, column: QBoxLayout | None) -> None:
        """At the top of `column` from now on, or afloat again."""
        shown = self.isVisible()
        self._stands = column is not None
        if column is not None:
            column.insertWidget(0, self)
        else:
            self.setParent(self._over)
        self._place()
        self.setVisible(shown)

    def say(self, text: str, action: str = "", clicked: Callable[[], object] | None = None) -> None:
        """Show `text`, with a button named `action` where there is something to do."""
        self._text.setText(text)
        self.action_button.setVisible(bool(action))
        self.action_button.setText(action)
        self._action = clicked
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(SHOWN_MS, READ_MS * len(text)))
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _place(self) -> None:
        if self._stands:
            self._text.setWordWrap(True)
            return
        most = max(NARROWEST, self._over.width() // 2 - RIGHT)
        self._text.setWordWrap(False)
        self._text.setWordWrap(self.sizeHint().width() > most)
        width = min(self.sizeHint().width(), most)
        box = self.layout()
        assert box is not None  # noqa: S101  for mypy: made with the toast
        box.activate()
        self.resize(width, box.heightForWidth(width) if box.hasHeightForWidth() else self.sizeHint().height())
        self.move(self._over.width() - self.width() - RIGHT, TOP)
