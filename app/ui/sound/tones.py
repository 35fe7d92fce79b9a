"""Plays a tone with each cue: which one is decided here, the playing itself is done in another process."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.playing.cues import Cue, CueKind
from app.domain.playing.speech import patience_s
from app.ui.sound.helper import ANSWER_MS, START_MS, Helper, helper_command
from app.ui.sound.helper_process import Order
from app.ui.sound.missing import Missing

TONES_ARGUMENT = "--tones-process"
METRONOME = frozenset({"beat", "beat-first"})
_BY_KIND = {
    CueKind.READY: "ready",
    CueKind.SOON: "soon",
    CueKind.COUNTDOWN: "countdown",
    CueKind.PHASE: "phase",
    CueKind.REP: "turn",
    CueKind.LAST_REP: "last",
    CueKind.HALFWAY: "halfway",
    CueKind.SWITCH: "switch",
    CueKind.REST: "rest",
    CueKind.END: "end",
    CueKind.BEAT: "beat",
    CueKind.BEAT_FIRST: "beat-first",
}


def tones_command() -> list[str]:
    return helper_command(TONES_ARGUMENT, "app.ui.sound.tones_process")


def tone_of(cue: Cue) -> str | None:
    """The name of the tone for `cue` in `resources/sounds`; None for what is only said.

    Work begins with its own tone: the phase at its very start.
    """
    if cue.kind is CueKind.PHASE and cue.at_s == 0:
        return "go"
    return _BY_KIND.get(cue.kind)


class Tones(QObject):
    """The process is started by `open` and ended by `release`, as often as wanted.

    A loudspeaker may come and go meanwhile. Until the process is ready, which takes about half a second, the latest
    tone waits as long as its words would be worth saying: so the name that opens a session has its tone.
    """

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
        self._command = tones_command() if command is None else command
        self._start_ms, self._answer_ms, self._now = start_ms, answer_ms, now
        self._helper: Helper | None = None
        self._volume = 1.0
        self._metronome = True
        self._early: tuple[Cue, float] | None = None  # and until when it may still be played
        self.ready = False
        self.missing: Missing | None = None

    @property
    def able(self) -> bool:
        """Whether there is anything to play on, as far as known: it takes the process to find out."""
        return self.missing is None

    def open(self) -> None:
        if self._helper is not None:
            return
        self.missing = None
        helper = self._helper = Helper(self._command, self, Missing.TONES, self._start_ms, self._answer_ms)
        helper.answered.connect(self._take)
        helper.fell_silent.connect(self._interrupt)
        helper.gave_up.connect(self._miss)
        helper.start()

    def choose(self, volume: float, metronome: bool) -> None:
        """`volume` 0 to 1."""
        self._volume, self._metronome = volume, metronome

    def wants(self, cue: Cue) -> bool:
        """Whether `cue` has a tone, heard or not."""
        name = tone_of(cue)
        return name is not None and (self._metronome or name not in METRONOME)

    def announce(self, cue: Cue) -> None:
        if self._helper is None or not self.wants(cue):
            return
        if self.ready:
            self._helper.order("play", name=tone_of(cue) or "", volume=self._volume)
        else:
            self._early = (cue, self._now() + patience_s(cue))

    def hush(self) -> None:
        self._early = None
        if self.ready and self._helper is not None:
            self._helper.order("hush")

    def release(self) -> None:
        self.ready, self._early = False, None
        helper, self._helper = self._helper, None
        if helper is not None:
            helper.release()
            helper.deleteLater()

    def _take(self, answer: Order) -> None:
        if answer["is"] == "ready":
            self.ready, self.missing = True, None
            self._make_up()
        elif answer["is"] == "missing":
            self._miss(Missing(answer["what"]))

    def _make_up(self) -> None:
        early, self._early = self._early, None
        if early is not None and self._now() <= early[1]:
            self.announce(early[0])

    def _interrupt(self) -> None:
        self.ready = False

    def _miss(self, missing: Missing) -> None:
        self.ready = False
        if missing is not self.missing:
            self.missing = missing
            self.missing_found.emit(missing)
