"""The sessions as a table: newest first until sorted otherwise; Enter opens the chosen one, Del deletes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charts.training_rows import minutes_words
from app.domain.exercise import Exercise
from app.domain.training.log import session_seconds
from app.domain.training.sessions import Session
from app.domain.wording import short_day_name
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.sort_menu import sort_button
from app.ui.progress.training.rows_view import ROW_HEIGHT, plain_table
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

SORT_ROLE = Qt.ItemDataRole.UserRole
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 12  # seen at once; the others scroll
HEADER = 40  # pixels
NOTE, NOTE_WIDTH = 6, 64
DISPENSABLE = (2, 5, 3, 4)  # sets, pain stops, minutes, discomfort: the opened session shows them too


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    text: Callable[[Session], str]
    key: Callable[[Session], float | str]


def worst_discomfort(session: Session) -> int | None:
    """The worst answer; None where nothing was answered."""
    return max((done.discomfort for done in session.sets if done.discomfort is not None), default=None)


class SessionsModel(QAbstractTableModel):
    """Rows in the order given; a sorting proxy stands between it and the view."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self._exercises = exercises
        self._sessions: Sequence[Session] = ()
        self._columns: tuple[Column, ...] = ()

    def show_sessions(self, sessions: Sequence[Session], today: date) -> None:
        self.beginResetModel()
        self._sessions = tuple(sessions)
        self._columns = self._make_columns(today)
        self.endResetModel()

    def session(self, row: int) -> Session:
        return self._sessions[row]

    def row_of(self, session_id: str) -> int:
        """The row of that session; −1 where it is not there."""
        return next((row for row, session in enumerate(self._sessions) if session.id == session_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._sessions)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        session, column = self._sessions[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(session)
        return column.key(session) if role == SORT_ROLE else None

    def _make_columns(self, today: date) -> tuple[Column, ...]:
        return (
            Column(_("Date"), lambda s: short_day_name(s.started_at.date(), today), lambda s: s.started_at.timestamp()),
            Column(_("Routine"), lambda s: s.routine_name, lambda s: s.routine_name.casefold()),
            Column(_("Sets"), lambda s: str(len(s.sets)), lambda s: len(s.sets)),
            Column(_("Minutes"), lambda s: minutes_words(self._seconds(s)), self._seconds),
            Column(_("Discomfort"), _discomfort_words, lambda s: -1 if worst_discomfort(s) is None
                   else worst_discomfort(s) or 0),
            Column(_("Pain stops"), lambda s: str(len(s.pain_stops)) if s.pain_stops else "",
                   lambda s: len(s.pain_stops)),
            Column(_("Note"), lambda s: " ".join(s.note.split()), lambda s: s.note.casefold()),
        )  # fmt: skip

    def _seconds(self, session: Session) -> float:
        return session_seconds(session, self._exercises)


def _discomfort_words(session: Session) -> str:
    worst = worst_discomfort(session)
    return _("not answered") if worst is None else str(worst)


class SessionList(QWidget):
    """What was chosen stays chosen, else its neighbour is."""

    open_asked = Signal(object)  # Session
    delete_asked = Signal(object)  # Session

    def __init__(self, look: Look, exercises: Mapping[str, Exercise]) -> None:
        super().__init__()
        self.model = SessionsModel(exercises)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(SORT_ROLE)
        self.view = plain_table(_("Sessions"))
        self.view.setModel(self._sorted)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.sort_button = sort_button(self.view, look)
        self.open_button = tinted(button(_("Open"), self._open, kind="quiet"), look, "edit", "muted", 16)
        self.open_button.setToolTip(_("Open (Enter)"))
        self.delete_button = tinted(button(_("Delete"), self._delete, kind="quiet"), look, "trash", "muted", 16)
        self.delete_button.setToolTip(_("Delete (Del)"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(_("Sessions"), "heading"), 1)
        for made in (self.sort_button, self.open_button, self.delete_button):
            made.setProperty("tight", True)
            head.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.view)
        self.view.activated.connect(self._open)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view, self._delete,
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip

    @property
    def chosen(self) -> Session | None:
        index = self._sorted.mapToSource(self.view.currentIndex())
        return self.model.session(index.row()) if index.isValid() else None

    def show_sessions(self, sessions: Sequence[Session], today: date) -> None:
        chosen, row = self.chosen, max(0, self.view.currentIndex().row())
        self.model.show_sessions(sessions, today)
        self.view.shortened = {NOTE: NOTE_WIDTH}
        self.view.dispensable = DISPENSABLE
        self.view.fit()
        self.view.setFixedHeight(in_text(HEADER + ROW_HEIGHT * max(1, min(len(sessions), MOST_ROWS))) + 4)
        place = self.model.row_of(chosen.id) if chosen else -1
        if place >= 0:
            row = self._sorted.mapFromSource(self.model.index(place, 0)).row()
        self.view.setCurrentIndex(self._sorted.index(min(row, len(sessions) - 1), 0))
        for made in (self.open_button, self.delete_button):
            made.setEnabled(bool(sessions))

    def _open(self) -> None:
        if self.chosen is not None:
            self.open_asked.emit(self.chosen)

    def _delete(self) -> None:
        if self.chosen is not None:
            self.delete_asked.emit(self.chosen)
