"""One exercise's discomfort in the summary: a few quiet words that open into the picker."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.i18n import _
from app.ui.look import Look
from app.ui.session.summary.discomfort_picker import DiscomfortPicker, answer_colour, answer_text

_SIZE = 26
_RIM = 4
_WORDS_PX = 13


class AnswerButton(QAbstractButton):
    """The answer as a number in its colour, or “not answered”."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._answer: int | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def show_answer(self, discomfort: int | None, exercise: str) -> None:
        self._answer = discomfort
        self.setText("" if discomfort is not None else answer_text(None))
        self.setAccessibleName(_("{exercise}: pain {answer}").format(exercise=exercise, answer=answer_text(discomfort)))
        self.setToolTip(_("Click to answer") if discomfort is None else _("Click to change"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = _SIZE if self._answer is not None else QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(width + 2 * _RIM, _SIZE + 2 * _RIM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space alone presses it: digits answer, and Enter ends the summary."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._answer is None:
            self._paint_words(painter)
        else:
            self._paint_number(painter, self._answer)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        pointed_at = self.underMouse() and self.isEnabled()
        font = self._font()
        font.setUnderline(pointed_at)
        painter.setFont(font)
        painter.setPen(self._look.colour("text" if pointed_at else "muted"))
        inside = self.rect().adjusted(_RIM, 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_number(self, painter: QPainter, number: int) -> None:
        centre = QPointF(_RIM + _SIZE / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(answer_colour(self._look, number))
        painter.drawEllipse(centre, _SIZE / 2, _SIZE / 2)
        painter.setFont(self._look.text_font(13, QFont.Weight.Bold))
        painter.setPen(self._look.colour("on_accent"))
        box = QRectF(centre.x() - _SIZE / 2, centre.y() - _SIZE / 2, _SIZE, _SIZE)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def _font(self) -> QFont:
        return self._look.text_font(_WORDS_PX)


class DiscomfortAnswer(QWidget):
    """The picker stands open where the exercise is the next to be answered, or where the person opened it."""

    answered = Signal(int)

    def __init__(self, look: Look, exercise: str) -> None:
        super().__init__()
        self._exercise = exercise
        self._next = False
        self._opened = False
        self._asked = self._can_answer = False
        self.button = AnswerButton(look)
        self.button.clicked.connect(self._open)
        self.picker = DiscomfortPicker(look, _SIZE - 2)
        self.picker.installEventFilter(self)
        self.picker.answered.connect(self._on_answered)
        self.setFixedSize(self.picker.sizeHint())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.picker)
        line.addStretch(1)
        self.show_answer(None, asked=False, can_answer=False)

    @property
    def is_open(self) -> bool:
        return not self.picker.isHidden()

    def show_answer(self, discomfort: int | None, *, asked: bool, can_answer: bool) -> None:
        """`asked`: there is something to answer; `can_answer`: and the answer can be kept."""
        self._asked, self._can_answer = asked, can_answer
        self.picker.show_answer(discomfort)
        self.button.show_answer(discomfort, self._exercise)
        self.button.setEnabled(can_answer)
        self._arrange()

    def set_next(self, is_next: bool) -> None:
        """Whether the digit keys answer this one."""
        self._next = is_next
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.picker and event.type() == QEvent.Type.FocusOut and self._opened:
            self._opened = False
            self._arrange()
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        self._opened = True
        self._arrange()
        self.picker.setFocus()

    def _on_answered(self, discomfort: int) -> None:
        self._opened = False
        self.answered.emit(discomfort)

    def _arrange(self) -> None:
        is_open = self._can_answer and (self._next or self._opened)
        self.picker.setVisible(is_open)
        self.button.setVisible(self._asked and not is_open)
