"""What nobody expected: written to the log, shown with a copy button, never swallowed."""

import logging
import os
import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOG_BYTES = 500_000


class _PrivateLog(RotatingFileHandler):
    """Every file of it for the person alone from the moment it is there."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        return super()._open()


def start_log(folder: Path) -> Path:
    """Write the log to `limber.log` in `folder`; no value of anybody's body ever goes into it."""
    path = folder / "limber.log"
    handler = _PrivateLog(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    path.chmod(0o600)  # one that an older Limber made
    return path


def catch_all(log: Path, close: Callable[[], None]) -> None:
    """From now on an unexpected error is logged and shown, then `close` puts the data to rest and Limber ends."""

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        logging.getLogger("limber").critical("unexpected error\n%s", details)
        sys.excepthook = sys.__excepthook__
        _show(details, log)
        close()

    sys.excepthook = report


def _show(details: str, log: Path) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    from app.i18n import _

    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(_("Limber has to close"))
    box.setText(_("Something went wrong that Limber did not expect. Everything saved so far is kept."))
    box.setInformativeText(_("The details below help to mend it. They are also in {file}.").format(file=log))
    box.setDetailedText(details)
    copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.addButton(_("Close Limber"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
