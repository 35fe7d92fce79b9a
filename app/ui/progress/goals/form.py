"""The few fields of a goal, in the card of the chart: value, side, and a day if one likes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading, Unit
from app.domain.progress.goals import Goal, check_goal, is_behind
from app.domain.units import format_value, parse_amount, unit_name
from app.i18n import _
from app.ui.progress.shown import side_title, typed, understood
from app.ui.widgets.buttons import button, chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import hint_width
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label, set_property

BOTH = "both"
USUAL_TIME = timedelta(days=90)  # what the day begins with
SHOWN_DAY = "yyyy-MM-dd"
LONGEST = 60
SAME = 1e-3  # of a unit: what typing an inch again may change


VALUE_WIDTH = 140


class GoalForm(QWidget):
    """Enter or Save tells the goal; Esc or Cancel leaves things as they are. What is wrong is said and nothing told."""

    chosen = Signal(object)  # Goal
    removed = Signal(object)  # Goal
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._measure: Measure | None = None
        self._goal: Goal | None = None
        self._unit = "cm"
        self._now: datetime | None = None
        self._latest: Sequence[Reading] = ()
        self.value = QLineEdit()
        self.value.setObjectName("goal-value")
        self.value.setMaxLength(LONGEST)
        self.value.setAccessibleName(_("Goal"))
        self.value.textEdited.connect(self._understand)
        self.value.returnPressed.connect(self._save)
        self.sides = Choice(_("Side"))
        self.has_day = chip(_("By a day"))
        self.day = _make_day()
        self.has_day.toggled.connect(self.day.setVisible)
        self.save_button = button(_("Save goal"), self._save, kind="primary")
        self.remove_button = button(_("Remove"), self._remove, kind="quiet")
        self.cancel_button = button(_("Cancel"), self.closed.emit, kind="quiet")
        self.said = label(kind="small", tone="muted", wrap=True)
        fields = QWidget()
        line = FlowLayout(fields)
        for part in (self.value, self.sides, self.has_day, self.day, self.save_button, self.remove_button,
                     self.cancel_button):  # fmt: skip
            line.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(fields)
        box.addWidget(self.said)

    def begin(
        self, measure: Measure, now: datetime, shown_in: str, goal: Goal | None, sides: Sequence[Side | None],
        latest: Sequence[Reading] = (),
    ) -> None:  # fmt: skip
        """Change `goal`, else set one for one of `sides` (None: both, or a test without sides).

        `latest` is what each side reaches now.
        """
        self._measure, self._goal, self._now, self._latest = measure, goal, now, latest
        self._unit = shown_in if measure.unit is Unit.CM else measure.unit.value
        self.value.setText(typed(goal.value, self._unit) if goal else "")
        self.value.setPlaceholderText(_("Value in {unit}").format(unit=unit_name(self._unit)))
        self.value.setFixedWidth(hint_width(self.value, VALUE_WIDTH))
        names = {None: _("Both"), Side.LEFT: side_title(Side.LEFT), Side.RIGHT: side_title(Side.RIGHT)}
        self.sides.setVisible(measure.sided and goal is None)
        self.sides.offer([(side or BOTH, names[side]) for side in sides], sides[0] or BOTH if sides else BOTH)
        due = goal.due if goal and goal.due else now.date() + USUAL_TIME
        self.has_day.setChecked(bool(goal and goal.due))
        self.day.setVisible(self.has_day.isChecked())
        self.day.setMinimumDate(_qt_day(min(due, now.date())))
        self.day.setDate(_qt_day(due))
        self.remove_button.setVisible(goal is not None)
        self._say(self._hint())
        self.show()
        self.value.setFocus()
        self.value.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _hint(self) -> str:
        if self._measure is None:
            return ""
        if self._measure.better is Better.LOWER:
            return _("Lower is better here. A goal a little beyond what you reach now is a good one.")
        return _("Higher is better here. A goal a little beyond what you reach now is a good one.")

    def _understand(self) -> None:
        """Show what is understood while it is typed; what is not, only when it is to be saved."""
        try:
            words = self._value_words() if self.value.text().strip() else self._hint()
        except Refused:
            words = self._hint()
        self._say(words)

    def _value_words(self) -> str:
        if self._measure is None:
            return ""
        return understood(parse_amount(self.value.text(), self._measure.unit, self._unit), self._measure.unit)

    def _save(self) -> None:
        try:
            goal = self._typed_goal()
        except Refused as error:
            self._say(str(error), wrong=True)
            self.value.setFocus()
            return
        if goal is not None:
            self.chosen.emit(goal)

    def _typed_goal(self) -> Goal | None:
        """Raises `Refused` for what can't be aimed at."""
        measure = self._measure
        if measure is None:
            return None
        if not self.value.text().strip():
            raise Refused(_("Write the value you would like to reach."))
        amount = parse_amount(self.value.text(), measure.unit, self._unit)
        shown = self.day.date()
        due = date(shown.year(), shown.month(), shown.day()) if self.has_day.isChecked() else None
        old = self._goal
        if old is not None and abs(old.value - amount.value) < SAME:
            goal = replace(old, due=due)
            check_goal(goal, measure)
        else:
            goal = Goal(measure.id, amount.value, self._side(measure), due, self._now)
            check_goal(goal, measure)
            self._refuse_reached(goal, measure)
        return goal

    def _refuse_reached(self, goal: Goal, measure: Measure) -> None:
        if is_behind(measure, goal, self._latest):
            value = format_value(goal.value, measure.unit, self._unit)
            raise Refused(_("You reach {value} already: aim a little beyond it.").format(value=value))

    def _side(self, measure: Measure) -> Side | None:
        if self._goal is not None:
            return self._goal.side
        return None if not measure.sided or self.sides.key == BOTH else Side(self.sides.key)

    def _remove(self) -> None:
        if self._goal is not None:
            self.removed.emit(self._goal)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        if wrong and words != self.said.text():
            announce(self.value, words)
        self.said.setText(words)
        set_property(self.said, "tone", "stop" if wrong else "muted")
        set_property(self.value, "wrong", wrong)
        self.value.setAccessibleDescription(words)


def _make_day() -> QDateEdit:
    day = QDateEdit()
    day.setObjectName("goal-day")
    for part in (day, day.lineEdit()):
        part.setAccessibleName(_("By the day"))
    day.setDisplayFormat(SHOWN_DAY)
    day.setCalendarPopup(True)
    calendar = day.calendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, QTextCharFormat())  # days like others, not red ones
    return day


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
