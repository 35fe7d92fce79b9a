"""One window per store: a second start raises the first window and leaves."""

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from app.domain.errors import Refused
from app.i18n import _
from app.ui.window_lock import is_taken, window_lock

_PATIENCE_S = 8.0  # a window that is just opening hears the call when it stands
_AGAIN_S = 0.05


class SingleInstance(QObject):
    """Holds the store's window lock; a second start's request to come to the front is a file beside it.

    A file, watched by the system, needs neither a socket nor the network's library, and waits for who is not there yet.
    """

    raised = Signal(str)  # the file that the second start was given, or nothing

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call = folder / "window.call"
        self._lock = window_lock(folder)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self, file: str = "") -> bool:
        """True when this is the first window; False after asking the first one to come to the front and open `file`.

        Raises Refused where the first one holds the store and does not answer.
        """
        if not is_taken(self._lock):
            with suppress(OSError):
                self._call.unlink()  # of somebody who gave up long since
            self._watcher = QFileSystemWatcher([str(self._call.parent)], self)
            self._watcher.directoryChanged.connect(self._hear)
            return True
        if not _is_heard(self._call, file):
            raise Refused(self._silent())
        return False

    def release(self) -> None:
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _hear(self) -> None:
        try:
            file = self._call.read_text(encoding="utf-8")
            self._call.unlink()  # which is the answer
        except OSError:  # mostly that there is none: other files come and go beside it
            return
        self.raised.emit(file)

    def _silent(self) -> str:
        process, host, _program = self._lock.getLockInfo()
        return _(
            "Limber seems to be open already (process {process} on {host}), but it does not answer. "
            "If it is not open there, remove {file} and start again."
        ).format(process=process, host=host, file=self._lock.fileName())


def _is_heard(call: Path, file: str) -> bool:
    """Ask the window that watches for `call` to come forward and open `file`; whether it answers in time."""
    part = call.with_suffix(".part")
    try:
        part.write_text(file, encoding="utf-8")
        part.replace(call)
    except OSError:
        return False
    patience = time.monotonic() + _PATIENCE_S
    while call.exists():
        if time.monotonic() > patience:
            call.unlink(missing_ok=True)
            return False
        time.sleep(_AGAIN_S)
    return True
