"""Plays a timeline: where we are, what has just happened, and when to look again.

A pure state machine on a clock. Nothing is counted: a segment's start is kept as a moment of `Clock.monotonic()`,
and every look at the clock emits, in order and once, all that has come due since the last one. So a late look skips
nothing and nothing drifts. Every method is legal in every state; where it makes no sense it does nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.clock import Clock
from app.domain.cues import Cue, TimedPhase
from app.domain.exercise import Side
from app.domain.timeline import INSTANT_S, Segment, SegmentKind, Timeline

BACK_WITHIN_S = 2.0  # so soon after a segment's start, back means the segment before


class PlayerState(StrEnum):
    READY_TO_START = "ready-to-start"
    PLAYING = "playing"
    PAUSED = "paused"
    FINISHED = "finished"


class PauseReason(StrEnum):
    ASKED = "asked"
    INTERRUPTED = "interrupted"  # the lid was closed, the program stood still, or the clock was set


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    index: int


@dataclass(frozen=True, slots=True)
class CueReached:
    """`cue` of segment `index` is due."""

    index: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class WorkDone:
    """One set to store, as far as it was done.

    `segment` is the one it ended in. `reps` is None for holds; `hold_s` is None for reps and the sum over all
    positions for a series, whose `side` is None. Doing a work again tells of the same `work` once more, and the
    store replaces it; but only if at least as much was done as before, so that going back by mistake never makes
    a record smaller.
    """

    work: int
    segment: Segment
    side: Side | None
    reps: int | None
    hold_s: float | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Paused:
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Resumed:
    pass


@dataclass(frozen=True, slots=True)
class Finished:
    pass


Event = SegmentStarted | CueReached | WorkDone | Paused | Resumed | Finished


class Player:
    """Plays `timeline` on `clock`; every method returns what happened.

    After a look at the clock that comes more than `gap_limit_s` (real seconds) after the last one, or finds the wall
    clock and the monotonic clock that far apart, the player is paused where it was last seen.
    """

    def __init__(self, timeline: Timeline, clock: Clock, gap_limit_s: float = 3.0) -> None:
        self.timeline = timeline
        self._clock = clock
        self._gap_limit_s = gap_limit_s * clock.speed
        self._state = PlayerState.READY_TO_START
        self._index = 0
        self._next_cue = 0
        self._origin = 0.0  # the monotonic moment at which the segment began; only while playing
        self._elapsed_s = 0.0  # as last seen
        self._seen_s = 0.0  # the last look at the monotonic clock
        self._seen_wall_s = 0.0  # and at the wall clock
        self._done: dict[int, float] = {}  # the most ever done of a segment: reps, or seconds held
        self._untold = False  # something was done in the work in hand that no event has told of

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
        """Self-paced reps have had their time, and `done()` is waited for."""
        return self._state is PlayerState.PLAYING and self._waits_at(self.elapsed_s)

    def due_in(self) -> float | None:
        """Seconds of the clock until something changes: a cue, a phase, the segment's end, a second of a countdown.

        At most 1. None while nothing will change by itself. For a timer divide by `Clock.speed`.
        """
        elapsed_s = self.elapsed_s
        if self._state is not PlayerState.PLAYING or self._waits_at(elapsed_s):
            return None
        segment = self.segment
        phase = segment.phase_at(elapsed_s)
        due = [_to_whole_second(segment.length_s - elapsed_s)]
        if phase:
            due.append(_to_whole_second(phase.end_s - elapsed_s))
        if self._next_cue < len(segment.cues):
            due.append(segment.cues[self._next_cue].at_s - elapsed_s)
        return max(0.0, min(due))

    # What a person does

    def start(self) -> tuple[Event, ...]:
        """Begin with the first segment, or with the one jumped to before."""
        if self._state is not PlayerState.READY_TO_START:
            return ()
        self._play_on()
        return (SegmentStarted(self._index), *self._catch_up())

    def pause(self) -> tuple[Event, ...]:
        events = self.advance()
        if self._state is not PlayerState.PLAYING:
            return events
        self._state = PlayerState.PAUSED
        return (*events, Paused(PauseReason.ASKED))

    def resume(self) -> tuple[Event, ...]:
        if self._state is not PlayerState.PAUSED:
            return ()
        self._play_on()
        return (Resumed(), *self._catch_up())

    def skip(self) -> tuple[Event, ...]:
        """On to the next segment; what was done of this one counts."""
        events = self.advance()
        return events + self._move(self._index + 1, self.segment.done_at(self._elapsed_s))

    def done(self) -> tuple[Event, ...]:
        """Enter: start now, or be done with this set: all reps if self-paced, else the reps and seconds so far."""
        events = self.advance()
        segment = self.segment
        return events + self._move(
            self._index + 1, segment.done_at(segment.length_s if segment.self_paced else self._elapsed_s)
        )

    def back(self) -> tuple[Event, ...]:
        """To the segment's start; from there, and up to two seconds after it, to the segment before."""
        events = self.advance()
        before = max(0, self._index - 1)
        index = before if self._elapsed_s < BACK_WITHIN_S else self._index
        return events + self._move(index, self.segment.done_at(self._elapsed_s))

    def jump(self, index: int) -> tuple[Event, ...]:
        """To the start of segment `index`. Before `start()` it chooses where to begin."""
        events = self.advance()
        if not 0 <= index < len(self.timeline.segments):
            return events
        if self._state is PlayerState.READY_TO_START:
            self._index = index
            return (SegmentStarted(index),)
        return events + self._move(index, self.segment.done_at(self._elapsed_s))

    def finish(self) -> tuple[Event, ...]:
        """End now; what was done of the set in hand counts."""
        events = self.advance()
        if self._state is PlayerState.READY_TO_START:
            self._state = PlayerState.FINISHED
            return (Finished(),)
        return events + self._move(len(self.timeline.segments), self.segment.done_at(self._elapsed_s))

    def advance(self) -> tuple[Event, ...]:
        """Look at the clock: everything that came due since the last look, in order."""
        if self._state is not PlayerState.PLAYING:
            return ()
        seen_s, seen_wall_s = self._seen_s, self._seen_wall_s
        self._look()
        passed_s, passed_wall_s = self._seen_s - seen_s, self._seen_wall_s - seen_wall_s
        if not self._waits_at(self._elapsed_s) and self._too_far(passed_s, passed_wall_s):
            self._state = PlayerState.PAUSED
            return (Paused(PauseReason.INTERRUPTED),)
        return tuple(self._catch_up())

    # How it is done

    def _look(self) -> None:
        self._seen_s = self._clock.monotonic()
        self._seen_wall_s = self._clock.now().timestamp()

    def _too_far(self, passed_s: float, passed_wall_s: float) -> bool:
        return max(passed_s, abs(passed_wall_s - passed_s)) > self._gap_limit_s

    def _elapsed_at(self, moment_s: float) -> float:
        return min(max(0.0, moment_s - self._origin), self.segment.length_s)

    def _waits_at(self, elapsed_s: float) -> bool:
        return self.segment.self_paced and elapsed_s >= self.segment.length_s - INSTANT_S

    def _play_on(self) -> None:
        """From where the segment stands, from now on."""
        self._look()
        self._origin = self._seen_s - self._elapsed_s
        self._state = PlayerState.PLAYING

    def _catch_up(self) -> list[Event]:
        """All that is due at the last look, over as many segments as have ended by then."""
        events: list[Event] = []
        while self._state is PlayerState.PLAYING:
            segment = self.segment
            self._elapsed_s = self._elapsed_at(self._seen_s)
            events += self._due_cues(self._seen_s - self._origin + INSTANT_S)
            ended_s = self._origin + segment.length_s
            if segment.self_paced or ended_s > self._seen_s + INSTANT_S:
                break
            events += self._leave_for(self._index + 1, segment.done_at(segment.length_s))
            self._origin = ended_s
        return events

    def _due_cues(self, elapsed_s: float) -> list[Event]:
        events: list[Event] = []
        cues = self.segment.cues
        while self._next_cue < len(cues) and cues[self._next_cue].at_s <= elapsed_s:
            events.append(CueReached(self._index, cues[self._next_cue]))
            self._next_cue += 1
        return events

    def _move(self, index: int, done: float) -> tuple[Event, ...]:
        """Go to the start of segment `index` because the person says so, playing or paused as before."""
        if self._state not in (PlayerState.PLAYING, PlayerState.PAUSED):
            return ()
        events = self._leave_for(index, done)
        self._origin = self._seen_s
        return (*events, *self._catch_up())

    def _leave_for(self, index: int, done: float) -> list[Event]:
        """Keep what was `done` of the segment, and go to the start of segment `index` (past the last: finish)."""
        if done > 0 and done >= self._done.get(self._index, 0.0):
            self._done[self._index] = done
            self._untold = True
        over = index == len(self.timeline.segments)
        events: list[Event] = []
        if over or self.timeline.segments[index].work != self.segment.work:
            events += self._tell_work()
        if over:
            self._state = PlayerState.FINISHED
            return [*events, Finished()]
        self._index, self._next_cue, self._elapsed_s = index, 0, 0.0
        return [*events, SegmentStarted(index)]

    def _tell_work(self) -> list[Event]:
        """The work in hand as one set: of a series, the positions together."""
        segment = self.segment
        if not self._untold or segment.work is None:
            return []
        self._untold = False
        whole = {i: part for i, part in enumerate(self.timeline.segments) if part.work == segment.work}
        done = sum(self._done.get(i, 0.0) for i in whole)
        planned = sum(part.done_at(part.length_s) for part in whole.values())
        counted = segment.kind is SegmentKind.REPS
        return [
            WorkDone(
                work=segment.work,
                segment=segment,
                side=segment.side if segment.position is None else None,
                reps=int(done) if counted else None,
                hold_s=None if counted else round(done, 1),
                complete=done >= planned,
            )
        ]


def _to_whole_second(left_s: float) -> float:
    """Seconds until the digits of a countdown at `left_s` change."""
    part = left_s % 1.0
    return part if part > INSTANT_S else 1.0
