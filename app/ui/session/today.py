"""The Session tab at rest: what is next, how the week stands, what waits to be measured."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.exercise import Exercise
from app.domain.laying_out import lay_out
from app.domain.plan import WeekDay, locks, next_routine, training_days, week_days
from app.domain.preferences import read_preferences
from app.domain.routine import Routine, RoutineStep, needed_equipment
from app.domain.timeline import build_timeline, played_s
from app.domain.training import Session
from app.domain.training_weeks import WEEKLY_TARGET
from app.domain.unfinished import Unfinished, read_unfinished
from app.domain.units import format_value
from app.domain.wording import day_name, describe_step, minutes
from app.i18n import _, ngettext
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.session.step_tiles import StepTile, StepTiles
from app.ui.session.unfinished_card import UnfinishedCard
from app.ui.widgets.buttons import button, tinted, with_key
from app.ui.widgets.card import Card, centred, row
from app.ui.widgets.dots import Dot, Dots
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import label, set_property

MEASURE_FIRST = "floor-touch"


class Today(Page):
    """One big button, Enter presses it; everything else is smaller."""

    kinds = frozenset({"session", "set", "reading", "setting", "exercise", "routine"})
    play_asked = Signal(object)  # Routine
    said = Signal(str)  # what was done and can be undone
    go_on_asked = Signal()
    set_aside_asked = Signal()
    measure_asked = Signal(str)

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures) -> None:
        super().__init__(live)
        self._catalogue, self._look, self._clock, self._figures = catalogue, look, clock, figures
        self._routine: Routine | None = None
        self._chosen = False  # by the person; stays until it is played
        self._locks: dict[str, str] = {}
        self._sessions: Sequence[Session] = ()
        self.unfinished: tuple[Session | None, Unfinished] | None = None
        self._today = clock.now().date()
        self._day = label(kind="title")
        content = QWidget()
        columns = QGridLayout(content)
        columns.setContentsMargins(0, 24, 0, 32)
        columns.setHorizontalSpacing(24)
        columns.setVerticalSpacing(20)
        columns.addWidget(self._day, 0, 0, 1, 2)
        columns.addWidget(self._make_unfinished(), 1, 0, 1, 2)
        columns.addWidget(self._make_next(), 2, 0)
        columns.addLayout(self._make_side(), 2, 1)
        columns.setColumnStretch(0, 1)
        columns.setRowStretch(3, 1)
        page = QWidget()
        page.setLayout(centred(content))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self, self._enter, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def day(self) -> str:
        return self._day.text()

    @property
    def routine_name(self) -> str:
        return self._name.text()

    @property
    def measure_text(self) -> str:
        """What is said of the reading that comes next."""
        return self._measure_text.text()

    def refresh(self) -> None:
        store = self.live.store
        sessions, readings = store.find.sessions(), store.find.readings()
        self._sessions = sessions
        self._today = today = self._clock.now().date()
        self._day.setText(f"{_weekday(today.weekday())}, {day_name(today, today)}")
        self._locks = locks(readings, self._catalogue.exercises)
        if not self._chosen:
            self._propose(sessions)
        self._show_unfinished()
        self._show_next()
        self._show_week(week_days(training_days(sessions), today))
        self._show_measure()
        self._show_locks()

    def changeEvent(self, event: QEvent) -> None:
        """Coming back to the window on another day shows that day."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._clock.now().date() != self._today:
            self.look_again()

    # The session that was cut off

    def _make_unfinished(self) -> UnfinishedCard:
        self.unfinished_card = UnfinishedCard(self._look)
        self.unfinished_card.go_on_asked.connect(self.go_on_asked)
        self.unfinished_card.set_aside_asked.connect(self.set_aside_asked)
        return self.unfinished_card

    def _show_unfinished(self) -> None:
        self.unfinished = find_unfinished(self.live.store, self._catalogue.exercises)
        self.unfinished_card.setVisible(self.unfinished is not None)
        self._start_key.setVisible(self.unfinished is None)
        set_property(self.start_button, "keyed", self.unfinished is None)
        if self.unfinished is None:
            return
        session, unfinished = self.unfinished
        timeline = build_timeline(unfinished.routine, self._catalogue.exercises)
        planned = {segment.work for segment in timeline.segments if segment.work is not None}
        day = day_name(unfinished.started_at.date(), self._today)
        started = _("{day}, {time}").format(day=day, time=f"{unfinished.started_at:%H:%M}")
        self.unfinished_card.show_session(
            unfinished.routine.name, started, len(session.sets) if session else 0, len(planned)
        )

    # The next routine

    def _propose(self, sessions: Sequence[Session]) -> None:
        self._routine = self._catalogue.routine(
            next_routine(sessions, [each.id for each in self._catalogue.listed_routines])
        )
        played = any(session.routine_id == self._routine.id for session in sessions)
        gentle = _("A gentle start: a mat and a chair are enough.")
        self._reason.setText(_("The one you played last.") if played else gentle)

    def _make_next(self) -> QFrame:
        card = Card(padding=32, spacing=0)
        self._name = label(kind="display")
        self._length = label(kind="lead", tone="muted")
        self._reason = label(kind="lead", wrap=True)
        self._needs = label(tone="muted", wrap=True)
        self._tiles = StepTiles()
        self.start_button = tinted(
            button(_("Start"), self._start, kind="primary", big=True), self._look, "play", "on_accent", 20
        )
        self._start_key = with_key(self.start_button, _("Enter"))
        self.start_button.setToolTip(_("Start (Enter)"))
        self._another = tinted(button(_("Another routine")), self._look, "chevron-down", "muted", 14)
        self._another.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._another.clicked.connect(self._offer_routines)
        self._times_button = tinted(
            button(_("Adjust times"), self.adjust_times, kind="quiet"), self._look, "clock", "muted"
        )
        title = QHBoxLayout()
        title.setSpacing(14)
        title.addWidget(self._name, 0, Qt.AlignmentFlag.AlignBaseline)
        title.addWidget(self._length, 1, Qt.AlignmentFlag.AlignBaseline)
        card.box.addWidget(label(_("Next"), "small", "muted"))
        card.box.addSpacing(4)
        card.box.addLayout(title)
        card.box.addSpacing(8)
        card.box.addWidget(self._reason)
        card.box.addSpacing(4)
        card.box.addWidget(self._needs)
        card.box.addSpacing(24)
        buttons = FlowLayout(gap=12)
        for made in (self.start_button, self._another, self._times_button):
            buttons.addWidget(made)
        card.box.addLayout(buttons)
        card.box.addSpacing(32)
        card.box.addWidget(self._tiles)
        card.box.addStretch(1)
        return card

    def _show_next(self) -> None:
        routine = self._routine
        if routine is None:
            return
        preferences = read_preferences(self.live.store.find.setting)
        laid_out = lay_out(routine, self._catalogue.exercises, self._locks, preferences, len(self._sessions))
        played, length = laid_out.routine, laid_out.timeline.total_s
        needs = ", ".join(_(item) for item in needed_equipment(played, self._catalogue.exercises))
        self._name.setText(routine.name)
        self._length.setText(minutes(length))
        self._needs.setText(needs)
        self._tiles.show_tiles([self._tile(step) for step in played.steps])

    def _tile(self, step: RoutineStep) -> StepTile:
        exercise = self._catalogue.exercise(step.exercise_id)
        return StepTile(self._look, self._figures.picture(exercise), exercise.name, describe_step(exercise, step))

    def _start(self) -> None:
        if self._routine is not None:
            self._chosen = False
            self.play_asked.emit(self._routine)

    def _enter(self) -> None:
        """Presses the button the keyboard is on, else goes on with what is unfinished, else the big one."""
        unfinished = self.unfinished_card
        others = (self._another, self._times_button, self._measure_button,
                  unfinished.go_on_button, unfinished.set_aside_button)  # fmt: skip
        usual = self.start_button if self.unfinished is None else unfinished.go_on_button
        next((other for other in others if other.hasFocus()), usual).click()

    def _offer_routines(self) -> None:
        menu = QMenu(self)
        for routine in self._catalogue.listed_routines:
            length = minutes(played_s(routine, self._catalogue.exercises, self._locks))
            menu.addAction(f"{routine.name}  ·  {length}").triggered.connect(
                lambda checked=False, chosen=routine: self.offer(chosen)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._another.mapToGlobal(self._another.rect().bottomLeft()))

    def adjust_times(self) -> None:
        """Open the times of the routine that is offered."""
        if self._routine is not None:
            from app.ui.session.times_editor import TimesEditor

            editor = TimesEditor(self.live, self._catalogue, self._look, self._routine, self._locks, self.window())
            editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            editor.saved.connect(lambda: self.said.emit(_("Times saved")))
            editor.open()

    def offer(self, routine: Routine) -> None:
        """Propose what the person chose."""
        self._routine, self._chosen = routine, True
        self._reason.setText(routine.about)
        self._show_next()
        self.start_button.setFocus()

    # The week, the next reading, what is not open yet

    def _make_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(16)
        side.addWidget(self._make_week())
        side.addWidget(self._make_measure())
        side.addWidget(self._make_locks())
        side.addStretch(1)
        return side

    def _make_week(self) -> QFrame:
        card = _side_card()
        self._week_count = label(kind="body", tone="muted")
        self._dots = Dots(self._look, size=30)
        heading = row(label(_("This week"), "heading"))
        heading.addWidget(self._week_count)
        card.box.addLayout(heading)
        card.box.addSpacing(8)
        card.box.addWidget(self._dots)
        return card

    def _show_week(self, days: Sequence[WeekDay]) -> None:
        done = sum(day.trained for day in days)
        count = _("{done} of {target}").format(done=done, target=WEEKLY_TARGET)
        self._week_count.setText(count)
        dots = [Dot.DONE if day.trained else Dot.NOW if day.today else Dot.OPEN for day in days]
        letters = [_weekday(day.day.weekday())[:1] for day in days]
        words = ngettext(
            "{done} training day of {target} this week", "{done} training days of {target} this week", done
        )
        self._dots.show_dots(dots, letters, words.format(done=done, target=WEEKLY_TARGET))

    def _make_measure(self) -> QFrame:
        card = _side_card()
        self._measure_title = label(kind="heading", wrap=True)
        self._measure_text = label(tone="muted", wrap=True)
        self._measure_button = button(_("Measure"), lambda: self.measure_asked.emit(MEASURE_FIRST))
        card.box.addWidget(self._measure_title)
        card.box.addWidget(self._measure_text)
        card.box.addSpacing(4)
        card.box.addLayout(row(self._measure_button))
        return card

    def _show_measure(self) -> None:
        measure = self._catalogue.measure(MEASURE_FIRST)
        last = self.live.store.find.latest_reading(MEASURE_FIRST, None)
        self._measure_title.setText(measure.name)
        if last is None:
            self._measure_text.setText(_("Where do you start? Three reaches for the floor take two minutes."))
            return
        value = format_value(last.value, measure.unit)
        day = day_name(last.performed_at.date(), self._clock.now().date())
        self._measure_text.setText(_("Last: {value} on {day}.").format(value=value, day=day))

    def _make_locks(self) -> QFrame:
        self._locks_card = _side_card()
        self._locks_title = label(kind="heading", wrap=True)
        self._locks_text = label(tone="muted", wrap=True)
        self._locks_card.box.addWidget(self._locks_title)
        self._locks_card.box.addWidget(self._locks_text)
        return self._locks_card

    def _show_locks(self) -> None:
        self._locks_card.setVisible(bool(self._locks))
        for exercise_id, reason in self._locks.items():
            name = self._catalogue.exercise(exercise_id).name
            self._locks_title.setText(name)
            self._locks_text.setText(reason)


def _side_card() -> Card:
    card = Card(padding=24)
    card.setFixedWidth(300)
    return card


def find_unfinished(store: Store, exercises: Mapping[str, Exercise]) -> tuple[Session | None, Unfinished] | None:
    """The session that was cut off, where one was: what is stored of it, if anything is, and where to go on."""
    checkpoint = store.find.checkpoint()
    unfinished = read_unfinished(checkpoint.content, exercises) if checkpoint else None
    if checkpoint is None or unfinished is None:
        return None
    session = store.find.session(checkpoint.session_id) if checkpoint.session_id else None
    return session, unfinished


def _weekday(number: int) -> str:
    days = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return days[number]
