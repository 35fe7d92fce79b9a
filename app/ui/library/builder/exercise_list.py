"""All exercises that a step can be made of, as a list that a search narrows; there may be thousands."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.exercise import Exercise
from app.domain.searching import fold
from app.domain.wording import describe_dose
from app.i18n import _
from app.ui.library.builder.steps_model import ROW, StepRow

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Known:
    """`words` are searched."""

    exercise: Exercise
    name: str
    words: str


class ExerciseList(QAbstractListModel):
    """Looks through what it has at every keystroke; a row is made into words when it is seen."""

    def __init__(self, exercises: Iterable[Exercise], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = [_known(exercise) for exercise in exercises]
        self._shown = self._all

    def search(self, text: str) -> None:
        """Show those that have all words of `text`; those that have the first in their name come first."""
        words = fold(text).split()
        self.beginResetModel()
        found = self._all
        for word in words:
            found = [each for each in found if word in each.words]
        if words:
            named = [each for each in found if words[0] in each.name]
            found = named + [each for each in found if words[0] not in each.name]
        self._shown = found
        self.endResetModel()

    def exercise(self, index: Index) -> Exercise | None:
        return self._shown[index.row()].exercise if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  an invalid index is a constant, as in Qt
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        exercise = self._shown[index.row()].exercise
        if role == ROW:
            return StepRow(0, 0, exercise, exercise.name, describe_dose(exercise, exercise.dose), "")
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{exercise.name}, {describe_dose(exercise, exercise.dose)}"
        return None


def _known(exercise: Exercise) -> _Known:
    equipment = [_(needed) for needed in exercise.equipment]
    words = "\n".join((exercise.name, *exercise.aliases, *exercise.muscles, *equipment, *exercise.directions))
    return _Known(exercise, fold(exercise.name), fold(words))
