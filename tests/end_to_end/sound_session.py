"""Real sound from a program of its own: `python -m tests.end_to_end.sound_session` plays a short session with the
voice (two holds, a switch between them, three reps), `… scale` one cue of every kind without it,
`… lost` one cue after another while the sound server dies.

Prints a JSON line for each cue at its moment, for each thing found missing, and the worst gap between two ticks of a
timer: had anything held up the window, it would show there.
"""

import json
import subprocess
import sys
import time
from dataclasses import asdict, replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from app.domain.clock import SystemClock
from app.domain.exercise import Phase, PhaseKind, Sides
from app.domain.playing.cues import Cue, CueKind
from app.domain.playing.player import Player
from app.domain.playing.timeline import Timeline
from app.domain.preferences import Preferences, VoiceMode
from app.ui.sound.announcers import Announcers
from tests.domain.sample_routines import counted, held, hold, reps, timeline_of
from tests.end_to_end.display import DEADLINE_S

TICK_MS = 20
AFTERGLOW_MS = 2_500
"""After the last cue, so that it can be heard to its end."""
CLEAR = Preferences(voice_volume=0.3, tones_volume=1.0, metronome=False)
"""A voice soft enough for the tones to be found under it; the ticks are softer still."""
SCALE = Preferences(tones_volume=1.0)
APART_MS = 900
FAR_APART_MS = 2_000
SCALE_STARTS_MS = 1_000
"""Until the tones are loaded and their streams are open."""


def short_session() -> Timeline:
    way_in, way_out = Phase(PhaseKind.MOVE, 1, "Turn"), Phase(PhaseKind.MOVE, 1, "Front")
    there_and_back = (Phase(PhaseKind.MOVE, 1, "Up"), Phase(PhaseKind.MOVE, 1, "Down"))
    twist = replace(
        held("twist", hold(3), Sides.EACH),
        setup="",
        feel="",
        setup_s=4,
        switch_s=4,
        tempo=(way_in, Phase(PhaseKind.HOLD, None, "Breathe"), way_out),
    )
    crunch = replace(counted("crunch", reps(3)), setup="", feel="", setup_s=4, tempo=there_and_back)
    return timeline_of(twist, crunch)


def tell(**what: object) -> None:
    sys.stdout.write(json.dumps({"at_s": time.monotonic(), **what}) + "\n")
    sys.stdout.flush()


class Session(QObject):
    """Plays as the conductor does: a timer armed for what is due next."""

    def __init__(self, announcers: Announcers) -> None:
        super().__init__()
        self._announcers = announcers
        self._player = Player(short_session(), SystemClock())
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._last_tick_s = time.monotonic()
        self._worst_s = 0.0

    def start(self) -> None:
        self._last_tick_s = time.monotonic()
        self._ticks.start()
        self._take(self._player.start())

    def _advance(self) -> None:
        self._take(self._player.advance())

    def _take(self, events: tuple[object, ...]) -> None:
        for event in events:
            cue = getattr(event, "cue", None)
            if isinstance(cue, Cue):
                tell(cue=asdict(cue))
                self._announcers.announce(cue)
                if cue.kind is CueKind.END:
                    QTimer.singleShot(AFTERGLOW_MS, self._leave)
        due = self._player.due_in()
        if due is not None:
            self._timer.start(max(1, round(due * 1000)))

    def _tick(self) -> None:
        now_s = time.monotonic()
        self._worst_s = max(self._worst_s, now_s - self._last_tick_s)
        self._last_tick_s = now_s

    def _leave(self) -> None:
        self._ticks.stop()
        self._timer.stop()
        self._announcers.release()
        tell(worst_gap_s=self._worst_s)
        QCoreApplication.quit()


class Scale(QObject):
    """One cue of every kind in turn, and the one that work begins with."""

    def __init__(self, announcers: Announcers) -> None:
        super().__init__()
        self._announcers = announcers
        self._left = [Cue(0.0, CueKind.PHASE, ""), *(Cue(1.0, kind, "") for kind in CueKind)]
        self._timer = QTimer(self, interval=APART_MS)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        QTimer.singleShot(SCALE_STARTS_MS, self._timer.start)

    def _next(self) -> None:
        if not self._left:
            self._timer.stop()
            self._announcers.release()
            QCoreApplication.quit()
            return
        cue = self._left.pop(0)
        tell(cue=asdict(cue))
        self._announcers.announce(cue)


class Lost(QObject):
    """The sound server dies after the second cue; ends when that has been found."""

    def __init__(self, announcers: Announcers) -> None:
        super().__init__()
        self._announcers = announcers
        self._told = 0
        self._timer = QTimer(self, interval=FAR_APART_MS)
        self._timer.timeout.connect(self._next)
        announcers.flash_asked.connect(self._leave)

    def start(self) -> None:
        self._timer.start()

    def _next(self) -> None:
        self._told += 1
        self._announcers.announce(Cue(0.0, CueKind.READY, ""))
        if self._told == 2:
            subprocess.run(["pactl", "exit"], timeout=DEADLINE_S, check=True)

    def _leave(self) -> None:
        self._timer.stop()
        self._announcers.release()
        tell(flashed=True)
        QCoreApplication.quit()


def main(what: str = "session") -> int:
    application = QCoreApplication([])
    announcers = Announcers()
    announcers.missing_found.connect(lambda sentence: tell(missing=sentence))
    if what in {"scale", "lost"}:
        player = Scale(announcers) if what == "scale" else Lost(announcers)
        announcers.use(SCALE, VoiceMode.OFF)
        player.start()
    else:
        session = Session(announcers)
        announcers.voices_changed.connect(session.start)
        announcers.use(CLEAR, VoiceMode.FULL)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
