"""What nobody expected: written to the log, shown with a copy button, never swallowed."""

import logging
import os
import sys
import traceback
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType

from app import __version__
from app.i18n import _

_LOG_BYTES = 500_000


class _Log(logging.Handler):
    """The log file, opened with the first line: what keeps it small brings Python's network along."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        path.chmod(0o600)  # one that an older Limber made

    @cached_property
    def _file(self) -> logging.Handler:
        from app.log_file import LogFile

        return LogFile(self._path, _LOG_BYTES)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._file.emit(record)
        except Exception:  # nothing may keep the person from being told: a full disk, a program that was replaced
            self.handleError(record)

    def close(self) -> None:
        if "_file" in vars(self):
            self._file.close()
        super().close()


def start_log(folder: Path) -> Path:
    """Write the log to `limber.log` in `folder`; no value of anybody's body ever goes into it."""
    path = folder / "limber.log"
    logging.basicConfig(handlers=[_Log(path)], level=logging.INFO, force=True)
    return path


def catch_all(log: Path, close: Callable[[], None]) -> None:
    """From now on an unexpected error is logged and shown, then `close` puts the data to rest and Limber ends."""
    program = program_file()

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = described(error)
        logging.getLogger("limber").critical("unexpected error\n%s", details)
        sys.excepthook = sys.__excepthook__
        _show(sentence(updated=program_file() != program), details, log)
        close()

    sys.excepthook = report


def described(error: BaseException) -> str:
    """What is needed to mend it: which Limber, on what, and where it was."""
    from PySide6.QtCore import QSysInfo

    return f"Limber {__version__}, {QSysInfo.prettyProductName()}\n" + "".join(traceback.format_exception(error))


def program_file() -> tuple[int, int]:
    """What tells one version of an installed program's file from the next."""
    try:
        found = Path(sys.executable).stat()
    except OSError:
        return 0, 0
    return found.st_ino, found.st_mtime_ns


def sentence(*, updated: bool) -> str:
    """A package that is installed over an open Limber takes away what it would have read later."""
    if updated:
        return _("Limber was updated while it was open. Open it again. Everything saved so far is kept.")
    return _("Something went wrong that Limber did not expect. Everything saved so far is kept.")


def _show(said: str, details: str, log: Path) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(_("Limber has to close"))
    box.setText(said)
    box.setInformativeText(_("The details below help to mend it. They are also in {file}.").format(file=log))
    box.setDetailedText(details)
    copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.addButton(_("Close Limber"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
