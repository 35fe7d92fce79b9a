"""The Progress tab: the measures on the left, what one of them says on the right, the form for a reading over both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.measurement import Measure, Reading
from app.domain.units import format_value
from app.i18n import _
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.progress.history import History
from app.ui.progress.measure_list import MeasureListModel, make_measure_list
from app.ui.progress.reading_form import ReadingForm
from app.ui.progress.shown import side_title
from app.ui.widgets.buttons import button
from app.ui.widgets.card import centred
from app.ui.widgets.text import label

LIST_WIDTH = 290


class ProgressPage(Page):
    """Shows the readings; records, edits and deletes them. `said` is a word about what was done and can be undone."""

    kinds = frozenset({"reading"})
    said = Signal(str)

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures) -> None:
        super().__init__(live)
        self._look, self._clock, self._catalogue, self._figures = look, clock, catalogue, figures
        self._readings: Mapping[str, Sequence[Reading]] = {}
        self._model = MeasureListModel(catalogue.measures.values())
        self.measure_button = self._make_measure_button()
        self.list = make_measure_list(self._model, look)
        self.history = History(look, figures)
        self.form = ReadingForm(live, catalogue, look, clock, figures)
        self._stack = QStackedWidget()
        self._overview = self._make_overview()
        self._stack.addWidget(self._overview)
        self._stack.addWidget(_page_of(self.form))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._connect()

    @property
    def chosen(self) -> Measure:
        """The measure whose readings are shown."""
        return self._model.measure(self.list.currentIndex().row())

    @property
    def is_measuring(self) -> bool:
        """Whether the form is open."""
        return self._stack.currentWidget() is not self._overview

    def measure(self, measure_id: str = "") -> None:
        """Open the form for a reading of that measure, else of the chosen one."""
        self.form.begin(self._catalogue.measure(measure_id) if measure_id else self.chosen)
        self._open_form()

    def refresh(self) -> None:
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in self.live.store.readings.all():
            found[reading.measure_id].append(reading)
        self._readings = found
        self._model.show_readings(found, self._clock.now().date())
        self.form.show_latest({measure_id: readings[-1] for measure_id, readings in found.items()})
        self._show_chosen()

    # Making the parts

    def _make_measure_button(self) -> QPushButton:
        made = button(_("Measure"), self.measure, kind="primary", big=True)
        made.setToolTip(_("Measure (M)"))
        key = label("M")
        key.setObjectName("key")
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 20, 0)
        line.addWidget(key, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made

    def _make_overview(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.measure_button)
        column.addWidget(self.list, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.history)
        content = QWidget()
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(28)
        line.addWidget(left)
        line.addWidget(scroll, 1)
        return _page_of(content)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.history.measure_asked.connect(self.measure)
        self.history.edit_asked.connect(self._edit)
        self.history.delete_asked.connect(self._delete)
        self.form.saved.connect(self._on_saved)
        self.form.closed.connect(self._close_form)
        QShortcut(QKeySequence("M"), self._overview, self.measure)  # wherever the keyboard is while this is shown

    # What happens

    def _show_chosen(self) -> None:
        self.history.show_readings(self.chosen, self._readings.get(self.chosen.id, ()), self._clock.now())

    def _edit(self, reading: Reading) -> None:
        self.form.edit(reading)
        self._open_form()

    def _delete(self, reading: Reading) -> None:
        if self.live.do(self.live.store.readings.delete, reading.id) is not None:
            self.said.emit(_("Deleted: {reading}").format(reading=self._words(reading)))

    def _on_saved(self, reading: Reading) -> None:
        self.list.setCurrentIndex(self._model.index(self._model.row_of(reading.measure_id)))
        self._close_form()
        self.said.emit(_("Saved: {reading}").format(reading=self._words(reading)))

    def _open_form(self) -> None:
        self._stack.setCurrentIndex(1)
        self.form.fields.trials[0].field.setFocus()

    def _close_form(self) -> None:
        self._stack.setCurrentWidget(self._overview)
        self.list.setFocus()

    def _words(self, reading: Reading) -> str:
        """ "Hand to knee, left, 4.0 cm" """
        measure = self._catalogue.measure(reading.measure_id)
        value = format_value(reading.value, measure.unit, reading.entered_unit)
        return ", ".join(part for part in (measure.name, side_title(reading.side).lower(), value) if part)


def _page_of(content: QWidget) -> QWidget:
    made = QWidget()
    line = centred(content)
    line.setContentsMargins(32, 24, 32, 24)
    made.setLayout(line)
    return made
