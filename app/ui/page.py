"""A page refreshes when what it shows has changed: at once while it is visible, else when it is next shown."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.store.changes import Changes
from app.store.errors import StoreError
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

    def look_again(self) -> None:
        """Refresh now if anybody sees it, else when it is next shown."""
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def get_ready(self) -> None:
        """Refresh if that is due, though nobody may see it yet."""
        if self._stale:
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.get_ready()
        super().showEvent(event)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & self.kinds:
            self.look_again()

    def _refresh(self) -> None:
        """What can't be read now is told, and tried again when the page is next shown."""
        try:
            self.refresh()
            self._stale = False
        except StoreError as error:
            self._stale = True
            self.live.failed.emit(str(error))
