"""The paced reaches, readable from two metres: what to do now in large words, the seconds, and how many there were."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.domain.measurement import Measure
from app.domain.playing.pacing import TRIALS, PaceKind, PacePart, lay_out_pacing, trial_name
from app.domain.preferences import Preferences
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.progress.measuring.pace import MeasuringPace
from app.ui.progress.measuring.reading_figure import ReadingFigure, has_figure, typed_scene
from app.ui.progress.shown import side_title
from app.ui.widgets.buttons import button, with_key
from app.ui.widgets.card import Card
from app.ui.widgets.speaking import announce

WORD, DIGIT, LINE = 0.22, 0.26, 0.055  # of the height
LEAST_LINE_PX = 18
WORKS = frozenset({PaceKind.REACH, PaceKind.HOLD, PaceKind.RETURN})


class MeasuringView(QWidget):
    """Space pauses and goes on, Esc leaves. Out of sight it is over."""

    accessible_role = QAccessible.Role.Grouping
    ended = Signal()  # all three are done
    left = Signal()

    def __init__(self, look: Look, figures: Figures, pace: MeasuringPace) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pace = pace
        self._figures = figures
        self.figure = ReadingFigure(look, QSize(200, 200))
        grow = QSizePolicy.Policy.Expanding
        self.figure.setSizePolicy(grow, grow)
        self.face = PaceFace(look)
        self.pause_button = button("", pace.pause_or_resume, kind="primary", big=True)
        with_key(self.pause_button, _("Space"))
        self.pause_button.setMinimumWidth(260)
        self.leave_button = button(_("Stop (Esc)"), self.leave, kind="quiet")
        for made in (self.pause_button, self.leave_button):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # both have a key, and Space must never press the wrong one
        self._arrange()
        pace.changed.connect(self._show)
        pace.ended.connect(self.ended)

    def start(self, measure: Measure, side: Side | None, preferences: Preferences) -> None:
        """Pace `measure` on `side` from the beginning."""
        self.figure.setVisible(has_figure(measure))
        if has_figure(measure):
            scene = typed_scene(self._figures, measure, None, "", right=side is Side.RIGHT)
            self.figure.show_reading(scene, measure.name)
        self.face.title = " · ".join(part for part in (measure.name, side_title(side)) if part)
        self.setAccessibleName(self.face.title)
        self.face.side = side.value if side in (Side.LEFT, Side.RIGHT) else ""
        self.pace.start(lay_out_pacing(measure, side_title(side)), preferences)
        self.setFocus()

    def leave(self) -> None:
        self.pace.stop()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_PageDown}:
            self.pace.pause_or_resume()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.pace.is_on:
            self.leave()

    def _arrange(self) -> None:
        card = Card(padding=24, spacing=16)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.figure, 4)
        both.addWidget(self.face, 6)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.pause_button)
        line.addWidget(self.leave_button)
        line.addStretch(1)
        card.box.addLayout(both, 1)
        card.box.addLayout(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def _show(self) -> None:
        self.pause_button.setText(_("Go on") if self.pace.is_paused else _("Pause"))
        self.face.show_part(self.pace.part, self.pace.in_part_s, paused=self.pace.is_paused)


class PaceFace(QWidget):
    """From top to bottom: the test, the word, the seconds, which reach it is as dots and in words."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = ""
        self.side = ""  # a colour role, empty without a side
        self._part: PacePart | None = None
        self._paused = False
        self.digits = ""
        look.changed.connect(self.update)

    @property
    def word(self) -> str:
        """What is written largest."""
        return "" if self._part is None else _("Paused") if self._paused else self._part.word

    @property
    def trial(self) -> str:
        """Which reach it is, or which comes next."""
        if self._part is None:
            return ""
        name = trial_name(self._part.trial)
        return name if self._part.kind is not PaceKind.REST else _("Next: {trial}").format(trial=name.lower())

    def show_part(self, part: PacePart | None, seconds: float, *, paused: bool) -> None:
        """`seconds` since it began."""
        before, self._part, self._paused = (self._part, self._paused), part, paused
        self.digits = "" if part is None else _digits(part, seconds)
        self.setAccessibleName(", ".join(text for text in (self.title, self.word, self.trial) if text))
        if part is not None and before != (part, paused):
            new = before[0] is None or before[0].trial != part.trial
            announce(self, f"{self.word}, {self.trial}" if new else self.word)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._part is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, line = self.height(), max(LEAST_LINE_PX, self.height() * LINE)
        works = self._part.kind in WORKS and not self._paused
        self._write(painter, 0, 1.6 * line, self.title, line, self.side or "muted", QFont.Weight.DemiBold)
        self._write(painter, 0.20 * height, 0.26 * height, self.word, height * WORD, "accent" if works else "text")
        self._write(painter, 0.47 * height, 0.30 * height, self.digits, height * DIGIT, "accent" if works else "muted")
        self._paint_dots(painter, 0.84 * height, line)
        self._write(painter, height - 1.6 * line, 1.6 * line, self.trial, line, "text", QFont.Weight.DemiBold)
        painter.end()

    def _write(
        self, painter: QPainter, top: float, height: float, text: str, pixels: float, role: str,
        weight: QFont.Weight = QFont.Weight.Bold,
    ) -> None:  # fmt: skip
        """One line in the middle, smaller where it would be wider than there is room."""
        font = self._look.font(pixels, weight)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > self.width():
            font = self._look.font(pixels * self.width() / width * 0.98, weight)
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        painter.drawText(QRectF(0, top, self.width(), height), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_dots(self, painter: QPainter, y: float, size: float) -> None:
        """A small dot for the practice and three large ones; filled when done, with a thick rim while it is done."""
        part = self._part
        if part is None:
            return
        step = 2.2 * size
        accent, line = self._look.colour("accent"), self._look.colour("edge")
        for trial in range(TRIALS + 1):
            radius = size * (0.32 if trial == 0 else 0.5)
            x = self.width() / 2 + (trial - TRIALS / 2) * step
            here = trial == part.trial
            done = trial < part.trial or (here and part.kind is PaceKind.RETURN)
            painter.setBrush(accent if done else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(accent if done or here else line), 4 if here else 2))
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _digits(part: PacePart, seconds: float) -> str:
    """A hold counts up as the voice does; waiting counts down; on the way there and back there is no number."""
    second = int(seconds + 1e-3)
    if part.kind is PaceKind.HOLD:
        return str(min(second + 1, round(part.length_s)))
    if part.kind in (PaceKind.READY, PaceKind.REST):
        return str(max(1, round(part.length_s) - second))
    return ""
