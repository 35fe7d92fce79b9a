"""Keeps the screen awake while a session plays, and only then.

The wish is held by a process of its own (`awake_process`): asking the desktop may hang, and the library that asks
collects Python's garbage, which in a thread beside the window's may take Qt's objects with it and stop the program.
Whichever way this program ends, the pipe to that process closes, it leaves, and the screen may sleep again.
"""

import logging
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

AWAKE_ARGUMENT = "--awake-process"
"""What a frozen Limber is started with to hold the screen awake; `app.__main__` looks for it."""
PAUSE_MS = 60_000
_LEAVE_MS = 1_000
_KILL_MS = 1_000

_log = logging.getLogger("limber.awake")


def awake_command() -> list[str]:
    """How to start the process that holds the screen awake: this very program, frozen or not."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *([AWAKE_ARGUMENT] if frozen else ["-P", "-m", "app.ui.awake_process"])]


class KeepAwake(QObject):
    """Told `playing()` and `paused()`, it holds the screen awake, and lets go after a pause of `pause_ms`.

    Nothing here waits, except `close()`, and that at most two seconds. Nothing raises: where the screen can't be held,
    the log says so once.
    """

    def __init__(
        self, parent: QObject | None = None, command: Sequence[str] | None = None, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(parent)
        self._command = list(command or awake_command())
        self._holder: QProcess | None = None
        self._leaving: list[QProcess] = []
        self._told = False
        self._long_pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._long_pause.timeout.connect(self.release)

    @property
    def is_holding(self) -> bool:
        """Whether it is asked for; the desktop may have refused."""
        return self._holder is not None

    def playing(self) -> None:
        self._long_pause.stop()
        self.hold()

    def paused(self) -> None:
        if self.is_holding and not self._long_pause.isActive():
            self._long_pause.start()

    def hold(self) -> None:
        if self._holder is not None:
            return
        from PySide6.QtCore import QProcess

        holder = self._holder = QProcess(self)
        holder.finished.connect(self._tidy)
        holder.errorOccurred.connect(self._tidy)
        holder.start(self._command[0], self._command[1:])

    def release(self) -> None:
        """The screen may sleep again; the process leaves in its own time."""
        self._long_pause.stop()
        holder, self._holder = self._holder, None
        if holder is not None:
            self._leaving.append(holder)
            holder.closeWriteChannel()

    def close(self) -> None:
        """Let go for good: what has not left soon is ended."""
        self.release()
        for holder in tuple(self._leaving):
            if not holder.waitForFinished(_LEAVE_MS):
                holder.kill()
                holder.waitForFinished(_KILL_MS)

    def _tidy(self) -> None:
        """Forget the processes that have ended, and tell of the one that ended by itself or could not be started."""
        ended = [holder for holder in self._leaving if holder.state() is holder.ProcessState.NotRunning]
        self._leaving = [holder for holder in self._leaving if holder not in ended]
        holder = self._holder
        if holder is not None and holder.state() is holder.ProcessState.NotRunning:
            said = bytes(holder.readAllStandardError().data()).decode(errors="replace").strip()
            self._tell(said or holder.errorString())
            self._holder = None
            self._long_pause.stop()
            ended.append(holder)
        for holder in ended:
            holder.deleteLater()

    def _tell(self, why: str) -> None:
        if not self._told:
            self._told = True
            _log.info("the screen can't be kept awake: %s", why)
