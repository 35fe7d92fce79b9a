"""How late a cue reaches a listener in the real program: `python -m tests.benchmarks.cues SECONDS`, JSON at the end."""

import json
import sys
import time

from PySide6.QtCore import QObject, QTimer, Slot

from app.domain.playing.events import CueReached, Paused, Resumed, SegmentStarted
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import SegmentKind
from app.ui.main_window import MainWindow
from app.ui.session.conductor import Conductor
from tests.benchmarks.session import open_window, play, wait


class Stopwatch(QObject):
    """Hears every event after all others and takes each cue's lateness in milliseconds.

    A segment's origin is the monotonic moment at which it began by the player's own reckoning, taken when it is told
    of, so that a cue of a segment the player has left already is measured as well. Getting ready is cut short, and
    the routine is played again when it ends.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._conductor: Conductor
        self._origins: dict[int, float] = {}
        self.late_ms: list[float] = []
        self.interrupted = 0
        self.play()

    @Slot()
    def play(self) -> None:
        self._conductor = play(self._window)
        self._take_origin(self._conductor.player.index)
        self._conductor.happened.connect(self.hear)
        self._conductor.ended.connect(self.play_again)
        QTimer.singleShot(0, self.cut_short)

    @Slot()
    def play_again(self) -> None:
        QTimer.singleShot(0, self.play)

    @Slot(object)
    def hear(self, event: object) -> None:
        now, player = time.monotonic(), self._conductor.player
        if isinstance(event, CueReached) and player.state in {PlayerState.PLAYING, PlayerState.FINISHED}:
            self.late_ms.append((now - self._origins[event.index] - event.cue.at_s) * 1000)
        elif isinstance(event, SegmentStarted):
            self._take_origin(event.index)
            QTimer.singleShot(0, self.cut_short)
        elif isinstance(event, Resumed):
            self._take_origin(player.index)
        elif isinstance(event, Paused):
            self.interrupted += 1
            QTimer.singleShot(0, self._conductor.resume)

    @Slot()
    def cut_short(self) -> None:
        if self._conductor.player.segment.kind is SegmentKind.READY:
            self._conductor.mark_done()

    def _take_origin(self, index: int) -> None:
        """In one look the player may have gone over several segments: what lies between is their length."""
        player, segments = self._conductor.player, self._conductor.timeline.segments
        between_s = sum(segment.length_s for segment in segments[index : player.index])
        self._origins[index] = time.monotonic() - player.elapsed_s - between_s


def main() -> None:
    with open_window() as window:
        stopwatch = Stopwatch(window)
        wait(float(sys.argv[1]))
        late_ms, interrupted = stopwatch.late_ms, stopwatch.interrupted
    sys.stdout.write(json.dumps({"late_ms": late_ms, "interrupted": interrupted}) + "\n")


if __name__ == "__main__":
    main()
