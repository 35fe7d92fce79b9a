"""The readings of one measure as a table: everything the chart shows, in words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from math import inf
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from app.charts.course import Course
from app.domain.measurement import Reading
from app.domain.units import format_value
from app.domain.wording import short_day_name
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.shown import bare_value, how_taken, shown_unit, side_title, side_tone, tries

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
    dispensable: bool = False  # where there is little room: the chart, or the reading when it is opened, shows it too


class ReadingsModel(QAbstractTableModel):
    """Sorts itself, by the date at first: a proxy would ask a thousand readings ten times each for their key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._readings: Sequence[Reading] = ()
        self._columns: tuple[Column, ...] = ()
        self.sorted_by = 0
        self.order = Qt.SortOrder.AscendingOrder

    def show_course(self, course: Course, today: date) -> None:
        self.beginResetModel()
        self._columns = _columns(course, today)
        self.sorted_by = min(self.sorted_by, len(self._columns) - 1)
        self._readings = self._in_order(course.readings)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By what a column is sorted by; what is chosen in a view stays chosen."""
        self.layoutAboutToBeChanged.emit()
        self.sorted_by, self.order = max(0, column), order
        held = self.persistentIndexList()
        before = [self._readings[index.row()] for index in held]
        self._readings = self._in_order(self._readings)
        places = {id(reading): row for row, reading in enumerate(self._readings)}
        self.changePersistentIndexList(
            held, [self.index(places[id(each)], index.column()) for each, index in zip(before, held, strict=True)]
        )
        self.layoutChanged.emit()

    def _in_order(self, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        if not self._columns:
            return tuple(readings)
        down = self.order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(readings, key=self._columns[self.sorted_by].key, reverse=down))

    @property
    def dispensable(self) -> tuple[int, ...]:
        """The columns that can be left out, the least important one first."""
        return tuple(place for place, column in reversed([*enumerate(self._columns)]) if column.dispensable)

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


def _columns(course: Course, today: date) -> tuple[Column, ...]:
    """Those that say something about this measure: no side without sides, no course of a single reading."""
    measure, shown_in = course.measure, shown_unit(course.readings)
    when = Column(
        _("Date"), lambda r: short_day_name(r.performed_at.date(), today), lambda r: r.performed_at.timestamp(),
        more=lambda r: r.performed_at.strftime("%Y-%m-%d %H:%M"),
    )  # fmt: skip
    side = Column(_("Side"), lambda r: side_title(r.side), lambda r: r.side or "", tone=lambda r: side_tone(r.side))
    value = Column(_("Value"), lambda r: format_value(r.value, measure.unit, shown_in), lambda r: r.value)
    trials = Column(_("Tries"), lambda r: tries(r, measure, shown_in), lambda r: r.trials[0], dispensable=True)
    how = Column(_("How"), lambda r: how_taken(r, measure), lambda r: how_taken(r, measure),
                 more=lambda r: how_taken(r, measure))  # fmt: skip
    note = Column(_("Note"), lambda r: " ".join(r.note.split()), lambda r: r.note.casefold(), more=_full_note)
    sides = (side,) if measure.sided else ()
    return (when, *sides, value, trials, *_course_columns(course, shown_in), how, note)


def _course_columns(course: Course, shown_in: str) -> Iterator[Column]:
    """What the chart draws from several readings: the smoothed course, and R − L of the sessions with both sides."""
    unit = course.measure.unit
    if len(course.readings) > len(course.sides):
        smooth = course.smoothed
        yield Column(
            _("Course"), lambda r: bare_value(smooth[r.id], unit, shown_in) if r.id in smooth else "",
            lambda r: smooth.get(r.id, -inf),
            more=lambda _reading: _("The smoothed course of the chart at this reading"), dispensable=True,
        )  # fmt: skip
    if course.compared.differences:
        found = course.differences
        yield Column(
            _("R − L"), lambda r: bare_value(found[r.id], unit, shown_in) if r.id in found else "",
            lambda r: found.get(r.id, -inf), more=lambda _reading: _("Right minus left, of the same day"),
            dispensable=True,
        )  # fmt: skip


def _full_note(reading: Reading) -> str:
    """The note letter for letter: a tooltip would take tags typed into it for its own."""
    return "<p>{}</p>".format("<br>".join(map(escape, reading.note.splitlines()))) if reading.note else ""
