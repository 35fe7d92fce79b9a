"""The catalogue as a list model: a heading, its cards, the next heading, its cards."""

from collections.abc import Collection

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.catalogue import Catalogue
from app.ui.library.entries import Entry, Heading, build_entries

ROW = Qt.ItemDataRole.UserRole + 1  # the Heading or the Entry itself

Index = QModelIndex | QPersistentModelIndex


class CatalogueModel(QAbstractListModel):
    """Headings can't be selected. What is not open yet is told by `show_locks`."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._rows = build_entries(catalogue, ())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all cards."""
        return tuple(row.name for row in self._rows if isinstance(row, Entry))

    def show_locks(self, locked: Collection[str]) -> None:
        """Mark the exercises of `locked` as not open yet, and no others."""
        rows = build_entries(self._catalogue, locked)
        if [row.name for row in rows] == [row.name for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  an invalid index is a constant, as in Qt
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(row_at(index), Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if isinstance(row, Entry) else row.name
        return None


def row_at(index: Index) -> Heading | Entry | None:
    """What `index` stands for, whichever model it belongs to; None where it is invalid."""
    row = index.data(ROW)
    return row if isinstance(row, Heading | Entry) else None


def entry_at(index: Index) -> Entry | None:
    """The card at `index`; None for a heading or nothing."""
    row = row_at(index)
    return row if isinstance(row, Entry) else None
