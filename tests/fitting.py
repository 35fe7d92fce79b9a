"""What of a window can't be read: words without the room they need, and parts that lie over one another or outside."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QTableView,
    QToolButton,
    QWidget,
)

from app.ui.widgets.fitted_table import TITLE_PX
from app.ui.widgets.sizes import in_text

A_PIXEL, AIR = 1, 4  # a button may give up some of the air above and below its words
_BREAKS = re.compile(r"\s+|(?<=-)")  # where lines may end
WORDED = (QLabel, QAbstractButton, QComboBox, QLineEdit)


def what_does_not_fit(shown: QWidget) -> list[str]:
    """A line for each part of `shown` that is cut, covered or out of sight, empty where all can be read."""
    parts = [part for part in shown.findChildren(QWidget) if isinstance(part, WORDED) and _is_read(part)]
    tables = [table for table in shown.findChildren(QTableView) if table.isVisible()]
    return [
        *_cut(parts),
        *_outside(parts, shown),
        *_overlapping([*parts, *tables]),
        *_elided(tables),
        *_sideways(shown),
    ]


def _is_read(part: QWidget) -> bool:
    """A tool button is a part of the field it is in."""
    return part.isVisible() and bool(_words(part)) and not isinstance(part, QToolButton)


def _words(part: QWidget) -> str:
    """What is to be read; of a button that is only a picture, or a field, its name."""
    if isinstance(part, QComboBox):
        return part.currentText()
    if isinstance(part, QLineEdit):
        return part.text() or part.placeholderText() or part.accessibleName()
    if isinstance(part, QAbstractButton):
        return part.text() or part.accessibleName()
    return part.text() if isinstance(part, QLabel) else part.accessibleName()


def _cut(parts: Sequence[QWidget]) -> Iterator[str]:
    for part in parts:
        if part.width() + A_PIXEL < _needed_width(part):
            yield f"cut: “{_words(part)}” has {part.width()} of {_needed_width(part)} pixels"
        if part.height() + A_PIXEL < _needed_height(part):
            yield f"cut: “{_words(part)}” has a height of {part.height()}, not {_needed_height(part)}"


def _needed_width(part: QWidget) -> int:
    """A label in lines needs its longest word."""
    if isinstance(part, QLabel) and part.wordWrap():
        return max(map(part.fontMetrics().horizontalAdvance, _BREAKS.split(part.text())), default=0)
    if isinstance(part, QLineEdit):
        empty_for = part.placeholderText() if not part.text() else ""
        return part.fontMetrics().horizontalAdvance(empty_for) + _around(part).width() if empty_for else 0
    return part.minimumSizeHint().width()


def _around(field: QLineEdit) -> QSize:
    """What the style puts around the words of a field."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    return field.size() - inside.size()


def _needed_height(part: QWidget) -> int:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.heightForWidth(part.width())
    if isinstance(part, QLineEdit):
        return part.fontMetrics().height() + _around(part).height()
    return part.minimumSizeHint().height() - AIR


def _outside(parts: Sequence[QWidget], shown: QWidget) -> Iterator[str]:
    """Out of the window, or out of the width of what scrolls up and down."""
    for part in parts:
        frame = _frame(part, shown)
        place = QRect(part.mapTo(frame, part.rect().topLeft()), part.size())
        if place.left() < -A_PIXEL or place.right() > frame.width() + A_PIXEL:
            yield f"outside: “{_words(part)}” from {place.left()} to {place.right()} of {frame.width()}"
        if frame is shown and (place.top() < -A_PIXEL or place.bottom() > frame.height() + A_PIXEL):
            yield f"outside: “{_words(part)}” from {place.top()} to {place.bottom()} of {frame.height()} down"


def _elided(tables: Sequence[QTableView]) -> Iterator[str]:
    """Cells and titles of tables that end in dots."""
    for table in tables:
        yield from _elided_in(table)


def _elided_in(table: QTableView) -> Iterator[str]:
    """A note may be cut: it is as long as somebody likes, and its tip says all of it."""
    model, header = table.model(), table.horizontalHeader()
    notes = getattr(table, "shortened", ())
    for column in (each for each in range(model.columnCount()) if not table.isColumnHidden(each)):
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        words = title.split() if table.wordWrap() else [title]
        needed = max(map(_title_metrics(table).horizontalAdvance, words), default=0) if header.isVisible() else 0
        if not table.wordWrap() and column not in notes:
            needed = max(needed, table.sizeHintForColumn(column))
        if needed > table.columnWidth(column) + A_PIXEL:
            yield f"elided: “{title}” has {table.columnWidth(column)} of {needed} pixels"


def _title_metrics(table: QTableView) -> QFontMetrics:
    """Titles are small, and never larger than the words below them."""
    font = QFont(table.font())
    font.setPixelSize(min(in_text(TITLE_PX), table.fontInfo().pixelSize()))
    return QFontMetrics(font)


def _sideways(shown: QWidget) -> Iterator[str]:
    for area in shown.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > A_PIXEL:
            yield f"scrolls sideways: {type(area).__name__} by {area.horizontalScrollBar().maximum()}"


def _frame(part: QWidget, shown: QWidget) -> QWidget:
    above = part.parentWidget()
    while above is not None and above is not shown:
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return above
        above = above.parentWidget()
    return shown


def _overlapping(parts: Sequence[QWidget]) -> Iterator[str]:
    for one, other in combinations(parts, 2):
        if one.parentWidget() is other.parentWidget():
            both = _inked(one).intersected(_inked(other))
            if both.width() > A_PIXEL and both.height() > A_PIXEL:
                yield f"overlap: “{_words(one)}” and “{_words(other)}” by {both.width()} × {both.height()}"


def _inked(part: QWidget) -> QRect:
    return part.geometry()
