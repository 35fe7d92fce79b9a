"""Drives the player by Qt's clock, tells the listeners, and has every finished set stored at once."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.playing.events import Event, Finished, Paused, SegmentStarted, WorkDone
from app.domain.playing.laying_out import LaidOut
from app.domain.playing.player import Player
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import Timeline
from app.domain.playing.unfinished import Unfinished
from app.domain.preferences import VoiceMode
from app.domain.routine import Routine
from app.domain.training.sessions import FinishedSet, Session
from app.ui.live import Live
from app.ui.session.record import Record


class Conductor(QObject):
    """One playing of a routine.

    A precise single-shot timer is armed for whatever is due next and only asks the player; it never counts.
    Listeners are told before anything is stored, so that a slow disk never makes a cue late.
    """

    happened = Signal(object)  # an event of the player
    steered = Signal()  # the person did something; what comes of it is told right after
    asked_changed = Signal()  # about another exercise, or about none
    ended = Signal()

    def __init__(
        self,
        live: Live,
        catalogue: Catalogue,
        clock: Clock,
        laid_out: LaidOut,
        parent: QObject,
        resumed: tuple[Session | None, Unfinished] | None = None,
    ) -> None:
        """`resumed` is the session that was cut off, if it had begun to be stored, and where."""
        super().__init__(parent)
        self._clock, self._laid_out = clock, laid_out
        self._resumed = resumed
        self.player = Player(laid_out.timeline, clock)
        self.record = Record(live, catalogue, clock, laid_out.routine, resumed[0] if resumed else None)
        self.discarded = self.left = False
        self.asked_step: int | None = None  # the exercise whose discomfort is asked for
        self._step: int | None = None
        self._kept_at: tuple[int, int | None] | None = None  # the place of the last checkpoint
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)

    @property
    def routine(self) -> Routine:
        return self._laid_out.routine

    @property
    def voice(self) -> VoiceMode:
        return self._laid_out.voice

    @property
    def planned(self) -> Timeline:
        """As it was laid out; the person may lengthen and slow it while it plays."""
        return self._laid_out.timeline

    @property
    def timeline(self) -> Timeline:
        return self.player.timeline

    @property
    def done(self) -> dict[int, FinishedSet]:
        return self.record.done

    @property
    def unsaved(self) -> int:
        return self.record.unsaved

    @property
    def is_paused(self) -> bool:
        return self.player.state is PlayerState.PAUSED

    @property
    def is_going(self) -> bool:
        return self.player.state in {PlayerState.PLAYING, PlayerState.COUNTING_IN}

    def start(self) -> None:
        """From the beginning, or paused where it was cut off."""
        if self._resumed is None:
            self._take(self.player.start())
        else:
            self._take(self.player.take_up(self._resumed[1].place))

    def advance(self) -> None:
        """Look at the clock and tell what came due."""
        self._take(self.player.advance())

    # What a person does

    def pause_or_resume(self) -> None:
        self.resume() if self.is_paused else self.pause()

    def resume(self) -> None:
        self._steer(self.player.resume())

    def pause(self) -> None:
        self._steer(self.player.pause())

    def skip(self) -> None:
        self._steer(self.player.skip())

    def skip_exercise(self) -> None:
        self._steer(self.player.skip_exercise())

    def back(self) -> None:
        self._steer(self.player.back())

    def repeat(self) -> None:
        self._steer(self.player.repeat())

    def jump(self, index: int) -> None:
        self._steer(self.player.jump(index))

    def mark_done(self) -> None:
        self.steered.emit()  # also where nothing comes of it but the end of waiting
        self._take(self.player.done())

    def longer(self) -> None:
        self._take(self.player.longer())

    def shorter(self) -> None:
        self._take(self.player.shorter())

    def slower(self) -> None:
        self._take(self.player.slower())

    def faster(self) -> None:
        self._take(self.player.faster())

    def answer(self, discomfort: int) -> None:
        """How much the exercise asked about hurt, 0 to 10."""
        works = self._works_done(self.asked_step)
        if works:
            self.record.answer(max(works), discomfort)
            self._ask_about(None)
            self.record.save()

    def stop_for_pain(self) -> None:
        """A sharp pain: everything stands still, and it is logged."""
        self.pause()
        segment = self.player.segment
        if segment.exercise_id is None:  # the end: it was the last one
            segment = self.timeline.segments[self.player.index - 1]
        self.record.stop_for_pain(segment)

    def take_back_pain_stop(self) -> None:
        self.record.take_back_pain_stop()

    def finish(self) -> None:
        """End now and keep what is done."""
        self._steer(self.player.finish())

    def leave(self) -> None:
        """Stop without ending: what is done is stored, and the checkpoint keeps the place for the next start."""
        self.pause()
        self._timer.stop()
        self.left = True
        self.ended.emit()

    def discard(self) -> None:
        """End now and keep nothing; undo brings it back."""
        self._timer.stop()
        self.discarded = True
        self.record.discard()
        self.ended.emit()

    # How it is done

    def _steer(self, events: tuple[Event, ...]) -> None:
        if events:
            self.steered.emit()
        self._take(events)

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            if isinstance(event, WorkDone):
                self.record.add(event)
            elif isinstance(event, SegmentStarted):
                self._enter(event.index)
            self.happened.emit(event)
        self._arm()
        self.record.save()
        if any(isinstance(event, Finished) for event in events):
            self._end()
        else:
            self._keep_place(at_once=any(isinstance(event, Paused) for event in events))

    def _arm(self) -> None:
        due = self.player.due_in()
        if due is None:
            self._timer.stop()
        else:
            self._timer.start(max(1, round(due / self._clock.speed * 1000)))

    def _enter(self, index: int) -> None:
        """Ask for the discomfort of the exercise just left, until the work of the next one begins."""
        segment = self.timeline.segments[index]
        if segment.work is not None:
            self._ask_about(None)
        elif segment.step != self._step and self._unanswered(self._step):
            self._ask_about(self._step)
        self._step = segment.step

    def _ask_about(self, step: int | None) -> None:
        if step != self.asked_step:
            self.asked_step = step
            self.asked_changed.emit()

    def _unanswered(self, step: int | None) -> bool:
        works = self._works_done(step)
        return bool(works) and self.record.done[max(works)].discomfort is None

    def _works_done(self, step: int | None) -> set[int]:
        if step is None:
            return set()
        works = {segment.work for segment in self.timeline.segments if segment.step == step}
        return {work for work in works if work is not None and work in self.record.done}

    def _keep_place(self, at_once: bool) -> None:
        """A checkpoint at every boundary: a segment, a rep, a pause."""
        at = (self.player.index, self.player.rep)
        if at_once or at != self._kept_at:
            self._kept_at = at
            place = self.player.place()
            unfinished = Unfinished(self.routine, self._laid_out.options, place, self.record.started_at)
            self.record.keep_checkpoint(unfinished.to_json())

    def _end(self) -> None:
        self._timer.stop()
        self.record.finish()
        self.ended.emit()
