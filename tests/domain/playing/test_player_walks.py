"""Whatever is pressed whenever: what the player promises always holds."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.exercise import Sides
from app.domain.playing.cues import Cue, CueKind
from app.domain.playing.events import CountingIn, CueReached, Event, Finished, SegmentStarted, TimelineChanged, WorkDone
from app.domain.playing.place import Place
from app.domain.playing.player import Player
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import INSTANT_S, PlayOptions, Timeline, build_timeline
from tests.domain.sample_routines import counted, held, hold, reps, routine_of, series, step_of
from tests.fakes import FakeClock

EXERCISES = {
    exercise.id: exercise
    for exercise in (
        replace(counted("crunch", reps(3, sets=2)), feel="Feel it."),
        counted("bridge", reps(2), Sides.ALTERNATE),
        replace(held("twist", hold(20), Sides.EACH), feel="Feel it all round."),
        replace(series("bends"), equipment=("plate",)),
        counted("own", reps(2)),
    )
}
STEPS = [step_of(exercise) for exercise in EXERCISES.values()]
ONE_PACE = build_timeline(routine_of(*STEPS[:-1]), EXERCISES)

PRESSES: dict[str, Callable[[Player], tuple[Event, ...]]] = {
    "start": Player.start,
    "pause": Player.pause,
    "resume": Player.resume,
    "skip": Player.skip,
    "skip exercise": Player.skip_exercise,
    "back": Player.back,
    "repeat": Player.repeat,
    "done": Player.done,
    "longer": Player.longer,
    "shorter": Player.shorter,
    "slower": Player.slower,
    "faster": Player.faster,
    "finish": Player.finish,
    "advance": Player.advance,
}

waits = st.one_of(st.floats(0, 2.9), st.floats(0, 2.9), st.floats(0, 40), st.just(0.0), st.just(1.0))
presses = st.sampled_from([*[name for name in PRESSES if name != "finish"] * 4, *["resume", "advance"] * 8, "finish"])
moves = st.one_of(
    st.tuples(st.just("press"), presses), st.tuples(st.just("jump"), st.integers(-2, 30)),
    st.tuples(st.just("wait"), waits), st.tuples(st.just("wall"), st.integers(-9000, 9000)),
)  # fmt: skip
Walk = list[tuple[str, str | int | float]]


class Walker:
    """Takes the steps of a walk, and holds what is told against what was promised."""

    def __init__(self, timeline: Timeline) -> None:
        self.clock = FakeClock()
        self.player = Player(timeline, self.clock)
        self.best: dict[int, float] = {}  # what was told of each work
        self.most: dict[int, float] = {}  # what each work ever held
        self.ear = Ear(self.player)

    def step(self, kind: str, value: str | int | float) -> None:
        if kind == "wait":
            self.clock.advance(float(value))
        elif kind == "wall":
            self.clock.wall += timedelta(seconds=float(value))
        else:
            over = self.player.state is PlayerState.FINISHED
            before = self.player.timeline
            events = self.player.jump(int(value)) if kind == "jump" else PRESSES[str(value)](self.player)
            assert not (over and events)
            self._check_place()
            self._check_records(events)
            self.ear.hear(events, before, str(value))

    def _check_place(self) -> None:
        player = self.player
        assert 0 <= player.index < len(player.timeline.segments)
        assert 0 <= player.elapsed_s <= player.segment.length_s + INSTANT_S
        assert player.left_s >= -INSTANT_S
        assert 0 <= player.position_s <= player.timeline.total_s + INSTANT_S
        assert player.phase_left_s >= 0
        due = player.due_in()
        assert due is None or 0 <= due <= 1
        counting = player.state is PlayerState.COUNTING_IN
        assert (due is not None) == (counting or (player.state is PlayerState.PLAYING and not player.waiting))
        assert (player.count_in_s is not None) == counting
        ends = [0.0, *(segment.end_s for segment in player.timeline.segments)]
        assert [segment.start_s for segment in player.timeline.segments] == ends[:-1]

    def _check_records(self, events: tuple[Event, ...]) -> None:
        """No record is empty, above what could be done, or smaller than it was."""
        for work, amount in planned(self.player.timeline).items():
            self.most[work] = max(amount, self.most.get(work, 0))
        for event in events:
            if isinstance(event, WorkDone):
                assert self.best.get(event.work, 0) <= amount_of(event) <= self.most[event.work]
                assert amount_of(event) > 0
                self.best[event.work] = amount_of(event)
        assert not any(isinstance(event, Finished) for event in events[:-1])


class Ear:
    """Hears whether the cues of a segment come one by one, none twice and none left out."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.counting = False
        self.to_come: list[Cue] = []
        self.may_come: list[Cue] = []  # they fell due at the moment of a change

    def hear(self, events: tuple[Event, ...], before: Timeline, press: str) -> None:
        timeline = before
        for event in events:
            if isinstance(event, SegmentStarted):
                assert not (self.to_come and press in ("advance", "pause")), "it ended by itself with cues untold"
                self.to_come, self.may_come = list(timeline.segments[event.index].cues), []
            elif isinstance(event, TimelineChanged):
                timeline = self.player.timeline
                self._begin_anew(self.player.segment.cues)
            elif isinstance(event, CueReached):
                self._check(event.cue)
            else:
                self.counting = isinstance(event, CountingIn) or (self.counting and isinstance(event, WorkDone))
        if press == "done":  # it may have gone on to the last ten seconds
            self._begin_anew(self.player.segment.cues)

    def _begin_anew(self, cues: tuple[Cue, ...]) -> None:
        now_s = self.player.elapsed_s
        self.to_come = [cue for cue in cues if cue.at_s > now_s + INSTANT_S]
        self.may_come = [cue for cue in cues if abs(cue.at_s - now_s) <= INSTANT_S]

    def _check(self, cue: Cue) -> None:
        if self.counting:
            assert (cue.kind, cue.text in "321") == (CueKind.COUNTDOWN, True)
        elif cue in self.may_come:
            self.may_come.remove(cue)
        else:
            assert cue == self.to_come.pop(0)


