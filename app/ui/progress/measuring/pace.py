"""Plays the pacing of a measure: tells the announcers what is due, by the clock it is handed."""

from itertools import chain

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.clock import Clock
from app.domain.playing.pacing import PacePart, Pacing
from app.domain.preferences import Preferences
from app.ui.sound.announcers import Announcers

TOO_LATE_S = 3.0  # after so long the machine slept: nothing is skipped


class MeasuringPace(QObject):
    """A timer only wakes it at the next moment; it never counts. Without `announcers` it is silent."""

    changed = Signal()  # another second, part or state
    ended = Signal()  # to its end, not by `stop`

    def __init__(self, clock: Clock, announcers: Announcers | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self._announcers = clock, announcers
        self._pacing: Pacing | None = None
        self._moments: list[float] = []
        self._told_s = -1.0  # cues up to here are announced
        self._elapsed_s = 0.0
        self._at_s = 0.0  # the clock's seconds when that was true
        self._sounds = False  # the announcers were asked for and not let go yet
        self.is_paused = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)

    @property
    def is_on(self) -> bool:
        """Running or paused."""
        return self._pacing is not None

    @property
    def part(self) -> PacePart | None:
        """What is done now."""
        return self._pacing.part_at(self._elapsed_s) if self._pacing else None

    @property
    def in_part_s(self) -> float:
        """Seconds since that part began."""
        return self._elapsed_s - self.part.start_s if self.part else 0.0

    def start(self, pacing: Pacing, preferences: Preferences) -> None:
        """From the beginning, sounding as the person chose."""
        self._pacing = pacing
        seconds = (part.start_s + second for part in pacing.parts for second in range(round(part.length_s)))
        self._moments = sorted({*chain(seconds, (cue.at_s for cue in pacing.cues), (pacing.total_s,))})
        self.is_paused = False
        if self._announcers is not None:
            self._announcers.use(preferences, preferences.voice)
            self._sounds = True
        self._go_on_from(0.0)

    def pause_or_resume(self) -> None:
        if self._pacing is None:
            return
        if self.is_paused:
            self.is_paused = False
            self._go_on_from(self._pacing.again_from(self._elapsed_s))
        else:
            self.advance()
            self._pause()

    def stop(self) -> None:
        """Leave it where it is, and let go of what sounds."""
        self._timer.stop()
        self._pacing = None
        if self._announcers is not None and self._sounds:
            self._sounds = False
            self._announcers.hush()
            self._announcers.release()

    def advance(self) -> None:
        """Look at the clock, and announce what has come due."""
        if self._pacing is None or self.is_paused:
            return
        now = self._clock.monotonic()
        due = self._next_moment()
        late = now - self._at_s - ((due or 0.0) - self._elapsed_s)
        if due is not None and late > TOO_LATE_S:
            self._elapsed_s = due
            self._pause()
            return
        self._elapsed_s += now - self._at_s
        self._at_s = now
        self._announce()

    # How it is done

    def _go_on_from(self, elapsed_s: float) -> None:
        """Cues from there on are to come, those at that very moment too."""
        self._elapsed_s, self._at_s = elapsed_s, self._clock.monotonic()
        self._told_s = elapsed_s - 1e-6
        self._announce()

    def _announce(self) -> None:
        pacing = self._pacing
        if pacing is None:
            return
        due = [cue for cue in pacing.cues if self._told_s < cue.at_s <= self._elapsed_s]
        self._told_s = self._elapsed_s
        if self._announcers is not None:
            for cue in due:
                self._announcers.announce(cue)
        if self._elapsed_s >= pacing.total_s:
            self._end()
        else:
            self._arm()
            self.changed.emit()

    def _arm(self) -> None:
        due = self._next_moment()
        if due is not None:
            self._timer.start(max(1, round((due - self._elapsed_s) / self._clock.speed * 1000)))

    def _next_moment(self) -> float | None:
        return next((moment for moment in self._moments if moment > self._elapsed_s), None)

    def _pause(self) -> None:
        if self._pacing is None:
            return
        self._timer.stop()
        self.is_paused = True
        if self._announcers is not None:
            self._announcers.hush()
        self.changed.emit()

    def _end(self) -> None:
        """The last words are still being said: `stop` lets go of the announcers, when nobody listens any more."""
        self._timer.stop()
        self._pacing = None
        self.ended.emit()
