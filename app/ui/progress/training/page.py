"""Training seen over time: the year as a map, its weeks against the target, minutes, loads, discomfort, sessions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.charts.training_rows import target_sentence
from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.measurement import Reading
from app.domain.preferences import read_preferences
from app.domain.training.log import training_log
from app.domain.training.sessions import Session
from app.domain.training.weeks import WEEKLY_TARGET, calendar_year, weeks_on_target
from app.domain.wording import day_name
from app.i18n import _
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.progress.training.cards import Span, TrainingCards
from app.ui.progress.training.head import TrainingHead
from app.ui.progress.training.session_editor import SessionEditor
from app.ui.progress.training.session_elsewhere import SessionElsewhere
from app.ui.progress.training.session_list import SessionList
from app.ui.progress.training.week import WeekAway
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card, row
from app.ui.widgets.choice import Choice
from app.ui.widgets.scrolling import Column
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

WIDE = 760  # from here on two charts have room beside one another
YEAR, ALL = "year", "all"
LOOKED_BACK = timedelta(days=42)  # the first week of a year, and the load of the last four weeks


class TrainingPage(Page):
    """Shows the sessions; logs, corrects and deletes them. `said` is a word about what was done and can be undone.

    `target` is how many training days a week shall have.
    """

    kinds = frozenset({"session", "set", "reading", "week", "measure", "setting"})
    said = Signal(str)

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock) -> None:
        super().__init__(live)
        self._catalogue, self._clock = catalogue, clock
        self.target = WEEKLY_TARGET
        self._year = clock.now().year
        self._sessions: Sequence[Session] = ()
        self._begun: date | None = None  # the day of the very first session
        self._read_from: datetime | None = None  # from when on `_sessions` holds them
        self._readings: Sequence[Reading] = ()
        self._away: set[date] = set()
        self._log = training_log((), {})
        self._two_columns: bool | None = None
        self.head = TrainingHead(look)
        self.cards = TrainingCards(look, catalogue)
        self.week = WeekAway(look)
        self.cards.calendar.box.addWidget(self.week)
        self.spans = Choice(_("Range of time"))
        self.sessions = SessionList(look, catalogue.exercises)
        self.first_button = button(_("Log a session done elsewhere"), self.log_elsewhere, big=True)
        self._grid = QGridLayout()
        self._column = Column(0)
        self._empty = self._make_empty()
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        store = self.live.store
        self.target = read_preferences(store.find.settings().get).weekly_target
        begun = store.find.first_started()
        self._begun = begun.date() if begun else None
        self._readings = store.find.readings()
        self._away = store.find.weeks_away()
        self._read_from = None
        self._read()
        self._stack.setCurrentIndex(0 if self._begun else 1)
        self.week.show_away(self._away, self._today)
        self._show_year()

    def _read(self) -> None:
        """The sessions of what is shown, and a little more for what looks back; of all years only when asked for."""
        now = self._clock.now()
        start = datetime.min.replace(tzinfo=now.tzinfo, year=2)
        if self.spans.key != ALL:
            start = now.replace(year=self._year, month=1, day=1, hour=0, minute=0) - LOOKED_BACK
        if self._read_from is None or start < self._read_from:
            self._read_from = start
            self._sessions = self.live.store.find.sessions_since(start)
            self._log = training_log(self._sessions, self._catalogue.exercises, self._begun)

    def log_elsewhere(self) -> None:
        """Ask for a session that was done without Limber."""
        dialog = SessionElsewhere(self.live, self._catalogue, self._clock.now(), self)
        dialog.accepted.connect(lambda: self.said.emit(_("Session logged")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_year(self, year: int) -> None:
        """Look at that year."""
        self._year = year
        self.live.ask(self._read)
        self._show_year()

    @property
    def _today(self) -> date:
        return self._clock.now().date()

    @property
    def _first(self) -> date:
        """The first day with anything to show."""
        readings = (self._readings[0].performed_at.date(),) if self._readings else ()
        trained = (self._log.first,) if self._log.first else ()
        days: list[date] = [*readings, *trained, self._today]
        return min(days)

    # Making the parts

    def _arrange(self) -> None:
        filled = QWidget()
        box = QVBoxLayout(filled)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self.cards.calendar)
        box.addWidget(self.cards.weeks)
        line = QHBoxLayout()
        line.addWidget(label(_("Over time"), "heading"), 1)
        line.addWidget(self.spans)
        box.addSpacing(8)
        box.addLayout(line)
        self._grid.setSpacing(16)
        box.addLayout(self._grid)
        box.addSpacing(8)
        box.addWidget(self.sessions)
        self._column.box.addWidget(filled)
        self._column.box.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._column)
        self._stack.addWidget(self._empty)
        self.head.setContentsMargins(0, 0, self._column.bar_width, 0)  # ends where the cards do
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)

    def _make_empty(self) -> QWidget:
        """What will be here, and the one thing to do for it."""
        card = Card(padding=32, spacing=12)
        card.box.addWidget(label(_("Your training will stand here."), "lead", wrap=True))
        card.box.addWidget(
            label(
                _("Every day you train fills a square of the year: with your weeks on target, the minutes for each "
                  "direction, your loads, and how it felt. Play a session in the Session tab, or write down one "
                  "that you did without Limber."),
                tone="muted", wrap=True,
            )
        )  # fmt: skip
        card.box.addSpacing(8)
        card.box.addLayout(row(self.first_button))
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        box.addStretch(1)
        return made

    def _connect(self) -> None:
        self.head.year_asked.connect(self.show_year)
        self.head.log_asked.connect(self.log_elsewhere)
        self.spans.chosen.connect(self._on_span)
        self.cards.calendar.picked.connect(self._on_day)
        self.week.away_asked.connect(self._set_away)
        self.sessions.open_asked.connect(self._open)
        self.sessions.delete_asked.connect(self._delete)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Two charts side by side where there is room."""
        over_time = (self.cards.minutes, self.cards.dose, self.cards.load, self.cards.discomfort)
        needed = 2 * max(card.minimumSizeHint().width() for card in over_time) + self._grid.spacing()
        wide = self.width() - self._column.bar_width >= max(in_text(WIDE), needed)
        if wide == self._two_columns:
            return
        self._two_columns = wide
        for place, card in enumerate(over_time):
            self._grid.addWidget(card, *divmod(place, 2) if wide else (place, 0))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if wide or column == 0 else 0)

    # What happens

    def _show_year(self) -> None:
        calendar = calendar_year(self._log, self._year, self._away, self._today)
        target = weeks_on_target(self._log, self._year, self.target, self._away, self._today)
        sentence = target_sentence(target, self._today) if self._begun else ""
        self.head.show_year(self._year, self._first.year, self._today.year, sentence)
        self.head.sentence.setVisible(bool(sentence))
        for part in (self.head.earlier, self.head.year, self.head.later, self.head.log_button):
            part.setVisible(self._begun is not None)
        self.cards.show_year(calendar, target)
        mine = [session for session in self._sessions if session.started_at.year == self._year]
        self.sessions.show_sessions(mine, self._today)
        self.spans.offer([(YEAR, str(self._year)), (ALL, _("All"))], self.spans.key or YEAR)
        self._show_time()

    def _on_span(self) -> None:
        self.live.ask(self._read)
        self._show_time()

    def _show_time(self) -> None:
        first, last = date(self._year, 1, 1), min(self._today, date(self._year, 12, 31))
        span = Span(self._first, self._today) if self.spans.key == ALL else Span(max(first, date.min), last)
        self.cards.show_time(self._log, self._readings, span)

    def _on_day(self, place: int) -> None:
        """A day of the calendar was picked: its week is the one that can be marked."""
        self.week.choose(date.fromordinal(date(self._year, 1, 1).toordinal() + place))
        announce(self.week, self.week.name.text())

    def _set_away(self, monday: date, away: bool) -> None:
        if self.live.do(self.live.store.weeks.set_away, monday, away) is None:
            self.week.choose(monday)  # as it is stored
        else:
            self.said.emit(_("Week left out of the count") if away else _("Week counts again"))

    def _open(self, session: Session) -> None:
        day = day_name(session.started_at.date(), self._today)
        dialog = SessionEditor(self.live, self._catalogue.exercises, session, day, self)
        dialog.accepted.connect(lambda: self.said.emit(_("Session corrected")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, session: Session) -> None:
        if self.live.do(self.live.store.sessions.discard, session.id) is not None:
            day = day_name(session.started_at.date(), self._today)
            self.said.emit(_("Deleted: {routine}, {day}").format(routine=session.routine_name, day=day))
