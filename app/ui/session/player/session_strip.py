"""The whole session as a strip of coloured pieces with a playhead: a click or an arrow jumps."""

from bisect import bisect_left

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from app.domain.exercise import Side
from app.domain.playing.timeline import Segment, SegmentKind, Timeline
from app.ui.look import Look

SEEN_PX = 0.5  # a playhead that moves less than this is not painted anew
_GAP = 2.0


class SessionStrip(QAbstractSlider):
    """One piece for each segment, as long as its time; work in colour, the rest quiet.

    ← and → go from one work to the next, Home and End to the first and last; other keys are the player's.
    To a screen reader it is a slider of which the value is the number of the work.
    """

    jump_asked = Signal(int)  # index of a segment

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._timeline: Timeline | None = None
        self._index, self._position_s = 0, 0.0
        self._works: tuple[int, ...] = ()  # the segments that the keys go to
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(lambda place: self.jump_asked.emit(self._works[place - 1]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_timeline(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.setAccessibleName("")  # said anew with the place
        segments = timeline.segments
        self._works = tuple(index for index, segment in enumerate(segments) if segment.work is not None)
        with QSignalBlocker(self):
            self.setRange(1, max(1, len(self._works)))
        self.update()

    def show_position(self, index: int, position_s: float, name: str) -> None:
        """The playhead at `position_s` seconds of the whole, inside segment `index`."""
        moved = index != self._index or abs(self._x(position_s) - self._x(self._position_s)) >= SEEN_PX
        if index != self._index or not self.accessibleName():  # never by the second: a screen reader says each new name
            self.setAccessibleName(name)
        with QSignalBlocker(self):
            self.setValue(self._work_at(index))
        if moved:
            self._index, self._position_s = index, position_s
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._timeline is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, segment in enumerate(self._timeline.segments):
            painter.setBrush(self._colour(index, segment))
            painter.drawRoundedRect(self._piece(segment), 3, 3)
        painter.setBrush(self._look.colour("text"))
        x = self._x(self._position_s)
        painter.drawRoundedRect(QRectF(x - 1.5, 0, 3, self.height()), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._segment_at(event.position().x())
        if index is not None:
            self.jump_asked.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A click jumps, dragging is nothing."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As above."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {
            Qt.Key.Key_Left: self.value() - 1,
            Qt.Key.Key_Right: self.value() + 1,
            Qt.Key.Key_Home: self.minimum(),
            Qt.Key.Key_End: self.maximum(),
        }
        if event.key() in places and self._works:
            self.setValue(places[Qt.Key(event.key())])
        else:
            event.ignore()

    def _work_at(self, index: int) -> int:
        """The number, from 1, of the work that segment `index` is or gets ready for."""
        return min(len(self._works), bisect_left(self._works, index) + 1)

    def _x(self, seconds: float) -> float:
        total = self._timeline.total_s if self._timeline else 0
        return self.width() * seconds / total if total else 0.0

    def _piece(self, segment: Segment) -> QRectF:
        left, right = self._x(segment.start_s), self._x(segment.start_s + segment.length_s)
        return QRectF(left, 5, max(1.0, right - left - _GAP), self.height() - 10)

    def _segment_at(self, x: float) -> int | None:
        if self._timeline is None:
            return None
        ends = (self._x(segment.start_s + segment.length_s) for segment in self._timeline.segments)
        return next((index for index, end in enumerate(ends) if x < end), None)

    def _colour(self, index: int, segment: Segment) -> QColor:
        if segment.kind not in {SegmentKind.HOLD, SegmentKind.REPS}:
            return self._look.colour("muted" if index == self._index else "soft")
        role = {Side.LEFT: "left", Side.RIGHT: "right"}.get(segment.side, "accent") if segment.side else "accent"
        colour = self._look.colour(role)
        colour.setAlphaF(1.0 if index == self._index else 0.62 if index < self._index else 0.38)
        return colour
