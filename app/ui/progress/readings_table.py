"""The table of readings: a menu sorts it without the pointer; of the chosen one, Enter edits it and Del deletes it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.charts.course import Course
from app.domain.measurement import Reading
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.readings_model import ReadingsModel
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

ROW_HEIGHT = 36
SMALLEST_HEIGHT = 150
SHARING = 2  # the last columns: how it was taken, and the note
PADDING, ARROW = 24, 20  # of a title in the header, and of the sign of its order
MEASURED_ROWS = 60  # beyond those in view whose words a column's width is measured by


class ReadingsTable(QWidget):
    """Newest first until sorted otherwise. What was chosen stays chosen, else its neighbour is."""

    edit_asked = Signal(object)  # Reading
    delete_asked = Signal(object)  # Reading

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.model = ReadingsModel(look)
        self._measure_id = ""
        self.view = self._make_view()
        self.sort_menu = QMenu(self)
        self.sort_menu.aboutToShow.connect(self._fill_sort_menu)
        self.sort_button = tinted(button(_("Sort"), kind="quiet"), look, "sort", "muted", 16)
        self.sort_button.setMenu(self.sort_menu)
        self.edit_button = tinted(button(_("Edit"), self._edit, kind="quiet"), look, "edit", "muted", 16)
        self.edit_button.setToolTip(_("Edit (Enter)"))
        self.delete_button = tinted(button(_("Delete"), self._delete, kind="quiet"), look, "trash", "muted", 16)
        self.delete_button.setToolTip(_("Delete (Del)"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(_("Readings"), "heading"))
        head.addStretch(1)
        head.addWidget(self.sort_button)
        head.addWidget(self.edit_button)
        head.addWidget(self.delete_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.view, 1)
        self.view.activated.connect(self._edit)
        self.view.horizontalHeader().sortIndicatorChanged.connect(lambda: self._fit_columns())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view, self._delete,
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip

    @property
    def chosen(self) -> Reading | None:
        index = self.view.currentIndex()
        return self.model.reading(index.row()) if index.isValid() else None

    def show_course(self, course: Course, today: date) -> None:
        measure, readings = course.measure, course.readings
        same = measure.id == self._measure_id
        chosen = self.chosen if same else None
        row = self.view.currentIndex().row() if same else 0
        self._measure_id = measure.id
        self.model.show_course(course, today)
        if not same:
            self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._fit_columns()
        place = self.model.row_of(chosen.id) if chosen else -1
        row = max(0, min(place if place >= 0 else row, len(readings) - 1))
        self.view.setCurrentIndex(self.model.index(row, 0))
        for made in (self.edit_button, self.delete_button):
            made.setEnabled(bool(readings))

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setObjectName("readings")
        view.setAccessibleName(_("Readings"))
        view.setModel(self.model)
        view.setSortingEnabled(True)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as high as there is room
        view.setMinimumHeight(SMALLEST_HEIGHT)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(in_text(ROW_HEIGHT))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        return view

    def _fit_columns(self) -> None:
        """Every column as wide as its words; how it was taken and the note share what is left, their tips say all."""
        header, count = self.view.horizontalHeader(), self.model.columnCount()
        metrics = header.fontMetrics()
        for column, title in enumerate(self.model.titles):
            if column >= count - SHARING:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
                continue
            arrow = ARROW if column == self.model.sorted_by else 0
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(
                column, max(self.view.sizeHintForColumn(column), metrics.horizontalAdvance(title) + PADDING + arrow)
            )

    def _fill_sort_menu(self) -> None:
        """The columns and the two orders, with what it is sorted by marked."""
        by, order = self.model.sorted_by, self.model.order
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        sort = self.view.sortByColumn
        self.sort_menu.clear()
        self._add_sorts([(title, place == by, partial(sort, place, order))
                         for place, title in enumerate(self.model.titles)])  # fmt: skip
        self.sort_menu.addSeparator()
        self._add_sorts([(_("Ascending"), order is up, partial(sort, by, up)),
                         (_("Descending"), order is down, partial(sort, by, down))])  # fmt: skip

    def _add_sorts(self, sorts: Sequence[tuple[str, bool, Callable[[], object]]]) -> None:
        """Words, whether they hold now, and what they do; one of them holds at a time."""
        group = QActionGroup(self.sort_menu)
        for words, holds, sort in sorts:
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(holds)
            action.triggered.connect(lambda _on, sort=sort: sort())
        self.sort_menu.addActions(group.actions())

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_asked.emit(self.chosen)

    def _delete(self) -> None:
        if self.chosen is not None:
            self.delete_asked.emit(self.chosen)
