"""Asks where a routine's file shall lie, and writes it."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.catalogue import Catalogue
from app.domain.routine import Routine
from app.exchange.errors import ExchangeError
from app.exchange.routine_sharing import SUFFIX, share_routine
from app.i18n import _
from app.paths import not_reserved
from app.store.errors import StoreError
from app.store.store import Store


def ask_file(parent: QWidget, name: str) -> str:
    """The file's name; empty where the person thought better of it."""
    plain = re.sub(r"[^-\w]+", "-", name).strip("-") or _("routine")
    usual = str(Path.home() / f"{not_reserved(plain, 'routine')}{SUFFIX}")
    return QFileDialog.getSaveFileName(parent, _("Share the routine"), usual, _("Limber routine (*.limber)"))[0]


def share(parent: QWidget, routine: Routine, catalogue: Catalogue, store: Store) -> str:
    """What to say afterwards; empty where there is nothing to say."""
    name = ask_file(parent, routine.name)
    if not name:
        return ""
    path = Path(name if name.casefold().endswith(SUFFIX) else name + SUFFIX)
    try:
        share_routine(path, routine, catalogue, store.find.picture)
    except (StoreError, ExchangeError) as error:
        return str(error)
    return _("{routine} is in {file}, for others to open in Limber.").format(routine=routine.name, file=path.name)
