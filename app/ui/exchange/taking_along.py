"""Export and import from the menu: asks what and where, says what will happen, does it, says what happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.exchange.by_ending import JSON, ZIP, export_file, read_file
from app.exchange.errors import ExchangeError
from app.exchange.item_file import Chosen, is_item_file, read_items
from app.exchange.json_file import Rows
from app.exchange.parsing import ContentRefusedError
from app.i18n import _, ngettext
from app.store.errors import StoreError
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.exchange.import_dialog import ImportDialog, RefusedDialog
from app.ui.exchange.item_import_dialog import ItemImportDialog
from app.ui.live import Live

Dialog = TypeVar("Dialog", bound=QDialog)


class TakingAlong(QObject):
    """Belongs to the window `parent`. `said` comes after an import and can be undone, `told` is only told."""

    said = Signal(str)
    told = Signal(str)
    brought = Signal(str)  # the id of the first exercise or routine that came

    def __init__(self, live: Live, catalogue: Catalogue, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._catalogue, self._clock, self._window = live, catalogue, clock, parent

    # Out

    def ask_what_to_export(self) -> ExportDialog:
        dialog = ExportDialog(self._window)
        dialog.accepted.connect(lambda: self._export(dialog.ending))
        return _opened(dialog)

    def _export(self, ending: str) -> None:
        name = ask_where_to(self._window, ending)
        if not name:
            return
        path = Path(name if name.casefold().endswith(ending) else name + ending)
        try:
            with _busy():
                export_file(self._live.store, self._catalogue.every_measure, path)
        except (ExchangeError, StoreError) as error:
            self.told.emit(str(error))
        else:
            self.told.emit(_("Your data is in {file}").format(file=path.name))

    # In

    def ask_what_to_import(self) -> QDialog | None:
        """The preview, or why nothing can be taken; None where no file was chosen."""
        name = ask_where_from(self._window)
        return self.preview(Path(name)) if name else None

    def preview(self, path: Path) -> QDialog:
        """Nothing is changed before the person says so. What kind of file it is shows in what it holds."""
        if is_item_file(path):
            return self._preview_items(path)
        try:
            with _busy():
                rows = read_file(path, self._catalogue, self._clock.now())
                counts = self._live.store.preview(rows)
                whose = self._live.store.whose_else(rows)
        except ContentRefusedError as error:
            return _opened(RefusedDialog(path.name, str(error), error.refused, self._window))
        except (ExchangeError, StoreError) as error:
            return _opened(RefusedDialog(path.name, str(error), (), self._window))
        note = _("This file is {name}'s, not yours. Both would be in one log.").format(name=whose) if whose else ""
        dialog = ImportDialog(path.name, counts, note, self._window)
        dialog.accepted.connect(lambda: self._import(path.name, rows))
        return _opened(dialog)

    def _preview_items(self, path: Path) -> QDialog:
        """Exercises and routines, each with a tick."""
        try:
            with _busy():
                offers = read_items(path, self._catalogue, self._live.store.find.picture)
        except ContentRefusedError as error:
            return _opened(RefusedDialog(path.name, str(error), error.refused, self._window))
        except (ExchangeError, StoreError) as error:
            return _opened(RefusedDialog(path.name, str(error), (), self._window))
        dialog = ItemImportDialog(path.name, offers, self._catalogue, self._window)
        dialog.accepted.connect(lambda: self._bring_in(path.name, dialog.chosen))
        return _opened(dialog)

    def _bring_in(self, file: str, chosen: Chosen) -> None:
        with _busy():
            bring_in = self._live.store.items.bring_in
            done = self._live.do(bring_in, chosen.exercises, chosen.routines, self._catalogue)
        if done is not None:
            count = len(chosen.exercises) + len(chosen.routines)
            said = ngettext("Brought in {count} from {file}", "Brought in {count} from {file}", count)
            self.said.emit(said.format(count=count, file=file))
            self.brought.emit(done.ids[0] if done.ids else "")

    def _import(self, file: str, rows: Rows) -> None:
        with _busy():
            done = self._live.do(self._live.store.take_over, rows)
        if done is not None:
            self.said.emit(_("Imported from {file}").format(file=file))


def ask_where_to(parent: QWidget, ending: str) -> str:
    """The file's name; empty where the person thought better of it."""
    kinds = {JSON: _("Limber's data (*.json)"), ZIP: _("Tables (*.zip)")}
    usual = str(Path.home() / (_("limber") + ending))
    return QFileDialog.getSaveFileName(parent, _("Take your data along"), usual, kinds[ending])[0]


def ask_where_from(parent: QWidget) -> str:
    kinds = _("Exports, exercises and routines (*.json *.zip *.limber *.toml)")
    return QFileDialog.getOpenFileName(parent, _("Import"), str(Path.home()), kinds)[0]


def _opened(dialog: Dialog) -> Dialog:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


@contextmanager
def _busy() -> Iterator[None]:
    """Twenty years take a few seconds."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
