"""The latest value, large, with what it was taken with, the record, the start, and, when asked, other people's."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.charts.course import Course, SideCourse
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.profile import Profile
from app.domain.typical import typical_sentence
from app.domain.units import format_value
from app.domain.wording import day_name
from app.i18n import _
from app.ui.progress.shown import how_taken, shown_unit, side_title, side_tone, tries
from app.ui.widgets.buttons import chip
from app.ui.widgets.card import Card, row
from app.ui.widgets.text import label

WIDTH = 272


class LatestCard(Card):
    """Upright beside the chart, or lying below it."""

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self.setObjectName("latest")
        self.compare_button = chip(_("Compare"))
        head = row(label(_("Latest"), "heading"))
        head.addWidget(self.compare_button)
        self.box.addLayout(head)
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setSpacing(12)
        self._content: list[QWidget] = []
        self._course: Course | None = None
        self._today = date.min
        self._who = Profile()
        self.box.addLayout(self._body)
        self.typical = label(kind="small", wrap=True)
        self._others = _column([label(_("Typical"), "small", "muted"), self.typical], gap=0)
        self._others.hide()
        self.compare_button.toggled.connect(self._others.setVisible)
        self.box.addSpacing(4)
        self.box.addWidget(self._others)
        self.box.addStretch(1)

    def lie_down(self, lying: bool) -> None:
        """As wide as there is room, its parts side by side; else upright."""
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if lying else QBoxLayout.Direction.TopToBottom)
        self.setMaximumWidth(16777215 if lying else WIDTH)
        self.setMinimumWidth(0 if lying else WIDTH)

    def know(self, who: Profile) -> None:
        """Somebody who told their age is shown what is typical at it."""
        if who != self._who:
            self._who = who
            self._show_typical()

    def _show_typical(self) -> None:
        if self._course is None:
            return
        measure = self._course.measure
        own = typical_sentence(measure, self._who, self._today.year, shown_unit(self._course.readings))
        self.typical.setText("\n".join(part for part in (measure.typical, own) if part))

    def show_course(self, course: Course, today: date) -> None:
        """That of a measure with a reading at least."""
        self._course, self._today = course, today
        measure, shown_in = course.measure, shown_unit(course.readings)
        for part in self._content:
            self._body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._show_typical()
        self.compare_button.setVisible(bool(measure.typical))
        self._others.setVisible(bool(measure.typical) and self.compare_button.isChecked())
        found = [side.latest for side in course.sides]
        self._content = [
            _column(_values(measure, found, today, shown_in), gap=2),
            _column(_facts(course, today, shown_in), gap=8),
        ]
        for part in self._content:
            self._body.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)


def _column(parts: Iterable[QWidget], gap: int) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for part in parts:
        box.addWidget(part)
    return made


def _values(measure: Measure, found: Sequence[Reading], today: date, shown_in: str) -> Iterable[QWidget]:
    for reading in found:
        yield _number(format_value(reading.value, measure.unit, shown_in), reading.side)
    contexts = list(dict.fromkeys(_context(reading, measure, today) for reading in found))
    if len(contexts) == 1:
        yield label(contexts[0], "small", "muted", wrap=True)
        return
    for reading, context in zip(found, contexts, strict=True):
        yield label(
            _("{side}: {words}").format(side=side_title(reading.side), words=context), "small", "muted", wrap=True
        )


def _number(value: str, side: Side | None) -> QWidget:
    number = label(value, "number")
    if side is None:
        return number
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    word = label(side_title(side), "body", side_tone(side), strong=True)
    word.setMinimumWidth(48)
    line.addWidget(word, 0, Qt.AlignmentFlag.AlignBaseline)
    line.addWidget(number, 1, Qt.AlignmentFlag.AlignBaseline)
    return made


def _context(reading: Reading, measure: Measure, today: date) -> str:
    """ "Standing on a step, warm, 3 November" """
    day = day_name(reading.performed_at.date(), today)
    return _("{how}, {day}").format(day=day, how=how_taken(reading, measure))


def _facts(course: Course, today: date, shown_in: str) -> Iterable[QWidget]:
    measure, sides = course.measure, course.sides
    yield _fact(_("Tries"), [_sided(side.side, tries(side.latest, measure, shown_in)) for side in sides])
    yield _fact(_("Best try"), [_record(measure, side, today, shown_in) for side in sides])
    starts = [_start(measure, side, shown_in) for side in sides if side.baseline is not None]
    if starts:
        yield _fact(_("Start: readings 2 to 4"), starts)


def _record(measure: Measure, side: SideCourse, today: date, shown_in: str) -> str:
    """The best of what may be compared with the latest reading."""
    if side.record is None:
        return ""
    value = format_value(side.record.value, measure.unit, shown_in)
    day = day_name(side.record.reading.performed_at.date(), today)
    return _sided(side.side, _("{value} on {day}").format(value=value, day=day))


def _start(measure: Measure, side: SideCourse, shown_in: str) -> str:
    """The median of the second to the fourth reading; its error is the chart's band."""
    if side.baseline is None:
        return ""
    return _sided(side.side, format_value(side.baseline.value, measure.unit, shown_in))


def _sided(side: Side | None, words: str) -> str:
    return " ".join(part for part in (side_title(side), words) if part)


def _fact(name: str, lines: Sequence[str]) -> QWidget:
    return _column([label(name, "small", "muted"), *(label(line, "small", wrap=True) for line in lines)], gap=0)
