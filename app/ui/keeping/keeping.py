"""What the window does to keep the data safe: backups, restoring, checking, and a word where something is not right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.i18n import _
from app.store.backup import back_up, back_up_if_due, backups_of
from app.store.copies import other_versions
from app.store.errors import StoreError
from app.ui.live import Live
from app.ui.widgets.toast import Toast


class Keeping(QObject):
    """For the menu of `window`; what happened is said in its `toast`."""

    def __init__(self, window: QWidget, live: Live, clock: Clock, toast: Toast, export: Callable[[], object]) -> None:
        """`export` asks where to and takes the data there."""
        super().__init__(window)
        self._window, self._live, self._clock, self._toast = window, live, clock, toast
        self.export = export
        self._without_backup = False  # the person's word at closing

    def back_up(self) -> None:
        """A copy now, whether or not something changed."""
        made = self._live.ask(back_up, self._live.store.path, self._clock.now())
        if made is not None:
            self._toast.say(_("A checked copy of your data was made: {file}").format(file=made.name))

    def back_up_at_close(self) -> bool:
        """Whether the window may close: where a backup was due and could not be made, that is said and asked first."""
        if self._without_backup:
            return True
        try:
            back_up_if_due(self._live.store.path, self._clock.now())
        except StoreError as error:
            from app.ui.keeping.close_dialog import CloseDialog

            dialog = CloseDialog(error, self._window)
            dialog.export_asked.connect(lambda: self.export())
            dialog.accepted.connect(self._leave)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return False
        return True

    def _leave(self) -> None:
        self._without_backup = True
        self._window.close()

    def choose_backup(self) -> None:
        """A list of the backups; what is confirmed there is put back."""
        from app.ui.keeping.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._live.store, self._clock, self._window)
        dialog.confirmed.connect(lambda path: self.restore(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore(self, backup: Path) -> None:
        """Put `backup` in the place of the present data. The toast offers the way back."""
        kept = self._live.replace(backup)
        if kept is not None:
            said = _("Your data is what it was then. What you had is kept as a backup.")
            self._toast.say(said, _("Go back"), lambda: self.restore(kept))

    def check(self, catalogue: Catalogue) -> None:
        """Look at everything and tell what was found; `catalogue` knows what is possible."""
        from app.store.check import check
        from app.ui.keeping.backup_table import moment_words
        from app.ui.keeping.check_dialog import CheckDialog

        newest = next(iter(backups_of(self._live.store.path)), None)
        moment = moment_words(newest, self._clock.now().date()) if newest else ""
        told = _("The newest backup is of {moment}.").format(moment=moment) if newest else _("There is no backup yet.")
        dialog = CheckDialog(check(self._live.store.path, catalogue), told, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_beside(self, catalogue: Catalogue) -> None:
        """Say where a synced folder has left another version of the data."""
        if other_versions(self._live.store.path):
            said = _("Beside your data lies another version of it.")
            self._toast.say(said, _("What is that?"), lambda: self.check(catalogue))
