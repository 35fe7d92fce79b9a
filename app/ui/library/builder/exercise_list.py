"""All exercises that a step can be made of, as a list that a search narrows; there may be thousands."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.exercise import Exercise
from app.domain.searching import Search, fold
from app.domain.wording import describe_dose
from app.ui.library.builder.steps_model import ROW, StepRow
from app.ui.library.entries import searched_of

Index = QModelIndex | QPersistentModelIndex


class ExerciseList(QAbstractListModel):
    """Looks through all it has at every keystroke; a row is made into words when it is seen."""

    def __init__(self, exercises: Iterable[Exercise], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all = tuple(exercises)
        self._search = Search([searched_of(exercise) for exercise in self.all])
        self._shown = self.all

    def search(self, text: str) -> None:
        """Show what `text` finds; what has it in its name comes first."""
        found, typed = self._search.find(text), fold(text).strip()
        self.beginResetModel()
        if found is None:
            self._shown = self.all
        else:
            shown = [self.all[place] for place in sorted(found)]
            self._shown = tuple(sorted(shown, key=lambda exercise: typed not in fold(exercise.name)))
        self.endResetModel()

    def exercise(self, index: Index) -> Exercise | None:
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  an invalid index is a constant, as in Qt
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        exercise = self._shown[index.row()]
        if role == ROW:
            return StepRow(0, 0, exercise, exercise.name, describe_dose(exercise, exercise.dose), "")
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{exercise.name}, {describe_dose(exercise, exercise.dose)}"
        return None
