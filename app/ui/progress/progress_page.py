"""The Progress tab: the measures on the left, what one of them says on the right, the form for a reading over both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.measurement import Measure, Reading, offered
from app.domain.own.ids import is_own
from app.domain.preferences import read_preferences
from app.domain.profile import Profile
from app.domain.units import format_value
from app.i18n import _
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.progress.goals.keeping import GoalKeeping
from app.ui.progress.history import History
from app.ui.progress.measure_list import QUIET, MeasureListModel, make_measure_list
from app.ui.progress.shown import side_title
from app.ui.sound.announcers import Announcers
from app.ui.widgets.buttons import button, chip, in_two_lines, show_checked, show_key, tinted, with_key
from app.ui.widgets.card import centred
from app.ui.widgets.sizes import BODY_PX, in_text

if TYPE_CHECKING:
    from app.ui.progress.measuring.reading_form import ReadingForm
    from app.ui.progress.training.page import TrainingPage

LIST_WIDTH, NARROW_LIST_WIDTH = 290, 240
WIDEST_WHERE_NARROW = 280  # with large text the chart beside it needs the room more
BESIDE_WORDS = 64  # the icon and the padding of a button beside the list
NARROW = 1150  # pixels of the page from which on the list has its usual width


class ProgressPage(Page):
    """Shows the readings; records, edits and deletes them. `said` is a word about what was done and can be undone.

    The training over time lies behind a row of its own above the measures, and is made when it is first asked for.
    """

    kinds = frozenset({"reading", "goal", "measure", "setting"})
    said = Signal(str)
    told = Signal(str)  # a word about what can't be undone
    warm_up_asked = Signal()

    def __init__(
        self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures, announcers: Announcers
    ) -> None:
        super().__init__(live)
        self._look, self._clock, self._catalogue, self._figures = look, clock, catalogue, figures
        self._readings: Mapping[str, Sequence[Reading]] = {}
        self._goals = GoalKeeping(live, clock, self)
        self._reached_by_saving: list[str] | None = None
        self.training: TrainingPage | None = None
        self._model = MeasureListModel(())
        self._offer_measures()
        self.measure_button = self._make_measure_button()
        self.list = make_measure_list(self._model, look)
        self.history = History(look, figures)
        self._announcers = announcers
        self._stack = QStackedWidget()
        self.training_button = self._make_training_button()
        self.own_button = self._make_own_button()
        self._right = QStackedWidget()
        self._overview = self._make_overview()
        self._stack.addWidget(self._overview)
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
        for reading in self.live.store.find.readings():
            found[reading.measure_id].append(reading)
        self._readings = found
        chosen = self.chosen.id
        self._offer_measures()
        self.list.setCurrentIndex(self._model.index(self._model.row_of(chosen)))
        self._model.show_readings(found, self._clock.now().date())
        if "form" in self.__dict__:
            self._show_latest(self.form)
        self._show_chosen()

    def _offer_measures(self) -> None:
        """Who leaves out deep forward bending sees of its tests only those recorded, beside the usual ones."""
        measures = self._catalogue.measures.values()
        settings = self.live.ask(self.live.store.find.settings) or {}
        left_out = read_preferences(settings.get).leave_out_deep_bending
        shown = offered(measures, left_out, kept=self._readings)
        self._model.show_measures(shown, beside=[each.id for each in shown if left_out and each.deep_forward_bend])

    # Making the parts

    @cached_property
    def form(self) -> "ReadingForm":
        """Made when something is first measured."""
        from app.ui.progress.measuring.reading_form import ReadingForm

        made = ReadingForm(self.live, self._catalogue, self._look, self._clock, self._figures, self._announcers)
        made.warm_up_asked.connect(self.warm_up_asked)
        made.archived.connect(self._on_archived)
        made.saved.connect(self._on_saved)
        made.closed.connect(self._close_form)
        self._stack.addWidget(_page_of(made))
        self._show_latest(made)
        return made

    def _show_latest(self, form: "ReadingForm") -> None:
        form.show_latest({measure_id: readings[-1] for measure_id, readings in self._readings.items()})

    def _make_measure_button(self) -> QPushButton:
        made = button(_("Measure"), self.measure, kind="primary", big=True)
        made.setToolTip(_("Measure (M)"))
        self._measure_key = with_key(made, "M")
        return made

    def _make_training_button(self) -> QPushButton:
        made = tinted(chip(_("Training over time")), self._look, "calendar", "accent")
        made.setObjectName("row")
        made.setToolTip(_("Training over time (T)"))
        made.toggled.connect(self.show_training)
        return made

    def _make_own_button(self) -> QPushButton:
        made = button(_("A test of your own"), self._edit_own, kind="quiet")
        return tinted(made, self._look, "plus", "muted")

    def _make_overview(self) -> QWidget:
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.measure_button)
        column.addWidget(self.training_button)
        column.addWidget(self.list, 1)
        column.addWidget(self.own_button)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.history)
        self._right.addWidget(scroll)
        content = QWidget()
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(28)
        line.addWidget(self._left)
        line.addWidget(self._right, 1)
        return _page_of(content)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_measure)
        self.list.clicked.connect(self._leave_training)
        self.history.goal_chosen.connect(self._goals.set_goal)
        self.history.goal_removed.connect(self._goals.remove_goal)
        self.history.strict_chosen.connect(self._goals.choose_strict)
        self._goals.said.connect(self.said)
        self._goals.reached.connect(self._on_reached)
        self.history.measure_asked.connect(self.measure)
        self.history.edit_asked.connect(self._edit)
        self.history.delete_asked.connect(self._delete)
        for key, asked in (("M", self.measure), ("T", self.show_training)):
            QShortcut(QKeySequence(key), self._overview, asked)  # wherever the keyboard is while this is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = min(in_text(NARROW_LIST_WIDTH), WIDEST_WHERE_NARROW)
        self._left.setFixedWidth(in_text(LIST_WIDTH) if self.width() >= in_text(NARROW) else narrow)
        self._fit_words()

    def _fit_words(self) -> None:
        """On two lines where one is too short."""
        room = self._left.maximumWidth() - BESIDE_WORDS
        metrics = QFontMetricsF(self._look.text_font(BODY_PX, QFont.Weight.DemiBold))
        own = _("Change this test") if is_own(self.chosen.id) else _("A test of your own")
        show_key(self.measure_button, self._measure_key, True)
        if self.measure_button.sizeHint().width() > self._left.maximumWidth():
            show_key(self.measure_button, self._measure_key, False)
        self.training_button.setText(in_two_lines(_("Training over time"), metrics, room))
        self.own_button.setText(in_two_lines(own, metrics, room))

    # What happens

    def show_training(self) -> None:
        """The training over time, in the place of the chart."""
        if self.training is None:
            from app.ui.progress.training.page import TrainingPage

            self.training = TrainingPage(self.live, self._catalogue, self._look, self._clock)
            self.training.said.connect(self.said)
            self._right.addWidget(self.training)
        self._right.setCurrentWidget(self.training)
        self._mark_shown(training=True)

    def _show_measure(self) -> None:
        self._right.setCurrentIndex(0)
        self._mark_shown(training=False)
        self._show_chosen()

    def _leave_training(self) -> None:
        """The row that was chosen before is clicked again."""
        if self.training_button.isChecked():
            self._show_measure()

    def _mark_shown(self, *, training: bool) -> None:
        """Either the row of the training is marked, or one of the measures."""
        show_checked(self.training_button, training)
        self.list.setProperty(QUIET, training)
        self.list.viewport().update()
        self.list.setFocus()

    def _show_chosen(self) -> None:
        measure, readings = self.chosen, self._readings.get(self.chosen.id, ())
        goals, strict = self._goals.goals(measure), self._goals.strict
        self.history.latest.know(self.live.ask(self.live.store.find.profile) or Profile())
        self.history.show_readings(measure, readings, self._clock.now(), goals, strict=strict)
        self._fit_words()
        self._goals.notice(measure, readings)

    def _edit_own(self) -> None:
        """A new test of one's own, or the one that is shown."""
        from app.ui.progress.own_measure_dialog import OwnMeasureDialog

        measure_id = self.chosen.id if is_own(self.chosen.id) else ""
        dialog = OwnMeasureDialog(self.live, self._catalogue.measures.values(), measure_id, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.choose)
        dialog.archived.connect(self._on_archived)
        dialog.open()

    def _on_archived(self, measure_id: str) -> None:
        name = self._catalogue.every_measure[measure_id].name
        self.said.emit(_("Archived: {test}. Its readings stay").format(test=name))

    def choose(self, measure_id: str) -> None:
        """Show the readings of that measure."""
        self.list.setCurrentIndex(self._model.index(self._model.row_of(measure_id)))
        self._show_measure()

    def _edit(self, reading: Reading) -> None:
        self.form.edit(reading)
        self._open_form()

    def _delete(self, reading: Reading) -> None:
        if self.live.do(self.live.store.readings.delete, reading.id) is not None:
            self.said.emit(_("Deleted: {reading}").format(reading=self._words(reading)))

    def _on_saved(self, reading: Reading) -> None:
        self._reached_by_saving = []
        self.choose(reading.measure_id)
        self._close_form()
        saved = _("Saved: {reading}").format(reading=self._words(reading))
        self.said.emit(". ".join((saved, *self._reached_by_saving)))
        self._reached_by_saving = None

    def _on_reached(self, words: str) -> None:
        """A goal is reached; where that comes of saving, it is said together with it."""
        if self._reached_by_saving is None:
            self.told.emit(words)
        else:
            self._reached_by_saving.append(words)

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
