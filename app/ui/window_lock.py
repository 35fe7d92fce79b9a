"""The lock that says whose window is open on a store. Of Qt only its core, so that the command line can look."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from app.domain.errors import Refused
from app.i18n import _


def window_lock(folder: Path) -> QLockFile:
    """Never stale by its age: a window may be open for weeks."""
    lock = QLockFile(str(folder / "window.lock"))
    lock.setStaleLockTime(0)
    return lock


def is_taken(lock: QLockFile) -> bool:
    """Take the lock; True where another has it. Nobody is kept out where none can be made, which is said elsewhere."""
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return False
    return not (_is_left_over(lock) and lock.tryLock(0))


def _is_left_over(lock: QLockFile) -> bool:
    """Remove what a killed window left here, whoever has its process number by now: in a Flatpak each one has the same.

    The system keeps a window that lives from losing its file.
    """
    _process, host, _program = lock.getLockInfo()
    return host == QSysInfo.machineHostName() and lock.removeStaleLockFile()


@contextmanager
def no_window(folder: Path) -> Iterator[None]:
    """Meanwhile no window is open on the store in `folder`. Refused, naming who has it, where one is."""
    lock = window_lock(folder)
    if is_taken(lock):
        process, host, _program = lock.getLockInfo()
        raise Refused(
            _("Limber's window is open on your data in {folder} (process {process} on {host}): close it first.").format(
                folder=folder, process=process, host=host
            )
        )
    try:
        yield
    finally:
        lock.unlock()
