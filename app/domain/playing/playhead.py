"""Where a session stands in its timeline, and what comes due as time passes."""

from enum import StrEnum

from app.domain.clock import Clock
from app.domain.playing.cues import Cue, CueKind, TimedPhase
from app.domain.playing.events import (
    CountingIn,
    CueReached,
    Event,
    Finished,
    Paused,
    PauseReason,
    Resumed,
    SegmentStarted,
)
from app.domain.playing.timeline import INSTANT_S, Segment, Timeline
from app.domain.playing.work_log import WorkLog

COUNT_IN_S = 3


class PlayerState(StrEnum):
    READY_TO_START = "ready-to-start"
    COUNTING_IN = "counting-in"
    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"


class Playhead:
    """Reads the clock; `Player` adds what a person does. A late look tells everything due, in order and once."""

    def __init__(self, timeline: Timeline, clock: Clock, gap_limit_s: float = 3.0) -> None:
        self.timeline = timeline
        self._clock = clock
        self._gap_limit_s = gap_limit_s * clock.speed
        self._state = PlayerState.READY_TO_START
        self._index = 0
        self._next_cue = 0
        self._origin = 0.0  # the monotonic moment at which the segment, or the counting in, began
        self._elapsed_s = 0.0  # into the segment, as last seen
        self._seen_s = 0.0  # the last look at the monotonic clock
        self._seen_wall_s = 0.0  # and at the wall clock
        self._counted = 0  # numbers told of the counting in
        self._released = False  # this segment has waited for the person, and they have come
        self._log = WorkLog()

    # Where we are

    @property
    def state(self) -> PlayerState:
        return self._state

    @property
    def index(self) -> int:
        """The segment in hand; the last one once finished."""
        return self._index

    @property
    def segment(self) -> Segment:
        return self.timeline.segments[self._index]

    @property
    def elapsed_s(self) -> float:
        """Seconds into the segment, at this very moment."""
        if self._state is not PlayerState.PLAYING:
            return self._elapsed_s
        return self._elapsed_at(self._clock.monotonic())

    @property
    def left_s(self) -> float:
        return self.segment.length_s - self.elapsed_s

    @property
    def position_s(self) -> float:
        """Seconds into the whole session as it is laid out."""
        return self.segment.start_s + self.elapsed_s

    @property
    def phase(self) -> TimedPhase | None:
        return self.segment.phase_at(self.elapsed_s)

    @property
    def phase_left_s(self) -> float:
        """Seconds left of the phase; of the segment where it has no phases."""
        elapsed_s = self.elapsed_s
        phase = self.segment.phase_at(elapsed_s)
        end_s = phase.end_s if phase else self.segment.length_s
        return max(0.0, end_s - elapsed_s)

    @property
    def rep(self) -> int | None:
        """The rep in hand, counted from 1; None outside reps."""
        phase = self.phase
        return phase.rep if phase else None

    @property
    def waiting(self) -> bool:
        """Time stands still until `done()`: self-paced reps have had theirs, or the equipment is being fetched."""
        return self._state is PlayerState.PLAYING and self._waits_at(self.elapsed_s)

    @property
    def count_in_s(self) -> float | None:
        """Seconds until it goes on; None unless it is counting in."""
        if self._state is not PlayerState.COUNTING_IN:
            return None
        return min(float(COUNT_IN_S), max(0.0, self._origin + COUNT_IN_S - self._clock.monotonic()))

    def due_in(self) -> float | None:
        """Seconds of the clock until something changes: a cue, a phase, the segment's end, a second of a countdown.

        At most 1. None while nothing will change by itself. For a timer divide by `Clock.speed`.
        """
        count_in_s = self.count_in_s
        if count_in_s is not None:
            return _to_whole_second(count_in_s)
        elapsed_s = self.elapsed_s
        if self._state is not PlayerState.PLAYING or self._waits_at(elapsed_s):
            return None
        segment = self.segment
        phase = segment.phase_at(elapsed_s)
        due = [_to_whole_second(segment.length_s - elapsed_s)]
        if phase:
            due.append(_to_whole_second(phase.end_s - elapsed_s))
        if segment.waits_at_s is not None and not self._released:
            due.append(segment.waits_at_s - elapsed_s)
        if self._next_cue < len(segment.cues):
            due.append(segment.cues[self._next_cue].at_s - elapsed_s)
        return max(0.0, min(due))

    def advance(self) -> tuple[Event, ...]:
        """Look at the clock: everything that came due since the last look, in order."""
        if self._state not in (PlayerState.PLAYING, PlayerState.COUNTING_IN):
            return ()
        seen_s, seen_wall_s = self._seen_s, self._seen_wall_s
        self._look()
        stood = self._state is PlayerState.PLAYING and self._waits_at(self._elapsed_s)
        passed_s = 0.0 if stood else self._seen_s - seen_s  # nobody need look while time stands
        if self._too_far(passed_s, self._seen_wall_s - seen_wall_s - (self._seen_s - seen_s)):
            self._state = PlayerState.PAUSED
            return (Paused(PauseReason.INTERRUPTED),)
        return tuple(self._catch_up())

    # Time

    def _look(self) -> None:
        self._seen_s = self._clock.monotonic()
        self._seen_wall_s = self._clock.now().timestamp()

    def _too_far(self, unseen_s: float, wall_ahead_s: float) -> bool:
        return max(unseen_s, abs(wall_ahead_s)) > self._gap_limit_s

    def _elapsed_at(self, moment_s: float) -> float:
        segment = self.segment
        most_s = segment.length_s if self._released or segment.waits_at_s is None else segment.waits_at_s
        return min(max(0.0, moment_s - self._origin), most_s)

    def _waits_at(self, elapsed_s: float) -> bool:
        waits_at_s = self.segment.waits_at_s
        return waits_at_s is not None and not self._released and elapsed_s >= waits_at_s - INSTANT_S

    def _count_in(self) -> tuple[Event, ...]:
        """From the last look on."""
        self._state, self._origin, self._counted = PlayerState.COUNTING_IN, self._seen_s, 0
        return (CountingIn(), *self._catch_up())

    def _catch_up(self) -> list[Event]:
        """All that is due at the last look, over as many segments as have ended by then."""
        events = self._catch_up_count_in() if self._state is PlayerState.COUNTING_IN else []
        while self._state is PlayerState.PLAYING:
            segment = self.segment
            self._elapsed_s = self._elapsed_at(self._seen_s)
            events += self._due_cues()
            ended_s = self._origin + segment.length_s
            if self._waits_at(self._elapsed_s) or ended_s > self._seen_s + INSTANT_S:
                break
            events += self._leave_for(self._index + 1)
            self._origin = ended_s
        return events

    def _catch_up_count_in(self) -> list[Event]:
        events: list[Event] = []
        passed_s = self._seen_s - self._origin + INSTANT_S
        while self._counted < min(COUNT_IN_S, int(passed_s) + 1):
            number = Cue(self._elapsed_s, CueKind.COUNTDOWN, str(COUNT_IN_S - self._counted))
            events.append(CueReached(self._index, number))
            self._counted += 1
        if passed_s >= COUNT_IN_S:
            self._origin += COUNT_IN_S - self._elapsed_s
            self._state = PlayerState.PLAYING
            events.append(Resumed())
        return events

    def _due_cues(self) -> list[Event]:
        events: list[Event] = []
        cues = self.segment.cues
        while self._next_cue < len(cues) and cues[self._next_cue].at_s <= self._elapsed_s + INSTANT_S:
            events.append(CueReached(self._index, cues[self._next_cue]))
            self._next_cue += 1
        return events

    def _leave_for(self, index: int, done: float | None = None) -> list[Event]:
        """Keep what was done of the segment, and go to the start of segment `index` (past the last: finish)."""
        segment = self.segment
        self._log.keep(self._index, segment.done_at(self._elapsed_s) if done is None else done)
        over = index == len(self.timeline.segments)
        events: list[Event] = []
        if over or self.timeline.segments[index].work != segment.work:
            events += self._log.tell(self.timeline, self._index)
        if over:
            self._state = PlayerState.FINISHED
            return [*events, Finished()]
        self._index, self._next_cue, self._elapsed_s, self._released = index, 0, 0.0, False
        return [*events, SegmentStarted(index)]


def _to_whole_second(left_s: float) -> float:
    """Seconds until the digits of a countdown at `left_s` change; none once it is over."""
    if left_s <= INSTANT_S:
        return 0.0
    part = left_s % 1.0
    return part if part > INSTANT_S else 1.0
