"""A dialog that asks one thing: a title, what it is about, and below it what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.widgets.buttons import button
from app.ui.widgets.card import rule
from app.ui.widgets.scrolling import Column, fit
from app.ui.widgets.text import label

WIDTH, MARGIN = 560, 32


class Asking(QDialog):
    """What it is about goes into `inside`. `do` is the primary button's name, "" where there is only to be read.

    Enter presses the button it is on, else the primary one; Esc leaves all as it was.
    """

    def __init__(self, title: str, do: str, parent: QWidget | None = None, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width = width
        self._column = Column(MARGIN)
        self.inside = self._column.box
        self.problem = label(tone="stop", wrap=True)
        self.problem.setContentsMargins(MARGIN, 12, MARGIN, 0)
        self.problem.hide()
        self.do_button = button(do, self.do, kind="primary")
        self.do_button.setVisible(bool(do))
        self.leave_button = button(_("Cancel") if do else _("Close"), self.reject, kind="quiet" if do else "")
        self.footer = QHBoxLayout()
        self._frame = self._arrange(title)

    def do(self) -> None:
        """What the primary button does."""
        self.accept()

    def say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        fit(self, self._frame, self._column, self._width)

    def _arrange(self, title: str) -> QVBoxLayout:
        head = label(title, "title", wrap=True)
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.footer.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.footer.setSpacing(8)
        self.footer.addWidget(self.do_button)
        self.footer.addWidget(self.leave_button)
        self.footer.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(0)
        box.addWidget(head)
        box.addSpacing(16)
        box.addWidget(self._column, 1)
        box.addWidget(rule())
        box.addWidget(self.problem)
        box.addLayout(self.footer)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as what is in it, now that the style has given everything its size."""
        super().showEvent(event)
        fit(self, self._frame, self._column, self._width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton) and not here.isCheckable():
            here.click()
        elif not self.do_button.isHidden() and self.do_button.isEnabled():
            self.do_button.click()
