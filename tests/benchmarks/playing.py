"""What the player takes of one core while a hold or reps are shown, and while it is paused. Writes it as JSON."""

import gc
import json
import sys
import time

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from app.domain.timeline import SegmentKind
from app.ui.session.conductor import Conductor
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
        conductor = play(window)
        for kind in (SegmentKind.HOLD, SegmentKind.REPS):
            go_to(conductor, kind)
            found[kind.value] = share_of_a_core(PLAYED_S)
        conductor.pause()
        found["paused"] = share_of_a_core(PAUSED_S)
        found["timers"] = active_timers()
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
