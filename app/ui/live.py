"""The one door through which the window changes the store, and the one bell that tells of every change."""

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.store.changes import Changes
from app.store.store import Store, StoreError

P = ParamSpec("P")
T = TypeVar("T")


class Live(QObject):
    """Runs commands on `store` and says afterwards what changed, whoever changed it.

    The command line may write beside the open window: a watcher on the write-ahead log wakes us,
    `PRAGMA data_version` tells whether it was somebody else. Nothing polls.
    """

    changed = Signal(object)  # Changes
    failed = Signal(str)  # a sentence for the person
    rested = Signal()  # nothing is to be asked any more

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.last: Changes | None = None  # what the last command did
        self.problem: StoreError | None = None  # why the last one failed that did
        self._seen = store.data_version()
        self._settled = QTimer(self, singleShot=True, interval=100)
        self._settled.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._settled.start)
        self._watcher.directoryChanged.connect(self._settled.start)
        self._watcher.addPath(str(store.path.parent))
        self._watch_log()

    def do(self, command: Callable[P, Changes], *args: P.args, **kwargs: P.kwargs) -> Changes | None:
        """Run a named command of the store and tell everybody. None, and `failed`, where it could not be done."""
        try:
            changes = command(*args, **kwargs)
        except StoreError as error:
            self._fail(error)
            return None
        self.last = changes
        self.changed.emit(changes)
        return changes

    def ask(self, finder: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a finder of the store answers; None, and `failed`, where the store can't be read."""
        try:
            return finder(*args, **kwargs)
        except StoreError as error:
            self._fail(error)
            return None

    def replace(self, backup: Path) -> Path | None:
        """Put a backup in the place of the data; where that is kept now. None, and `failed`, where it can't be."""
        try:
            kept = self.store.restore(backup)
        except StoreError as error:
            self._fail(error)
            return None
        self.last = None
        self._seen = self.store.data_version()
        self.changed.emit(_everything())
        return kept

    def rest(self) -> None:
        """Stop watching: the window is closed, and the store will be."""
        self._settled.stop()
        for path in (*self._watcher.files(), *self._watcher.directories()):
            self._watcher.removePath(path)
        self.rested.emit()

    def _fail(self, error: StoreError) -> None:
        self.problem = error
        self.failed.emit(str(error))

    def _watch_log(self) -> None:
        log = str(self.store.path) + "-wal"
        if log not in self._watcher.files():
            self._watcher.addPath(log)

    def _look(self) -> None:
        self._watch_log()
        try:
            version = self.store.data_version()
        except StoreError as error:
            self._fail(error)
            return
        if version != self._seen:
            self._seen = version
            self.changed.emit(_everything())


def _everything() -> Changes:
    from app.store.tables import KINDS

    return Changes("", frozenset(kind for kind, _column in KINDS.values()), ())
