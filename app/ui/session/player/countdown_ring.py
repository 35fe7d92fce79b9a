"""The countdown: a ring that empties round digits that can be read from three metres."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look

DIGIT_SHARE = 0.42  # of the ring's diameter that a digit is high
WIDTH_SHARE = 0.82  # of the diameter that the digits may be wide
STROKE_SHARE = 0.047
STEPS = 240  # of the whole ring that are told apart
MEASURED_AT = 1000  # pixels: large enough that hinting does not matter


class CountdownRing(QWidget):
    """Shows a number, and how much of its time is left as an arc from the top, clockwise."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text, self._share, self._role = "", 1.0, "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._diameter = 300
        self._fonts: dict[str, QFont] = {}  # of the texts shown at this size: measuring costs more than painting
        look.changed.connect(self.update)

    def set_diameter(self, pixels: int) -> None:
        if pixels != self._diameter:
            self._fonts.clear()
        self._diameter = pixels
        self.setFixedSize(pixels, pixels)
        self.update()

    def show_count(self, text: str, share_left: float, role: str, name: str) -> None:
        """`text` in the middle, `share_left` (0 to 1) of the arc in the colour `role`; `name` for a screen reader."""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        state = (text, round(share_left * STEPS) / STEPS, role)
        if state != (self._text, self._share, self._role):
            self._text, self._share, self._role = state
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def digit_height(self, text: str) -> float:
        """How high the digits of `text` stand, in pixels: two fit at their full height, more are made smaller."""
        return QFontMetricsF(self._font(text)).tightBoundingRect("0").height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = STROKE_SHARE * self._diameter
        inset = stroke / 2 + 1
        circle = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        pen = QPen(self._look.colour("soft"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(circle)
        if self._share > 0:
            pen.setColor(self._look.colour(self._role))
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(self._share * 360 * 16))
        self._paint_digits(painter, circle)
        painter.end()

    def _paint_digits(self, painter: QPainter, circle: QRectF) -> None:
        font = self._font(self._text)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        baseline = circle.center().y() + metrics.tightBoundingRect("0").height() / 2
        x = circle.center().x() - metrics.horizontalAdvance(self._text) / 2
        painter.drawText(QPointF(x, baseline), self._text)

    def _font(self, text: str) -> QFont:
        """Bold, a digit `DIGIT_SHARE` of the diameter high, and smaller where `text` would touch the ring."""
        if text not in self._fonts:
            self._fonts[text] = self._measured(text)
        return self._fonts[text]

    def _measured(self, text: str) -> QFont:
        font = self._look.font(MEASURED_AT, QFont.Weight.Bold)
        metrics = QFontMetricsF(font)
        by_height = DIGIT_SHARE * self._diameter / metrics.tightBoundingRect("0").height()
        by_width = WIDTH_SHARE * self._diameter / max(1.0, metrics.horizontalAdvance(text))
        font.setPixelSize(max(8, math.ceil(MEASURED_AT * min(by_height, by_width))))
        return font
