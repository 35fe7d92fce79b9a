"""A layout that fills rows from left to right and goes on below."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items at their own size, `gap` pixels apart, wrapped to the width there is; one wider than that wraps its words.

    With `fills`, the items of a row share what is left of its width, and one row is asked for. With `last_apart` one
    row is asked for too, and the last item stands at the end of its row.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, *, fills: bool = False, last_apart: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._fills, self._last_apart = gap, fills, last_apart
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        if not self._fills and not self._last_apart:
            return self.minimumSize()
        size = self.minimumSize()
        around = self.contentsMargins().left() + self.contentsMargins().right()
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return QSize(sum(widths) + self._gap * max(0, len(widths) - 1) + around, size.height())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Place the items in `area`, row by row; returns the height they take."""
        margins = self.contentsMargins()
        inner = area.marginsRemoved(margins)
        y = inner.y()
        for row in self._rows(inner.width()):
            height = max(size.height() for _item, size in row)
            if move:
                self._place(row, inner, y, height)
            y += height + self._gap
        return max(y - self._gap, inner.y()) - area.y() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, width)
            if not rows or taken + self._gap + size.width() > width:
                rows.append([])
                taken = -self._gap
            rows[-1].append((item, size))
            taken += self._gap + size.width()
        return rows

    def _place(self, row: list[tuple[QLayoutItem, QSize]], inner: QRect, y: int, height: int) -> None:
        x = inner.x()
        left = inner.width() - sum(size.width() for _item, size in row) - self._gap * (len(row) - 1)
        for place, (item, size) in enumerate(row):
            share = max(0, left * (place + 1) // len(row) - left * place // len(row)) if self._fills else 0
            grows = self._fills or bool(item.expandingDirections() & Qt.Orientation.Vertical)
            taken = QSize(size.width() + share, height if grows else size.height())
            if self._last_apart and item is self._items[-1]:
                x = max(x, inner.right() + 1 - taken.width())
            item.setGeometry(self._mirrored(QRect(QPoint(x, y), taken), inner))
            x += taken.width() + self._gap

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        """From right to left where the page is read so."""
        page = self.parentWidget()
        if page is None or page.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return place
        return place.translated(inner.left() + inner.right() - place.left() - place.right(), 0)


def _size_within(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint()
    if size.width() <= width:
        return size
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
