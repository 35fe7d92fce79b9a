"""A session that was cut off, offered on Today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.i18n import _, ngettext
from app.ui.look import Look
from app.ui.widgets.buttons import button, tinted, with_key
from app.ui.widgets.card import Card
from app.ui.widgets.text import label


class UnfinishedCard(Card):
    """Only shows and asks; whoever places it decides when it is there."""

    go_on_asked = Signal()
    set_aside_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(padding=24)
        self._title = label(kind="heading", wrap=True)
        self._text = label(tone="muted", wrap=True)
        self.go_on_button = tinted(
            button(_("Go on"), self.go_on_asked.emit, kind="primary"), look, "play", "on_accent", 16
        )
        with_key(self.go_on_button, _("Enter"))
        self.set_aside_button = button(_("Set aside"), self.set_aside_asked.emit, kind="quiet")
        self.set_aside_button.setToolTip(_("What you did stays in your history"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addLayout(words, 1)
        for made in (self.go_on_button, self.set_aside_button):
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        line.setSpacing(12)
        self.box.addLayout(line)

    @property
    def text(self) -> str:
        """Everything it says, in one line."""
        return f"{self._title.text()}, {self._text.text()}"

    def show_session(self, name: str, started: str, done: int, planned: int) -> None:
        """`started` is the day and time as people say it; `done` of `planned` sets are stored."""
        self._title.setText(_("Unfinished: {name}").format(name=name))
        sets = ngettext("{done} of {planned} set", "{done} of {planned} sets", planned).format(
            done=done, planned=planned)  # fmt: skip
        self._text.setText(_("{started}, {sets}").format(started=started, sets=sets))
        self.setAccessibleName(self.text)
