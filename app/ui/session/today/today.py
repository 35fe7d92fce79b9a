"""The Session tab at rest: what is next, how the week stands, what waits to be measured."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.exercise import Exercise
from app.domain.plan import GATED_EXERCISE, Evidence, Plan, lay_out_now, make_plan
from app.domain.plan.next_routine import TEN_MINUTES
from app.domain.playing.timeline import build_timeline
from app.domain.routine import Routine, RoutineStep, needed_equipment
from app.domain.training.sessions import Session
from app.domain.wording import day_name, describe_step, minutes, weekday
from app.i18n import _
from app.store.evidence import evidence
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.session.today.due_card import DueCard
from app.ui.session.today.lock_card import LockCard
from app.ui.session.today.proposal_card import ProposalCard
from app.ui.session.today.side_card import SideCard
from app.ui.session.today.step_tiles import StepTile, StepTiles
from app.ui.session.today.unfinished_card import UnfinishedCard
from app.ui.session.today.week_card import WeekCard
from app.ui.widgets.buttons import button, show_key, tinted, with_key
from app.ui.widgets.card import Card, centred
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import NameLabel, label, set_property

if TYPE_CHECKING:
    from app.domain.playing.unfinished import Unfinished


class Today(Page):
    """One big button, Enter presses it; everything else is smaller."""

    kinds = frozenset({"session", "set", "reading", "setting", "week", "choice", "proposal", "exercise", "routine"})
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
        self._evidence: Evidence | None = None
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
    def left_out(self) -> str:
        """What of the routine is left out, and why."""
        return self._left_out.text()

    def refresh(self) -> None:
        now = self._clock.now()
        seen = self._evidence = evidence(self.live.store.find, now, self._catalogue.measures)
        plan = make_plan(seen, self._catalogue)
        self._today = today = now.date()
        self._day.setText(f"{weekday(today.weekday())}, {day_name(today, today)}")
        self._locks = plan.locks
        if not self._chosen:
            self._routine = self._catalogue.routine(plan.next.routine_id)
            self._reason.setText(plan.next.reason)
        self._show_unfinished()
        self._show_next()
        self._show_side(seen, plan)

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
        show_key(self.start_button, self._start_key, self.unfinished is None)
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

    def _make_next(self) -> QFrame:
        card = Card(padding=32, spacing=0)
        self._name = NameLabel("display")
        self._length = label(kind="lead", tone="muted")
        self._reason = label(kind="lead", wrap=True)
        self._needs = label(tone="muted", wrap=True)
        self._left_out = label(kind="small", tone="muted", wrap=True)
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
        self.ten_button = button(_("Ten minutes"), lambda: self.offer(self._catalogue.routine(TEN_MINUTES)))
        self._length.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._length.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # as high as the name
        title = FlowLayout(gap=14)
        title.addWidget(self._name)
        title.addWidget(self._length)
        card.box.addWidget(label(_("Next"), "small", "muted"))
        card.box.addSpacing(4)
        card.box.addLayout(title)
        card.box.addSpacing(8)
        card.box.addWidget(self._reason)
        card.box.addSpacing(4)
        card.box.addWidget(self._needs)
        card.box.addWidget(self._left_out)
        card.box.addSpacing(24)
        buttons = FlowLayout(gap=12)
        for made in (self.start_button, self._another, self.ten_button, self._times_button):
            buttons.addWidget(made)
        card.box.addLayout(buttons)
        card.box.addSpacing(32)
        card.box.addWidget(self._tiles)
        card.box.addStretch(1)
        return card

    def _show_next(self) -> None:
        routine, seen = self._routine, self._evidence
        if routine is None or seen is None:
            return
        exercises = self._catalogue.exercises
        sessions_before = self.live.store.find.count_sessions() if seen.preferences.alternate_sides else 0
        laid_out = lay_out_now(routine, seen, self._catalogue, self._locks, sessions_before)
        played, length = laid_out.routine, laid_out.timeline.total_s
        self._name.setText(routine.name)
        self._length.setText(minutes(length))
        self._needs.setText(", ".join(_(item) for item in needed_equipment(played, exercises)))
        self._left_out.setText(" ".join(laid_out.left_out))
        self._left_out.setVisible(bool(laid_out.left_out))
        self.start_button.setEnabled(bool(played.steps))
        self.ten_button.setVisible(routine.id != TEN_MINUTES and TEN_MINUTES in self._catalogue.routines)
        self._times_button.setVisible(routine.id != TEN_MINUTES)
        self._tiles.show_tiles([self._tile(step) for step in played.steps])

    def _tile(self, step: RoutineStep) -> StepTile:
        exercise = self._catalogue.exercise(step.exercise_id)
        picture = self._figures.picture(exercise)
        return StepTile(self._look, picture, exercise.name, describe_step(exercise, step), self._tiles)

    def _start(self) -> None:
        if self._routine is not None:
            self._chosen = False
            self.play_asked.emit(self._routine)

    def _enter(self) -> None:
        """Presses the button the keyboard is on, else goes on with what is unfinished, else the big one."""
        unfinished = self.unfinished_card
        usual = self.start_button if self.unfinished is None else unfinished.go_on_button
        here = self.focusWidget()
        (here if isinstance(here, QPushButton) and here.hasFocus() else usual).click()

    def another_menu(self) -> QMenu:
        """Every routine but the one that is offered, with how long it takes this person now."""
        menu, seen = QMenu(self), self._evidence
        if seen is None:
            return menu
        for routine in self._catalogue.listed_routines:
            if self._routine is not None and routine.id == self._routine.id:
                continue
            seconds = lay_out_now(routine, seen, self._catalogue, self._locks).timeline.total_s
            menu.addAction(f"{routine.name}  ·  {minutes(seconds)}").triggered.connect(
                lambda checked=False, chosen=routine: self.offer(chosen)
            )
        return menu

    def _offer_routines(self) -> None:
        menu = self.another_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._another.mapToGlobal(self._another.rect().bottomLeft()))

    def adjust_times(self) -> None:
        """Open the times of the routine that is offered."""
        if self._routine is not None and self._evidence is not None:
            from app.ui.session.today.times_editor import TimesEditor

            editor = TimesEditor(
                self.live, self._catalogue, self._look, self._routine, self._evidence, self._locks, self.window()
            )
            editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            editor.saved.connect(lambda: self.said.emit(_("Times saved")))
            editor.open()

    def offer(self, routine: Routine) -> None:
        """Propose what the person chose."""
        self._routine, self._chosen = routine, True
        self._reason.setText(routine.about)
        self._show_next()
        self.start_button.setFocus()

    # Beside it: the week, what is due, what is proposed, what is not open yet

    def _make_side(self) -> QVBoxLayout:
        self.week_card = WeekCard(self._look)
        self.due_card = DueCard()
        self.proposal_card = ProposalCard()
        self.notice_card = SideCard()
        self.notice_card.add_words()
        self.lock_card = LockCard()
        self.due_card.measure_asked.connect(self.measure_asked)
        for answered, command, said in (
            (self.proposal_card.accepted, "accept", _("Accepted: it is played so from now on")),
            (self.proposal_card.postponed, "postpone", _("You are asked again in a week")),
            (self.proposal_card.declined, "decline", _("You are not asked again for a month")),
            (self.lock_card.opened, "open_exercise", _("Opened")),
        ):
            answered.connect(partial(self._answer, command, said))
        side = QVBoxLayout()
        side.setSpacing(16)
        for card in (self.week_card, self.proposal_card, self.due_card, self.notice_card, self.lock_card):
            side.addWidget(card)
        side.addStretch(1)
        return side

    def _answer(self, command: str, said: str, answer: Any) -> None:
        """Keep what the person decided, and give the keyboard a place to go on from.

        The plan's commands are made when the first is needed: SQLAlchemy comes with them.
        """
        if self.live.do(getattr(self.live.store.plan, command), answer) is not None:
            self.said.emit(said)
            (self.proposal_card.accept_button if self.proposal_card.isVisible() else self.start_button).setFocus()

    def _show_side(self, seen: Evidence, plan: Plan) -> None:
        """One thing at a time: what is not open waits until nothing is proposed, and notices until then too."""
        exercises = self._catalogue.exercises
        self.week_card.show_week(plan.week, plan.target)
        self.proposal_card.show_proposals(plan.proposals, exercises)
        self.due_card.show_due(plan.due, seen, self._catalogue.measures)
        free = not plan.proposals
        notices = [each for each in plan.notices if each not in self.left_out]
        self.notice_card.setVisible(free and bool(notices))
        self.notice_card.say(_("Good to know"), "\n".join(notices))
        reason = plan.locks.get(GATED_EXERCISE)
        if free and reason and not seen.preferences.leave_out_deep_bending:
            self.lock_card.show_lock(GATED_EXERCISE, exercises[GATED_EXERCISE].name, reason)
        else:
            self.lock_card.hide()


def find_unfinished(store: Store, exercises: Mapping[str, Exercise]) -> "tuple[Session | None, Unfinished] | None":
    """The session that was cut off, where one was: what is stored of it, if anything is, and where to go on."""
    checkpoint = store.find.checkpoint()
    if checkpoint is None:
        return None
    from app.domain.playing.unfinished import read_unfinished

    unfinished = read_unfinished(checkpoint.content, exercises)
    if unfinished is None:
        return None
    session = store.find.session(checkpoint.session_id) if checkpoint.session_id else None
    return session, unfinished
