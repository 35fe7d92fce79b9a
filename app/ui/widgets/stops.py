"""Where the keyboard comes to with Tab, and in which order.

Qt goes in the order in which widgets were made, so what is made later needs its place said.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_stops(*widgets: QWidget) -> None:
    """Tab comes to each of them right after the one before it."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def stops_in(widget: QWidget) -> list[QWidget]:
    """`widget` and everything in it that Tab comes to, as it was put there; what pops up is a window of its own."""
    inside = [each for each in (widget, *widget.findChildren(QWidget)) if each.window() is widget.window()]
    return [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


def stop_before(widget: QWidget) -> list[QWidget]:
    """What Tab comes to before it would come to `widget`, for which it need not stop; none where there is nothing."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return [before]
        before = before.previousInFocusChain()
    return []
