"""What is said at the start where the data can't be opened, and what can be done. Nothing happens by itself."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from app.i18n import _
from app.store.backup import backups_of
from app.store.errors import DamagedError, NewerError, StoreError, UnwritableError
from app.ui.keeping.backup_table import BackupTable
from app.ui.keeping.calm_dialog import CalmDialog
from app.ui.keeping.restore_dialog import ask_backup_file
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label


class Way(Enum):
    LEAVE = auto()
    RESTORE = auto()
    ANEW = auto()
    SAVE_ELSEWHERE = auto()
    AGAIN = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """`backup` goes with RESTORE."""

    way: Way
    backup: Path | None = None


class StartDialog(CalmDialog):
    """Closing it, Esc and the first button with the keyboard on it leave everything as it is."""

    def __init__(self, store: Path, problem: StoreError, done: str, today: date) -> None:
        """`done` is what was done since it was last asked, empty at first."""
        super().__init__(_title(problem), tuple(text for text in (done, str(problem)) if text))
        self.answer = Answer(Way.LEAVE)
        self.leave_button = button(_("Leave it as it is"), self.reject)
        if isinstance(problem, DamagedError):
            self._offer_backups(store, today)
        elif isinstance(problem, UnwritableError):
            again = button(_("Try again"), lambda: self._choose(Way.AGAIN), kind="primary")
            save = button(_("Save an export elsewhere…"), lambda: self._choose(Way.SAVE_ELSEWHERE))
            self.add_answers(again, *([save] if store.exists() else []), last=self.leave_button)
        else:
            self.leave_button.setText(_("Close"))
            self.add_answers(last=self.leave_button)
        self.leave_button.setFocus()

    def _offer_backups(self, store: Path, today: date) -> None:
        backups = backups_of(store)
        kept = _("Whatever you choose, the damaged file is kept beside your data, with “.damaged” after its name.")
        self.box.addWidget(label(kept, tone="muted", wrap=True))
        self.table = BackupTable(backups, today)
        if backups:
            self.box.addWidget(label(_("Your backups"), "heading"))
            self.table.meant.connect(self._restore)
        else:
            none = _("There is no backup beside it. If you have a copy elsewhere, choose it.")
            self.box.addWidget(label(none, wrap=True))
        self.box.addWidget(self.table)
        self.table.setVisible(bool(backups))
        self.restore_button = button(_("Restore this backup"), self._restore, kind="primary")
        self.restore_button.setVisible(bool(backups))
        self.file_button = button(_("Another file…"), self._ask_for_file)
        self.anew_button = button(_("Start afresh"), lambda: self._choose(Way.ANEW))
        self.add_answers(self.restore_button, self.file_button, self.anew_button, last=self.leave_button)

    def _restore(self) -> None:
        if self.table.chosen is not None:
            self._choose(Way.RESTORE, self.table.chosen.path)

    def _ask_for_file(self) -> None:
        name = ask_backup_file(self)
        if name:
            self._choose(Way.RESTORE, Path(name))

    def _choose(self, way: Way, backup: Path | None = None) -> None:
        self.answer = Answer(way, backup)
        self.accept()


def _title(problem: StoreError) -> str:
    if isinstance(problem, DamagedError):
        return _("Your data can't be read")
    if isinstance(problem, NewerError):
        return _("Your data is of a newer Limber")
    if isinstance(problem, UnwritableError):
        return _("Your data can't be written")
    return _("Limber can't open your data")
