"""The search field: Escape empties it, Down and Enter go on to what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.i18n import _
from app.ui.look import Look

ICON = 16
WIDTH = 200  # leaves room beside it for what makes a routine or an exercise, in the smallest window too
TRIMMINGS = 80  # the two icons and the padding


class SearchField(QLineEdit):
    """At least as wide as its own words need."""

    left_downwards = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("search")
        what = _("Search exercises and routines")
        self.setPlaceholderText(_("Search"))
        self.setAccessibleName(what)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + TRIMMINGS
        self.setFixedWidth(max(WIDTH, words))
        self.setToolTip(_("Search (Ctrl+F or /)"))
        self._glass = self.addAction(look.icon("search", "muted", (ICON,)), QLineEdit.ActionPosition.LeadingPosition)
        self._glass.setText(what)
        self._empty = self.addAction(look.icon("close", "muted", (ICON,)), QLineEdit.ActionPosition.TrailingPosition)
        self._empty.setText(_("Clear the search"))
        self._empty.setVisible(False)
        self._empty.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: self._empty.setVisible(bool(text)))
        look.changed.connect(self._tint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._glass.setIcon(self._look.icon("search", "muted", (ICON,)))
        self._empty.setIcon(self._look.icon("close", "muted", (ICON,)))
