"""A table to read that is never scrolled sideways: its columns are as wide as their words, and few enough to fit."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import current_as_selected

MEASURED_ROWS = 200  # spread over all: a column is as wide as their words
PADDING, ARROW = 24, 20  # pixels of a title in the header, and of the sign of its order
FURTHER_LINE, MOST_LINES, HEADER = 17, 4, 36
LEAST_PX, TITLE_PX, A_SPACE, OVER = 11, 13, 0.1, 2
TWO_LINES = 0.65  # of the width of one
TITLES = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value


class FittedTable(QTableView):
    """Whole rows, one of them chosen, without a grid. The last column takes what is left of the width.

    Where there is too little, the column `breaking` goes on two lines, then those in `dispensable` are left out, the
    first of them first, then all break their lines, and at last the letters are smaller.
    `shortened` are columns whose words may be cut, each with the pixels it needs at least.
    """

    def __init__(self, name: str, row_height: int) -> None:
        super().__init__()
        self.dispensable: Sequence[int] = ()
        self.breaking: int | None = None
        self.shortened: Mapping[int, int] = {}
        self._row_height, self._worn = row_height, 0
        self._read: dict[int, list[str]] = {}  # the words of the columns, as long as the model stays as it is
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
        header.setDefaultAlignment(Qt.AlignmentFlag(TITLES))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        current_as_selected(self)
        self._read.clear()
        if model is not None:
            for changed in (model.modelReset, model.layoutChanged, model.dataChanged):
                changed.connect(lambda *_what: self._read.clear())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """To the words that it holds now."""
        if self.model() is None or not self.model().columnCount():
            return
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        self._wear(0)
        self.setWordWrap(False)
        needed, widths = self._widths(room)
        for pixels in range(in_text(TITLE_PX) - 1, LEAST_PX - 1, -1):
            if sum(widths.values()) <= room:
                break
            self._wear(pixels)
            needed, widths = self._widths(room)
        self._lay_out(widths)
        self._give_lines(max(_lines(needed[column], width) for column, width in widths.items()))

    def _widths(self, room: int) -> tuple[dict[int, int], dict[int, int]]:
        """What every column needs on one line, and how wide those are that are shown."""
        needed = {column: self._needed(column) for column in range(self.model().columnCount())}
        widths = dict(needed)
        if self.breaking is not None and sum(widths.values()) > room:
            widths[self.breaking] = round(widths[self.breaking] * TWO_LINES)
        for column in self.dispensable:
            if sum(widths.values()) > room:
                del widths[column]
        if sum(widths.values()) > room:
            widths = self._shared({column: needed[column] for column in widths}, room)
        return needed, widths

    def _wear(self, pixels: int) -> None:
        """Letters of that size, 0 for those of the theme."""
        sheet = f"QTableView, QHeaderView::section {{ font-size: {pixels}px; }}" if pixels else ""
        self._worn = pixels
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
            self.ensurePolished()

    def _shared(self, needed: Mapping[int, int], room: int) -> dict[int, int]:
        """Every column breaks its lines: each has its longest word, and of the rest what it lacks most."""
        least = {column: self._needed(column, whole=False) for column in needed}
        lacking = sum(needed.values()) - sum(least.values())
        share = max(0.0, min(1.0, (room - sum(least.values())) / lacking)) if lacking > 0 else 0.0
        return {column: least[column] + int(share * (needed[column] - least[column])) for column in needed}

    def _lay_out(self, widths: Mapping[int, int]) -> None:
        header = self.horizontalHeader()
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column not in widths)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            if column in widths:
                header.resizeSection(column, widths[column])
        header.setSectionResizeMode(max(widths), QHeaderView.ResizeMode.Stretch)

    def _give_lines(self, lines: int) -> None:
        self.setWordWrap(lines > 1)
        further = (min(lines, MOST_LINES) - 1) * FURTHER_LINE
        self.verticalHeader().setDefaultSectionSize(in_text(self._row_height + further))
        self.horizontalHeader().setMinimumHeight(in_text(HEADER + further) if lines > 1 else 0)

    def _needed(self, column: int, *, whole: bool = True) -> int:
        """For its title and its words on one line, or else for the longest word of them."""
        header, model = self.horizontalHeader(), self.model()
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        arrow = ARROW if header.isSortIndicatorShown() and header.sortIndicatorSection() == column else 0
        titled = self._title_metrics().horizontalAdvance
        if not whole:
            words = {word for cell in self._cells(column) for word in cell.split(" ")}
            longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
            return max(longest + self._beside(), max(map(titled, title.split(" "))) + PADDING + arrow)
        needed = self._words(column)
        if column in self.shortened:
            needed = min(needed, in_text(self.shortened[column]))
        return max(titled(title) + PADDING + arrow, needed)

    def _words(self, column: int) -> int:
        """`sizeHintForColumn` would have the model asked for nine things of each cell."""
        return self._beside() + max(map(self.fontMetrics().horizontalAdvance, self._cells(column)), default=0)

    def _beside(self) -> int:
        """What the style puts around the words of a cell, which it measures a little wider than they are."""
        cell = self.model().index(0, 0)
        words = self.fontMetrics().horizontalAdvance(str(cell.data() or ""))
        return self.sizeHintForIndex(cell).width() - words + OVER

    def _cells(self, column: int) -> list[str]:
        if column not in self._read:
            model, count = self.model(), self.model().rowCount()
            rows = range(0, count, ceil(count / MEASURED_ROWS)) if count else ()
            self._read[column] = [str(model.data(model.index(row, column)) or "") for row in rows]
        return self._read[column]

    def _title_metrics(self) -> QFontMetrics:
        """The header itself knows nothing of the font that the style gives its titles."""
        font = QFont(self.font())
        font.setPixelSize(self._worn or in_text(TITLE_PX))
        font.setWeight(QFont.Weight.Medium)
        return QFontMetrics(font)


def _lines(needed: int, width: int) -> int:
    """That words take which need `needed` pixels on one; a break leaves out a space."""
    lines = (needed - PADDING) / (width - PADDING)
    return 1 if lines <= 1 else max(2, ceil(lines - A_SPACE))
