"""One exercise of the summary: planned, done, load, discomfort, each where it can be changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.playing.timeline import Segment
from app.domain.training.sessions import FinishedSet
from app.i18n import _
from app.ui.look import Look
from app.ui.session.summary.amount_field import AmountField
from app.ui.session.summary.amounts import KILOGRAMS
from app.ui.session.summary.discomfort_answer import DiscomfortAnswer
from app.ui.session.summary.done_cell import DoneCell, LoadCell
from app.ui.widgets.card import rule
from app.ui.widgets.text import label

COLUMNS = 4


class SummaryRow(QObject):
    """Lies in the grid of the summary's table, so that all rows share its columns."""

    corrected = Signal(object)  # the changed sets, list[FinishedSet]
    answered = Signal(int)
    finished = Signal()  # the typing in one of its fields has ended

    def __init__(self, look: Look, planned: Sequence[Segment], name: str, *, loaded: bool, parent: QObject) -> None:
        """`planned` are the works of one step of the routine; `loaded`: it can be done with a weight."""
        super().__init__(parent)
        self._planned = planned
        self._sets: dict[int, FinishedSet] = {}
        self._name = label(name, strong=True, wrap=True)
        self._dose = label(planned[0].dose, "small", "muted", wrap=True)
        self._said = label(kind="small", tone="stop", wrap=True)
        self._stopped = label(kind="small", tone="caution", wrap=True)
        self.done = DoneCell(planned, name)
        self.done.entered.connect(self._correct_amount)
        self.load: AmountField | None = None
        if loaded:
            self.load = AmountField(KILOGRAMS, _("{exercise}, kilograms").format(exercise=name))
        self.answer = DiscomfortAnswer(look, name)
        self._load_cell = LoadCell(self.load, self._correct_load) if self.load else None
        self.answer.answered.connect(self.answered)
        for field in self.fields:
            field.refused.connect(self._say)
            field.finished.connect(self.finished)

    @property
    def exercise_id(self) -> str:
        return str(self._planned[0].exercise_id)

    @property
    def works(self) -> list[int]:
        return list(self.done.fields)

    @property
    def fields(self) -> list[AmountField]:
        return [*self.done.fields.values(), *([self.load] if self.load else [])]

    @property
    def said(self) -> str:
        """What does not fit, in words; empty where all fits."""
        return "" if self._said.isHidden() else self._said.text()

    @property
    def stopped_text(self) -> str:
        return "" if self._stopped.isHidden() else self._stopped.text()

    @property
    def discomfort(self) -> int | None:
        """The answer for the exercise; None is unknown."""
        answers = [each.discomfort for each in self._sets.values() if each.discomfort is not None]
        return answers[-1] if answers else None

    @property
    def is_open(self) -> bool:
        """Whether it was done and the discomfort is unknown."""
        return bool(self._sets) and self.discomfort is None

    def answers(self, discomfort: int) -> dict[int, int | None]:
        """What to store for that answer: on the last set, and on no other."""
        *others, last = self._sets
        return {work: None for work in others if self._sets[work].discomfort is not None} | {last: discomfort}

    def place(self, grid: QGridLayout, line: int) -> int:
        """Put it into the grid from `line` on; returns the next free line."""
        words = QWidget()
        box = QVBoxLayout(words)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for shown in (self._name, self._dose):
            box.addWidget(shown)
        grid.addWidget(rule(), line, 0, 1, COLUMNS)
        grid.addWidget(words, line + 1, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.done, line + 1, 1, Qt.AlignmentFlag.AlignVCenter)
        if self._load_cell is not None:
            grid.addWidget(self._load_cell, line + 1, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.answer, line + 1, 3, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._stopped, line + 2, 0, 1, COLUMNS)
        grid.addWidget(self._said, line + 3, 0, 1, COLUMNS)
        return line + 4

    def show_sets(self, done: Mapping[int, FinishedSet], *, stopped: str, editable: bool) -> None:
        """Show what is stored of its works; `stopped` is said where a pain ended it."""
        self._sets = {work: done[work] for work in sorted(self.works) if work in done}
        self.done.show_sets(self._sets, editable=editable)
        if self.load is not None and self._load_cell is not None:
            self._load_cell.setVisible(bool(self._sets))
            loads = [each.load_kg or 0.0 for each in self._sets.values()]
            self.load.show_amount(max(loads, default=None))
            self.load.setReadOnly(not editable)
        self.answer.show_answer(self.discomfort, asked=bool(self._sets), can_answer=editable and bool(self._sets))
        _show(self._stopped, stopped)
        if all(not field.property("wrong") for field in self.fields):
            self._say("")

    def commit(self) -> bool:
        """Take what is typed; whether all of it could be taken. The first that can't has the keyboard then."""
        for field in self.fields:
            if not field.commit():
                field.setFocus()
                return False
        return True

    def _correct_amount(self, work: int, amount: float) -> None:
        before = self._sets[work]
        if before.reps is not None:
            self.corrected.emit([replace(before, reps=int(amount))])
        else:
            self.corrected.emit([replace(before, hold_s=amount)])

    def _correct_load(self, kilograms: float) -> None:
        self.corrected.emit([replace(each, load_kg=kilograms) for each in self._sets.values()])

    def _say(self, sentence: str) -> None:
        _show(self._said, sentence)


def _show(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
