"""Write down a session that was done without Limber: when, what, how long, a note."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QLineEdit, QWidget

from app.domain.catalogue import Catalogue
from app.domain.errors import Refused
from app.domain.playing.timeline import build_timeline
from app.domain.routine import Routine
from app.domain.training.elsewhere import free_routine, session_elsewhere
from app.domain.training.logged import check_logged
from app.domain.training.sessions import Session
from app.domain.wording import minutes
from app.i18n import _
from app.ui.live import Live
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import chip
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import label
from app.ui.widgets.unwheeled import DropDown

WIDTH = 600
LONGEST_MIN = 24 * 60
SHOWN_MOMENT = "yyyy-MM-dd HH:mm"
FREE = ""  # the key of the choice of exercises


class SessionElsewhere(Asking):
    """`now` is the moment with the local offset. The dose is stored as planned; it can be corrected in the list."""

    def __init__(self, live: Live, catalogue: Catalogue, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(_("Log a session done elsewhere"), _("Save"), parent, width=WIDTH, by_field=True)
        self._live, self._catalogue, self._now = live, catalogue, now
        self.moment = self._make_moment()
        self.routine = DropDown(_("What you did"))
        for routine in catalogue.listed_routines:
            self.routine.addItem(routine.name, routine.id)
        self.routine.addItem(_("Exercises I choose"), FREE)
        self.exercises = {each.id: chip(each.name) for each in catalogue.listed_exercises}
        self._chips = self._make_chips()
        self.minutes = QLineEdit()
        self.minutes.setAccessibleName(_("Minutes, may stay empty"))
        self.minutes.setMaxLength(5)
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self._arrange()
        self.routine.currentIndexChanged.connect(self._show_choice)
        for made in self.exercises.values():
            made.toggled.connect(self._show_choice)
        live.failed.connect(self.say_problem)
        self._show_choice()
        self.routine.setFocus()

    @property
    def chosen(self) -> Routine:
        """The routine, or one made of the exercises chosen."""
        if self.routine.currentData() != FREE:
            return self._catalogue.routine(self.routine.currentData())
        picked = [each for each in self.exercises if self.exercises[each].isChecked()]
        return free_routine([self._catalogue.exercise(each) for each in picked])

    def session(self) -> Session:
        """What is to be stored. Raises Refused."""
        routine = self.chosen
        if not routine.steps:
            raise Refused(_("Choose at least one exercise."))
        session = session_elsewhere(
            routine, self._catalogue.exercises, self._started_at(), self._length(), self.note.text().strip()
        )
        check_logged(session, self._now)
        return session

    def _started_at(self) -> datetime:
        """The wall clock's time as it was here on that day, summer or winter."""
        shown = self.moment.dateTime()
        day, time = shown.date(), shown.time()
        wall = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001  as typed
        same_day = wall.date() == self._now.date()
        return wall.replace(tzinfo=self._now.tzinfo) if same_day else wall.astimezone()

    def _length(self) -> timedelta | None:
        text = self.minutes.text().strip()
        if not text:
            return None
        if not text.isdecimal() or not 0 < int(text) <= LONGEST_MIN:
            raise Refused(_("“{text}” can't be kept as minutes: write a whole number from 1 to {most}.").format(
                text=text, most=LONGEST_MIN))  # fmt: skip
        return timedelta(minutes=int(text))

    # Making the parts

    def _make_moment(self) -> QDateTimeEdit:
        before = self._now - timedelta(hours=1)
        moment = QDateTimeEdit()
        for part in (moment, moment.lineEdit()):
            part.setAccessibleName(_("When it began"))
        moment.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))  # a plain wall clock: no hour is missing in it
        moment.setDisplayFormat(SHOWN_MOMENT)
        moment.setDateTime(
            QDateTime(QDate(before.year, before.month, before.day), QTime(before.hour, before.minute),
                      QTimeZone(QTimeZone.Initialization.UTC))
        )  # fmt: skip
        moment.setCalendarPopup(True)
        calendar = moment.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())  # days like others, not red ones
        return moment

    def _make_chips(self) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made)
        flow.setContentsMargins(0, 0, 0, 0)
        for each in self.exercises.values():
            flow.addWidget(each)
        return made

    def _arrange(self) -> None:
        about = label(_("The dose is kept as planned; open the session to correct it."), tone="muted", wrap=True)
        self.head.addWidget(about, 1, 0)
        card = Card(padding=20, spacing=6)
        for name, part in (
            (_("When it began"), self.moment), (_("What you did"), self.routine), ("", self._chips),
            (_("Minutes, where it was longer or shorter"), self.minutes), (_("Note"), self.note),
        ):  # fmt: skip
            if name:
                card.box.addWidget(label(name, "small", "muted"))
            card.box.addWidget(part)
            card.box.addSpacing(8)
        self.inside.addWidget(card)
        self.inside.addStretch(1)

    # What happens

    def _show_choice(self) -> None:
        self.problem.hide()
        self._chips.setVisible(self.routine.currentData() == FREE)
        routine = self.chosen
        usual = build_timeline(routine, self._catalogue.exercises).total_s if routine.steps else 0.0
        self.minutes.setPlaceholderText(_("about {minutes}").format(minutes=minutes(usual)) if usual else "")

    def do(self) -> None:
        """Keep the session, or say why it can't be kept."""
        self.problem.hide()
        try:
            session = self.session()
        except Refused as refusal:
            self.say_problem(str(refusal))
            return
        if self._live.do(self._live.store.sessions.log, session) is not None:
            self.accept()
