"""When to stop, to get help and to ask first, to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.safety import Note, informs, notes
from app.ui.widgets.text import label


class SafetyNotes(QWidget):
    """A heading and its sentences for each note, and what all of it is not."""

    def __init__(self) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for note in notes():
            box.addLayout(_lines(note))
        box.addWidget(label(informs(), "small", "muted", wrap=True))


def _lines(note: Note) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addWidget(label(note.title, tone="stop" if note.urgent else "", strong=True, wrap=True))
    for sentence in note.sentences:
        said = label(sentence, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines.addWidget(said)
    return lines
