"""How much an exercise hurt: eleven round targets from 0 to 10, for the player and for the summary."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.domain.training.sessions import WORST_DISCOMFORT
from app.i18n import _
from app.ui.look import Look

_RIM = 4  # pixels around the targets, for the ring of the keyboard
_SMALLEST_WORDS = 12
ON_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute  # as the numbers, whichever way the page is read
ON_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def question() -> str:
    """What is asked; rule 5 of the domain."""
    return _("Any pain, not the pull of a stretch?")


def read_answer(text: str) -> int | None:
    """The answer that a key's text stands for: a digit, or `-` for ten."""
    if text == "-":
        return WORST_DISCOMFORT
    return int(text) if len(text) == 1 and text in "0123456789" else None


def answer_text(discomfort: int | None) -> str:
    """An answer in words; None is unknown."""
    if discomfort is None:
        return _("not answered")
    return _("{discomfort} of {worst}").format(discomfort=discomfort, worst=WORST_DISCOMFORT)


def answer_colour(look: Look, discomfort: int) -> QColor:
    """From the calm of the accent (0) to the colour of caution (10), in even steps."""
    calm, caution = look.colour("accent"), look.colour("caution")
    share = discomfort / WORST_DISCOMFORT

    def between(one: int, other: int) -> int:
        return round(one + (other - one) * share)

    return QColor(
        between(calm.red(), caution.red()), between(calm.green(), caution.green()), between(calm.blue(), caution.blue())
    )


class DiscomfortPicker(QAbstractSlider):
    """`size` is a target's diameter in pixels. The answer is None until there is one.

    A click or a digit answers at once (`-` is ten); arrows move the ring of the keyboard, Space answers there.
    Enter is left to what stands around it.
    To a screen reader it is a slider of which the value is where the ring stands.
    """

    answered = Signal(int)

    def __init__(self, look: Look, size: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._size = look, size
        self._answer: int | None = None
        self._under: int | None = None  # the target under the mouse
        self.setRange(0, WORST_DISCOMFORT)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(question())
        self.show_answer(None)
        self.valueChanged.connect(self.update)
        look.changed.connect(self.update)

    @property
    def answer(self) -> int | None:
        return self._answer

    def show_answer(self, discomfort: int | None) -> None:
        self._answer = discomfort
        self.setValue(discomfort or 0)
        self.setAccessibleDescription(answer_text(discomfort))
        self.update()

    def set_size(self, size: int) -> None:
        """Diameter of a target in pixels."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    def centre_of(self, number: int) -> QPointF:
        """The middle of a target."""
        left = (self.width() - self._row_width()) / 2
        return QPointF(left + self._size / 2 + number * self._step(), _RIM + self._size / 2)

    def sizeHint(self) -> QSize:
        return QSize(round(self._row_width()) + 2 * _RIM, self._size + 2 * _RIM + round(self._words_px() * 1.4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # Mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._target(event.position()))

    def leaveEvent(self, event: object) -> None:
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._target(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number is not None:
            self._give(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: self.value() - 1,
            Qt.Key.Key_Right: self.value() + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: WORST_DISCOMFORT,
        }
        typed = None if event.modifiers() & Qt.KeyboardModifier.ControlModifier else read_answer(event.text())
        if typed is not None:
            self._give(typed)
        elif event.key() in moves:
            self.setValue(moves[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self._give(self.value())
        else:
            event.ignore()

    def _give(self, number: int) -> None:
        self.show_answer(number)
        self.answered.emit(number)

    def _point_at(self, number: int | None) -> None:
        if number != self._under:
            self._under = number
            self.setToolTip("" if number is None else answer_text(number))
            self.update()

    def _target(self, position: QPointF) -> int | None:
        """The target at `position`; the gaps between belong to the nearer one."""
        first = self.centre_of(0).x()
        number = round((position.x() - first) / self._step())
        return number if 0 <= number <= WORST_DISCOMFORT and 0 <= position.y() <= self.height() else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(WORST_DISCOMFORT + 1):
            self._paint_target(painter, number)
        self._paint_words(painter)
        painter.end()

    def _paint_target(self, painter: QPainter, number: int) -> None:
        colour, centre, radius = answer_colour(self._look, number), self.centre_of(number), self._size / 2
        chosen = number == self._answer
        line = max(1.5, self._size / 18)
        painter.setPen(QPen(colour, line))
        painter.setBrush(colour if chosen or number == self._under else self._look.colour("raised"))
        painter.drawEllipse(centre, radius - line / 2, radius - line / 2)
        filled = chosen or number == self._under
        painter.setPen(self._look.colour("on_accent" if filled else "text"))
        painter.setFont(self._look.font(self._size * 0.5, QFont.Weight.Bold if filled else QFont.Weight.Medium))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        if self.hasFocus() and number == self.value():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("text"), 2))
            painter.drawEllipse(centre, radius + 2, radius + 2)

    def _paint_words(self, painter: QPainter) -> None:
        """What the ends mean, under them."""
        painter.setFont(self._look.font(self._words_px()))
        painter.setPen(self._look.colour("muted"))
        left, width = self.centre_of(0).x() - self._size / 2, self._row_width()
        area = QRectF(left, self._size + 2 * _RIM, width, self.height() - self._size - 2 * _RIM)
        painter.drawText(area, ON_LEFT | Qt.AlignmentFlag.AlignTop, _("none"))
        painter.drawText(area, ON_RIGHT | Qt.AlignmentFlag.AlignTop, _("worst"))

    def _step(self) -> float:
        return self._size * 1.2

    def _row_width(self) -> float:
        return self._size + WORST_DISCOMFORT * self._step()

    def _words_px(self) -> int:
        return max(_SMALLEST_WORDS, round(self._size * 0.45))
