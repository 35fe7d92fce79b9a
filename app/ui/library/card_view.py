"""The list of cards: even columns, arrows that move as the eye does, Enter and double click to start."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from app.i18n import _
from app.ui.library.card_delegate import HEADING_HEIGHT, CardDelegate
from app.ui.library.catalogue_model import CatalogueModel, Index, entry_at
from app.ui.library.entries import Entry
from app.ui.library.filter import CatalogueFilter
from app.ui.look import Look

SCROLL_STEP = 32
FADE = 16  # pixels in which cards pass away at the edge, where there are more of them

Action = QAbstractItemView.CursorAction
ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class CardView(QListView):
    """Shows what the filter lets through. One card is current; headings never are."""

    entry_shown = Signal(object)  # Entry, the current card
    entry_opened = Signal(object)  # Entry

    def __init__(self, look: Look, model: CatalogueModel, shown: CatalogueFilter) -> None:
        super().__init__()
        self._look, self._catalogue = look, model
        self._delegate = CardDelegate(look, self)
        self.setModel(shown)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Exercises and routines"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def current_entry(self) -> Entry | None:
        return entry_at(self.currentIndex())

    def show_entry(self, item_id: str | None) -> None:
        """Make the card of `item_id` the current one, else the first."""
        indexes = self._entry_indexes()
        wanted = [index for index in indexes if _id_at(index) == item_id]
        for index in (wanted or indexes)[:1]:
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = entry_at(current)
        if entry is not None:
            self.entry_shown.emit(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Room for the scroll bar is always kept, so that the columns do not jump when it comes and goes.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        self._delegate.fit(self.width() - bar - 1, self._catalogue.names)
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar, area = self.verticalScrollBar(), self.viewport().rect()
        painter = QPainter(self.viewport())
        if bar.value() > bar.minimum():
            self._fade(painter, area.top(), area.top() + FADE)
        if bar.value() < bar.maximum():
            self._fade(painter, area.bottom() + 1, area.bottom() + 1 - FADE)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # what is scrolled along carries the fade with it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right follow the reading order on to the next line; up and down keep the column."""
        indexes = self._entry_indexes()
        current = self.currentIndex()
        if not indexes or current not in indexes:
            return indexes[0] if indexes else QModelIndex()
        place = indexes.index(current)
        if action in (Action.MoveLeft, Action.MovePrevious):
            return indexes[max(0, place - 1)]
        if action in (Action.MoveRight, Action.MoveNext):
            return indexes[min(len(indexes) - 1, place + 1)]
        if action is Action.MoveHome:
            return indexes[0]
        if action is Action.MoveEnd:
            return indexes[-1]
        down = action in (Action.MoveDown, Action.MovePageDown)
        return self._in_next_line(current, indexes[place + 1 :] if down else indexes[:place][::-1])

    def _in_next_line(self, current: QModelIndex, others: list[QModelIndex]) -> QModelIndex:
        """Of `others`, nearest first, the one on the next line that is nearest to the column of `current`."""
        here = self.visualRect(current)
        tops = [self.visualRect(index).top() for index in others]
        line = next((top for top in tops if top != here.top()), None)
        candidates = [index for index, top in zip(others, tops, strict=True) if top == line]
        return min(candidates, key=lambda i: abs(self.visualRect(i).left() - here.left()), default=current)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = ENSURE_VISIBLE) -> None:
        """Leave room above the card for the fade, and for the heading where there is one."""
        super().scrollTo(index, hint)
        missing = HEADING_HEIGHT - self.visualRect(index).top()
        if missing > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - missing)

    def _fade(self, painter: QPainter, edge: int, inner: int) -> None:
        gradient = QLinearGradient(0, edge, 0, inner)
        gradient.setColorAt(0, self._look.colour("surface"))
        clear = self._look.colour("surface")
        clear.setAlpha(0)
        gradient.setColorAt(1, clear)
        painter.fillRect(QRect(0, min(edge, inner), self.viewport().width(), FADE), gradient)

    def _open(self, index: QModelIndex) -> None:
        entry = entry_at(index)
        if entry is not None:
            self.entry_opened.emit(entry)

    def _entry_indexes(self) -> list[QModelIndex]:
        model = self.model()
        indexes = (model.index(row, 0) for row in range(model.rowCount()))
        return [index for index in indexes if entry_at(index) is not None]


def _id_at(index: QModelIndex) -> str | None:
    entry = entry_at(index)
    return entry.item.id if entry else None
