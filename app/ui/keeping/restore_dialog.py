"""A backup back in the place of the present data: chosen, confirmed, and the present data kept aside."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.clock import Clock
from app.i18n import _
from app.store.backup import Backup, backups_of
from app.store.store import Store
from app.ui.keeping.backup_table import BackupTable, content_words, moment_words
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card, row
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

WIDTH = 800


def ask_backup_file(parent: QWidget) -> str:
    """The name of a backup that lies elsewhere; empty where the person thought better of it."""
    kinds = _("Backups (*.db);;All files (*)")
    return QFileDialog.getOpenFileName(parent, _("Choose a backup"), str(Path.home()), kinds)[0]


class RestoreDialog(Asking):
    """Nothing happens before the question that follows a choice is answered. Esc leaves everything as it is."""

    confirmed = Signal(str)  # the path of the backup

    def __init__(self, store: Store, clock: Clock, parent: QWidget | None = None) -> None:
        self._today = clock.now().date()
        self.question = _Question()
        backups = backups_of(store.path)
        explained = _("Your data becomes what it was then. What you have now is kept as a backup, so you can go back.")
        super().__init__(_("Restore a backup"), _("Restore…"), parent, leave=_("Close"), width=WIDTH)
        self.tell(explained)
        self.table = BackupTable(backups, self._today)
        self.table.meant.connect(self._ask)
        self.table.setVisible(bool(backups))
        if not backups:
            self.inside.addWidget(label(_("There is no backup beside your data yet."), tone="muted", wrap=True))
        self.inside.addWidget(self.table)
        self.question.yes_button.clicked.connect(self._confirm)
        self.question.no_button.clicked.connect(self._think_again)
        self.inside.addWidget(self.question)
        self.do_button.setEnabled(bool(backups))
        self.file_button = self.add_answer(button(_("Another file…"), self._ask_for_file))
        self.question.hide()
        self._meant = ""
        (self.table if backups else self.file_button).setFocus()

    def do(self) -> None:
        """Ask before the chosen one is put back."""
        self._ask()

    def _ask(self) -> None:
        backup = self.table.chosen
        if backup is not None:
            self._put_question(str(backup.path), _what_it_is(backup, self._today))

    def _ask_for_file(self) -> None:
        name = ask_backup_file(self)
        if name:
            self._put_question(name, Path(name).name)

    def _put_question(self, path: str, what: str) -> None:
        self._meant = path
        self._show_question(True)
        self.question.ask(what)
        self.fit_height()

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self._meant)

    def _think_again(self) -> None:
        self._show_question(False)
        self.fit_height()
        (self.table if self.table.isEnabled() else self.file_button).setFocus()

    def _show_question(self, shown: bool) -> None:
        """While it is asked there is nothing else to press."""
        self.question.setVisible(shown)
        self.table.setEnabled(not shown)
        for other in (self.do_button, self.file_button, self.leave_button):
            other.setVisible(not shown)


class _Question(Card):
    def __init__(self) -> None:
        super().__init__(soft=True, padding=16, spacing=12)
        self.text = label(strong=True, wrap=True)
        self.yes_button = button(_("Yes, restore it"), kind="primary")
        self.no_button = button(_("No"))
        self.box.addWidget(self.text)
        self.box.addLayout(row(self.yes_button, self.no_button))

    def ask(self, what: str) -> None:
        self.text.setText(_("Put {what} in the place of your present data?").format(what=what))
        self.setAccessibleName(self.text.text())
        announce(self, self.text.text())
        self.no_button.setFocus()


def _what_it_is(backup: Backup, today: date) -> str:
    return _("the backup of {moment} ({contents})").format(
        moment=moment_words(backup, today), contents=content_words(backup)
    )
