"""A layout that fills rows from left to right and goes on below."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items at their own size, `gap` pixels apart, wrapped to the width there is; one wider than that wraps its words.

    With `in_row` one row is asked for. So it is with `fills`, where the items of a row share what is left of its width,
    and with `last_apart`, where the last item stands at the end of its row.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: int = 8,
        *,
        in_row: bool = False,
        fills: bool = False,
        last_apart: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._fills, self._last_apart = gap, fills, last_apart
        self._in_row = in_row or fills or last_apart
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
        if not self._in_row:
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
            sized = self._sized(row, inner.width())
            height = max(size.height() for _item, size in sized)
            if move:
                self._place(sized, inner, y, height)
            y += height + self._gap
        return max(y - self._gap, inner.y()) - area.y() + margins.bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = min(item.sizeHint().width(), width)
            if not rows or taken + self._gap + needed > width:
                rows.append([])
                taken = -self._gap
            rows[-1].append(item)
            taken += self._gap + needed
        return rows

    def _sized(self, row: list[QLayoutItem], width: int) -> list[tuple[QLayoutItem, QSize]]:
        """As wide as they are in this row, and as high as their words are then."""
        widths = [min(item.sizeHint().width(), width) for item in row]
        left = max(0, width - sum(widths) - self._gap * (len(row) - 1)) if self._fills else 0
        sized = []
        for place, item in enumerate(row):
            wide = widths[place] + left * (place + 1) // len(row) - left * place // len(row)
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()
            sized.append((item, QSize(wide, high)))
        return sized

    def _place(self, row: list[tuple[QLayoutItem, QSize]], inner: QRect, y: int, height: int) -> None:
        x = inner.x()
        for item, size in row:
            grows = self._fills or bool(item.expandingDirections() & Qt.Orientation.Vertical)
            if self._last_apart and item is self._items[-1]:
                x = max(x, inner.right() + 1 - size.width())
            high = height if grows else size.height()
            place = QRect(QPoint(x, y + (height - high) // 2), QSize(size.width(), high))
            item.setGeometry(self._mirrored(place, inner))
            x += size.width() + self._gap

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        """From right to left where the page is read so."""
        page = self.parentWidget()
        if page is None or page.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return place
        return place.translated(inner.left() + inner.right() - place.left() - place.right(), 0)
