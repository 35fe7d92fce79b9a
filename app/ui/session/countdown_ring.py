"""The countdown: a ring that empties round digits that can be read from three metres."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import Look

DIGIT_SHARE = 0.44  # of the ring's diameter that a digit is high
STROKE_SHARE = 0.045


class CountdownRing(QWidget):
    """Shows a number, and how much of its time is left as an arc from the top, clockwise."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text, self._share, self._role = "", 1.0, "accent"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._diameter = 300
        look.changed.connect(self.update)

    def set_diameter(self, pixels: int) -> None:
        self._diameter = pixels
        self.updateGeometry()
        self.update()

    def show_count(self, text: str, share_left: float, role: str, name: str) -> None:
        """`text` in the middle, `share_left` (0 to 1) of the arc in the colour `role`; `name` for a screen reader."""
        if text != self._text:
            self.setAccessibleName(name)
        state = (text, round(share_left, 3), role)
        if state != (self._text, self._share, self._role):
            self._text, self._share, self._role = state
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    @property
    def digit_height(self) -> float:
        """How high a digit stands, in pixels."""
        return DIGIT_SHARE * self._diameter

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = STROKE_SHARE * self._diameter
        circle = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
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
        font = _font_with_digits(self._look.font(10, QFont.Weight.Bold), self.digit_height)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(self._text)
        room = circle.width() * 0.86
        if width > room:
            font.setPixelSize(max(8, int(font.pixelSize() * room / width)))
            metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        ink = metrics.tightBoundingRect("0")
        baseline = circle.center().y() + ink.height() / 2
        x = circle.center().x() - metrics.horizontalAdvance(self._text) / 2
        painter.drawText(x, baseline, self._text)  # type: ignore[call-overload]  # (float, float, str) is there


def _font_with_digits(font: QFont, height: float) -> QFont:
    """`font` at the size at which a digit is `height` pixels high."""
    font.setPixelSize(100)
    share = QFontMetricsF(font).tightBoundingRect("0").height() / 100
    font.setPixelSize(max(8, round(height / share)))
    return font
