"""The steps of a draft as a list model, each with what its card says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.exercise import Exercise
from app.domain.own.routine_draft import Problem
from app.domain.preferences import Preferences
from app.domain.routine import Routine
from app.domain.routine_lengths import Lengths
from app.domain.suiting import left_out_sentence
from app.domain.wording import describe_step, format_clock
from app.i18n import _

ROW = Qt.ItemDataRole.UserRole + 1  # the StepRow

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class StepRow:
    """One card. `line` is the dose, or what is wrong; `exercise` None where it is not there any more."""

    number: int
    of: int
    exercise: Exercise | None
    name: str
    line: str
    length: str
    wrong: bool = False

    @property
    def spoken(self) -> str:
        place = _("{number} of {count}").format(number=self.number, count=self.of)
        return ", ".join(filter(None, (place, self.name, self.line, self.length)))


def step_rows(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    lengths: Lengths,
    problems: Sequence[Problem],
    preferences: Preferences,
) -> list[StepRow]:
    wrong = {problem.place: problem.sentence for problem in problems if problem.place is not None}
    rows: list[StepRow] = []
    for place, step in enumerate(routine.steps):
        exercise = exercises.get(step.exercise_id)
        instead = exercises.get(lengths.instead[place] or "")
        line = wrong.get(place) or ("" if exercise is None else describe_step(exercise, step))
        if not wrong.get(place) and instead is not None:
            line = _("Not open yet: {exercise} instead.").format(exercise=instead.name)
        elif not wrong.get(place) and exercise is not None and not lengths.steps[place]:
            line = left_out_sentence(step, exercise, preferences) or _("Not open yet: left out for now.")
        name = exercise.name if exercise is not None else step.exercise_id
        length = format_clock(round(lengths.steps[place])) if lengths.steps[place] else ""
        rows.append(StepRow(place + 1, len(routine.steps), exercise, name, line, length, place in wrong))
    return rows


class StepsModel(QAbstractListModel):
    """Rows can be dragged between others; who hears of it moves them (`StepsView.move_asked`)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StepRow] = []

    def show_rows(self, rows: list[StepRow]) -> None:
        """Show `rows`; while there are as many as before, the chosen one stays chosen."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  an invalid index is a constant, as in Qt
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled  # between the rows
        drag = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | drag

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None
