"""The matplotlib canvas of the reach chart. Importing this imports matplotlib: only `chart_card` does, when shown."""

from math import copysign

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from app.charts.reach import ReachChart, ReachPoint, draw_course
from app.charts.style import PX_PER_INCH, Style
from app.domain.measurement import Reading
from app.domain.units import format_value
from app.domain.wording import day_name
from app.i18n import _, ngettext
from app.theme import Theme
from app.ui.look import Look
from app.ui.progress.shown import ChartShown, how_taken, side_title, tries
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

FONT_PX = 13
HINT_GAP = 12
ZOOM = 1.25  # a step of the wheel, or of + and −
STEP = 0.2  # of the time in view: Shift with an arrow
DRAG_FROM = 4  # pixels: less is a click
NOTCH = 120  # of a wheel, in Qt's eighths of a degree


class ReachCanvas(FigureCanvasQTAgg):
    """Draws what it is given; afterwards only the view changes.

    The pointer or ← and → bring up a reading, the wheel or + and − zoom, dragging or Shift with an arrow pans, a double
    click, Home or 0 goes back.
    """

    accessible_role = QAccessible.Role.Chart
    moved = Signal(bool)  # whether the view is another than that of the range

    def __init__(self, look: Look) -> None:
        super().__init__(Figure(dpi=PX_PER_INCH))  # type: ignore[no-untyped-call]  # matplotlib's Qt part has no types
        self._look = look
        self._shown: ChartShown | None = None
        self._readings: dict[str, Reading] = {}
        self.chart = ReachChart()
        self._point: ReachPoint | None = None
        self._grip: QPointF | None = None  # where the pointer holds the chart
        self._drags = False
        self.setPalette(QPalette())  # it comes with a white one of its own
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # the card says how large
        self.setMouseTracking(True)
        self.hint = label(kind="small")
        self.hint.setObjectName("hint")
        self.hint.setParent(self)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hint.hide()

    @property
    def theme(self) -> Theme:
        return self._look.theme

    @property
    def is_home(self) -> bool:
        """Whether the view is that of the range, neither zoomed nor panned."""
        return self._shown is None or self.chart.times == self.chart.home(self._shown.span)

    def show_chart(self, shown: ChartShown) -> None:
        self._point_at(None)
        self._shown = shown
        self._readings = {reading.id: reading for reading in shown.readings}
        self.chart = draw_course(self.figure, shown.course, self._style(), shown.span, shown.now, shown.shown_in)
        self._redraw()

    def show_range(self, shown: ChartShown) -> None:
        """Only the range is another than before."""
        self._point_at(None)
        self._shown = shown
        self.chart.look(self.chart.home(shown.span))
        self._redraw()

    def go_home(self) -> None:
        """Back to the view of the range."""
        if self._shown is not None:
            self.show_range(self._shown)

    def figure_to_save(self) -> Figure:
        """What is on the screen, drawn on a figure of its own."""
        made = Figure(figsize=tuple(self.figure.get_size_inches()), dpi=PX_PER_INCH)
        FigureCanvasAgg(made)
        if self._shown is not None:
            shown = self._shown
            chart = draw_course(made, shown.course, self._style(), shown.span, shown.now, shown.shown_in)
            chart.look(self.chart.times)
        return made

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        arrows = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in arrows and shift:
            start, end = self.chart.times
            self._pan(arrows[Qt.Key(key)] * STEP * (end - start))
        elif key in arrows and self.chart.all_points:
            self._step(arrows[Qt.Key(key)])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._zoom(1 / ZOOM, self._point.x if self._point else None)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self._zoom(ZOOM, self._point.x if self._point else None)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_0}:
            self.go_home()
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        """To the next reading, also one that is out of view; at first to the last one in view."""
        points = sorted(self.chart.all_points, key=lambda point: point.x)
        if self._point in points:
            place = max(0, min(len(points) - 1, points.index(self._point) + by))
        else:
            seen = self.chart.points
            place = points.index(max(seen, key=lambda point: point.x)) if seen else len(points) - 1
        point = points[place]
        start, end = self.chart.times
        if not start <= point.x <= end:
            self._pan(point.x - (start + end) / 2)
        self.draw()  # type: ignore[no-untyped-call]  # as above; the hint stands beside a point that is drawn
        self._point_at(point)
        announce(self, self.hint.text().replace("\n", ", "))

    # The pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; sideways pan. What changes nothing scrolls the page."""
        across, up = event.angleDelta().x(), event.angleDelta().y()
        if abs(across) > abs(up):
            start, end = self.chart.times
            self._pan(-copysign(min(1, abs(across) / NOTCH), across) * STEP * (end - start))
            event.accept()
            return
        pixel = event.position().x() * self.device_pixel_ratio
        event.setAccepted(bool(up) and self._zoom(ZOOM ** (-up / NOTCH), self.chart.day_at(pixel)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._grip, self._drags = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            ratio = self.device_pixel_ratio
            at = event.position()
            self._point_at(self.chart.nearest(at.x() * ratio, (self.height() - at.y()) * ratio))
            return
        moved = event.position().x() - self._grip.x()
        if self._drags or abs(moved) >= DRAG_FROM:
            self._drags = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            ratio = self.device_pixel_ratio
            days = self.chart.day_at(self._grip.x() * ratio) - self.chart.day_at(event.position().x() * ratio)
            self._grip = event.position()
            self._pan(days, same_values=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            dragged, self._grip, self._drags = self._drags, None, False
            self.unsetCursor()
            if dragged:
                self._pan(0)  # now the height may follow

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.go_home()

    def leaveEvent(self, event: object) -> None:
        self._point_at(None)

    # The view

    def _zoom(self, factor: float, x: float | None) -> bool:
        changed = self.chart.zoom(factor, x)
        if changed:
            self._point_at(None)
            self._redraw()
        return changed

    def _pan(self, days: float, *, same_values: bool = False) -> None:
        self._point_at(None)
        self.chart.pan(days, same_values=same_values)
        self._redraw()

    def _redraw(self) -> None:
        self.draw_idle()  # type: ignore[no-untyped-call]  # as above
        self._describe()
        self.moved.emit(not self.is_home)

    def _describe(self) -> None:
        """What is in view, for a screen reader."""
        if self._shown is not None:
            self.setAccessibleDescription(" ".join(part for part in (self._shown.sentence, self._seen_words()) if part))

    def _seen_words(self) -> str:
        points = self.chart.points
        if self._shown is None or not points:
            return _("No reading in this stretch of time.")
        days = sorted(point.at.date() for point in points)
        today = self._shown.now.date()
        if len(points) == 1:
            return _("In view: one reading, {day}.").format(day=day_name(days[0], today))
        return ngettext("In view: {count} reading, {first} to {last}.", "In view: {count} readings, {first} to {last}.",
                        len(points)).format(count=len(points), first=day_name(days[0], today),
                                            last=day_name(days[-1], today))  # fmt: skip

    def _style(self) -> Style:
        return Style(self.theme, QFontInfo(self._look.font(FONT_PX)).family(), in_text(FONT_PX))

    # Focus and hint

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # type: ignore[no-untyped-call]  # as above
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _point_at(self, point: ReachPoint | None) -> None:
        """Show the reading of `point` beside it; None hides it."""
        if point is None and self._point is None:
            return
        self._point = point
        self.hint.setVisible(point is not None)
        if point is None:
            return
        self.hint.setText(self._words(self._readings[point.reading_id]))
        self.hint.adjustSize()
        self.hint.move(self._place(point))
        self.hint.raise_()

    def _words(self, reading: Reading) -> str:
        """Side and value, the day, every trial, how it was taken."""
        if self._shown is None:
            return ""
        measure, shown_in = self._shown.measure, self._shown.shown_in
        value = format_value(reading.value, measure.unit, shown_in)
        title = " ".join(part for part in (side_title(reading.side), value) if part)
        day = day_name(reading.performed_at.date(), self._shown.now.date())
        return "\n".join((title, day, tries(reading, measure, shown_in), how_taken(reading, measure)))

    def _place(self, point: ReachPoint) -> QPoint:
        """Above the point, or below it where there is no room, and inside the canvas."""
        across, up = (pixels / self.device_pixel_ratio for pixels in self.chart.position(point))
        down = self.height() - up
        x = max(0, min(self.width() - self.hint.width(), round(across - self.hint.width() / 2)))
        above = round(down - HINT_GAP - self.hint.height())
        below = round(down + HINT_GAP)
        return QPoint(x, above if above >= 0 else min(below, max(0, self.height() - self.hint.height())))
