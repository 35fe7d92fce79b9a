"""The fields of a reading, without a will of their own: the form fills them, reads them and says what is wrong."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.exercise import Side
from app.domain.measurement import Measure, Unit
from app.domain.reading_check import EARLIEST, LONGEST_NOTE, MOST_TRIALS
from app.domain.units import format_value, unit_name
from app.i18n import _
from app.ui.progress.measuring.draft import Verdict
from app.ui.progress.measuring.trial_field import TrialField
from app.ui.progress.shown import side_title
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label, set_property, set_tone
from app.ui.widgets.unwheeled import DropDown

COLD, WARM = "cold", "warm"
OWN = ""
NOTHING = ("",) * MOST_TRIALS  # typed
CHIP_HEIGHT, NOTE_WIDTH = 32, 180
LENGTHS = ("cm", "in")
FIRST_DAY = QDate(EARLIEST.year, EARLIEST.month, EARLIEST.day)
SHOWN_MOMENT = "yyyy-MM-dd  HH:mm"


class ReadingFields(QWidget):
    """From top to bottom: test and side, tries, cold or warm and how, what the test adds, moment and note."""

    measure_chosen = Signal(str)
    side_chosen = Signal()
    trials_edited = Signal()
    trial_left = Signal(int)
    guided = Signal(int)  # a key meant for the guide
    own_asked = Signal()  # a test of the person's own
    pace_asked = Signal()

    def __init__(self, extra: QWidget) -> None:
        """`extra` is what one test has beside what all have."""
        super().__init__()
        self._extra = extra
        self.measures = DropDown(_("Test"))
        self.measures.setMinimumContentsLength(12)
        self.measures.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.measures.activated.connect(self._on_measure)
        self.sides = Choice(_("Side"), "side")
        self.sides.chosen.connect(self.side_chosen)
        self.units = Choice(_("Unit"))
        self.units.chosen.connect(self.trials_edited)
        self.trials = tuple(self._make_trial(place) for place in range(MOST_TRIALS))
        self.summary = label(wrap=True)
        self.pace_button = button(_("Let the voice lead"), self.pace_asked.emit)
        self.pace_button.setToolTip(_("Let the voice lead (Space)"))
        self.moment = self._make_moment()
        self.moment_problem = label(kind="small", tone="stop", wrap=True)
        self.warmth = Choice(_("Warm-up"))
        self.warmth.offer([(COLD, _("Cold")), (WARM, _("Warm"))], COLD)
        self.aids = Choice(_("How"), wraps=True)
        self.aid_problem = label(kind="small", tone="stop", wrap=True)
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.note.setPlaceholderText(_("Sleep, soreness"))
        self.note_problem = label(kind="small", tone="stop", wrap=True)
        self._sides_group = _group(_("Side"), self.sides)
        self._aids_group = _group(_("How"), self.aids, self.aid_problem)
        self._test_group = _group(_("Test"), self.measures)
        self.question_place = QVBoxLayout()
        self._arrange()
        self.order_tabs()

    # Filling and reading

    def offer_measures(self, measures: Iterable[Measure]) -> None:
        """Those, and a last row to make one of one's own."""
        self.measures.clear()
        for measure in measures:
            self.measures.addItem(measure.name, measure.id)
        self.measures.insertSeparator(self.measures.count())
        self.measures.addItem(_("A test of your own…"), OWN)

    def clear(self, moment: datetime) -> None:
        """Nothing is typed or chosen yet; `moment` is shown."""
        self.set_trials(NOTHING)
        self.set_moment(moment)
        self.sides.offer([(side, side_title(side)) for side in (Side.LEFT, Side.RIGHT)], Side.LEFT)
        self.units.offer([(unit, unit_name(unit)) for unit in LENGTHS], "")
        self.note.clear()
        for problem in (self.moment_problem, self.aid_problem, self.note_problem):
            problem.hide()

    def show_measure(self, measure: Measure, *, may_change: bool) -> None:
        """Take the shape of `measure`. What was typed or chosen stays, but for the aid, which is the measure's own."""
        self.measures.setCurrentIndex(self.measures.findData(measure.id))
        self._test_group.setVisible(may_change)
        self._sides_group.setVisible(measure.sided)
        self._aids_group.setVisible(bool(measure.aids))
        self.aids.offer([(aid.id, aid.name) for aid in measure.aids], "")
        self.aid_problem.hide()
        length = measure.unit is Unit.CM
        self.units.setVisible(length)
        caption = _("Three tries") if length else _("Three tries, in {unit}").format(unit=unit_name(measure.unit))
        self._tries_caption.setText(caption)
        self._tries_caption.setMinimumHeight(CHIP_HEIGHT if length else 0)
        self.order_tabs()

    @property
    def typed_moment(self) -> datetime:
        """The wall clock's time in the field, without an offset."""
        shown = self.moment.dateTime()
        date, time = shown.date(), shown.time()
        return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())  # noqa: DTZ001  # as typed

    def set_moment(self, moment: datetime) -> None:
        date, time = QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
        self.moment.setMinimumDate(min(date, FIRST_DAY))  # what is there is shown as it is
        self.moment.setDateTime(QDateTime(date, time, QTimeZone(QTimeZone.Initialization.UTC)))

    def set_trials(self, texts: Iterable[str]) -> None:
        for trial, text in zip(self.trials, texts, strict=True):
            trial.field.setText(text)
            trial.say("")

    @property
    def texts(self) -> list[str]:
        """All that a person has typed: the tries and the note."""
        return [*(trial.text.strip() for trial in self.trials), self.note.text().strip()]

    def go_to_tries(self) -> None:
        """To the first try that is still empty."""
        fields = [trial.field for trial in self.trials]
        next((field for field in fields if not field.text()), fields[0]).setFocus()

    # Saying

    def sum_up(self, values: Sequence[float], unit: Unit, shown_in: str) -> None:
        """What the reading is with the tries that were understood."""
        if not values:
            self.summary.setText(_("Your reading is the middle of the three. One or two will do as well."))
        else:
            value = format_value(median(values), unit, shown_in)
            self.summary.setText(_("Your reading: {value}").format(value=value))
        set_property(self.summary, "type", "heading" if values else "small")
        set_tone(self.summary, "" if values else "muted")

    def show_problems(self, verdict: Verdict) -> QWidget | None:
        """Say beside every field what is wrong with it; gives the first of them."""
        for place, sentence in verdict.trials.items():
            self.trials[place].say(sentence, wrong=True)
        problems = (self.aid_problem, self.moment_problem, self.note_problem)
        for problem, sentence in zip(problems, (verdict.aid, verdict.moment, verdict.note), strict=True):
            problem.setText(sentence)
            problem.setVisible(bool(sentence))
        wrong: list[QWidget] = [self.trials[place].field for place in sorted(verdict.trials)]
        wrong += [self.aids.buttons[self.aids.key]] if verdict.aid else []
        wrong += [self.moment] if verdict.moment else []
        wrong += [self.note] if verdict.note else []
        return wrong[0] if wrong else None

    def order_tabs(self) -> None:
        """The tries come before the unit, whatever stands above what."""
        tries = (*(trial.field for trial in self.trials), self.pace_button)
        first = (self.measures, *self.sides.buttons.values(), *tries)
        how = (*self.warmth.buttons.values(), *self.aids.buttons.values())
        extra = (self._extra.focusProxy() or self._extra,)
        order = (*first, *self.units.buttons.values(), *how, *extra, self.moment, self.note)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _on_measure(self, _row: int) -> None:
        if self.measures.currentData() == OWN:
            self.own_asked.emit()
        else:
            self.measure_chosen.emit(self.measures.currentData())

    # Making the parts

    def _make_trial(self, place: int) -> TrialField:
        trial = TrialField(place, _("Try {number}").format(number=place + 1))
        trial.edited.connect(self.trials_edited)
        trial.left.connect(lambda: self.trial_left.emit(place))
        trial.guided.connect(self.guided)
        return trial

    def _make_moment(self) -> QDateTimeEdit:
        moment = QDateTimeEdit()
        moment.setObjectName("moment")
        for part in (moment, moment.lineEdit()):
            part.setAccessibleName(_("When"))
        moment.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))  # a plain wall clock: no hour is missing in it
        moment.setDisplayFormat(SHOWN_MOMENT)
        moment.setCalendarPopup(True)
        calendar = moment.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())  # days like others, not red ones
        moment.setToolTip(_("↑ and ↓ change the part you are in"))
        moment.dateTimeChanged.connect(lambda: self.moment_problem.hide())
        return moment

    def _arrange(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(12)
        box.addLayout(_line((self._test_group, 1), (self._sides_group, 1)))
        box.addLayout(self._tries())
        taken = FlowLayout(gap=24, fills=True)
        for group in (_group(_("Warm-up"), self.warmth), self._aids_group, self._extra):
            taken.addWidget(group)
        box.addLayout(taken)
        last = FlowLayout(gap=24, fills=True)  # the note goes below where its hint has no room beside the moment
        self.note.setMinimumWidth(in_text(NOTE_WIDTH))
        last.addWidget(_group(_("When"), self.moment, self.moment_problem))
        last.addWidget(_group(_("Note"), self.note, self.note_problem))
        box.addLayout(last)
        box.addStretch(1)

    def _tries(self) -> QLayout:
        head = QHBoxLayout()
        self._tries_caption = _caption("")
        head.addWidget(self._tries_caption)
        head.addStretch(1)
        head.addWidget(self.units)
        line = QHBoxLayout()
        line.setSpacing(16)
        for trial in self.trials:
            line.addWidget(trial, 1)
        line.addStretch(0)
        box = QVBoxLayout()
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(line)
        for trial in self.trials:
            box.addWidget(trial.problem)
        result = QHBoxLayout()
        result.setSpacing(16)
        result.addWidget(self.summary, 1)
        result.addWidget(self.pace_button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(result)
        box.addLayout(self.question_place)
        return box


def _line(*groups: tuple[QWidget, int]) -> QHBoxLayout:
    """Groups beside one another, each with its share of the width."""
    line = QHBoxLayout()
    line.setSpacing(24)
    for group, share in groups:
        line.addWidget(group, share)
    line.addStretch(0)
    return line


def _caption(text: str) -> QLabel:
    return label(text, "small", "muted")


def _group(name: str, *parts: QWidget) -> QWidget:
    """A caption and what it names; its sentence of what is wrong stays out of sight until there is one."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(_caption(name))
    for part in parts:
        box.addWidget(part)
        part.setVisible(not isinstance(part, QLabel))
    box.addStretch(1)
    return made
