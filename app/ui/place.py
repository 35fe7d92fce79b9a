"""Where the window stands on the screen, kept from one start to the next."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from app.ui.live import Live

SMALLEST, USUAL = QSize(1024, 640), QSize(1280, 800)
TITLE_BAR = QSize(0, 36)
KEY = "window"


class Place:
    """Of `window`. It is kept only when somebody has moved the window since it was first seen."""

    def __init__(self, window: QWidget, live: Live) -> None:
        self._window, self._live = window, live
        self._first_seen = QByteArray()

    def restore(self) -> None:
        window = self._window
        window.resize(USUAL.boundedTo(window.screen().availableSize() - TITLE_BAR).expandedTo(SMALLEST))
        kept = self._live.store.find.setting(KEY, None)
        if isinstance(kept, str):
            window.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def seen(self) -> None:
        self._first_seen = self._window.saveGeometry()

    def keep(self) -> None:
        """Silently: no page shows it, and they are about to go."""
        now = self._window.saveGeometry()
        if now != self._first_seen:
            self._live.ask(self._live.store.settings.set, KEY, bytes(now.toBase64().data()).decode())
