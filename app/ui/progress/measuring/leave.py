"""Before what was typed is dropped: leave without saving it?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.i18n import _
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card, row
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label


class LeaveQuestion(Card):
    """Hidden until it asks. Enter and Esc stay; leaving takes a click, or Tab and Enter."""

    stayed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(soft=True, padding=12)
        words = _("What you typed is not saved yet.")
        self.setAccessibleName(words)
        self.stay_button = button(_("Keep typing"), self._stay)
        self.leave_button = button(_("Leave without saving"), self._leave, kind="danger")
        self.box.addWidget(label(words, tone="caution", wrap=True))
        self.box.addLayout(row(self.stay_button, self.leave_button))
        self.hide()

    def ask(self) -> None:
        self.show()
        announce(self, self.accessibleName())
        self.stay_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stay_button.click()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (self.leave_button if self.leave_button.hasFocus() else self.stay_button).click()
        else:
            super().keyPressEvent(event)

    def _stay(self) -> None:
        self.hide()
        self.stayed.emit()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
