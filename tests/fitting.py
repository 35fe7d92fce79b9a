"""What of a window can't be read: words without the room they need, and parts that lie over one another or outside."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QToolButton, QWidget

A_PIXEL, AIR = 1, 4  # a button may give up some of the air above and below its words
WORDED = (QLabel, QAbstractButton, QComboBox)


def what_does_not_fit(shown: QWidget) -> list[str]:
    """A line for each label or button of `shown` that is cut or covered, empty where all can be read."""
    parts = [part for part in shown.findChildren(QWidget) if isinstance(part, WORDED) and _is_read(part)]
    return [*_cut(parts), *_outside(parts, shown), *_overlapping(parts)]


def _is_read(part: QWidget) -> bool:
    """A tool button inside a field shows its picture alone."""
    return part.isVisible() and bool(_words(part)) and not isinstance(part, QToolButton)


def _words(part: QWidget) -> str:
    if isinstance(part, QComboBox):
        return part.currentText()
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def _cut(parts: Sequence[QWidget]) -> Iterator[str]:
    for part in parts:
        if part.width() + A_PIXEL < _needed_width(part):
            yield f"cut: “{_words(part)}” has {part.width()} of {_needed_width(part)} pixels"
        if part.height() + A_PIXEL < _needed_height(part):
            yield f"cut: “{_words(part)}” has a height of {part.height()}, not {_needed_height(part)}"


def _needed_width(part: QWidget) -> int:
    """A label in lines needs its longest word."""
    if isinstance(part, QLabel) and part.wordWrap():
        return max(map(part.fontMetrics().horizontalAdvance, part.text().split()), default=0)
    return part.minimumSizeHint().width()


def _needed_height(part: QWidget) -> int:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.heightForWidth(part.width())
    return part.minimumSizeHint().height() - AIR


def _outside(parts: Sequence[QWidget], shown: QWidget) -> Iterator[str]:
    """Out of the window, or out of the width of what scrolls up and down."""
    for part in parts:
        frame = _frame(part, shown)
        left = part.mapTo(frame, part.rect().topLeft()).x()
        if left < -A_PIXEL or left + part.width() > frame.width() + A_PIXEL:
            yield f"outside: “{_words(part)}” from {left} to {left + part.width()} of {frame.width()}"


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
