"""A sharp pain: what to do now, when to get help, and how the session goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.safety import ask_soon, get_help_now, stop_now
from app.i18n import _
from app.ui.session.overlay import Overlay
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label

WIDTH = 640


class PainCard(Overlay):
    """Enter leaves the exercise out; ending and taking it back take a click, or Tab and Space."""

    skipped = Signal()
    ended = Signal()
    taken_back = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(_("Stopped because of a sharp pain"))
        self.skip_button = button(_("Leave this exercise out"), lambda: self._answer(self.skipped.emit), kind="primary")
        self.end_button = button(_("End the session"), lambda: self._answer(self.ended.emit))
        self.mistake_button = button(
            _("Pressed by mistake: go on"), lambda: self._answer(self.taken_back.emit), kind="quiet"
        )
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addWidget(self.skip_button)
        answers.addWidget(self.end_button)
        answers.addStretch(1)
        answers.addWidget(self.mistake_button)
        self.box.addWidget(label(_("Stopped. Come out of the position slowly."), "title"))
        self._add(stop_now())
        self.box.addSpacing(4)
        self.box.addWidget(label(_("Get help now"), strong=True, tone="stop"))
        self._add(get_help_now())
        self._add(ask_soon())
        self.box.addSpacing(8)
        self.box.addLayout(answers)

    def ask(self) -> None:
        self.appear()
        self.skip_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            answers = (self.skip_button, self.end_button, self.mistake_button)
            next((answer for answer in answers if answer.hasFocus()), self.skip_button).click()
        event.accept()

    def _add(self, text: str) -> None:
        shown = label(text, wrap=True)
        shown.setFixedWidth(WIDTH)
        self.box.addWidget(shown)

    def _answer(self, tell: Callable[[], object]) -> None:
        self.hide()
        tell()
