"""A question that stands over the player or Today until one of its buttons answers it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.i18n import _
from app.ui.session.player.overlay import Overlay
from app.ui.widgets.buttons import button, with_key
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label


class Question(Overlay):
    """Enter presses the answer it is on, else the first; Esc the one that leaves all as it was, if there is one.

    The keyboard begins on the card and on no answer, so that a Space that was meant as a pause answers nothing.
    """

    def __init__(self, over: QWidget, title: str) -> None:
        super().__init__(over)
        self.setAccessibleName(title)
        self._answers: tuple[QPushButton, ...] = ()
        self._leaving: QPushButton | None = None

    def ask(self) -> None:
        self.appear()
        announce(self, f"{self.accessibleName()} {self.accessibleDescription()}")

    def answer(self, text: str, tell: Callable[[], object], kind: str = "") -> QPushButton:
        """A button that takes the question away and then tells."""

        def give() -> None:
            self.hide()
            tell()

        return button(text, give, kind=kind)

    def explain(self, text: str, width: int) -> None:
        """The question as its title, and below it what it is about; `width` at the usual text size."""
        self.setAccessibleDescription(text)
        explained = label(text, tone="muted", wrap=True)
        explained.setFixedWidth(in_text(width))
        self.box.addWidget(label(self.accessibleName(), "title"))
        self.box.addWidget(explained)
        self.box.addSpacing(8)

    def lay_out_answers(self, *answers: QPushButton, leaving: QPushButton | None = None) -> FlowLayout:
        """In a line where there is room, the last apart from the others."""
        self._answers, self._leaving = answers, leaving
        with_key(answers[0], _("Enter"))
        line = FlowLayout(gap=12, last_apart=True)
        for made in answers:
            line.addWidget(made)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._leaving is not None:
            self._leaving.click()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            here = self.focusWidget()
            (here if isinstance(here, QPushButton) and here.hasFocus() else self._answers[0]).click()
        event.accept()
