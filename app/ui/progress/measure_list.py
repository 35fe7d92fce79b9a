"""The measures to choose from, each with its latest value: model, drawing, view."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.units import format_value
from app.domain.wording import day_name
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.shown import bare_value, shown_unit, side_letter, side_title, side_tone
from app.ui.widgets.mirrored import mirrored
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import current_as_selected

ENTRY_ROLE = Qt.ItemDataRole.UserRole
QUIET = "quiet"  # a property of the view: something else is shown, so no row is marked
ROW_HEIGHT, GROUP_GAP, PADDING = 64, 17, 16
NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Part:
    """A few words of one colour role."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: `value` in its parts from left to right, `when` empty where nothing is measured yet.

    `starts_group` is true for the first of the measures that are offered beside the usual ones. `words` is the row for
    a screen reader.
    """

    measure: Measure
    value: tuple[Part, ...]
    when: str
    starts_group: bool
    words: str


class MeasureListModel(QAbstractListModel):
    """The usual measures first, then those offered, each group in the catalogue's order."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        super().__init__()
        self._measures: list[Measure] = []
        self._usual = 0
        self._entries: list[Entry] = []
        self.show_measures(measures)

    def show_measures(self, measures: Iterable[Measure], beside: Collection[str] = ()) -> None:
        """The measures there are now, those of `beside` not among the usual ones; rows stay where they are the same."""
        found = list(measures)
        usual = [each for each in found if each.default and each.id not in beside]
        wanted = usual + [each for each in found if each not in usual]
        if wanted == self._measures and len(usual) == self._usual:
            return
        self.beginResetModel()
        self._measures, self._usual = wanted, len(usual)
        self._entries = self._make_entries({}, date.min)
        self.endResetModel()

    def show_readings(self, readings: Mapping[str, Sequence[Reading]], today: date) -> None:
        """Take the latest values from `readings` (by measure, oldest first). The rows stay the same measures."""
        self._entries = self._make_entries(readings, today)
        self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def _make_entries(self, readings: Mapping[str, Sequence[Reading]], today: date) -> list[Entry]:
        return [
            _entry(measure, readings.get(measure.id, ()), today, starts_group=place == self._usual > 0)
            for place, measure in enumerate(self._measures)
        ]

    def measure(self, row: int) -> Measure:
        return self._measures[row]

    def row_of(self, measure_id: str) -> int:
        """The row of that measure; the first where there is none of that id."""
        return next((row for row, measure in enumerate(self._measures) if measure.id == measure_id), 0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._measures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.measure.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.words
        return entry if role == ENTRY_ROLE else None


def _entry(measure: Measure, readings: Sequence[Reading], today: date, *, starts_group: bool) -> Entry:
    if not readings:
        nothing = _("not measured yet")
        return Entry(measure, (Part(nothing, "muted"),), "", starts_group, f"{measure.name}, {nothing}")
    shown_in = shown_unit(readings)
    latest = {reading.side: reading for reading in readings}
    found = [latest[side] for side in (None, Side.LEFT, Side.RIGHT) if side in latest]
    when = day_name(readings[-1].performed_at.date(), today)
    values = [f"{side_title(each.side)} {format_value(each.value, measure.unit, shown_in)}".strip() for each in found]
    words = ", ".join((measure.name, *values, when))
    return Entry(measure, tuple(_parts(measure, found, shown_in)), when, starts_group, words)


def _parts(measure: Measure, found: Sequence[Reading], shown_in: str) -> Iterator[Part]:
    """The latest value of every side measured, the unit once: "L 4.0 · R 1.0 cm"."""
    for reading in found:
        last = reading is found[-1]
        value = (format_value if last else bare_value)(reading.value, measure.unit, shown_in)
        words = f"{side_letter(reading.side)} {value}".strip()
        yield Part(words, side_tone(reading.side) or "text")
        if not last:
            yield Part(" · ", "muted")


class MeasureDelegate(QStyledItemDelegate):
    """Name above; below it the latest value, and when that was. How it is chosen: as in `CardDelegate`."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._pointed_at = QPersistentModelIndex()
        view.entered.connect(self._point_at)

    def _point_at(self, index: Index) -> None:
        self._pointed_at = QPersistentModelIndex(index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(200, in_text(ROW_HEIGHT) + (GROUP_GAP if entry.starts_group else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        row = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.starts_group:
            self._paint_rule(painter, row)
            row.setTop(row.top() + GROUP_GAP)
        self._paint_ground(painter, row.adjusted(1, 1, -1, -1), index)
        self._paint_words(painter, row.adjusted(PADDING, 10, -PADDING, -10), entry)
        painter.restore()

    def _paint_rule(self, painter: QPainter, row: QRectF) -> None:
        y = row.top() + GROUP_GAP // 2 + 0.5
        painter.setPen(self._look.colour("line"))
        painter.drawLine(QPointF(row.left() + PADDING, y), QPointF(row.right() - PADDING, y))

    def _paint_ground(self, painter: QPainter, row: QRectF, index: Index) -> None:
        chosen = index == self._view.currentIndex() and not self._view.property(QUIET)
        hovered = index == self._pointed_at and self._view.viewport().underMouse()
        focused = chosen and self._view.hasFocus()
        if not chosen and not hovered:
            return
        ground = self._look.colour("soft")
        ground.setAlphaF(1.0 if chosen else 0.5)
        painter.setBrush(ground)
        painter.setPen(QPen(self._look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(row, 10, 10)

    def _paint_words(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        upper, lower = QRectF(area), QRectF(area)
        upper.setBottom(area.center().y())
        lower.setTop(area.center().y())
        name_font = self._look.text_font(15, QFont.Weight.DemiBold)
        self._write(painter, upper, Part(entry.measure.name, "text"), name_font)
        font = self._look.text_font(15 if entry.when else 13)
        for part in entry.value:
            width = self._write(painter, mirrored(painter, lower, area), part, font)
            lower.setLeft(lower.left() + width)
        lower.setLeft(lower.left() + 12)
        small = self._look.text_font(13)
        if QFontMetricsF(small).horizontalAdvance(entry.when) <= lower.width():
            when = mirrored(painter, lower, area)
            self._write(painter, when, Part(entry.when, "muted"), small, Qt.AlignmentFlag.AlignRight)

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        part: Part,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Write in one line, shortened where there is no room; returns the width it took."""
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(font)
        painter.setPen(self._look.colour(part.role))
        painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        return metrics.horizontalAdvance(text)


def make_measure_list(model: MeasureListModel, look: Look) -> QListView:
    """The view: one is always chosen, arrows choose."""
    view = QListView()
    view.setViewport(QWidget())  # as in CardView: Qt's own would have PySide look at every kind of widget
    view.setAccessibleName(_("Tests"))
    view.setModel(model)
    current_as_selected(view)
    view.setItemDelegate(MeasureDelegate(look, view))
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setCurrentIndex(model.index(0))
    look.changed.connect(view.viewport().update)
    return view
