"""After a session: what was done against what was planned, how it felt, and what changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from itertools import groupby

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.errors import Refused
from app.domain.playing.timeline import Segment, Timeline
from app.domain.preferences import read_preferences
from app.domain.routine import Routine
from app.domain.training.sessions import FinishedSet, Session, check_note
from app.i18n import _, ngettext, pgettext
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.session.summary.amount_field import ENTER
from app.ui.session.summary.discomfort_picker import question, read_answer
from app.ui.session.summary.summary_row import SummaryRow
from app.ui.session.today.week_line import WeekLine
from app.ui.widgets.buttons import button, tinted, with_key
from app.ui.widgets.card import Card, centred, rule
from app.ui.widgets.note_field import NoteField
from app.ui.widgets.scrolling import Column
from app.ui.widgets.text import NameLabel, label

WIDEST, MARGIN = 960, 32
_SCROLLS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Summary(Page):
    """A calm page with one line for each exercise of the routine, in which everything can be put right.

    Each change is stored at once and can be undone. Digits (`-` is ten) answer the discomfort of the first exercise
    still open, A answers the rest with “all fine”, Enter is done. Where something could not be stored it says so,
    nothing can be changed, and the button tries again.
    """

    kinds = frozenset({"session", "set"})
    closed = Signal()
    retried = Signal()

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock) -> None:
        super().__init__(live)
        self._catalogue, self._look, self._clock = catalogue, look, clock
        self._routine_name = ""
        self._session_id: str | None = None
        self._told: dict[int, FinishedSet] = {}  # what was done, stored or not
        self._unsaved = 0
        self.rows: list[SummaryRow] = []
        self._title = NameLabel("display")
        self._lead = label(kind="lead", tone="muted", wrap=True)
        self._state = label(tone="stop", strong=True, wrap=True)
        self.week = WeekLine(look)
        self._card = Card(padding=24, spacing=0)
        self._table = QWidget()
        self._card.box.addWidget(self._table)
        self.note = NoteField(_("How it went, what to remember next time"))
        self._note_said = label(kind="small", tone="stop", wrap=True)
        self._note_said.hide()
        self.note.entered.connect(self._keep_note)
        self.note.done_asked.connect(self._press)
        self.done_button = tinted(button("", self._press, kind="primary", big=True), look, "check", "on_accent", 20)
        with_key(self.done_button, _("Enter"))
        self.fine_button = button(_("All fine"), self._answer_rest)
        self._fine_text = label(kind="small", tone="muted", wrap=True)
        self.leave_button = button(_("Leave without saving"), self.closed.emit, kind="quiet")
        self._lay_out()

    @property
    def note_said(self) -> str:
        """Why the note is not taken; empty where it is."""
        return "" if self._note_said.isHidden() else self._note_said.text()

    @property
    def text(self) -> str:
        """What stands at the top."""
        return f"{self._title.text()}: {self._lead.text()}"

    # From the session page

    def show_session(
        self, routine: Routine, timeline: Timeline, done: Iterable[FinishedSet], session_id: str | None
    ) -> None:
        """`session_id` is None while nothing of the session could be stored."""
        self._routine_name, self._session_id = routine.name, session_id
        self._told = {each.work: each for each in done}
        self.done_button.setFocus()
        self._make_rows(timeline)
        self.note.show_note("")
        self.note.take_back()
        self.show_unsaved(0 if session_id else len(self._told))
        self.column.verticalScrollBar().setValue(0)

    def show_unsaved(self, count: int, session_id: str | None = None) -> None:
        """How many of the sets are not on the disk (0: all are); `session_id` once it is known."""
        self._unsaved = count
        self._session_id = session_id or self._session_id
        self._state.setVisible(count > 0)
        self._state.setText(
            ngettext(
                "{count} set is not saved yet. Make room on the disk, then try again.",
                "{count} sets are not saved yet. Make room on the disk, then try again.",
                count,
            ).format(count=count)
        )
        self.done_button.setText(_("Try again") if count else _("Done"))
        self.leave_button.setVisible(count > 0)
        self.look_again()

    def refresh(self) -> None:
        """The store knows better than what was told, unless it could not take all of it."""
        session = self.live.store.find.session(self._session_id) if self._session_id else None
        done = {each.work: each for each in session.sets} if session else {}
        if self._unsaved:
            done |= self._told
        editable = session is not None and not self._unsaved
        self._show_title(done, gone=session is None and not self._unsaved)
        for row in self.rows:
            row.show_sets(done, stopped=_stopped(session, row.exercise_id), editable=editable)
        self.note.setReadOnly(not editable)
        self.note.show_note(session.note if session else "")
        self._show_open(editable)
        today = self._clock.now()
        monday = datetime.combine(today.date() - timedelta(days=today.weekday() + 1), time(), today.tzinfo)
        find = self.live.store.find
        target = read_preferences(find.settings().get).weekly_target
        self.week.show_week(find.sessions_since(monday), today.date(), target)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = None if event.modifiers() & _OTHER_KEYS or event.isAutoRepeat() else read_answer(event.text())
        if event.key() in ENTER:
            pressed = (self.fine_button, self.leave_button)
            next((other for other in pressed if other.hasFocus()), self.done_button).click()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif answer is not None:
            self._answer_next(answer)
        elif event.key() == Qt.Key.Key_A and not event.modifiers() & _OTHER_KEYS:
            self._answer_rest()
        elif event.key() in _SCROLLS:
            self.column.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self._unsaved:
            self.retried.emit()
        elif all(row.commit() for row in self.rows) and self.note.commit():
            self.closed.emit()

    def _escape(self) -> None:
        """Leaves; of what was typed, all that fits is kept. A note that does not fit is told of once."""
        if self._unsaved:
            self.retried.emit()
            return
        for field in (field for row in self.rows for field in row.fields):
            field.commit()
        told_before = bool(self.note_said)
        if self.note.commit() or told_before or not self.note_said:
            self.closed.emit()

    # What is changed

    def _correct(self, changed: Sequence[FinishedSet]) -> None:
        self.live.do(self.live.store.sessions.correct_set, str(self._session_id), *changed)

    def _keep_note(self, note: str) -> None:
        try:
            check_note(note)
        except Refused as refusal:
            self._note_said.setText(str(refusal))
            self._note_said.show()
            return
        self._note_said.hide()
        self.live.do(self.live.store.sessions.set_note, str(self._session_id), note)

    def _answer(self, row: SummaryRow, discomfort: int) -> None:
        self.done_button.setFocus()
        self._keep_answers(row.answers(discomfort))
        following = self._next_open()
        if following is not None:
            self._reveal(following)

    def _answer_next(self, discomfort: int) -> None:
        row = self._next_open()
        if row is not None:
            self._answer(row, discomfort)

    def _answer_rest(self) -> None:
        answers: dict[int, int | None] = {}
        for row in self._could_be_fine():
            answers |= row.answers(0)
        self.done_button.setFocus()
        if answers and self.fine_button.isEnabled():
            self._keep_answers(answers)

    def _keep_answers(self, answers: Mapping[int, int | None]) -> None:
        self.live.do(self.live.store.sessions.set_discomfort, str(self._session_id), answers)

    def _could_be_fine(self) -> list[SummaryRow]:
        """Those that one key may answer together: never one that was stopped by a sharp pain."""
        return [row for row in self.rows if row.is_open and not row.stopped_text]

    def _next_open(self) -> SummaryRow | None:
        """The exercise that the digit keys answer."""
        return next((row for row in self.rows if row.is_open and self.fine_button.isEnabled()), None)

    def _reveal(self, row: SummaryRow) -> None:
        corner = row.answer.mapTo(self._content, row.answer.rect().topLeft())
        place = QRect(self._content.pos() + corner, row.answer.size()).center()
        self.column.ensureVisible(place.x(), place.y(), 0, 80)

    # Showing

    def _show_title(self, done: Mapping[int, FinishedSet], gone: bool) -> None:
        planned = sum(len(row.works) for row in self.rows)
        if gone:
            self._title.setText(_("Taken back"))
            self._lead.setText(_("This session is not kept. Ctrl+Shift+Z brings it back."))
            return
        self._title.setText(_("Well done") if len(done) == planned else _("Kept"))
        count = ngettext("{done} of {planned} set of {routine}", "{done} of {planned} sets of {routine}",
                         planned)  # fmt: skip
        self._lead.setText(count.format(done=len(done), planned=planned, routine=self._routine_name))

    def _show_open(self, editable: bool) -> None:
        """How many exercises wait for an answer, and which is the next."""
        count = len(self._could_be_fine())
        self.fine_button.setEnabled(editable)
        self.fine_button.setVisible(editable and count > 0)
        self._fine_text.setVisible(editable and count > 0)
        text = ngettext("or press A: {count} open question is answered with 0",
                        "or press A: {count} open questions are answered with 0", count)  # fmt: skip
        self._fine_text.setText(text.format(count=count))
        following = self._next_open()
        for row in self.rows:
            row.answer.set_next(row is following)

    def _make_rows(self, timeline: Timeline) -> None:
        """One row for each step of the routine."""
        self._table.deleteLater()
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        self.rows = []
        for _step, works in groupby(_works(timeline), key=lambda segment: segment.step):
            self.rows.append(self._make_row(list(works)))
        loads = any(row.load is not None for row in self.rows)
        done = pgettext("what was done", "Done")
        for column, heading in enumerate((_("Exercise and plan"), done, _("Load") if loads else "", question())):
            words = label(heading, "small", "muted", wrap=True)
            words.setContentsMargins(4, 0, 0, 0) if column else None
            grid.addWidget(words, 0, column)
        line = 1
        for row in self.rows:
            line = row.place(grid, line)
        self._card.box.addWidget(self._table)
        self._table.show()

    def _make_row(self, planned: Sequence[Segment]) -> SummaryRow:
        exercise = self._catalogue.exercise(str(planned[0].exercise_id))
        loaded = exercise.load_kg is not None
        row = SummaryRow(self._look, planned, exercise.name, loaded=loaded, parent=self._table)
        row.corrected.connect(self._correct)
        row.answered.connect(partial(self._answer, row))
        row.finished.connect(self.done_button.setFocus)
        return row

    def _lay_out(self) -> None:
        self._content = QWidget()
        box = QVBoxLayout(self._content)
        box.setContentsMargins(0, 32, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._make_top())
        box.addSpacing(20)
        box.addWidget(self._card)
        box.addSpacing(20)
        box.addWidget(label(_("Note"), "small", "muted"))
        box.addSpacing(4)
        box.addWidget(self.note)
        box.addSpacing(4)
        box.addWidget(self._note_said)
        box.addStretch(1)
        self.column = Column(MARGIN)
        self.column.box.addLayout(centred(self._content, most=WIDEST, margin=0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.column, 1)
        outer.addWidget(rule())
        outer.addLayout(centred(self._make_foot(), most=WIDEST, margin=MARGIN))

    def _make_top(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(4)
        for shown in (self._title, self._lead, self._state):
            words.addWidget(shown)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addLayout(words, 1)
        top.addWidget(self.week, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _make_foot(self) -> QWidget:
        """Always in sight, however long the routine is."""
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 12, 0, 20)
        line.setSpacing(12)
        for shown in (self.done_button, self.leave_button, self.fine_button):
            line.addWidget(shown)
        line.addWidget(self._fine_text, 20)
        line.addStretch(1)
        return foot


def _works(timeline: Timeline) -> list[Segment]:
    """The first segment of each work, in order."""
    first: dict[int, Segment] = {}
    for segment in timeline.segments:
        if segment.work is not None:
            first.setdefault(segment.work, segment)
    return list(first.values())


def _stopped(session: Session | None, exercise_id: str) -> str:
    """The short form of what was said at a sharp pain, where this exercise was stopped by one."""
    stops = session.pain_stops if session else ()
    if not any(stop.exercise_id == exercise_id for stop in stops):
        return ""
    return _("Stopped because of a sharp pain: leave this exercise for today.")
