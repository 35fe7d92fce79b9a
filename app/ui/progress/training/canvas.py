"""The matplotlib canvas of the charts of training. Importing this imports matplotlib: only `training_card` does."""

from collections.abc import Callable

from matplotlib.backend_bases import MouseEvent
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from app.charts.style import PX_PER_INCH, Style
from app.charts.training import Spot, TrainingChart
from app.ui.look import Look
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

FONT_PX = 13
HINT_GAP = 10

Draw = Callable[[Figure, Style], TrainingChart]


class TrainingCanvas(FigureCanvasQTAgg):
    """Draws what it is given; the pointer or the arrow keys bring up what a spot says, a click or Enter picks it."""

    accessible_role = QAccessible.Role.Chart
    picked = Signal(int)  # the place of a spot in the chart

    def __init__(self, look: Look) -> None:
        super().__init__(Figure(dpi=PX_PER_INCH))  # type: ignore[no-untyped-call]  # matplotlib's Qt part has no types
        self._look = look
        self.chart = TrainingChart()
        self._spot: Spot | None = None
        self._start = -1
        self.setPalette(QPalette())  # it comes with a white one of its own
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the card says how large
        self.hint = label(kind="small")
        self.hint.setObjectName("hint")
        self.hint.setParent(self)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        self.mpl_connect("motion_notify_event", self._on_motion)
        self.mpl_connect("button_press_event", self._on_press)
        self.mpl_connect("figure_leave_event", lambda _event: self._point_at(None))

    def show_chart(self, draw: Draw, start: int = -1) -> None:
        """`start` is the spot at which the arrow keys begin; −1 is the last."""
        self._point_at(None)
        self._start = start
        family = QFontInfo(self._look.font(FONT_PX)).family()
        self.chart = draw(self.figure, Style(self._look.theme, family, in_text(FONT_PX)))
        self.draw_idle()  # type: ignore[no-untyped-call]  # as above

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = self.chart.across
        steps = {Qt.Key.Key_Left: -across, Qt.Key.Key_Right: across}
        if across > 1:
            steps |= {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        spots = self.chart.spots
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._spot in spots:
            self.picked.emit(spots.index(self._spot))
        elif event.key() in steps and spots:
            place = self._start % len(spots)
            if self._spot in spots:
                place = max(0, min(len(spots) - 1, spots.index(self._spot) + steps[Qt.Key(event.key())]))
            self._point_at(spots[place])
            announce(self, spots[place].words.replace("\n", ", "))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[no-untyped-call]  # matplotlib's Qt part has no types
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)
        self.update()

    def _on_motion(self, event: object) -> None:
        if isinstance(event, MouseEvent):
            self._point_at(self.chart.nearest(event.x, event.y))

    def _on_press(self, event: object) -> None:
        if isinstance(event, MouseEvent) and (spot := self.chart.nearest(event.x, event.y)) is not None:
            self.picked.emit(self.chart.spots.index(spot))

    def _point_at(self, spot: Spot | None) -> None:
        """Show what `spot` says beside it; None hides it."""
        self._spot = spot
        self.hint.setVisible(spot is not None)
        if spot is None:
            return
        self.hint.setText(spot.words)
        self.hint.adjustSize()
        self.hint.move(self._place(spot))
        self.hint.raise_()

    def _place(self, spot: Spot) -> QPoint:
        """Above the spot, or below it where there is no room, and inside the canvas."""
        across, up = (pixels / self.device_pixel_ratio for pixels in self.chart.position(spot))
        down = self.height() - up
        x = max(0, min(self.width() - self.hint.width(), round(across - self.hint.width() / 2)))
        above = round(down - HINT_GAP - self.hint.height())
        below = min(round(down + 2 * HINT_GAP), self.height() - self.hint.height())
        return QPoint(x, above if above >= 0 else below)
