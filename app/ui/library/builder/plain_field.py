"""Fields whose undo is the page's: the page knows more than one field."""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.widgets.text import set_property
from app.ui.widgets.undo_keys import is_undo

MOST_LINES, AROUND = 3, 4  # lines that are seen at once; pixels above and below them
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


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


class SentenceField(QPlainTextEdit):
    """One paragraph, as many lines high as it needs; `name` as in a PlainField."""

    edited = Signal(str)

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self._longest = longest
        self.setProperty("quiet", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Show `text` from its beginning; while it is the same the cursor stays where it is."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or event.key() in ENTER or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:
            with QSignalBlocker(self):
                self.setPlainText(text[: self._longest])
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()
        self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(1, min(lines, MOST_LINES)) * line + 2 * AROUND)
