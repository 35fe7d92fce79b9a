"""The matplotlib canvas of the reach chart. Importing this imports matplotlib: only `chart_card` does, when shown."""

from collections.abc import Sequence
from datetime import datetime

from matplotlib.backend_bases import MouseEvent
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QFontInfo, QKeyEvent, QPalette
from PySide6.QtWidgets import QSizePolicy

from app.charts.reach import ReachChart, ReachPoint, draw_reach
from app.charts.span import Span
from app.charts.style import PX_PER_INCH
from app.domain.measurement import Measure, Reading
from app.domain.progress import day_name
from app.domain.units import format_value
from app.theme import Theme
from app.ui.look import Look
from app.ui.progress.shown import shown_unit, side_title, tries
from app.ui.widgets.text import label

FONT_PX = 13
HINT_GAP = 12


class ReachCanvas(FigureCanvasQTAgg):
    """Draws what it is given; the pointer or ← and → bring up the reading of a point."""

    def __init__(self, look: Look) -> None:
        super().__init__(Figure(dpi=PX_PER_INCH))  # type: ignore[no-untyped-call]  # matplotlib's Qt part has no types
        self._look = look
        self._readings: dict[str, Reading] = {}
        self._measure: Measure | None = None
        self._now: datetime | None = None
        self.chart = ReachChart(None, ())
        self._point: ReachPoint | None = None
        self.setPalette(QPalette())  # it comes with a white one of its own
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # the card says how large
        self.hint = label(kind="small")
        self.hint.setObjectName("hint")
        self.hint.setParent(self)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()
        self.mpl_connect("motion_notify_event", self._on_motion)
        self.mpl_connect("figure_leave_event", lambda _event: self._point_at(None))

    @property
    def theme(self) -> Theme:
        return self._look.theme

    def show_readings(self, measure: Measure, readings: Sequence[Reading], span: Span, now: datetime) -> None:
        self._point_at(None)
        self._measure, self._now = measure, now
        self._readings = {reading.id: reading for reading in readings}
        self.chart = draw_reach(
            self.figure, measure, readings, self.theme, span, now, shown_unit(readings),
            font_px=FONT_PX, family=QFontInfo(self._look.font(FONT_PX)).family(),
        )  # fmt: skip
        self.draw_idle()  # type: ignore[no-untyped-call]  # as above

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        points = sorted(self.chart.points, key=lambda point: point.x)
        if event.key() not in steps or not points:
            event.ignore()
            return
        here = points.index(self._point) if self._point in points else len(points)
        place = here + steps[Qt.Key(event.key())]
        self._point_at(points[max(0, min(len(points) - 1, place))])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def _on_motion(self, event: object) -> None:
        if isinstance(event, MouseEvent):
            self._point_at(self.chart.nearest(event.x, event.y))

    def _point_at(self, point: ReachPoint | None) -> None:
        """Show the reading of `point` beside it; None hides it."""
        self._point = point
        self.hint.setVisible(point is not None)
        if point is None:
            return
        self.hint.setText(self._words(self._readings[point.reading_id]))
        self.hint.adjustSize()
        self.hint.move(self._place(point))
        self.hint.raise_()
        self.setAccessibleDescription(self.hint.text().replace("\n", ", "))

    def _words(self, reading: Reading) -> str:
        if self._measure is None or self._now is None:
            return ""
        shown_in = shown_unit(self._readings.values())
        value = format_value(reading.value, self._measure.unit, shown_in)
        title = " ".join(part for part in (side_title(reading.side), value) if part)
        day = day_name(reading.performed_at.date(), self._now.date())
        return "\n".join((title, day, tries(reading, self._measure, shown_in)))

    def _place(self, point: ReachPoint) -> QPoint:
        """Above the point, or below it where there is no room, and inside the canvas."""
        across, up = (pixels / self.device_pixel_ratio for pixels in self.chart.position(point))
        down = self.height() - up
        x = max(0, min(self.width() - self.hint.width(), round(across - self.hint.width() / 2)))
        above = round(down - HINT_GAP - self.hint.height())
        return QPoint(x, above if above >= 0 else round(down + HINT_GAP))
