"""A player on a clock that is told what time it is, and short views of what it tells."""

from collections.abc import Sequence

from app.domain.playing.cues import CueKind
from app.domain.playing.events import CueReached, Event, Finished, Paused, Resumed, SegmentStarted, WorkDone
from app.domain.playing.place import Place
from app.domain.playing.player import Player
from app.domain.playing.timeline import Timeline
from tests.fakes import FakeClock


class Stage:
    """A player that has begun at segment `at`, or stands paused at `place`, and its clock."""

    def __init__(self, timeline: Timeline, at: int = 0, place: Place | None = None) -> None:
        self.clock = FakeClock()
        self.player = Player(timeline, self.clock)
        self.began = self.player.take_up(place) if place else self.player.start()
        for _ in range(at):
            self.player.skip()

    def play(self, seconds: float, step: float = 0.5) -> list[Event]:
        """Time passes in steps a timer would take."""
        events: list[Event] = []
        for _ in range(round(seconds / step)):
            self.clock.advance(step)
            events += self.player.advance()
        return events

    def pause_after(self, seconds: float) -> None:
        self.play(seconds)
        self.player.pause()

    def resume(self) -> list[Event]:
        """Through the counting in."""
        return [*self.player.resume(), *self.play(3)]


def without_cues(events: Sequence[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, SegmentStarted | WorkDone | Paused | Resumed | Finished)]


def works(events: Sequence[Event]) -> list[tuple[int, int | None, float | None, bool]]:
    return [(e.work, e.reps, e.hold_s, e.complete) for e in events if isinstance(e, WorkDone)]


def told(events: Sequence[Event]) -> list[str]:
    """The texts of the cues."""
    return [event.cue.text for event in events if isinstance(event, CueReached) and event.cue.text]


def kinds(events: Sequence[Event]) -> list[CueKind]:
    return [event.cue.kind for event in events if isinstance(event, CueReached)]
