"""A chart's twin: its headings and rows as a table that a screen reader reads."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.charts.training_rows import Rows
from app.ui.widgets.fitted_table import FittedTable

ROW_HEIGHT = 32
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._shown = Rows((), ())

    def show_rows(self, rows: Rows) -> None:
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._shown.headings):
            return None
        return self._shown.headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._shown.rows[index.row()][index.column()]


def plain_table(name: str) -> FittedTable:
    view = FittedTable(name, ROW_HEIGHT)
    view.setObjectName("readings")
    return view
