"""The readings of one measure as a table: everything the chart shows, in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from app.domain.measurement import Measure, Reading
from app.domain.progress import day_name
from app.domain.units import format_value
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.shown import how_taken, shown_unit, side_title, side_tone, tries

SORT_ROLE = Qt.ItemDataRole.UserRole
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says of a reading, what it is sorted by, and the words, as HTML, that are too many for a cell."""

    title: str
    text: Callable[[Reading], str]
    key: Callable[[Reading], float | str]
    more: Callable[[Reading], str] | None = None
    tone: Callable[[Reading], str] | None = None


class ReadingsModel(QAbstractTableModel):
    """Rows in the order given; a sorting proxy stands between it and the view."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._readings: Sequence[Reading] = ()
        self._columns: tuple[Column, ...] = ()

    def show_readings(self, measure: Measure, readings: Sequence[Reading], today: date) -> None:
        self.beginResetModel()
        self._readings = tuple(readings)
        self._columns = _columns(measure, shown_unit(readings), today)
        self.endResetModel()

    @property
    def titles(self) -> tuple[str, ...]:
        """The columns' titles, from left to right."""
        return tuple(column.title for column in self._columns)

    def reading(self, row: int) -> Reading:
        return self._readings[row]

    def row_of(self, reading_id: str) -> int:
        """The row of that reading; −1 where it is not there."""
        return next((row for row, reading in enumerate(self._readings) if reading.id == reading_id), -1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._readings)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        reading, column = self._readings[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(reading)
        if role == SORT_ROLE:
            return column.key(reading)
        if role == Qt.ItemDataRole.ToolTipRole and column.more is not None:
            return column.more(reading)
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            return QBrush(self._look.colour(column.tone(reading)))
        return None


def _columns(measure: Measure, shown_in: str, today: date) -> tuple[Column, ...]:
    """Those that say something about this measure: no side without sides."""
    when = Column(
        _("Date"), lambda r: day_name(r.performed_at.date(), today), lambda r: r.performed_at.timestamp(),
        more=lambda r: r.performed_at.strftime("%Y-%m-%d %H:%M"),
    )  # fmt: skip
    side = Column(_("Side"), lambda r: side_title(r.side), lambda r: r.side or "", tone=lambda r: side_tone(r.side))
    value = Column(_("Value"), lambda r: format_value(r.value, measure.unit, shown_in), lambda r: r.value)
    trials = Column(_("Tries"), lambda r: tries(r, measure, shown_in), lambda r: r.trials[0])
    how = Column(_("How"), lambda r: how_taken(r, measure), lambda r: how_taken(r, measure))
    note = Column(_("Note"), lambda r: " ".join(r.note.split()), lambda r: r.note.casefold(), more=_full_note)
    return (when, side, value, trials, how, note) if measure.sided else (when, value, trials, how, note)


def _full_note(reading: Reading) -> str:
    """The note letter for letter: a tooltip would take tags typed into it for its own."""
    return "<p>{}</p>".format("<br>".join(map(escape, reading.note.splitlines()))) if reading.note else ""
