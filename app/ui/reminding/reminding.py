"""Says the reminders that were asked for, through an icon in the tray. Where nothing is asked for nothing runs."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance

from app.domain.clock import Clock
from app.domain.plan import training_days
from app.domain.reminders import SNOOZE, Asked, Due, ReminderKind, Reminders, due_between, next_due, read_reminders
from app.i18n import _
from app.store.changes import Changes
from app.ui.live import Live

KEY = "reminders"
LONGEST_WAIT = timedelta(minutes=10)  # a timer stands still while the machine sleeps, and the wall clock may be set


DESK_BREAK = "desk-break"  # the routine


class AnyTray(Protocol):
    open_asked: SignalInstance
    answered: SignalInstance
    put_off: SignalInstance
    not_today: SignalInstance
    quit_asked: SignalInstance

    def say(self, title: str, text: str) -> None: ...

    def leave(self) -> None: ...


class Reminding(QObject):
    """`make_tray` gives the icon, None where this desktop has no place for one: then nothing is said."""

    open_asked = Signal(str)  # the id of the routine that was spoken of, if of one
    quit_asked = Signal()

    def __init__(
        self, live: Live, clock: Clock, make_tray: Callable[[], AnyTray | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._clock, self._make_tray = live, clock, make_tray
        self._chosen = Reminders()
        self._tray: AnyTray | None = None
        self._looked = self._sat_down = self._now()
        self._snoozed: Due | None = None
        self._said = ReminderKind.TRAINING
        self._day_off: datetime | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        live.changed.connect(self._on_changed)
        self.follow()

    @property
    def is_there(self) -> bool:
        """Whether the icon stands in the tray, so that the window may be closed and the program goes on."""
        return self._tray is not None

    def finds_tray(self) -> bool:
        """Whether the icon stands there now: a tray may come later than Limber."""
        if self._tray is None:
            self.follow()
        return self.is_there

    def follow(self) -> None:
        """Do as it is chosen now."""
        self._chosen = read_reminders(self._live.ask(self._live.store.find.setting, KEY, None))
        if self._chosen.on and self._tray is None:
            self._take_tray()
        elif not self._chosen.on:
            self._leave_tray()
        self._looked = self._now()  # what is chosen now is for the time to come
        self._arm()

    def look(self) -> None:
        """Say what has come due since the last look, and look again when the next one does."""
        now = self._now()
        if now - self._looked > 2 * LONGEST_WAIT:
            self._sat_down = now  # the machine slept, and nobody sat before it
        due = due_between(self._chosen, self._asked(now), self._looked, now)
        self._looked = now
        if due is not None and self._tray is not None:
            self._say(due, now)
        self._arm()

    def put_off(self) -> None:
        """The same in an hour, and nothing until then."""
        self._snoozed = Due(self._said, self._now() + SNOOZE)
        self._arm()

    def leave_today(self) -> None:
        """No more of it today."""
        self._snoozed, self._day_off = None, self._now()
        self._arm()

    def close(self) -> None:
        self._timer.stop()
        self._leave_tray()

    def _say(self, due: Due, now: datetime) -> None:
        assert self._tray is not None  # noqa: S101  # `look` has seen it
        self._snoozed, self._said = None, due.kind
        if due.kind is ReminderKind.DESK_BREAK:
            self._sat_down = now
            self._tray.say(_("Time to get up for a moment"), _("The desk break takes two and a half minutes."))
        else:
            self._tray.say(_("Time for your back"), _("Your routine is ready. Click here, or choose a later time."))

    def _asked(self, now: datetime) -> Asked:
        if self._day_off is not None and self._day_off.date() == now.date():
            tomorrow = datetime.combine(now.date() + timedelta(days=1), time.min)
            return Asked(sitting_since=tomorrow, trained_today=True)
        return Asked(self._snoozed, self._sat_down, self._trained(now))

    def _trained(self, now: datetime) -> bool:
        midnight = self._clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        return now.date() in training_days(self._live.ask(self._live.store.find.sessions_since, midnight) or ())

    def _arm(self) -> None:
        now = self._now()
        moment = next_due(self._chosen, self._asked(now), now) if self._tray is not None else None
        if moment is None:
            self._timer.stop()
        else:
            wait = min(moment - now, LONGEST_WAIT)
            self._timer.start(max(1, int(wait.total_seconds() / self._clock.speed * 1000)))

    def _take_tray(self) -> None:
        tray = self._tray = self._make_tray()
        if tray is None:
            return
        self._looked = self._sat_down = self._now()
        tray.open_asked.connect(lambda: self.open_asked.emit(""))
        tray.answered.connect(self._on_answered)
        tray.quit_asked.connect(self.quit_asked)
        tray.put_off.connect(self.put_off)
        tray.not_today.connect(self.leave_today)

    def _leave_tray(self) -> None:
        tray, self._tray = self._tray, None
        if tray is not None:
            tray.leave()

    def _on_answered(self) -> None:
        self.open_asked.emit(DESK_BREAK if self._said is ReminderKind.DESK_BREAK else "")

    def _on_changed(self, changes: Changes) -> None:
        if "setting" in changes.kinds:
            self.follow()
        elif "session" in changes.kinds or "set" in changes.kinds:
            self._snoozed, self._sat_down = None, self._now()
            self._arm()

    def _now(self) -> datetime:
        return self._clock.now().replace(tzinfo=None)
