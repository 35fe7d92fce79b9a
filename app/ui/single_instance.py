"""One window per store: a second start raises the first window and leaves."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import Refused
from app.i18n import _
from app.ui.window_lock import is_taken, window_lock

if TYPE_CHECKING:
    from app.ui.window_call import WindowCall

_AT_LATEST_MS = 2_000  # of a window that is never painted; it is less than a second start waits

_log = logging.getLogger("limber.window")


class SingleInstance(QObject):
    """Holds the store's window lock; a second start's request to come to the front arrives by `WindowCall`."""

    raised = Signal(str)  # the file that it was started with, or nothing

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = window_lock(folder)
        self._call: WindowCall | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AT_LATEST_MS)
        self._soon.timeout.connect(self._listen)

    def claim(self, file: str = "") -> bool:
        """True when this is the first window; False after asking the first one to come to the front and open `file`.

        Raises Refused where the first one holds the store and does not answer.
        """
        if not is_taken(self._lock):
            self._soon.start()
            return True
        try:
            from app.ui.window_call import call_window
        except ImportError as error:  # a library of the system that QtNetwork needs
            raise Refused(self._silent()) from error
        if not call_window(self._folder, file):
            raise Refused(self._silent())
        return False

    def listen(self) -> None:
        """Hear a second start from the next moment on: the window stands, and the network's library may come."""
        if self._call is None:
            self._soon.start(0)

    def release(self) -> None:
        self._soon.stop()
        if self._call is not None:
            self._call.close()
        self._lock.unlock()

    def _listen(self) -> None:
        try:
            from app.ui.window_call import WindowCall
        except ImportError as error:
            _log.warning("a second start can't bring this window forward: %s", error)
            return
        self._call = WindowCall(self._folder, self)
        self._call.came.connect(self.raised)

    def _silent(self) -> str:
        process, host, _program = self._lock.getLockInfo()
        return _(
            "Limber seems to be open already (process {process} on {host}), but it does not answer. "
            "If it is not open there, remove {file} and start again."
        ).format(process=process, host=host, file=self._lock.fileName())
