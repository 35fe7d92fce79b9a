"""Before a loaded bend early in the day: up for at least an hour? It asks and never blocks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.ui.session.overlay import Overlay
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label

WIDTH = 460


class MorningQuestion(Overlay):
    """Enter answers yes, Esc begins nothing."""

    begun = Signal()
    begun_without_weights = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(_("Up for at least an hour?"))
        self.yes_button = button(_("Yes, start"), lambda: self._answer(self.begun.emit), kind="primary")
        self.without_button = button(_("Without weights"), lambda: self._answer(self.begun_without_weights.emit))
        self.later_button = button(_("Later"), self.hide, kind="quiet")
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addWidget(self.yes_button)
        answers.addWidget(self.without_button)
        answers.addStretch(1)
        answers.addWidget(self.later_button)
        text = _(
            "This routine bends your back under a weight. In the first hour after waking the discs are swollen, "
            "so loaded bends are better left for later (Adams 1987)."
        )
        explained = label(text, tone="muted", wrap=True)
        explained.setFixedWidth(WIDTH)
        self.box.addWidget(label(_("Up for at least an hour?"), "title"))
        self.box.addWidget(explained)
        self.box.addSpacing(8)
        self.box.addLayout(answers)

    def ask(self) -> None:
        self.appear()
        self.yes_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.later_button.click()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            answers = (self.yes_button, self.without_button, self.later_button)
            next((answer for answer in answers if answer.hasFocus()), self.yes_button).click()
        event.accept()

    def _answer(self, tell: Callable[[], object]) -> None:
        self.hide()
        tell()
