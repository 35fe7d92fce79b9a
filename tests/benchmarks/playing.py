"""What the player takes of one core while a hold or reps are shown, and while it is paused. Writes it as JSON.

How often the figure was painted meanwhile is told beside it: a still figure costs nothing and proves nothing.
"""

import gc
import json
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from shiboken6 import isValid

from app.domain.playing.timeline import SegmentKind
from app.ui.session.conductor import Conductor
from app.ui.session.player.session_figure import SessionFigure
from tests.benchmarks.session import open_window, play, wait

SETTLED_S = 1
PLAYED_S = 6
PAUSED_S = 5


def share_of_a_core(seconds: float) -> float:
    """In per cent, of this whole process."""
    wait(SETTLED_S)
    spent, start = time.process_time(), time.perf_counter()
    wait(seconds)
    return 100 * (time.process_time() - spent) / (time.perf_counter() - start)


class Frames(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def go_to(conductor: Conductor, kind: SegmentKind) -> None:
    """Into the first segment of that kind; a jump may land on the getting ready before it."""
    conductor.jump([segment.kind for segment in conductor.timeline.segments].index(kind))
    while conductor.player.segment.kind is not kind:
        conductor.mark_done()


def active_timers() -> int:
    timers = [thing for thing in gc.get_objects() if issubclass(type(thing), QTimer) and isValid(thing)]
    return sum(timer.isActive() and not timer.isSingleShot() for timer in timers)


def main() -> None:
    found: dict[str, float] = {}
    with open_window() as window:
        conductor, frames = play(window), Frames()
        figure = window.findChild(SessionFigure)
        assert figure is not None
        figure.installEventFilter(frames)
        for kind in (SegmentKind.HOLD, SegmentKind.REPS):
            go_to(conductor, kind)
            painted = frames.count
            found[kind.value] = share_of_a_core(PLAYED_S)
            found[f"{kind.value} frames"] = (frames.count - painted) / (SETTLED_S + PLAYED_S)
        conductor.pause()
        found["paused"] = share_of_a_core(PAUSED_S)
        found["timers"] = active_timers()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
