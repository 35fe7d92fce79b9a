"""What is stored of a session while it is played."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.playing.events import WorkDone
from app.domain.playing.timeline import Segment
from app.domain.routine import Routine
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.store.changes import Changes
from app.ui.live import Live


class Record:
    """The session's row is made together with its first finished set, so that nothing empty is ever stored.

    What can't be stored (a full disk) waits for the next time. `done` are the finished sets by their work.
    """

    def __init__(
        self, live: Live, catalogue: Catalogue, clock: Clock, routine: Routine, begun: Session | None = None
    ) -> None:
        """`begun` is the session that is gone on with; None for a new one."""
        self._live, self._catalogue, self._clock, self._routine = live, catalogue, clock, routine
        self.session_id = begun.id if begun else None
        self.done: dict[int, FinishedSet] = {each.work: each for each in begun.sets} if begun else {}
        self.started_at = begun.started_at if begun else clock.now()
        self._waiting: dict[int, FinishedSet] = {}
        self._pain_stop_id: str | None = None
        self._ended_at: datetime | None = None
        self._finish_stored = False

    @property
    def unsaved(self) -> int:
        """How many finished sets wait to be stored."""
        return len(self._waiting)

    def add(self, event: WorkDone) -> None:
        """Keep a finished set; `save` stores it."""
        finished = self._finished_set(event)
        before = self.done.get(event.work)
        self._put(replace(finished, discomfort=before.discomfort) if before else finished)

    def answer(self, work: int, discomfort: int) -> None:
        """How much an exercise hurt, 0 to 10, kept with its last set."""
        self._put(replace(self.done[work], discomfort=discomfort))

    def save(self) -> bool:
        """Store what is not stored yet; whether all of it is on the disk."""
        if self._waiting and self._begin():
            for work, finished in list(self._waiting.items()):
                if self._live.do(self._live.store.sessions.save_set, self._id, finished) is None:
                    break
                del self._waiting[work]
        return not self._waiting

    def stop_for_pain(self, segment: Segment) -> None:
        """Log that this exercise was stopped because of a sharp pain."""
        if not self._begin():
            return
        exercise = self._catalogue.exercise(str(segment.exercise_id))
        stop = PainStop(exercise.id, exercise.name, segment.side, segment.set_number, self._clock.now())
        logged = self._live.do(self._live.store.sessions.stop_for_pain, self._id, stop)
        self._pain_stop_id = logged.ids[0] if logged else None

    def take_back_pain_stop(self) -> None:
        """It was pressed by mistake."""
        if self._pain_stop_id is not None:
            self._live.do(self._live.store.sessions.take_back_pain_stop, self._id, self._pain_stop_id)
            self._pain_stop_id = None

    def keep_checkpoint(self, content: Mapping[str, Any]) -> None:
        self._live.ask(self._live.store.checkpoint.keep, self.session_id, content)

    def finish(self) -> bool:
        """The session is over: whether everything that was done is on the disk now. May be asked again."""
        self._ended_at = self._ended_at or self._clock.now()
        if not self.save():
            return False
        if self.session_id is not None and not self._finish_stored:
            finish = self._live.store.sessions.finish
            self._finish_stored = self._live.do(finish, self._id, self._ended_at) is not None
            if not self._finish_stored:
                return False
        self._live.ask(self._live.store.checkpoint.clear)
        return True

    def discard(self) -> None:
        """Keep nothing; undo brings it back."""
        self._waiting.clear()
        if self.session_id is not None:
            self._live.do(self._live.store.sessions.discard, self._id)
        self._live.ask(self._live.store.checkpoint.clear)

    @property
    def _id(self) -> str:
        return str(self.session_id)

    def _begin(self) -> bool:
        """Whether the session has its row."""
        if self.session_id is None:
            start: Callable[..., Changes] = self._live.store.sessions.start
            begun = self._live.do(start, self._routine.id, self._routine.name, self.started_at)
            self.session_id = begun.ids[0] if begun else None
        return self.session_id is not None

    def _put(self, finished: FinishedSet) -> None:
        self.done[finished.work] = self._waiting[finished.work] = finished

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
