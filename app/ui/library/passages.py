"""The pieces a detail page is set from: a titled paragraph, hanging numbers, a note with an icon."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui.look import Look
from app.ui.widgets.card import Card
from app.ui.widgets.text import label

ICON = 18
TOP = Qt.AlignmentFlag.AlignTop
TOP_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


def passage(title: str, *parts: QWidget) -> QWidget:
    """A small muted title with its parts close below."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(label(title, "small", "muted", strong=True, wrap=True))
    for part in parts:
        box.addWidget(part)
    return made


def paragraph(title: str, text: str) -> QWidget:
    return passage(title, label(text, wrap=True))


def hanging(rows: Iterable[tuple[str, str]], gap: int = 8) -> QWidget:
    """Rows of a short muted mark (a number, a time) and a text whose lines all begin at the same edge."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(gap)
    grid.setColumnStretch(1, 1)
    for number, (mark, text) in enumerate(rows):
        grid.addWidget(label(mark, tone="muted"), number, 0, TOP_RIGHT)
        grid.addWidget(label(text, wrap=True), number, 1, TOP)
    return made


def numbered(texts: Iterable[str]) -> QWidget:
    return hanging((str(number), text) for number, text in enumerate(texts, start=1))


def bulleted(texts: Iterable[str]) -> QWidget:
    return hanging((("•", text) for text in texts), gap=6)


def note(look: Look, icon: str, role: str, *parts: QWidget) -> QWidget:
    """A soft card with an icon hanging at its left."""
    made = Card(soft=True, padding=16)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    grid.addWidget(_icon(look, icon, role), 0, 0, TOP)
    for number, part in enumerate(parts):
        grid.addWidget(part, number, 1, TOP)
    made.box.addLayout(grid)
    return made


def _icon(look: Look, name: str, role: str) -> QLabel:
    made = QLabel()
    made.setPixmap(look.icon(name, role, (ICON,)).pixmap(ICON, ICON))
    return made
