"""Asks where the report shall lie, and writes it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.exchange.errors import ExchangeError
from app.exchange.report import write_report
from app.exchange.report_content import gather
from app.i18n import _
from app.paths import resources_dir
from app.store.errors import StoreError
from app.store.store import Store
from app.theme import load_theme
from app.ui.progress.goals.keeping import STRICT


def ask_file(parent: QWidget) -> str:
    """The file's name; empty where the person thought better of it."""
    usual = str(Path.home() / _("limber-report.pdf"))
    return QFileDialog.getSaveFileName(parent, _("Save the report"), usual, _("PDF (*.pdf)"))[0]


def save_report(parent: QWidget, store: Store, catalogue: Catalogue, clock: Clock) -> str:
    """What to say afterwards; empty where there is nothing to say."""
    try:
        strict = store.find.setting(STRICT, False) is True
        content = gather(store, catalogue, clock.now(), strict=strict)
        if content is None:
            return _("There is nothing to report yet: record a session or a reading first.")
        name = ask_file(parent)
        if not name:
            return ""
        path = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        write_report(path, content, load_theme(resources_dir() / "themes", "light"))
    except (StoreError, ExchangeError) as error:
        return str(error)
    return _("The report is in {file}").format(file=path.name)
