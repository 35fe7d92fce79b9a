"""The lock that says whose window is open on a store. Of Qt only its core, so that the command line can look."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from app.domain.errors import Refused
from app.i18n import _


def window_lock(folder: Path) -> QLockFile:
    """Never stale by its age: a window may be open for weeks."""
    lock = QLockFile(str(folder / "window.lock"))
    lock.setStaleLockTime(0)
    return lock


def is_taken(lock: QLockFile) -> bool:
    """Take the lock; True where another has it. Nobody is kept out where none can be made, which is said elsewhere."""
    return not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError


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
