"""Drives the player by Qt's clock and stores every finished set at once."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.player import Event, Finished, Player, PlayerState, WorkDone
from app.domain.routine import Routine
from app.domain.timeline import Timeline, build_timeline
from app.domain.training import FinishedSet
from app.ui.live import Live


class Conductor(QObject):
    """One playing of a routine.

    A precise single-shot timer is armed for whatever is due next and only asks the player; it never counts.
    The session's row is made together with its first finished set, so that nothing empty is ever stored.
    """

    happened = Signal(object)  # an event of the player
    ended = Signal()

    def __init__(self, live: Live, catalogue: Catalogue, clock: Clock, routine: Routine, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._catalogue, self._clock = live, catalogue, clock
        self.routine = routine
        self.timeline: Timeline = build_timeline(routine, catalogue.exercises)
        self.player = Player(self.timeline, clock)
        self.session_id: str | None = None
        self.done: dict[int, FinishedSet] = {}
        self.discarded = False
        self._unsaved: list[FinishedSet] = []
        self._started_at = self._ended_at = clock.now()
        self._finish_stored = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)

    @property
    def unsaved(self) -> int:
        """How many finished sets wait to be stored."""
        return len(self._unsaved)

    @property
    def is_paused(self) -> bool:
        return self.player.state is PlayerState.PAUSED

    def start(self) -> None:
        self._take(self.player.start())

    def advance(self) -> None:
        """Look at the clock and tell what came due."""
        self._take(self.player.advance())

    def pause_or_resume(self) -> None:
        self.resume() if self.is_paused else self.pause()

    def resume(self) -> None:
        self._take(self.player.resume())

    def pause(self) -> None:
        self._take(self.player.pause())

    def skip(self) -> None:
        self._take(self.player.skip())

    def back(self) -> None:
        self._take(self.player.back())

    def jump(self, index: int) -> None:
        self._take(self.player.jump(index))

    def mark_done(self) -> None:
        self._take(self.player.done())

    def finish(self) -> None:
        """End now and keep what is done."""
        self._take(self.player.finish())

    def discard(self) -> None:
        """End now and keep nothing; undo brings it back."""
        self._timer.stop()
        self.discarded = True
        self._unsaved.clear()
        if self.session_id is not None:
            self._live.do(self._live.store.sessions.discard, self.session_id)
        self.ended.emit()

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, WorkDone):
                self._store(event)
            self.happened.emit(event)
        self._arm()
        if any(isinstance(event, Finished) for event in events):
            self._end()

    def _arm(self) -> None:
        due = self.player.due_in()
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round(due / self._clock.speed * 1000)))

    def _store(self, event: WorkDone) -> None:
        finished = self._finished_set(event)
        self.done[event.work] = finished
        self._unsaved.append(finished)
        self._save()

    def _save(self) -> None:
        """Store what is not stored yet; what can't be (a full disk) waits for the next time."""
        sessions = self._live.store.sessions
        if self.session_id is None:
            begun = self._live.do(sessions.start, self.routine.id, self.routine.name, self._started_at)
            if begun is None:
                return
            self.session_id = begun.ids[0]
        while self._unsaved:
            if self._live.do(sessions.save_set, self.session_id, self._unsaved[0]) is None:
                return
            self._unsaved.pop(0)

    def _finished_set(self, event: WorkDone) -> FinishedSet:
        segment = event.segment
        exercise = self._catalogue.exercise(str(segment.exercise_id))
        return FinishedSet(
            work=event.work,
            exercise_id=exercise.id,
            exercise_name=exercise.name,
            planned=segment.dose,
            side=event.side,
            set_number=segment.set_number or 1,
            reps=event.reps,
            hold_s=event.hold_s,
            load_kg=segment.load_kg,
            finished_at=self._clock.now(),
        )

    def _end(self) -> None:
        self._timer.stop()
        self._ended_at = self._clock.now()
        self.keep()
        self.ended.emit()

    def keep(self) -> bool:
        """Store what is not stored yet; whether everything that was done is on the disk now."""
        if self._unsaved:
            self._save()
        if self._unsaved:
            return False
        if self.session_id is None or self._finish_stored:
            return True
        finish = self._live.store.sessions.finish
        self._finish_stored = self._live.do(finish, self.session_id, self._ended_at) is not None
        return self._finish_stored
