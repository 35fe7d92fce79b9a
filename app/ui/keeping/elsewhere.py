"""What is recorded, taken to another place where this one can't be written."""

import shutil
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.clock import Clock
from app.exchange.json_file import export_json
from app.i18n import _
from app.store.database import reason
from app.store.errors import StoreError
from app.store.files import SIDES
from app.store.store import Store


def ask_export_file(parent: QWidget | None) -> str:
    """The name of a JSON file to write; empty where the person thought better of it."""
    usual = str(Path.home() / _("limber-export.json"))
    name = QFileDialog.getSaveFileName(parent, _("Save an export"), usual, _("Exports (*.json)"))[0]
    return name if not name or name.lower().endswith(".json") else f"{name}.json"


def export_closed(store: Path, target: Path, clock: Clock) -> None:
    """Export a store that can't be opened where it is, such as in a folder that can't be written.

    Raises StoreError, ExchangeError. SQLite needs to write beside a store even to read it, so what is read is a copy.
    """
    with TemporaryDirectory() as room:
        try:
            for name in (store.name, *(store.name + side for side in SIDES)):
                if store.with_name(name).exists():
                    shutil.copyfile(store.with_name(name), Path(room) / name)
        except OSError as error:
            raise StoreError(_("{file} can't be read: {why}.").format(file=store, why=reason(error))) from error
        with closing(Store.open(Path(room), clock)) as copy:
            export_json(copy, target)
