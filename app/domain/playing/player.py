"""Plays a timeline: where we are, what has just happened, and when to look again.

A pure state machine on a clock. Nothing is counted: a segment's start is kept as a moment of `Clock.monotonic()`,
and every look at the clock emits, in order and once, all that has come due since the last one. So a late look skips
nothing and nothing drifts. Every method is legal in every state; where it makes no sense it does nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from app.domain.clock import Clock
from app.domain.playing.cues import Cue
from app.domain.playing.events import Event, Finished, Paused, PauseReason, SegmentStarted, TimelineChanged
from app.domain.playing.place import Place
from app.domain.playing.playhead import PlayerState, Playhead
from app.domain.playing.stretching import at_pace, longer, shorter
from app.domain.playing.timeline import INSTANT_S, Segment, SegmentKind, Timeline, in_turn

BACK_WITHIN_S = 2.0  # so soon after a segment's start, back means the segment before
PACES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)
_UNDER_WAY = frozenset({PlayerState.COUNTING_IN, PlayerState.PLAYING, PlayerState.PAUSED})


class Player(Playhead):
    """Plays `timeline` on `clock`; every method returns what happened.

    After a look at the clock that comes more than `gap_limit_s` (real seconds) after the last one, or finds the wall
    clock and the monotonic clock that far apart, the player is paused where it was last seen.
    """

    def __init__(self, timeline: Timeline, clock: Clock, gap_limit_s: float = 3.0) -> None:
        super().__init__(timeline, clock, gap_limit_s)
        self._paces: dict[int, float] = {}  # by step; 1 where there is none

    @property
    def pace(self) -> float:
        """How fast the reps of the exercise in hand are, 1 as written, less is slower."""
        step = self.segment.step
        return 1.0 if step is None else self._paces.get(step, 1.0)

    def place(self) -> Place:
        """Where to go on if this process ends now: the start of the rep or of the segment in hand."""
        segment = self.segment
        phase = segment.phase_at(self._elapsed_s)
        start_s = 0.0
        if phase is not None and phase.rep is not None:
            start_s = next(each.start_s for each in segment.phases if each.rep == phase.rep)
        done = self._log.amounts(self._index, segment.done_at(self._elapsed_s))
        return Place(self._index, start_s, done, tuple(sorted(self._paces.items())))

    # What a person does

    def start(self) -> tuple[Event, ...]:
        """Begin with the first segment, or with the one jumped to before."""
        if self._state is not PlayerState.READY_TO_START:
            return ()
        self._look()
        self._origin = self._seen_s
        self._state = PlayerState.PLAYING
        return (SegmentStarted(self._index), *self._catch_up())

    def take_up(self, place: Place) -> tuple[Event, ...]:
        """Instead of `start()`: stand paused where another player was cut off."""
        if self._state is not PlayerState.READY_TO_START:
            return ()
        paces = [(step, pace) for step, pace in place.paces if pace in PACES]
        for step, pace in paces:
            self._set_pace(step, pace)
        self._index = min(place.index, len(self.timeline.segments) - 1)
        self._elapsed_s = min(place.elapsed_s, self.segment.length_s)
        self._next_cue = bisect_left(self.segment.cues, self._elapsed_s - INSTANT_S, key=_at_s)
        self._log.take_up(place.done, self.timeline, self._index)
        self._state = PlayerState.PAUSED
        changed = (TimelineChanged(),) if paces else ()
        return (*changed, SegmentStarted(self._index), Paused(PauseReason.ASKED))

    def pause(self) -> tuple[Event, ...]:
        events = self.advance()
        if self._state not in (PlayerState.PLAYING, PlayerState.COUNTING_IN):
            return events
        self._state = PlayerState.PAUSED
        return (*events, Paused(PauseReason.ASKED))

    def resume(self) -> tuple[Event, ...]:
        """Counts 3-2-1, then goes on."""
        if self._state is not PlayerState.PAUSED:
            return ()
        self._look()
        return self._count_in()

    def skip(self) -> tuple[Event, ...]:
        """On to the next segment; what was done of this one counts."""
        return self._after_a_look(lambda: self._move(self._index + 1))

    def skip_exercise(self) -> tuple[Event, ...]:
        """On to the next exercise; what was done of this one counts."""
        return self._after_a_look(lambda: self._move(self._next_exercise()))

    def done(self) -> tuple[Event, ...]:
        """Enter: start now, or be done with this set: all reps if self-paced, else the reps and seconds so far.

        Getting ready that waits for the person goes on to its last ten seconds.
        """
        return self._after_a_look(self._be_done)

    def back(self) -> tuple[Event, ...]:
        """To the segment's start; from there, and up to two seconds after it, to the segment before."""
        return self._after_a_look(
            lambda: self._move(max(0, self._index - 1) if self._elapsed_s < BACK_WITHIN_S else self._index)
        )

    def repeat(self) -> tuple[Event, ...]:
        """The set in hand from its start, counted in; outside work, the set before."""
        return self._after_a_look(self._repeat)

    def jump(self, index: int) -> tuple[Event, ...]:
        """To segment `index`, with the time before it to get ready. Before `start()` it chooses where to begin."""
        return self._after_a_look(lambda: self._jump(index))

    def longer(self) -> tuple[Event, ...]:
        """Ten seconds more of the segment in hand, half a minute of getting ready, or one rep.

        Where getting ready waits for the person there is nothing to make longer or shorter.
        """
        return self._after_a_look(lambda: self._stretch(longer))

    def shorter(self) -> tuple[Event, ...]:
        return self._after_a_look(lambda: self._stretch(shorter))

    def slower(self) -> tuple[Event, ...]:
        """The reps of the exercise in hand, in this set and in the others."""
        return self._after_a_look(lambda: self._change_pace(-1))

    def faster(self) -> tuple[Event, ...]:
        return self._after_a_look(lambda: self._change_pace(1))

    def finish(self) -> tuple[Event, ...]:
        """End now; what was done of the set in hand counts."""
        if self._state is PlayerState.READY_TO_START:
            self._state = PlayerState.FINISHED
            return (Finished(),)
        return self._after_a_look(lambda: self._move(len(self.timeline.segments)))

    # Moving

    def _after_a_look(self, work: Callable[[], tuple[Event, ...]]) -> tuple[Event, ...]:
        events = self.advance()
        return events + work()

    def _be_done(self) -> tuple[Event, ...]:
        segment = self.segment
        if self._fetching:
            return self._last_ten_seconds(segment.waits_at_s or 0.0)
        self_paced = segment.kind is SegmentKind.REPS and segment.waits_at_s is not None
        return self._move(self._index + 1, segment.done_at(segment.length_s) if self_paced else None)

    @property
    def _fetching(self) -> bool:
        """Getting ready as long as it takes."""
        waits = self.segment.kind is SegmentKind.READY and self.segment.waits_at_s is not None
        return waits and not self._released and self._state in _UNDER_WAY

    def _last_ten_seconds(self, from_s: float) -> tuple[Event, ...]:
        self._released, self._elapsed_s = True, from_s
        self._next_cue = bisect_right(self.segment.cues, from_s + INSTANT_S, key=_at_s)
        if self._state is PlayerState.PLAYING:
            self._origin = self._seen_s - from_s
        return tuple(self._catch_up())

    def _jump(self, index: int) -> tuple[Event, ...]:
        if not 0 <= index < len(self.timeline.segments):
            return ()
        ready = self._with_time_to_get_ready(index)
        if self._state is PlayerState.READY_TO_START:
            self._index = ready
            return (SegmentStarted(ready),)
        in_the_middle = ready == index and self.timeline.segments[index].work is not None
        return self._move(ready, counted_in=in_the_middle)

    def _with_time_to_get_ready(self, index: int) -> int:
        """Getting ready, switch or rest right before a work, else `index` itself."""
        segments = self.timeline.segments
        before = segments[index - 1] if index else None
        return index - 1 if before and before.work is None and segments[index].work is not None else index

    def _repeat(self) -> tuple[Event, ...]:
        segments = self.timeline.segments
        works = [segment.work for segment in segments[: self._index + 1] if segment.work is not None]
        if not works:
            return self._move(self._index)
        first = next(index for index, segment in enumerate(segments) if segment.work == works[-1])
        return self._move(first, counted_in=True)

    def _next_exercise(self) -> int:
        segments, step = self.timeline.segments, self.segment.step
        later = range(self._index + 1, len(segments))
        return next((index for index in later if segments[index].step != step), len(segments))

    def _move(self, index: int, done: float | None = None, *, counted_in: bool = False) -> tuple[Event, ...]:
        """To the start of segment `index` because the person says so, playing or paused as before.

        `done` is what was done of the segment in hand where it is not as much as time has passed.
        """
        if self._state not in _UNDER_WAY:
            return ()
        events = self._leave_for(index, done)
        if self._state is PlayerState.PLAYING:
            self._origin = self._seen_s
            return (*events, *(self._count_in() if counted_in else self._catch_up()))
        return tuple(events)

    # Changing what is to come

    def _stretch(self, change: Callable[[Segment, float], Segment | None]) -> tuple[Event, ...]:
        steady = self._state not in _UNDER_WAY or self._fetching
        changed = None if steady else change(self.segment, self._elapsed_s)
        if changed is None:
            return ()
        segments = list(self.timeline.segments)
        segments[self._index] = changed
        return self._change(segments)

    def _change_pace(self, by: int) -> tuple[Event, ...]:
        step = self.segment.step
        counted = (segment.step for segment in self.timeline.segments if segment.kind is SegmentKind.REPS)
        if self._state not in _UNDER_WAY or step is None or step not in counted:
            return ()
        number = PACES.index(self.pace) + by
        if not 0 <= number < len(PACES):
            return ()
        return self._set_pace(step, PACES[number])

    def _set_pace(self, step: int, pace: float) -> tuple[Event, ...]:
        scale = self._paces.get(step, 1.0) / pace
        self._paces[step] = pace
        in_hand = self.segment.step == step and self.segment.kind is SegmentKind.REPS
        return self._change(
            [at_pace(segment, scale) if segment.step == step else segment for segment in self.timeline.segments],
            scale if in_hand else 1.0,
        )

    def _change(self, segments: list[Segment], scale: float = 1.0) -> tuple[Event, ...]:
        """Go on at the same place in what the timeline is now; what was told is not told again.

        `scale` is by how much the segment in hand lasts longer in all its parts.
        """
        told_now = self._next_cue - bisect_left(self.segment.cues, self._elapsed_s - INSTANT_S, key=_at_s)
        self.timeline = in_turn(segments)
        self._elapsed_s *= scale
        cues = self.segment.cues
        earlier = bisect_left(cues, self._elapsed_s - INSTANT_S, key=_at_s)
        self._next_cue = min(earlier + told_now, bisect_right(cues, self._elapsed_s + INSTANT_S, key=_at_s))
        if self._state is PlayerState.PLAYING:
            self._origin = self._seen_s - self._elapsed_s
        return (TimelineChanged(), *self._catch_up())


def _at_s(cue: Cue) -> float:
    return cue.at_s
