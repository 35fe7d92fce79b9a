"""Speaks cues: what to say next from the queue's rules, the speaking itself in another process."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.playing.cues import Cue
from app.domain.playing.speech import SpeechQueue
from app.ui.sound.helper import ANSWER_MS, START_MS, Helper, helper_command
from app.ui.sound.helper_process import Order
from app.ui.sound.missing import Missing

VOICE_ARGUMENT = "--voice-process"


def voice_command(*engine: str) -> list[str]:
    """`engine` as in `app.ui.sound.voice_process`, if not the best there is."""
    return helper_command(VOICE_ARGUMENT, "app.ui.sound.voice_process", *engine)


class Voice(QObject):
    """Says every cue it is told. The process is started by `open` and ended by `release`, as often as wanted.

    Until the process is ready, which takes a second or two, texts wait as long as they are worth saying.
    """

    voices_changed = Signal()
    missing_found = Signal(object)  # Missing

    def __init__(
        self,
        parent: QObject,
        command: Sequence[str] | None = None,
        start_ms: int = START_MS,
        answer_ms: int = ANSWER_MS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._command = voice_command() if command is None else command
        self._start_ms, self._answer_ms, self._now = start_ms, answer_ms, now
        self._queue = SpeechQueue()
        self._helper: Helper | None = None
        self._ready = False
        self._choice = ("", 0.0, 1.0)
        self.missing: Missing | None = None
        self.names: tuple[str, ...] = ()
        self._look = QTimer(self, singleShot=True)
        self._look.timeout.connect(self._go_on)

    @property
    def able(self) -> bool:
        """Whether it speaks, or will as soon as it is ready."""
        return self._helper is not None and self.missing is None

    def open(self) -> None:
        if self._helper is not None:
            return
        self.missing = None
        helper = self._helper = Helper(self._command, self, Missing.ANSWER, self._start_ms, self._answer_ms)
        helper.answered.connect(self._take)
        helper.fell_silent.connect(self._interrupt)
        helper.gave_up.connect(self._give_up)
        helper.start()

    def choose(self, name: str, rate: float, volume: float) -> None:
        """Voice by name (empty or unknown: the system's), rate −1 to 1, volume 0 to 1."""
        self._choice = (name, rate, volume)
        if self._ready and self._helper is not None:
            self._helper.order("choose", name=name, rate=rate, volume=volume)

    def announce(self, cue: Cue) -> None:
        if self.able:
            self._queue.offer(cue, self._now())
            self._go_on()

    def hush(self) -> None:
        self._queue.hush()
        self._look.stop()
        if self._ready and self._helper is not None:
            self._helper.order("hush")

    def release(self) -> None:
        self._queue.hush()
        self._look.stop()
        self._ready = False
        helper, self._helper = self._helper, None
        if helper is not None:
            helper.release()
            helper.deleteLater()

    def _take(self, answer: Order) -> None:
        if answer["is"] == "ready":
            self._begin(answer["voices"])
        elif answer["is"] == "ended":
            self._queue.ended(answer["number"])
            self._go_on()

    def _begin(self, names: list[str]) -> None:
        self._ready = True
        self.names = tuple(names)
        self.choose(*self._choice)
        self.voices_changed.emit()
        self._go_on()

    def _interrupt(self) -> None:
        """What was being spoken is lost with the process; what waits may wait for the next one."""
        self._ready = False
        self._queue.broken_off()
        self._look.stop()

    def _give_up(self, missing: Missing) -> None:
        self.missing = missing
        self.missing_found.emit(missing)

    def _go_on(self) -> None:
        """Say what has to be said now, and look again when something is due to be given up."""
        if not self._ready or self._helper is None:
            return
        now_s = self._now()
        utterance = self._queue.take(now_s)
        if utterance is not None:
            self._helper.order("say", number=utterance.number, text=utterance.text)
        look_in_s = self._queue.look_in_s(now_s)
        if look_in_s is None:
            self._look.stop()
        else:
            self._look.start(round(look_in_s * 1000) + 1)