def planned(timeline: Timeline) -> Mapping[int, float]:
    """Reps or seconds by work."""
    whole: defaultdict[int, float] = defaultdict(float)
    for segment in timeline.segments:
        if segment.work is not None:
            whole[segment.work] += segment.done_at(segment.length_s)
    return whole


def amount_of(done: WorkDone) -> float:
    amount = done.reps if done.reps is not None else done.hold_s
    assert amount is not None
    return amount


def timeline_with(self_paced: bool, wait_for_equipment: bool) -> Timeline:
    last = replace(STEPS[-1], self_paced=self_paced)
    options = PlayOptions(wait_for_equipment=wait_for_equipment)
    return build_timeline(routine_of(*STEPS[:-1], last), EXERCISES, options=options)


@settings(max_examples=400, deadline=None)
@given(st.lists(moves, max_size=60), st.booleans(), st.booleans())
def test_any_walk_over_the_keys_and_the_clock_keeps_every_promise(walk: Walk, self_paced: bool, fetch: bool) -> None:
    walker = Walker(timeline_with(self_paced, fetch))
    for kind, value in [("press", "start"), *walk]:
        walker.step(kind, value)


@settings(max_examples=300, deadline=None)
@given(st.lists(moves, max_size=40), st.booleans(), st.booleans())
def test_wherever_it_is_cut_off_another_player_goes_on_there_and_loses_nothing(
    walk: Walk, self_paced: bool, fetch: bool
) -> None:
    timeline = timeline_with(self_paced, fetch)
    walker = Walker(timeline)
    for kind, value in [("press", "start"), *walk, ("press", "advance")]:
        walker.step(kind, value)
    player, other = walker.player, Player(timeline, FakeClock())
    other.take_up(Place.from_json(json.loads(json.dumps(player.place().to_json()))))
    assert (other.index, other.pace) == (player.index, player.pace)
    assert other.rep == (player.rep and min(player.rep, timeline.segments[player.index].reps or 0))
    expected = {event.work: amount_of(event) for event in player.finish() if isinstance(event, WorkDone)}
    found = {event.work: amount_of(event) for event in other.finish() if isinstance(event, WorkDone)}
    assert expected.items() <= found.items()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(0.001, 2.99), min_size=1, max_size=20))
def test_a_straight_run_tells_the_same_however_the_clock_is_looked_at(steps: list[float]) -> None:
    clock = FakeClock()
    player = Player(ONE_PACE, clock)
    events = list(player.start())
    looks = 0
    while player.state is not PlayerState.FINISHED:
        step = steps[looks % len(steps)] if looks < 500 else 2.9
        clock.advance(step)
        events += player.advance()
        looks += 1
    assert ONE_PACE.total_s - INSTANT_S <= clock.monotonic() <= ONE_PACE.total_s + step
    cues = [(event.index, event.cue) for event in events if isinstance(event, CueReached)]
    assert cues == [(index, cue) for index, part in enumerate(ONE_PACE.segments) for cue in part.cues]
    starts = [event.index for event in events if isinstance(event, SegmentStarted)]
    assert starts == list(range(len(ONE_PACE.segments)))
    done = [event.work for event in events if isinstance(event, WorkDone)]
    assert done == sorted({part.work for part in ONE_PACE.segments if part.work is not None})
    assert all(event.complete for event in events if isinstance(event, WorkDone))
