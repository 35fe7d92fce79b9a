"""An unusual value is asked about where it stands; no window pops up."""

from PySide6.QtCore import Signal

from app.i18n import _
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card, row
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label


class UnusualQuestion(Card):
    """Hidden until it has something to ask."""

    kept = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__(soft=True, padding=16, spacing=12)
        self.setObjectName("question")
        self._words = label(tone="caution", wrap=True)
        self.keep_button = button(_("Keep it"), self.kept.emit)
        self.change_button = button(_("Change it"), self.refused.emit, kind="quiet")
        self.box.addWidget(self._words)
        self.box.addLayout(row(self.keep_button, self.change_button))
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def ask(self, sentence: str) -> None:
        self._words.setText(_("{sentence} Keep it?").format(sentence=sentence))
        self.setAccessibleName(self._words.text())
        self.show()
        announce(self, self.words)
        self.keep_button.setFocus()
