"""One trial of a reading: a large field, below it what was understood; what is wrong has a line of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label, set_property

LONGEST = 60
WIDEST = 168
GUIDE_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space})


class _Field(QLineEdit):
    """Selects what it holds when it is entered, and tells when it is left.

    While it is empty the guide's keys mean nothing in it, so they are passed on.
    """

    left = Signal()
    guided = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in GUIDE_KEYS and not self.text() and not event.modifiers():
            self.guided.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TrialField(QWidget):
    """`place` counts from 0; `name` is what a screen reader calls the field. `problem` is put where it has room."""

    edited = Signal()
    left = Signal()
    guided = Signal(int)  # a key meant for the guide

    def __init__(self, place: int, name: str) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setObjectName(f"trial-{place + 1}")
        self.field.setProperty("big", True)
        self.field.setAccessibleName(name)
        self.field.setMaxLength(LONGEST)
        self.field.setMinimumWidth(80)
        self.field.setMaximumWidth(in_text(WIDEST))
        self.field.textEdited.connect(self.edited)
        self.field.left.connect(self.left)
        self.field.guided.connect(self.guided)
        self.problem = label(kind="small", tone="stop", wrap=True)
        self.problem.hide()
        self._understood = label(tone="muted")
        number = label(str(place + 1), "lead", "muted")
        number.setBuddy(self.field)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(number)
        line.addWidget(self.field, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(line)
        below = QHBoxLayout()
        below.addSpacing(number.sizeHint().width() + 8 + 14)  # under what was typed
        below.addWidget(self._understood)
        box.addLayout(below)

    @property
    def text(self) -> str:
        return self.field.text()

    @property
    def said(self) -> str:
        """The words about the field."""
        return self.problem.text() or self._understood.text()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show `words` below the field; `wrong` marks it."""
        if wrong and words != self.problem.text():
            announce(self.field, words)
        self._understood.setText("" if wrong else words)
        self.problem.setText(words if wrong else "")
        self.problem.setVisible(wrong)
        set_property(self.field, "wrong", wrong)
        self.field.setAccessibleDescription(words)
