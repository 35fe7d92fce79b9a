"""One trial of a reading: a large field, and beside it what was understood or what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.widgets.text import label, set_property, set_tone

LONGEST = 60
WIDTH = 168


class _Field(QLineEdit):
    """Selects what it holds when it is entered, and tells when it is left."""

    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TrialField(QWidget):
    """`place` counts from 0; `name` is what a screen reader calls the field."""

    edited = Signal()
    left = Signal()

    def __init__(self, place: int, name: str) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setObjectName(f"trial-{place + 1}")
        self.field.setProperty("big", True)
        self.field.setAccessibleName(name)
        self.field.setMaxLength(LONGEST)
        self.field.setFixedWidth(WIDTH)
        self.field.textEdited.connect(self.edited)
        self.field.left.connect(self.left)
        number = label(str(place + 1), "lead", "muted")
        number.setFixedWidth(20)
        self._said = label(wrap=True)
        self._said.setMinimumWidth(80)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(number)
        line.addWidget(self.field)
        line.addSpacing(8)
        line.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        number.setBuddy(self.field)

    @property
    def text(self) -> str:
        return self.field.text()

    @property
    def said(self) -> str:
        """The words beside the field."""
        return self._said.text()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Show `words` beside the field; `wrong` marks it."""
        self._said.setText(words)
        set_tone(self._said, "stop" if wrong else "muted")
        set_property(self._said, "type", "small" if wrong else "lead")
        set_property(self.field, "wrong", wrong)
        self.field.setAccessibleDescription(words)
