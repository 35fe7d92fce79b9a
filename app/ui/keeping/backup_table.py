"""The backups as a table: when, what is in them, how large, and why they were made; newest first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.units import format_number
from app.domain.wording import day_name
from app.i18n import _, ngettext
from app.store.backup import BEFORE_RESTORE, Backup, contents
from app.ui.widgets.fitted_table import FittedTable
from app.ui.widgets.sizes import in_text

NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, HEADER = 40, 44
LEAST_ROWS, USUAL_ROWS, MOST_ROWS = 2, 3, 6  # of room; the others scroll
SIZE = 2  # column


def moment_words(backup: Backup, today: date) -> str:
    """“3 November, 18:30”, as it was on the clock where it was made."""
    day = day_name(backup.made_at.date(), today)
    return _("{day}, {time}").format(day=day, time=backup.made_at.strftime("%H:%M"))


def content_words(backup: Backup) -> str:
    """“12 sessions, 34 readings”."""
    inside = contents(backup.path)
    if inside is None:
        return _("can't be read: it is damaged")
    sessions = ngettext("{count} session", "{count} sessions", inside.sessions).format(count=inside.sessions)
    readings = ngettext("{count} reading", "{count} readings", inside.readings).format(count=inside.readings)
    return _("{sessions}, {readings}").format(sessions=sessions, readings=readings)


def size_words(size: int) -> str:
    if size < 1_000_000:
        return _("{count} kB").format(count=max(1, round(size / 1000)))
    return _("{count} MB").format(count=format_number(size / 1_000_000, 1))


def why_words(backup: Backup) -> str:
    if not backup.why:
        return _("backup")
    return _("before restoring") if backup.why == BEFORE_RESTORE else _("before an update")


class BackupsModel(QAbstractTableModel):
    """What is in a backup is looked up once, when the list is made: there are a few dozen at most."""

    def __init__(self, backups: Sequence[Backup], today: date) -> None:
        super().__init__()
        self.backups = tuple(backups)
        self._rows = [
            (moment_words(each, today), content_words(each), size_words(each.size), why_words(each)) for each in backups
        ]
        self._titles = (_("When"), _("What is in it"), _("Size"), _("Made as"))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(self.backups[index.row()].path)
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class BackupTable(FittedTable):
    """One backup is chosen; Enter or a double click means it."""

    meant = Signal()

    def __init__(self, backups: Sequence[Backup], today: date) -> None:
        super().__init__(_("Backups"), ROW_HEIGHT)
        self._model = BackupsModel(backups, today)
        self.setModel(self._model)
        self.setObjectName("backups")
        self.dispensable = (SIZE,)
        shown = min(max(len(backups), USUAL_ROWS), MOST_ROWS)
        self.setMinimumHeight(in_text(HEADER + LEAST_ROWS * ROW_HEIGHT))
        self.setMaximumHeight(in_text(HEADER + shown * ROW_HEIGHT))
        self.doubleClicked.connect(lambda _index: self.meant.emit())
        self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends here: what it asks for must not be answered by the same key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self.meant.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    @property
    def chosen(self) -> Backup | None:
        row = self.currentIndex().row()
        return self._model.backups[row] if row >= 0 else None
