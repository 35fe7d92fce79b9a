"""A line of text whose undo is the page's: the page knows more than one field."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.ui.widgets.text import set_property
from app.ui.widgets.undo_keys import is_undo


class PlainField(QLineEdit):
    """`name` is what a screen reader calls it and what stands there while it is empty."""

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(longest)

    def show_text(self, text: str) -> None:
        """Show `text` from its beginning; while it is the same the cursor stays where it is."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def mark(self, sentence: str) -> None:
        """Show that what stands here is wrong, and tell a screen reader why; "" where it is not."""
        set_property(self, "wrong", bool(sentence))
        self.setAccessibleDescription(sentence)

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
