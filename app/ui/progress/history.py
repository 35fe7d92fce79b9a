"""One measure so far: what it says, its chart, the latest value, every reading, the first and the latest posture."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.charts.course import chart_course
from app.charts.span import Span
from app.domain.measurement import Measure, Reading
from app.domain.progress.goals import Goal
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.progress.chart_card import ChartCard
from app.ui.progress.latest_card import LatestCard
from app.ui.progress.measuring.reading_figure import ReadingFigure, has_figure, typed_scene
from app.ui.progress.readings_table import ReadingsTable
from app.ui.progress.shown import ChartShown
from app.ui.progress.status import Status
from app.ui.progress.then_and_now import ThenAndNow
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

TITLE_HEIGHT = 34  # that of the chips beside it, which are not always there
WIDE = 800  # from here on the latest value has room beside something
WIDE_FIRST = 560  # the same of the picture of a test beside what it is
ROWS = 4
PICTURE = QSize(240, 240)  # of a test that has not been taken yet

Given = tuple[Measure, Sequence[Reading], date, tuple[Goal, ...], bool]


class History(QWidget):
    """Shows the readings it is given; asks for everything else."""

    measure_asked = Signal()
    edit_asked = Signal(object)  # Reading
    delete_asked = Signal(object)  # Reading
    goal_chosen = Signal(object, object, str)  # Goal, Measure, the unit it is shown in
    goal_removed = Signal(object, object, str)  # the same
    strict_chosen = Signal(bool)

    def __init__(self, look: Look, figures: Figures) -> None:
        super().__init__()
        self._figures = figures
        self._shown: ChartShown | None = None
        self.title = label(kind="title", wrap=True)
        self.status = Status()
        self.spans = Choice(_("Range of time"))
        self.spans.offer([(span.name, span.label) for span in Span], Span.ALL.name)
        self._given: Given | None = None
        self._span_chosen = False
        self._placed: tuple[bool, bool] | None = None  # wide, with the postures
        self.chart = ChartCard(look)
        self.latest = LatestCard()
        self.then_and_now = ThenAndNow(look, figures)
        self.table = ReadingsTable(look)
        self._grid = QGridLayout()
        self._filled = self._make_filled()
        self._empty = self._make_empty(look)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        self.title.setMinimumHeight(in_text(TITLE_HEIGHT))
        head.addWidget(self.spans, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addSpacing(6)
        box.addWidget(self.status)
        box.addSpacing(16)
        box.addWidget(self._filled, 1)
        box.addWidget(self._empty, 1)
        self.spans.chosen.connect(self._on_span)
        self.table.edit_asked.connect(self.edit_asked)
        self.table.delete_asked.connect(self.delete_asked)
        self.chart.goal_chosen.connect(self.goal_chosen)
        self.chart.goal_removed.connect(self.goal_removed)
        self.status.strict_chosen.connect(self.strict_chosen)

    def show_readings(
        self, measure: Measure, readings: Sequence[Reading], now: datetime, goals: Sequence[Goal] = (), *,
        strict: bool = False,
    ) -> None:  # fmt: skip
        """`readings` of that measure, oldest first, and its `goals`; with `strict` its strict error counts."""
        if self._is_shown(measure, readings, now, goals, strict=strict):
            return
        self._given = measure, readings, now.date(), tuple(goals), strict
        self.title.setText(measure.name)
        if readings and not self._span_chosen:
            self.spans.choose(_fitting(readings[0].performed_at, now).name)
        course = chart_course(measure, readings, now.date(), goals, strict=strict)
        shown = ChartShown(course, Span[self.spans.key], now, strict)
        self.status.show_status(shown)
        self._shown = replace(shown, sentence=self.status.text)
        self._filled.setVisible(bool(readings))
        self.spans.setVisible(bool(readings))
        self._empty.setVisible(not readings)
        if readings:
            self.latest.show_course(course, now.date())
            self.then_and_now.show_readings(measure, readings, now.date())
            self.table.show_course(course, now.date())
            self._place()
            self._draw()
        else:
            self._about.setText(measure.about)
            self.picture.setVisible(has_figure(measure))
            if has_figure(measure):
                self.picture.show_reading(typed_scene(self._figures, measure, None, "", right=False), measure.name)

    def _is_shown(
        self, measure: Measure, readings: Sequence[Reading], now: datetime, goals: Sequence[Goal], *, strict: bool
    ) -> bool:
        """Whether these very readings stand there already: a click tells of itself twice, and drawing takes time."""
        given = self._given
        return given is not None and given[1] is readings and (
            (given[0], *given[2:]) == (measure, now.date(), tuple(goals), strict)
        )  # fmt: skip

    def _on_span(self) -> None:
        self._span_chosen = True
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= in_text(WIDE_FIRST)
        self._first.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._place()

    def _place(self) -> None:
        """Where there is room, the latest value beside the postures, or without them beside the chart."""
        wide, postures = self.width() >= in_text(WIDE), not self.then_and_now.isHidden()
        if (wide, postures) == self._placed:
            return
        self._placed = wide, postures
        rows: list[tuple[QWidget, ...]] = [(self.chart,), (self.latest,), (self.then_and_now,)]
        if wide:
            rows = [(self.chart,), (self.then_and_now, self.latest)] if postures else [(self.chart, self.latest)]
        rows.append((self.table,))
        for place, cards in enumerate(rows):
            for column, card in enumerate(cards):
                self._grid.addWidget(card, place, column, 1, 1 if len(cards) == 2 else 2)
        for place in range(ROWS):
            self._grid.setRowStretch(place, 3 if place == 0 else 2 if place == len(rows) - 1 else 0)
        self._grid.setColumnStretch(0, 0 if postures else 1)
        self._grid.setColumnStretch(1, 1 if postures else 0)
        self.latest.lie_down(not wide or postures)
        self.then_and_now.lie_down(not wide)

    def _make_filled(self) -> QWidget:
        made = QWidget()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        made.setLayout(self._grid)
        for card in (self.chart, self.latest, self.then_and_now, self.table):
            card.setParent(made)
        return made

    def _make_empty(self, look: Look) -> QWidget:
        """What will be here, and the one thing to do for it."""
        card = Card(padding=24)
        self.picture = ReadingFigure(look, PICTURE)
        self.picture.setFixedSize(PICTURE)
        self._about = label(kind="lead", wrap=True)
        coming = _(
            "Your readings will stand here: the latest and the best, a chart over time, and a table of them all."
        )
        words = QVBoxLayout()
        words.setSpacing(12)
        words.addStretch(1)
        words.addWidget(self._about)
        words.addWidget(label(coming, tone="muted", wrap=True))
        words.addSpacing(8)
        first = FlowLayout()
        first.addWidget(button(_("Take the first reading"), self.measure_asked.emit))
        words.addLayout(first)
        words.addStretch(1)
        self._first = line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(32)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        card.box.addLayout(line)
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        box.addStretch(1)
        return made

    def _draw(self) -> None:
        if self._shown is not None:
            self._shown = replace(self._shown, span=Span[self.spans.key])
            self.chart.show_chart(self._shown)


def _fitting(first: datetime, now: datetime) -> Span:
    """Everything while it is little, then the last half year."""
    start = Span.HALF_YEAR.start(now)
    return Span.ALL if start is None or first >= start else Span.HALF_YEAR
