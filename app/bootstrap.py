"""Makes the parts and hands them to each other: paths → log → single instance → store → window.

SQLAlchemy comes with the store and is imported before PySide6, whose import hook makes everything after it slower.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app import crash, paths
from app.domain.catalogue import load_catalogue
from app.domain.clock import Clock, FastClock, SystemClock
from app.i18n import _, use_language
from app.store.store import Store, StoreError

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow


class NoDisplayError(Exception):
    """There is no screen to open a window on."""


def make_clock() -> Clock:
    """The machine's clock, or a fast one for trying a session (`LIMBER_CLOCK_SPEED`, see CONTRIBUTING)."""
    speed = float(os.environ.get("LIMBER_CLOCK_SPEED", "1"))
    return SystemClock() if speed == 1 else FastClock(speed)


def open_window(data: Path, profile: str) -> int:
    """Open Limber on one person's store and stay until it is closed. Returns the exit code.

    Raises NoDisplayError, StoreError, CatalogueError.
    """
    _require_display()
    resources = paths.resources_dir()
    use_language(resources / "i18n")
    folder = paths.profile_dir(data, profile)
    store = Store.open(folder, clock := make_clock())
    try:
        log = crash.start_log(folder)
        return _run(store, clock, resources, log)
    finally:
        store.close()


def _run(store: Store, clock: Clock, resources: Path, log: Path) -> int:
    from PySide6.QtCore import QTimer, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    qInstallMessageHandler(_qt_message)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("limber")
    application.setApplicationDisplayName("Limber")
    application.setDesktopFileName("limber")

    from app.ui.single_instance import SingleInstance

    instance = SingleInstance(store.path.parent)
    if not instance.claim():
        return 0
    crash.catch_all(log, application.quit)
    window = make_window(application, store, clock, resources)
    instance.raised.connect(window.come_forward)
    window.show()
    if os.environ.get("LIMBER_EXIT_AFTER_FIRST_PAINT"):
        window.first_painted.connect(lambda: QTimer.singleShot(0, application.quit))
    try:
        return application.exec()
    finally:
        instance.release()


def make_window(application: "QApplication", store: Store, clock: Clock, resources: Path) -> "MainWindow":
    """The main window with all its parts."""
    from app.ui.live import Live
    from app.ui.look import Look
    from app.ui.main_window import MainWindow

    look = Look(application, resources, str(store.settings.get("theme", "system")))
    return MainWindow(Live(store), load_catalogue(resources), look, clock)


def _require_display() -> None:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    needs_one = sys.platform.startswith("linux") and platform.split(":")[0] in {"", "xcb", "wayland"}
    if needs_one and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoDisplayError(_no_display())


def _no_display() -> str:
    return _(
        "Limber needs a screen to open its window, and there is none here (DISPLAY and WAYLAND_DISPLAY are not set). "
        "“limber screenshots DIR” writes a picture of every page instead."
    )


def _qt_message(kind: "QtMsgType", context: "QMessageLogContext", text: str) -> None:
    """Qt ends the process when it can't reach the display: say so in a sentence first."""
    import logging

    from PySide6.QtCore import QtMsgType

    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write(_no_display() + "\n" if "platform plugin" in text else text + "\n")
        sys.stderr.flush()
        os._exit(1)
    logging.getLogger("qt").warning(text)


__all__ = ["NoDisplayError", "StoreError", "make_clock", "make_window", "open_window"]
