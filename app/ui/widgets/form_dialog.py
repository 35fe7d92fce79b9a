"""A dialog of a few fields that are kept together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

from app.ui.widgets.scrolling import Column

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FormDialog(QDialog):
    """Enter goes on to the next field, presses the button it is on, and saves with Ctrl."""

    save_button: QPushButton
    column: Column  # what scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_button.click()
        elif isinstance(here, QPushButton):
            here.click()
        elif self.focusNextChild():
            self.column.ensureWidgetVisible(self.focusWidget())
