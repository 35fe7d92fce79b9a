"""What is said at the start where the data can't be opened, and what can be done. Nothing happens by itself."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from app.i18n import _
from app.store.backup import backups_of
from app.store.errors import DamagedError, NewerError, StoreError, UnwritableError
from app.ui.keeping.backup_table import BackupTable
from app.ui.keeping.restore_dialog import ask_backup_file
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label

WIDTH = 800


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


class StartDialog(Asking):
    """Closing it, Esc and the first button with the keyboard on it leave everything as it is."""

    def __init__(self, store: Path, problem: StoreError, done: str, today: date) -> None:
        """`done` is what was done since it was last asked, empty at first."""
        leave = _("Leave it as it is") if isinstance(problem, DamagedError | UnwritableError) else _("Close")
        super().__init__(_title(problem), _way_out(problem), leave=leave, width=WIDTH)
        self.tell(*(text for text in (done, str(problem)) if text))
        self.answer = Answer(Way.LEAVE)
        self.table: BackupTable | None = None
        if isinstance(problem, DamagedError):
            self._offer_backups(store, today)
        elif isinstance(problem, UnwritableError) and store.exists():
            self.add_answer(button(_("Save an export elsewhere…"), lambda: self._choose(Way.SAVE_ELSEWHERE)))
        self.leave_button.setFocus()

    def do(self) -> None:
        """Restore what is chosen, or try again."""
        if self.table is None:
            self._choose(Way.AGAIN)
        else:
            self._restore()

    def _offer_backups(self, store: Path, today: date) -> None:
        backups = backups_of(store)
        kept = _("Whatever you choose, the damaged file is kept beside your data, with “.damaged” after its name.")
        self.inside.addWidget(label(kept, tone="muted", wrap=True))
        self.table = table = BackupTable(backups, today)
        if backups:
            self.inside.addWidget(label(_("Your backups"), "heading"))
            table.meant.connect(self._restore)
        else:
            none = _("There is no backup beside it. If you have a copy elsewhere, choose it.")
            self.inside.addWidget(label(none, wrap=True))
        self.inside.addWidget(table)
        table.setVisible(bool(backups))
        self.do_button.setVisible(bool(backups))
        self.file_button = self.add_answer(button(_("Another file…"), self._ask_for_file))
        self.anew_button = self.add_answer(button(_("Start afresh"), lambda: self._choose(Way.ANEW)))

    def _restore(self) -> None:
        if self.table is not None and self.table.chosen is not None:
            self._choose(Way.RESTORE, self.table.chosen.path)

    def _ask_for_file(self) -> None:
        name = ask_backup_file(self)
        if name:
            self._choose(Way.RESTORE, Path(name))

    def _choose(self, way: Way, backup: Path | None = None) -> None:
        self.answer = Answer(way, backup)
        self.accept()


def _way_out(problem: StoreError) -> str:
    if isinstance(problem, DamagedError):
        return _("Restore this backup")
    return _("Try again") if isinstance(problem, UnwritableError) else ""


def _title(problem: StoreError) -> str:
    if isinstance(problem, DamagedError):
        return _("Your data can't be read")
    if isinstance(problem, NewerError):
        return _("Your data is of a newer Limber")
    if isinstance(problem, UnwritableError):
        return _("Your data can't be written")
    return _("Limber can't open your data")
