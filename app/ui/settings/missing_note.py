"""What sound and voice lack on this computer, and how to get it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.card import Card
from app.ui.widgets.text import label

ICON = QSize(20, 20)


class MissingNote(Card):
    """One paragraph for each thing, to be copied from; out of sight where nothing is missing."""

    def __init__(self, look: Look) -> None:
        super().__init__(soft=True, padding=16)
        self._look = look
        self._icon = QLabel()
        self._words = label(wrap=True)
        self._words.setAccessibleName(_("What is missing"))
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(_("What is missing"), strong=True))
        words.addWidget(self._words)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.box.addLayout(line)
        look.changed.connect(self._paint_icon)
        self._paint_icon()
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def show_missing(self, sentences: Sequence[str]) -> None:
        self._words.setText("\n\n".join(sentences))
        self.setVisible(bool(sentences))

    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._look.icon("caution", "caution").pixmap(ICON))
