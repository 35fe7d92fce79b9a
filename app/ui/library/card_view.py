"""The list of cards: even columns, arrows that move as the eye does, Enter and double click to start."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.domain.exercise import Exercise
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.card_delegate import HEADING_HEIGHT, CardDelegate
from app.ui.library.catalogue_model import CatalogueModel, Index, entry_at
from app.ui.library.entries import Entry
from app.ui.library.rehearsal import Rehearsal
from app.ui.library.ticker import Ticker
from app.ui.look import Look
from app.ui.widgets.figure_view import Scene
from app.ui.widgets.speaking import current_as_selected

SCROLL_STEP = 32
CARDS_AT_ONCE = 200
LONGEST_HOLD_S = 1.5  # on a card a hold is only touched on
SCROLL_BAR = 14  # with its margins, see limber.qss
FADE = 16  # pixels in which cards pass away at the edge, where there are more of them

Action = QAbstractItemView.CursorAction
ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class CardView(QListView):
    """Shows what the filter lets through. One card is current; headings never are.

    The figure of the card under the mouse, else of the current one while the list has the focus, moves once through its
    rep and rests again.
    """

    entry_shown = Signal(object)  # Entry, the current card
    entry_opened = Signal(object)  # Entry

    def __init__(self, look: Look, model: CatalogueModel, figures: Figures) -> None:
        super().__init__()
        self.setViewport(QWidget())  # to say what Qt's own is, PySide would look at every kind of widget there is
        self._look, self._catalogue, self._figures = look, model, figures
        self._delegate = CardDelegate(look, figures, model, self)
        self._hovered = self._living = QPersistentModelIndex()
        self._rehearsal: Rehearsal | None = None
        self._seconds = 0.0
        self.ticker = Ticker(self)
        self.ticker.passed.connect(self._go_on)
        self._fitted: tuple[str, ...] | None = None  # the names that the cards are made for
        self.setModel(model)
        current_as_selected(self)
        for changed in (model.modelReset, model.dataChanged):
            changed.connect(lambda *_what: self._fit_new_names())
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Exercises and routines"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # of thousands the first are there at once
        self.setBatchSize(CARDS_AT_ONCE)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._hover)
        look.changed.connect(self.viewport().update)

    def current_entry(self) -> Entry | None:
        return entry_at(self.currentIndex())

    @property
    def moving(self) -> tuple[str, Scene] | None:
        """The id of the exercise whose card moves, and what it shows."""
        return self._delegate.moving

    def show_entry(self, item_id: str | None) -> None:
        """Make the card of `item_id` the current one, else the first."""
        rows = self._catalogue.entry_rows()
        row = self._catalogue.row_of(item_id)
        if rows:
            self.setCurrentIndex(self._catalogue.index(rows[0] if row is None else row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = entry_at(current)
        if entry is not None:
            self.entry_shown.emit(entry)
        self._choose_living()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Room for the scroll bar is always kept, so that the columns do not jump when it comes and goes.
        self._fit()
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)

    def _fit(self) -> None:
        """Cards as wide and as high as the width and the longest names ask for."""
        self._fitted = self._catalogue.names
        self._delegate.fit(self.width() - SCROLL_BAR - 1, self._fitted)

    def _fit_new_names(self) -> None:
        if self._fitted is not None and self._fitted != self._catalogue.names:
            self._fit()
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar, area = self.verticalScrollBar(), self.viewport().rect()
        painter = QPainter(self.viewport())
        if bar.value() > bar.minimum():
            self._fade(painter, area.top(), 1)
        if bar.value() < bar.maximum():
            self._fade(painter, area.bottom(), -1)
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover()
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._choose_living()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose_living()

    def hideEvent(self, event: QHideEvent) -> None:
        self._bring_to_life(QPersistentModelIndex())
        super().hideEvent(event)

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

    def _fade(self, painter: QPainter, edge: int, inwards: int) -> None:
        """Line by line from the `edge`: the class of a gradient, with its 200 names, takes longer to be there."""
        colour, width = self._look.colour("surface"), self.viewport().width()
        for line in range(FADE):
            colour.setAlphaF(1 - (line + 0.5) / FADE)
            painter.setPen(colour)
            painter.drawLine(0, edge + line * inwards, width, edge + line * inwards)

    def _hover(self, index: Index | None = None) -> None:
        self._hovered = QPersistentModelIndex(index) if index is not None else QPersistentModelIndex()
        entry = entry_at(self._hovered)
        self._delegate.hovered = None if entry is None else entry.item.id
        self._choose_living()

    def _choose_living(self) -> None:
        current = self.currentIndex() if self.hasFocus() else QModelIndex()
        wanted = self._hovered if entry_at(self._hovered) is not None else QPersistentModelIndex(current)
        if wanted != self._living:
            self._bring_to_life(wanted)

    def _bring_to_life(self, index: QPersistentModelIndex) -> None:
        """Let the figure at `index` move from its still moment once round to it again; any other rests."""
        self._rest()
        self._living = index
        entry = entry_at(index)
        if entry is None or not isinstance(entry.item, Exercise) or not self._look.moves:
            return
        if not self._figures.moves(entry.item):
            return
        self._rehearsal = Rehearsal(entry.item, LONGEST_HOLD_S)
        self._seconds = 0.0
        self.ticker.start()

    def _rest(self) -> None:
        self.ticker.stop()
        self._delegate.moving = None
        self.viewport().update()

    def _go_on(self, passed_s: float) -> None:
        entry, rehearsal = entry_at(self._living), self._rehearsal
        self._seconds += passed_s
        if entry is None or rehearsal is None or self._seconds >= rehearsal.length_s or self.window().isMinimized():
            self._rest()
            return
        scene = rehearsal.scene_at(self._figures, rehearsal.telling_s + self._seconds)
        if self._delegate.moving != (entry.item.id, scene):
            self._delegate.moving = (entry.item.id, scene)
            self.viewport().update(self.visualRect(self._living))

    def _open(self, index: QModelIndex) -> None:
        entry = entry_at(index)
        if entry is not None:
            self.entry_opened.emit(entry)

    def _entry_indexes(self) -> list[QModelIndex]:
        return [self._catalogue.index(row) for row in self._catalogue.entry_rows()]
