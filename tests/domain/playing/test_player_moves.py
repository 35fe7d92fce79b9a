"""Moving about in a session: counted in, repeated, left out, jumped, taken up in another process."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.domain.exercise import Sides
from app.domain.playing.cues import CueKind
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
from app.domain.playing.place import Place
from app.domain.playing.player import Player
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import Timeline
from tests.domain.sample_routines import counted, held, hold, reps, series, timeline_of
from tests.domain.stage import Stage, kinds, told, without_cues, works
from tests.fakes import FakeClock

TWO_SETS = timeline_of(counted(dose=reps(4, sets=2)), rest_s=30)  # ready 10, reps 24, rest 30, reps 24, finish 5
READY, FIRST, REST, SECOND, FINISH = range(5)
BOTH = timeline_of(series(), held(dose=hold(30), sides=Sides.EACH))  # 10, 13, 17, 12, then 10, 36, switch 5, 36, 5
SECOND_READY, LEFT, SWITCH, RIGHT = 4, 5, 6, 7
BARE = timeline_of(counted(dose=reps(2, sets=2)), setup_s=0)  # nothing before the sets


# Counting in


def test_resume_counts_three_two_one_a_second_apart_and_then_goes_on() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(7)
    resumed = stage.player.resume()
    assert (resumed[0], told(resumed)) == (CountingIn(), ["3"])
    assert stage.player.state is PlayerState.COUNTING_IN
    assert (stage.player.count_in_s, stage.player.due_in(), stage.player.elapsed_s) == (3, 1, 7)
    assert stage.play(0.5) == []
    assert told(stage.play(0.5)) == ["2"]
    assert told(stage.play(1)) == ["1"]
    assert (stage.player.count_in_s, stage.player.waiting) == (1, False)
    assert stage.play(1) == [Resumed()]
    assert (stage.player.count_in_s, stage.player.elapsed_s) == (None, 7)
    assert told(stage.play(1)) == ["2"]


def test_the_count_is_of_the_kind_that_voice_and_tones_know() -> None:
    stage = Stage(TWO_SETS)
    stage.pause_after(1)
    assert kinds(stage.resume()) == [CueKind.COUNTDOWN] * 3


def test_a_look_late_into_the_count_tells_all_of_it_and_goes_on_from_its_true_end() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(7)
    stage.player.resume()
    stage.clock.advance(2.9)
    assert told(stage.player.advance()) == ["2", "1"]
    stage.clock.advance(1.1)
    assert told(stage.player.advance()) == ["2"], "the second rep's number, at 8 s"
    assert stage.player.elapsed_s == pytest.approx(8)


def test_pause_while_counting_in_pauses_and_the_next_count_begins_anew() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(7)
    stage.player.resume()
    stage.play(2)
    assert stage.player.pause() == (Paused(PauseReason.ASKED),)
    assert stage.play(60) == []
    assert told(stage.resume()) == ["3", "2", "1"]
    assert stage.player.elapsed_s == 7


@pytest.mark.parametrize(("gap_s", "wall_s"), [(3.5, 0), (0.5, 7200), (0.5, -60), (36000, 0)])
def test_a_gap_while_counting_in_pauses_too(gap_s: float, wall_s: float) -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(7)
    stage.player.resume()
    stage.play(1)
    stage.clock.wall += timedelta(seconds=wall_s)
    stage.clock.advance(gap_s)
    assert stage.player.advance() == (Paused(PauseReason.INTERRUPTED),)
    assert stage.player.elapsed_s == 7
    assert told(stage.resume()) == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("move", "to"),
    [(Player.skip, REST), (Player.done, REST), (Player.back, FIRST), (Player.repeat, FIRST),
     (Player.skip_exercise, FINISH), (lambda player: player.jump(SECOND), REST)],
)  # fmt: skip
def test_a_move_while_counting_in_moves_and_the_count_goes_on(
    move: Callable[[Player], tuple[Event, ...]], to: int
) -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(7)
    stage.player.resume()
    stage.play(1)
    assert SegmentStarted(to) in move(stage.player)
    assert (stage.player.state, stage.player.index) == (PlayerState.COUNTING_IN, to)
    assert told(stage.play(1)) == ["1"]
    events = stage.play(1)
    assert events[0] == Resumed()
    assert told(events)[0] == TWO_SETS.segments[to].cues[0].text
    assert stage.player.elapsed_s == 0


@pytest.mark.parametrize(
    ("move", "to"),
    [(Player.skip, REST), (Player.done, REST), (Player.back, FIRST), (Player.repeat, FIRST),
     (Player.skip_exercise, FINISH), (lambda player: player.jump(SECOND), REST)],
)  # fmt: skip
def test_a_move_while_paused_moves_and_stays_paused(move: Callable[[Player], tuple[Event, ...]], to: int) -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(7)
    events = move(stage.player)
    assert [event for event in events if isinstance(event, CueReached | CountingIn)] == []
    assert (stage.player.state, stage.player.index, stage.player.elapsed_s) == (PlayerState.PAUSED, to, 0)
    assert works(events) == ([] if to == FIRST else [(0, 1, None, False)])


# Repeat


def test_repeat_in_a_set_begins_it_again_counted_in() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(13)
    events = stage.player.repeat()
    assert without_cues(events) == [SegmentStarted(FIRST)]
    assert CountingIn() in events
    assert stage.player.elapsed_s == 0
    assert works(stage.play(3 + 24)) == [(0, 4, None, True)]


@pytest.mark.parametrize(
    ("at", "to"), [(2, 1), (3, 1), (SECOND_READY, 1), (LEFT, LEFT), (SWITCH, LEFT), (RIGHT, RIGHT), (8, RIGHT)]
)
def test_repeat_leads_to_the_first_segment_of_the_set_in_hand_or_of_the_one_before(at: int, to: int) -> None:
    stage = Stage(BOTH, at)
    assert SegmentStarted(to) in stage.player.repeat()
    assert (stage.player.index, stage.player.state) == (to, PlayerState.COUNTING_IN)


def test_repeat_before_any_set_begins_the_segment_again() -> None:
    stage = Stage(TWO_SETS)
    stage.play(5)
    assert stage.player.repeat()[0] == SegmentStarted(READY)
    assert (stage.player.state, stage.player.elapsed_s) == (PlayerState.PLAYING, 0)


# On to the next exercise


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_skip_exercise_leads_to_the_next_one_from_anywhere_in_it(at: int) -> None:
    stage = Stage(BOTH, at)
    assert stage.player.skip_exercise()[-2] == SegmentStarted(SECOND_READY)
    assert SegmentStarted(8) in stage.player.skip_exercise()
    assert stage.player.skip_exercise() == (Finished(),)


def test_skip_exercise_keeps_what_was_done() -> None:
    stage = Stage(BOTH, 1)
    stage.play(13 + 8)
    assert works(stage.player.skip_exercise()) == [(0, None, 15, False)]


# Jump


@pytest.mark.parametrize(
    ("timeline", "to", "lands", "counted_in"),
    [
        (TWO_SETS, FIRST, READY, False), (TWO_SETS, SECOND, REST, False), (TWO_SETS, REST, REST, False),
        (TWO_SETS, FINISH, FINISH, False), (BOTH, 1, 0, False), (BOTH, 2, 2, True), (BOTH, 3, 3, True),
        (BOTH, LEFT, SECOND_READY, False), (BOTH, RIGHT, SWITCH, False), (BARE, 1, 1, True), (BARE, 0, 0, True),
    ],
)  # fmt: skip
def test_a_jump_leaves_time_to_get_ready(timeline: Timeline, to: int, lands: int, counted_in: bool) -> None:
    stage = Stage(timeline)
    events = stage.player.jump(to)
    assert SegmentStarted(lands) in events
    assert (CountingIn() in events) == counted_in
    assert stage.player.index == lands


def test_a_session_that_begins_at_a_chosen_set_begins_with_getting_ready_for_it() -> None:
    player = Player(TWO_SETS, FakeClock())
    assert player.jump(SECOND) == (SegmentStarted(REST),)
    assert player.start()[0] == SegmentStarted(REST)


# Taken up in another process


def taken_up(stage: Stage, timeline: Timeline) -> Stage:
    """Another player, on another clock, where that of `stage` stands."""
    other = Stage(timeline, place=Place.from_json(json.loads(json.dumps(stage.player.place().to_json()))))
    assert other.began[-2:] == (SegmentStarted(stage.player.index), Paused(PauseReason.ASKED))
    return other


def test_reps_go_on_with_the_rep_in_hand_and_nothing_done_is_lost() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(15)
    other = taken_up(stage, TWO_SETS)
    assert (other.player.rep, other.player.elapsed_s, other.player.state) == (3, 12, PlayerState.PAUSED)
    assert works(other.player.finish()) == [(0, 2, None, False)]


def test_after_a_take_up_the_cues_of_the_rep_are_told_from_its_start() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(3)
    other = taken_up(stage, TWO_SETS)
    assert told([*other.resume(), *other.play(8)]) == ["3", "2", "1", "Go", "Stay", "Return", "2"]


def test_a_hold_begins_again_and_what_was_held_counts_all_the_same() -> None:
    stage = Stage(BOTH, LEFT)
    stage.play(3 + 20)
    other = taken_up(stage, BOTH)
    assert (other.player.index, other.player.elapsed_s) == (LEFT, 0)
    other.resume()
    other.play(3 + 5)
    assert works(other.player.skip()) == [(1, None, 20, False)]


def test_a_series_goes_on_at_its_position_with_those_before_it() -> None:
    stage = Stage(BOTH, 1)
    stage.play(13 + 5)
    other = taken_up(stage, BOTH)
    assert other.player.index == 2
    other.resume()
    assert works(other.play(17 + 12)) == [(0, None, 30, True)]


def test_a_pace_is_taken_up_but_not_a_length() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.player.slower()
    stage.player.longer()
    stage.play(14)
    other = taken_up(stage, TWO_SETS)
    assert (other.player.pace, other.player.rep, other.player.segment.reps) == (0.9, 3, 4)
    assert other.player.elapsed_s == pytest.approx(12 / 0.9)
    assert other.player.segment.length_s == pytest.approx(24 / 0.9)


def test_what_was_done_beyond_the_plan_is_not_lost() -> None:
    stage = Stage(TWO_SETS, FIRST)
    for _ in range(4):
        stage.player.longer()
    stage.play(38)
    other = taken_up(stage, TWO_SETS)
    assert works([*other.resume(), *other.play(1)]) == [(0, 6, None, True)]


def test_a_place_beyond_the_end_is_the_end() -> None:
    player = Player(TWO_SETS, FakeClock())
    player.take_up(Place(99, 99.0, ((77, 5.0),), ((0, 0.123), (9, 0.5))))
    assert (player.index, player.elapsed_s, player.pace) == (FINISH, 5, 1)
    assert player.finish() == (Finished(),)


def test_only_a_player_that_has_not_begun_can_be_taken_up() -> None:
    stage = Stage(TWO_SETS, FIRST)
    assert stage.player.take_up(Place(REST)) == ()
    assert stage.player.index == FIRST
    other = Player(TWO_SETS, FakeClock())
    other.take_up(Place(REST))
    assert other.start() == ()
