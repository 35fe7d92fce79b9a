"""What a session changed in the week: seven dots, today's marked, and a sentence."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plan import EXERCISES_OF_A_TRAINING_DAY, training_days, week_days
from app.domain.training.sessions import Session
from app.domain.wording import weekday_letters
from app.i18n import ngettext
from app.ui.look import Look
from app.ui.widgets.dots import Dot, Dots
from app.ui.widgets.text import label

_SIZE, _STEP = 24, 36  # pixels: a dot, and from one to the next


class WeekLine(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.dots = _TickedDots(look)
        self._sentence = label(wrap=True)
        self._hint = label(kind="small", tone="muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.dots)
        for words in (self._sentence, self._hint):
            words.setContentsMargins((_STEP - _SIZE) // 2, 0, 0, 0)
            box.addWidget(words)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def hint(self) -> str:
        """What is missing to make today a training day; empty where nothing is."""
        return "" if self._hint.isHidden() else self._hint.text()

    def show_week(self, sessions: Iterable[Session], today: date, target: int) -> None:
        """`sessions` are at least those of this week; `target` is how many training days it shall have."""
        played = list(sessions)
        days = week_days(training_days(played), today)
        sentence = _sentence(sum(day.trained for day in days), target)
        states = [Dot.DONE if day.trained else Dot.NOW if day.today else Dot.OPEN for day in days]
        self.dots.ticked = next((place for place, day in enumerate(days) if day.today and day.trained), None)
        self.dots.show_dots(states, weekday_letters(), sentence)
        self.dots.update()
        self._sentence.setText(sentence)
        missing = EXERCISES_OF_A_TRAINING_DAY - len(_exercises_on(played, today))
        self._hint.setVisible(0 < missing < EXERCISES_OF_A_TRAINING_DAY)
        hint = ngettext("{count} more exercise and today counts",
                        "{count} more exercises and today counts", missing)  # fmt: skip
        self._hint.setText(hint.format(count=missing))


class _TickedDots(Dots):
    """The day that has just become a training day carries a tick."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, size=_SIZE, gap=_STEP - _SIZE)
        self.ticked: int | None = None
        self.setFixedWidth(7 * _STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ticked is None:
            return
        step = self.width() / 7
        centre = QPointF((self.ticked + 0.5) * step, _SIZE / 2)
        arm = _SIZE / 6
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(self._look.colour("on_accent"), 2.2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolyline([centre + QPointF(x * arm, y * arm) for x, y in ((-1.3, 0.1), (-0.3, 1.1), (1.4, -0.9))])
        painter.end()


def _sentence(done: int, target: int) -> str:
    if done > target:
        text = ngettext("{done} training day this week, {target} planned",
                        "{done} training days this week, {target} planned", done)  # fmt: skip
    else:
        text = ngettext("{done} of {target} training day this week",
                        "{done} of {target} training days this week", target)  # fmt: skip
    return text.format(done=done, target=target)


def _exercises_on(sessions: Iterable[Session], day: date) -> set[str]:
    return {each.exercise_id for session in sessions for each in session.sets if each.finished_at.date() == day}
