"""Sorts a table without the pointer, as its header does with it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QTableView

from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.buttons import button, tinted

Sort = tuple[str, bool, Callable[[], object]]  # words, whether it is sorted so now, and what does it


class SortMenu(QMenu):
    """The columns and the two orders of `view`, with what it is sorted by marked."""

    def __init__(self, view: QTableView, parent: QPushButton) -> None:
        super().__init__(parent)
        self._view = view
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        header, model, sort = self._view.horizontalHeader(), self._view.model(), self._view.sortByColumn
        by, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        titles = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        self.clear()
        self._add((title, place == by, partial(sort, place, order)) for place, title in enumerate(titles))
        self.addSeparator()
        self._add([(_("Ascending"), order is up, partial(sort, by, up)),
                   (_("Descending"), order is down, partial(sort, by, down))])  # fmt: skip

    def _add(self, sorts: Iterable[Sort]) -> None:
        """One of them holds at a time."""
        group = QActionGroup(self)
        for words, holds, sort in sorts:
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(holds)
            action.triggered.connect(lambda _on, sort=sort: sort())
        self.addActions(group.actions())


def sort_button(view: QTableView, look: Look) -> QPushButton:
    """Opens the menu."""
    made = tinted(button(_("Sort"), kind="quiet"), look, "sort", "muted", 16)
    made.setMenu(SortMenu(view, made))
    return made
