"""The table of readings: a menu sorts it without the pointer; of the chosen one, Enter edits it and Del deletes it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.charts.course import Course
from app.domain.measurement import Reading
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.readings_model import ReadingsModel
from app.ui.progress.sort_menu import sort_button
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.fitted_table import FittedTable
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

ROW_HEIGHT = 36
SMALLEST_HEIGHT = 150
NOTE_WIDTH = 64  # pixels at least, where there is a note


class ReadingsTable(QWidget):
    """Newest first until sorted otherwise. What was chosen stays chosen, else its neighbour is."""

    edit_asked = Signal(object)  # Reading
    delete_asked = Signal(object)  # Reading

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.model = ReadingsModel(look)
        self._measure_id = ""
        self.view = self._make_view()
        self.sort_button = sort_button(self.view, look)
        self.edit_button = tinted(button(_("Edit"), self._edit, kind="quiet"), look, "edit", "muted", 16)
        self.edit_button.setToolTip(_("Edit (Enter)"))
        self.delete_button = tinted(button(_("Delete"), self._delete, kind="quiet"), look, "trash", "muted", 16)
        self.delete_button.setToolTip(_("Delete (Del)"))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(_("Readings"), "heading"), 1)
        for made in (self.sort_button, self.edit_button, self.delete_button):
            made.setProperty("tight", True)
            head.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.view, 1)
        self.view.activated.connect(self._edit)
        self.view.horizontalHeader().sortIndicatorChanged.connect(lambda: self.view.fit())
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

    def _make_view(self) -> FittedTable:
        view = FittedTable(_("Readings"), ROW_HEIGHT)
        view.setObjectName("readings")
        view.setModel(self.model)
        view.setSortingEnabled(True)
        view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as high as there is room
        view.setMinimumHeight(in_text(SMALLEST_HEIGHT))
        return view

    def _fit_columns(self) -> None:
        """The note may be cut, its tip says all of it; what the chart or the opened reading shows may be left out."""
        how, note = self.model.columnCount() - 2, self.model.columnCount() - 1
        self.view.breaking, self.view.shortened = how, {note: NOTE_WIDTH}
        self.view.dispensable = self.model.dispensable
        self.view.fit()

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_asked.emit(self.chosen)

    def _delete(self) -> None:
        if self.chosen is not None:
            self.delete_asked.emit(self.chosen)
