"""Whatever is pressed whenever: what the player promises always holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.events import CueReached, Event, Finished, SegmentStarted, WorkDone
from app.domain.exercise import Sides
from app.domain.player import Player
from app.domain.playhead import PlayerState
from app.domain.timeline import INSTANT_S, SegmentKind, build_timeline
from tests.domain.sample_routines import counted, held, hold, reps, routine_of, series, step_of
from tests.fakes import FakeClock

EXERCISES = {
    exercise.id: exercise
    for exercise in (
        counted("crunch", reps(3, sets=2)),
        counted("bridge", reps(2), Sides.ALTERNATE),
        held("twist", hold(20), Sides.EACH),
        series("bends"),
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
    "back": Player.back,
    "done": Player.done,
    "finish": Player.finish,
    "advance": Player.advance,
}

waits = st.one_of(st.floats(0, 2.9), st.floats(0, 40), st.just(0.0))
presses = st.sampled_from([*[name for name in PRESSES if name != "finish"] * 4, "advance", "advance", "finish"])
moves = st.one_of(
    st.tuples(st.just("press"), presses), st.tuples(st.just("jump"), st.integers(-2, 30)),
    st.tuples(st.just("wait"), waits), st.tuples(st.just("wall"), st.integers(-9000, 9000)),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(moves, max_size=60), st.booleans())
def test_any_walk_over_the_keys_and_the_clock_keeps_every_promise(
    walk: list[tuple[str, str | int | float]], self_paced: bool
) -> None:
    last = replace(STEPS[-1], self_paced=self_paced)
    timeline = build_timeline(routine_of(*STEPS[:-1], last), EXERCISES)
    clock = FakeClock()
    player = Player(timeline, clock)
    best: dict[int, float] = {}
    for kind, value in [("press", "start"), *walk]:
        if kind == "wait":
            clock.advance(float(value))
            continue
        if kind == "wall":
            clock.wall += timedelta(seconds=float(value))
            continue
        over = player.state is PlayerState.FINISHED
        events = player.jump(int(value)) if kind == "jump" else PRESSES[str(value)](player)
        assert not (over and events)
        _check_place(player)
        _check_records(events, best)


def _check_place(player: Player) -> None:
    assert 0 <= player.index < len(player.timeline.segments)
    assert 0 <= player.elapsed_s <= player.segment.length_s
    assert player.left_s >= 0
    assert 0 <= player.position_s <= player.timeline.total_s + INSTANT_S
    due = player.due_in()
    assert due is None or 0 <= due <= 1
    assert (due is None) == (player.state is not PlayerState.PLAYING or player.waiting)


def _check_records(events: tuple[Event, ...], best: dict[int, float]) -> None:
    """No record is empty, above its plan, or smaller than it was."""
    for event in events:
        if isinstance(event, WorkDone):
            amount = event.reps if event.reps is not None else event.hold_s
            assert amount is not None
            planned = event.segment.reps if event.segment.kind is SegmentKind.REPS else 30
            assert best.get(event.work, 0) <= amount <= (planned or 0)
            assert amount > 0
            best[event.work] = amount
    assert not any(isinstance(event, Finished) for event in events[:-1])


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
