"""What holds for every test: no display or sound, English, a data folder of its own, nothing left behind."""

import gc
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before anything imports Qt or asks for the language; the programs that tests start inherit it.
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
# No loudspeaker and no speech service either; `tests/end_to_end/sound_server.py` makes its own.
os.environ |= {"PULSE_SERVER": "unix:/nowhere", "SPEECHD_ADDRESS": "unix_socket:/nowhere"}
os.environ["QT_AUDIO_BACKEND"] = "pulseaudio"
for name in ("LANGUAGE", "LIMBER_CLOCK_SPEED", "LIMBER_EXIT_AFTER_FIRST_PAINT", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(name, None)

THREAD_END_S = 5


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing a test starts can reach the data of the person who runs the tests."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("LIMBER_DATA_DIR", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp_cls() -> "type[QApplication]":
    """What pytest-qt makes its application of: Limber's own."""
    from app.ui.application import Application

    return Application


@pytest.fixture(autouse=True)
def no_warning_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or worse in Python's log fails a test, unless it takes `caplog` and so looks for itself."""
    ear = _Ear(logging.WARNING)
    logging.getLogger().addHandler(ear)
    yield
    logging.getLogger().removeHandler(ear)
    assert not ear.heard or "caplog" in request.fixturenames, ear.heard


class _Ear(logging.Handler):
    """Remembers what was said."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(THREAD_END_S)
        assert not thread.is_alive(), f"{thread.name} still runs"


@pytest.fixture(autouse=True)
def nothing_of_qt_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """No window stays open and no timer or thread of Qt's goes on after a test that has the application."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    windows = _windows()
    gc.freeze()  # so that what follows looks at what this test made alone, which is a small part of all objects
    yield
    gc.collect()
    assert not _windows() - windows
    assert not _busy()


def _windows() -> set[str]:
    """The windows there are, by a description each. What has a parent goes with it."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {f"{w!r} “{w.windowTitle()}”" for w in QApplication.topLevelWidgets() if w.parent() is None}


def _busy() -> set[str]:
    """Timers that are armed and threads that run, among the objects not frozen."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    # By type, not isinstance: among all objects there are proxies that fail when asked for their class.
    objects = [thing for thing in gc.get_objects() if issubclass(type(thing), (QTimer, QThread)) and isValid(thing)]
    timers = {repr(timer) for timer in objects if isinstance(timer, QTimer) and timer.isActive()}
    return timers | {repr(thread) for thread in objects if isinstance(thread, QThread) and thread.isRunning()}
