"""What ends the form: save, save and go on with the other side, cancel; and the question before typing is dropped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.i18n import _
from app.ui.progress.measuring.leave import LeaveQuestion
from app.ui.widgets.buttons import button
from app.ui.widgets.card import row


class Footer(QWidget):
    """The buttons, or in their place the question."""

    save_asked = Signal()
    next_asked = Signal()
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.next_button = button("", self.next_asked.emit, kind="primary")
        self.save_button = button(_("Save"), self.save_asked.emit)
        self.cancel_button = button(_("Cancel"), self.close_asked.emit, kind="quiet")
        self.cancel_button.setToolTip(_("Cancel (Esc)"))
        self.question = LeaveQuestion()
        self._buttons = QWidget()
        line = row(self.next_button, self.save_button, self.cancel_button)
        line.setContentsMargins(0, 0, 0, 0)
        self._buttons.setLayout(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.question)
        box.addWidget(self._buttons)

    @property
    def main_button(self) -> QPushButton:
        """What Enter presses at the end of the form."""
        return self.save_button if self.next_button.isHidden() else self.next_button

    def offer(self, other: Side | None) -> None:
        """Offer to go on with the `other` side; None: this is all."""
        self.next_button.setVisible(other is not None)
        if other is not None:
            words = {Side.LEFT: _("Save and measure left"), Side.RIGHT: _("Save and measure right")}
            self.next_button.setText(words[other])
        self.save_button.setProperty("kind", "" if other is not None else "primary")
        self.save_button.style().polish(self.save_button)
        for made in (self.next_button, self.save_button):
            made.setToolTip(_("Save (Ctrl+Enter)") if made is self.main_button else "")

    def ask(self) -> None:
        """Leave without saving?"""
        self._buttons.hide()
        self.question.ask()

    def calm(self) -> None:
        """No question any more."""
        self.question.hide()
        self._buttons.show()
