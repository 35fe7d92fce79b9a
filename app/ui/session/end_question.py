"""End the session? Keep what is done, go on, or discard."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.ui.session.overlay import Overlay
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label


class EndQuestion(Overlay):
    """Enter keeps, Esc goes on; discarding takes a click or Tab and Space."""

    kept = Signal()
    went_on = Signal()
    discarded = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(_("End the session?"))
        self.keep_button = button(_("Keep and end"), lambda: self._answer(self.kept.emit), kind="primary")
        self.go_on_button = button(_("Go on"), lambda: self._answer(self.went_on.emit))
        self.discard_button = button(_("Discard"), lambda: self._answer(self.discarded.emit), kind="danger")
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addWidget(self.keep_button)
        answers.addWidget(self.go_on_button)
        answers.addStretch(1)
        answers.addWidget(self.discard_button)
        text = _("What you have done is saved already. Keep it, or take this session back as if it had not been.")
        explained = label(text, tone="muted", wrap=True)
        explained.setFixedWidth(440)
        self.box.addWidget(label(_("End the session?"), "title"))
        self.box.addWidget(explained)
        self.box.addSpacing(8)
        self.box.addLayout(answers)

    def ask(self) -> None:
        self.appear()
        self.keep_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_on_button.click()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            answers = (self.keep_button, self.go_on_button, self.discard_button)
            next((answer for answer in answers if answer.hasFocus()), self.keep_button).click()
        event.accept()

    def _answer(self, tell: Callable[[], object]) -> None:
        self.hide()
        tell()
