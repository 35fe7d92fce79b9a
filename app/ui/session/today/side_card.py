"""The cards beside the next routine: a heading, a few quiet words, what can be done about it."""

from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

WIDTH = 300


class SideCard(Card):
    """As wide as all of its column; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(padding=20, spacing=6)
        self.setFixedWidth(in_text(WIDTH))
        self._title = label(kind="heading", wrap=True)
        self._text = label(tone="muted", wrap=True)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def text(self) -> str:
        """What it says below its heading."""
        return self._text.text()

    def add_words(self) -> None:
        self.box.addWidget(self._title)
        self.box.addWidget(self._text)

    def add_buttons(self, *buttons: QPushButton) -> None:
        self.box.addSpacing(4)
        line = FlowLayout()
        for made in buttons:
            line.addWidget(made)
        self.box.addLayout(line)

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        _show(self._text, text)
        self.setAccessibleName(f"{title}. {text}")


def _show(words: QLabel, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))
