"""A note: Enter makes a line, Ctrl+Enter is done."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from app.i18n import _
from app.ui.widgets.sizes import in_text
from app.ui.widgets.undo_keys import is_undo

HEIGHT = 88
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteField(QPlainTextEdit):
    """What was typed counts when the field is left, or when `commit` is asked for."""

    entered = Signal(str)
    done_asked = Signal()

    def __init__(self, example: str) -> None:
        """`example` stands in it while it is empty."""
        super().__init__()
        self._note = ""
        self.setObjectName("note")
        self.setAccessibleName(_("Note"))
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setFixedHeight(in_text(HEIGHT))

    @property
    def is_typed(self) -> bool:
        return self.toPlainText().strip() != self._note

    def show_note(self, note: str) -> None:
        """What is stored; what is being typed stays."""
        typed = self.is_typed
        self._note = note
        if not typed:
            self.take_back()

    def take_back(self) -> None:
        if self.toPlainText() != self._note:
            self.setPlainText(self._note)

    def commit(self) -> bool:
        """Hand over what was typed; whether it is stored now."""
        if self.is_typed and not self.isReadOnly():
            self.entered.emit(self.toPlainText().strip())
        return not self.is_typed

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo is the window's where nothing is typed here that could be undone."""
        if is_undo(event) and not self.is_typed:
            event.ignore()
            return False
        return super().event(event)
