"""One stored session to look at and correct: what was done in each set, discomfort, note."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QWidget

from app.charts.training_rows import minutes_words
from app.domain.errors import Refused
from app.domain.exercise import Exercise
from app.domain.training.log import session_seconds
from app.domain.training.sessions import WORST_DISCOMFORT, FinishedSet, Session, check_amounts
from app.domain.wording import side_name
from app.i18n import _, ngettext
from app.ui.live import Live
from app.ui.progress.training.session_amount import SessionAmount
from app.ui.widgets.asking import Asking
from app.ui.widgets.card import Card, rule
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label
from app.ui.widgets.unwheeled import DropDown

WIDTH, NOTE_HEIGHT = 720, 84
COLUMNS = 5


class SessionEditor(Asking):
    """Nothing is kept before Save; Esc leaves all as it was. What was changed can be undone."""

    def __init__(
        self, live: Live, exercises: Mapping[str, Exercise], session: Session, day: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session.routine_name, _("Save"), parent, width=WIDTH, by_field=True)
        self._live, self._session = live, session
        self.amounts: dict[int, SessionAmount] = {}
        self.loads: dict[int, SessionAmount] = {}
        self.discomforts: dict[int, DropDown] = {}  # by the work of the set that the answer is kept with
        self.note = QPlainTextEdit(session.note)
        self.note.setObjectName("note")
        self.note.setAccessibleName(_("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(in_text(NOTE_HEIGHT))
        seconds = minutes_words(session_seconds(session, exercises))
        self._arrange(day, seconds)
        live.failed.connect(self.say_problem)
        next(iter((*self.discomforts.values(), self.note))).setFocus()

    @property
    def corrected(self) -> list[FinishedSet]:
        """The sets with other amounts than they are stored with. Raises Refused for what can't be."""
        changed = []
        for done in self._session.sets:
            now = done
            if done.work in self.amounts:
                amount = self.amounts[done.work].amount()
                now = replace(now, reps=int(amount)) if done.reps is not None else replace(now, hold_s=amount)
            if done.work in self.loads:
                now = replace(now, load_kg=self.loads[done.work].amount())
            check_amounts(now)
            if now != done:
                changed.append(now)
        return changed

    @property
    def answers(self) -> dict[int, int | None]:
        """The answers that are not as stored, by work."""
        stored = {done.work: done.discomfort for done in self._session.sets}
        chosen = {work: choice.currentData() for work, choice in self.discomforts.items()}
        return {work: answer for work, answer in chosen.items() if answer != stored[work]}

    def _arrange(self, day: str, seconds: str) -> None:
        self.head.addWidget(label(" · ".join(self._facts(day, seconds)), tone="muted", wrap=True), 1, 0)
        if self._session.sets:
            self.inside.addWidget(self._make_sets())
        self.inside.addWidget(self._make_note())
        self.inside.addStretch(1)

    def _facts(self, day: str, seconds: str) -> list[str]:
        facts = [day, self._session.started_at.strftime("%H:%M"), seconds]
        if stops := len(self._session.pain_stops):
            facts.append(ngettext("{count} pain stop", "{count} pain stops", stops).format(count=stops))
        if self._session.finished_at is None:
            facts.append(_("not finished"))
        return facts

    def _make_sets(self) -> Card:
        card = Card(padding=20)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        line = 0
        for name, sets in groupby(self._session.sets, key=lambda done: done.exercise_name):
            line = self._place_exercise(grid, line, name, list(sets))
        card.box.addLayout(grid)
        return card

    def _place_exercise(self, grid: QGridLayout, line: int, name: str, sets: list[FinishedSet]) -> int:
        """The name with its discomfort, then a line a set; answers the next free line."""
        if line:
            grid.addWidget(rule(), line, 0, 1, COLUMNS)
            line += 1
        answered = next((done for done in reversed(sets) if done.discomfort is not None), sets[-1])
        grid.addWidget(label(name, strong=True, wrap=True), line, 0)
        grid.addWidget(label(_("discomfort"), "small", "muted"), line, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        self.discomforts[answered.work] = _discomfort_choice(name, answered.discomfort)
        grid.addWidget(self.discomforts[answered.work], line, 3, 1, 2)
        for done in sets:
            line += 1
            self._place_set(grid, line, done)
        return line + 1

    def _place_set(self, grid: QGridLayout, line: int, done: FinishedSet) -> None:
        place = _("set {number}").format(number=done.set_number)
        which = f"{place}, {side_name(done.side)}" if done.side else place
        grid.addWidget(label(which, "small", "muted"), line, 0)
        amount = done.hold_s if done.reps is None else done.reps
        unit = _("s") if done.reps is None else _("reps")
        spoken = f"{done.exercise_name}, {which}"
        if amount is not None:
            self.amounts[done.work] = SessionAmount(f"{spoken}, {unit}", amount, whole=done.reps is not None)
            grid.addWidget(self.amounts[done.work], line, 1)
            grid.addWidget(label(unit, "small", "muted"), line, 2)
        if done.load_kg is not None:
            self.loads[done.work] = SessionAmount(f"{spoken}, {_('kg')}", done.load_kg, whole=False)
            grid.addWidget(self.loads[done.work], line, 3)
            grid.addWidget(label(_("kg"), "small", "muted"), line, 4)

    def _make_note(self) -> Card:
        card = Card(padding=20)
        card.box.addWidget(label(_("Note"), "small", "muted"))
        card.box.addWidget(self.note)
        return card

    def do(self) -> None:
        """Keep what was changed, or say why it can't be kept."""
        self.problem.hide()
        try:
            corrected, answers = self.corrected, self.answers
        except Refused as refusal:
            self.say_problem(str(refusal))
            return
        note, sessions, session_id = self.note.toPlainText().strip(), self._live.store.sessions, self._session.id
        done = []
        if corrected:
            done.append(self._live.do(sessions.correct_set, session_id, *corrected))
        if answers:
            done.append(self._live.do(sessions.set_discomfort, session_id, answers))
        if note != self._session.note:
            done.append(self._live.do(sessions.set_note, session_id, note))
        if None not in done:
            self.done(QDialog.DialogCode.Accepted if done else QDialog.DialogCode.Rejected)


def _discomfort_choice(name: str, answer: int | None) -> DropDown:
    choice = DropDown(_("{exercise}, discomfort").format(exercise=name))
    choice.addItem(_("not answered"), None)
    for number in range(WORST_DISCOMFORT + 1):
        choice.addItem(str(number), number)
    choice.setCurrentIndex(0 if answer is None else answer + 1)
    return choice
