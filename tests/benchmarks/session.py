"""The real window on a store of its own with the real clock, 1280×720, for measuring a session that plays."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_window
from app.domain.catalogue import load_catalogue
from app.domain.clock import SystemClock
from app.paths import DEFAULT_PROFILE, profile_dir, resources_dir
from app.store.store import Store
from app.ui.main_window import MainWindow
from app.ui.session.conductor import Conductor

ROUTINE = "starter"  # holds and reps, short set-ups


@contextlib.contextmanager
def open_window(data: Path | None = None) -> Iterator[MainWindow]:
    """On a store that is empty, or on that of the first profile in the data folder."""
    application = QApplication([])
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as room:
        store = Store.open(profile_dir(data or Path(room), DEFAULT_PROFILE), clock)
        window = make_window(application, store, load_catalogue(resources_dir()), clock)
        window.resize(1280, 720)
        window.show()
        yield window
        if window.session.conductor is not None:
            window.session.conductor.discard()
        window.close()
        store.close()


def play(window: MainWindow) -> Conductor:
    window.play(load_catalogue(resources_dir()).routine(ROUTINE))
    assert window.session.conductor is not None
    return window.session.conductor


def wait(seconds: float) -> None:
    """The window lives on meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
