"""A page refreshes when what it shows has changed: at once while it is visible, else when it is next shown."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.store.changes import Changes
from app.ui.live import Live


class Page(QWidget):
    """Base of everything that shows rows of the store. `kinds` are the kinds of row it shows."""

    kinds: frozenset[str] = frozenset()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.live = live
        self._stale = True
        live.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the store as it is now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)

    def _on_changed(self, changes: Changes) -> None:
        if not changes.kinds & self.kinds:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
