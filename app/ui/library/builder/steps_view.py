"""The list of steps: drag one, or move it with Alt and the arrows."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.builder.step_delegate import GAP, StepDelegate
from app.ui.library.builder.steps_model import StepsModel
from app.ui.look import Look
from app.ui.widgets.speaking import current_as_selected

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
SCROLL_STEP, LINE = 28, 3


class StepsView(QListView):
    """It changes nothing by itself: it tells what is asked for."""

    chosen = Signal(int)  # the place of the current step, -1 for none
    move_asked = Signal(int, int)  # from, to
    remove_asked = Signal(int)
    double_asked = Signal(int)
    dose_asked = Signal()  # go on to the dose of the current step
    add_asked = Signal()

    def __init__(self, look: Look, figures: Figures) -> None:
        super().__init__()
        self._look = look
        self.steps = StepsModel(self)
        self.setModel(self.steps)
        current_as_selected(self)
        self.setItemDelegate(StepDelegate(look, figures, self))
        self.setAccessibleName(_("Steps of the routine"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # it paints its own, in the theme's colour
        self._gap: int | None = None  # the place before which the dragged step would be let go
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)
        self.selectionModel().currentChanged.connect(lambda index, before: self.chosen.emit(index.row()))
        look.changed.connect(self.viewport().update)

    @property
    def place(self) -> int:
        """Where the current step is; -1 where there is none."""
        return self.currentIndex().row()

    def choose(self, place: int) -> None:
        """Make the step at `place` the current one, or none."""
        self.setCurrentIndex(self.steps.index(place) if 0 <= place < self.steps.rowCount() else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = Qt.Key(event.key()), self.place
        if key is Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif place < 0:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            to = place + _MOVES[key]
            if 0 <= to < self.steps.rowCount():
                self.move_asked.emit(place, to)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(place)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key is Qt.Key.Key_D:
            self.double_asked.emit(place)
        elif key in ENTER or key is Qt.Key.Key_Right:
            self.dose_asked.emit()
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_gap(self._before(event) if event.source() is self else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_gap(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        above = self.visualRect(self.steps.index(self._gap - 1)).bottom() if self._gap else 0
        painter = QPainter(self.viewport())
        painter.fillRect(0, max(0, above - GAP // 2 - LINE // 2), self.viewport().width(), LINE,
                         self._look.colour("accent"))  # fmt: skip
        painter.end()

    def _show_gap(self, gap: int | None) -> None:
        self._gap = gap
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """The step that is dragged goes where it is let go; the model is not asked to move rows itself."""
        if event.source() is not self:
            event.ignore()
            return
        before = self._before(event)
        to = before - 1 if before > self.place else before
        self._show_gap(None)
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is to be taken out afterwards
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        if self.place >= 0 and to != self.place:
            self.move_asked.emit(self.place, to)

    def _before(self, event: QDropEvent) -> int:
        """The place of the card above whose middle the dragged one is; past the last where it is below all."""
        point = event.position().toPoint()
        rows = range(self.steps.rowCount())
        return next((row for row in rows if point.y() < self.visualRect(self.steps.index(row)).center().y()), len(rows))
