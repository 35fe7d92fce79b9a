"""A table to read that is never scrolled sideways: its columns are as wide as their words, and few enough to fit."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.widgets.sizes import in_text

MEASURED_ROWS = 60  # from the first in view on: a column is as wide as their words
PADDING, ARROW = 24, 20  # pixels of a title in the header, and of the sign of its order
FURTHER_LINE = 17
TWO_LINES = 0.65  # of the width of one


class FittedTable(QTableView):
    """Whole rows, one of them chosen, without a grid. The last column takes what is left of the width.

    Where there is too little, the column `breaking` goes on two lines, then those in `dispensable` are left out, the
    first of them first. `shortened` are columns whose words may be cut, each with the pixels it needs at least.
    """

    def __init__(self, name: str, row_height: int) -> None:
        super().__init__()
        self.dispensable: Sequence[int] = ()
        self.breaking: int | None = None
        self.shortened: Mapping[int, int] = {}
        self._row_height = row_height
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(in_text(row_height))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """To the words that it holds now."""
        count = self.model().columnCount() if self.model() is not None else 0
        if not count:
            return
        needed = {column: self._needed(column) for column in range(count)}
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        breaks = self.breaking is not None and sum(needed.values()) > room
        if self.breaking is not None and breaks:
            needed[self.breaking] = round(needed[self.breaking] * TWO_LINES)
        shown = dict(needed)
        for column in self.dispensable:
            if sum(shown.values()) > room:
                del shown[column]
        self._lay_out(needed, shown)
        self.setWordWrap(breaks)
        self.verticalHeader().setDefaultSectionSize(in_text(self._row_height + (FURTHER_LINE if breaks else 0)))

    def _lay_out(self, needed: Mapping[int, int], shown: Mapping[int, int]) -> None:
        header = self.horizontalHeader()
        for column, width in needed.items():
            self.setColumnHidden(column, column not in shown)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        header.setSectionResizeMode(max(shown), QHeaderView.ResizeMode.Stretch)

    def _needed(self, column: int) -> int:
        header = self.horizontalHeader()
        title = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        arrow = ARROW if header.isSortIndicatorShown() and header.sortIndicatorSection() == column else 0
        words = self._words(column)
        if column in self.shortened:
            words = min(words, in_text(self.shortened[column]))
        return max(header.fontMetrics().horizontalAdvance(title) + PADDING + arrow, words)

    def _words(self, column: int) -> int:
        """`sizeHintForColumn` would have the model asked for nine things of each cell."""
        model, metrics, first = self.model(), self.fontMetrics(), max(0, self.rowAt(0))
        rows = range(first, min(first + MEASURED_ROWS, model.rowCount()))
        words = [str(model.index(row, column).data() or "") for row in rows]
        cell = model.index(first, 0)  # its words never break
        beside = self.sizeHintForIndex(cell).width() - metrics.horizontalAdvance(str(cell.data() or ""))
        return beside + max(map(metrics.horizontalAdvance, words), default=0)
