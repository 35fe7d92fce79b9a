"""What playing a session does, step by step, on a clock that is told what time it is."""

from dataclasses import replace
from datetime import timedelta
from itertools import cycle

import pytest

from app.domain.exercise import Side, Sides
from app.domain.playing.events import (
    CountingIn,
    CueReached,
    Finished,
    Paused,
    PauseReason,
    Resumed,
    SegmentStarted,
    WorkDone,
)
from app.domain.playing.player import Player
from app.domain.playing.playhead import PlayerState
from tests.domain.sample_routines import counted, held, hold, reps, series, timeline_of
from tests.domain.stage import Stage, told, without_cues, works
from tests.fakes import FakeClock

TWO_SETS = timeline_of(counted(dose=reps(4, sets=2)), rest_s=30)  # ready 10, reps 24, rest 30, reps 24, finish 5
READY, FIRST, REST, SECOND, FINISH = range(5)
SERIES = timeline_of(series())  # ready 10, left 13, right 17, forward 12, finish 5
HOLD_30 = timeline_of(held(dose=hold(30)))  # ready 10, hold 3 + 30 + 3, finish 5
SELF_PACED = timeline_of(counted(), self_paced=True)  # ready 10, reps 24 and then until done, finish 5


# Playing through


def test_a_session_plays_from_get_ready_to_its_end_and_tells_of_each_set() -> None:
    stage = Stage(TWO_SETS)
    kinds = [type(event).__name__ for event in without_cues(stage.play(93))]
    assert kinds == [
        "SegmentStarted", "WorkDone", "SegmentStarted", "SegmentStarted", "WorkDone", "SegmentStarted", "Finished"
    ]  # fmt: skip
    assert stage.player.state is PlayerState.FINISHED
    assert (stage.player.position_s, stage.player.left_s) == (93, 0)


def test_start_begins_with_the_first_segment_and_what_is_said_there() -> None:
    player = Player(TWO_SETS, FakeClock())
    assert player.state is PlayerState.READY_TO_START
    assert (player.position_s, player.due_in()) == (0, None)
    started, said = player.start()[:2]
    assert started == SegmentStarted(READY)
    assert "Crunch. 2 sets of 4 reps." in str(said)
    assert player.start() == ()


def test_a_session_can_begin_anywhere() -> None:
    player = Player(TWO_SETS, FakeClock())
    assert player.jump(REST) == (SegmentStarted(REST),)
    assert player.start()[0] == SegmentStarted(REST)
    assert player.position_s == 34


def test_a_finished_set_of_each_kind_says_how_much_was_done() -> None:
    assert works(Stage(TWO_SETS, FIRST).play(24)) == [(0, 4, None, True)]
    assert works(Stage(HOLD_30, 1).play(36)) == [(0, None, 30, True)]
    assert works(Stage(SERIES, 1).play(42)) == [(0, None, 30, True)]


def test_a_series_is_told_once_and_belongs_to_no_side() -> None:
    [done] = [event for event in Stage(SERIES, 1).play(47) if isinstance(event, WorkDone)]
    assert (done.side, done.segment.position) == (None, 3)
    [left] = [e for e in Stage(timeline_of(held(sides=Sides.EACH)), 1).play(16) if isinstance(e, WorkDone)]
    assert left.side is Side.LEFT


def test_the_rep_the_phase_and_the_time_left_are_known_at_every_moment() -> None:
    stage = Stage(TWO_SETS)
    player = stage.player
    stage.play(2)
    assert (player.phase, player.rep, player.left_s, player.phase_left_s) == (None, None, 8, 8)
    stage.play(8 + 6 + 2.5)
    assert player.phase is not None
    assert (player.phase.cue, player.rep, player.elapsed_s, player.left_s) == ("Stay", 2, 8.5, 15.5)
    assert (player.phase_left_s, player.position_s) == (0.5, 18.5)


def test_a_late_look_tells_everything_once_and_in_order() -> None:
    late, prompt = Stage(TWO_SETS), Stage(TWO_SETS)
    prompt_events = prompt.play(12, step=0.25)
    assert late.play(9, step=3) + late.play(3, step=3) == prompt_events
    assert late.player.advance() == ()


def test_ten_hours_of_late_looks_drift_by_nothing() -> None:
    """The count stays where the clock is: after every look the whole session's position is the time passed."""
    timeline = timeline_of(counted(dose=reps(100, sets=60), sides=Sides.EACH), rest_s=7.7, switch_s=3.3)
    assert timeline.total_s > 10 * 3600
    stage, looks = Stage(timeline), cycle((0.1, 2.9, 0.037, 1.01, 0.7, 2.3, 0.003))
    began: list[tuple[float, float]] = []  # a segment's start as planned, and when it was told
    while stage.player.state is PlayerState.PLAYING:
        stage.clock.advance(next(looks))
        events = stage.player.advance()
        starts = [timeline.segments[event.index].start_s for event in events if isinstance(event, SegmentStarted)]
        began += ((start_s, stage.clock.monotonic()) for start_s in starts)
        if stage.player.state is PlayerState.PLAYING:
            assert abs(stage.player.position_s - stage.clock.monotonic()) < 1e-6
    assert len(began) == len(timeline.segments) - 1
    assert all(-1e-6 < told_s - start_s < 2.9 + 1e-6 for start_s, told_s in began)


# When to look again


def test_the_next_look_is_due_at_the_next_cue_or_second_whichever_comes_first() -> None:
    stage = Stage(timeline_of(counted(), setup_s=10.25))
    player, clock = stage.player, stage.clock
    assert player.due_in() == pytest.approx(0.25), "ten seconds to go"
    clock.advance(0.25)
    player.advance()
    assert player.due_in() == pytest.approx(1), "nine"
    said_at = player.segment.cues[1].at_s
    clock.advance(said_at - 0.25 - 0.01)
    player.advance()
    assert player.due_in() == pytest.approx(0.01), "the set-up is said"
    clock.advance(0.5)
    assert player.due_in() == 0, "it is overdue"


def test_a_phase_of_part_of_a_second_is_due_at_its_own_end() -> None:
    exercise = counted()
    tempo = (replace(exercise.tempo[0], seconds=0.5), *exercise.tempo[1:])
    stage = Stage(timeline_of(replace(exercise, tempo=tempo)), 1)
    assert stage.player.due_in() == pytest.approx(0.5)


def test_looking_when_it_is_due_plays_the_whole_session_in_few_looks() -> None:
    stage = Stage(TWO_SETS)
    looks = 0
    while (due := stage.player.due_in()) is not None:
        stage.clock.advance(due)
        stage.player.advance()
        looks += 1
    assert stage.player.state is PlayerState.FINISHED
    assert stage.clock.monotonic() == pytest.approx(93)
    assert looks < 2 * 93


def test_the_end_of_a_segment_is_due_at_once_when_it_passed_before_the_timer_was_armed() -> None:
    stage = Stage(TWO_SETS)
    stage.play(9.5)
    stage.clock.advance(0.6)
    assert stage.player.due_in() == 0
    assert SegmentStarted(FIRST) in stage.player.advance()


def test_a_timer_a_hair_early_still_finds_what_it_was_armed_for() -> None:
    hair = 1e-9
    stage = Stage(TWO_SETS)
    stage.play(6.5)
    stage.clock.advance(0.5 - hair)
    assert stage.player.advance() == (CueReached(READY, TWO_SETS.segments[READY].cues[2]),)
    stage.play(2.5)
    stage.clock.advance(0.5)
    assert SegmentStarted(FIRST) in stage.player.advance()


# Pause and resume


def test_pause_freezes_everything_and_resume_goes_on_from_there() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(7)
    assert stage.player.pause() == (Paused(PauseReason.ASKED),)
    assert stage.player.pause() == ()
    assert stage.play(600) == []
    assert (stage.player.elapsed_s, stage.player.due_in()) == (7, None)
    assert stage.player.resume()[0] == CountingIn()
    assert stage.player.resume() == ()
    assert Resumed() in stage.play(3)
    assert stage.player.elapsed_s == 7
    assert works(stage.play(16.5)) == []
    assert works(stage.play(0.5)) == [(0, 4, None, True)]


def test_pausing_late_first_tells_what_came_due() -> None:
    stage = Stage(TWO_SETS)
    stage.play(9)
    stage.clock.advance(1)
    events = without_cues(stage.player.pause())
    assert events == [SegmentStarted(FIRST), Paused(PauseReason.ASKED)]


def test_a_gap_pauses_where_it_was_last_seen_and_loses_and_doubles_nothing() -> None:
    stage, straight = Stage(TWO_SETS), Stage(TWO_SETS)
    events = stage.play(20)
    stage.clock.advance(3600)
    assert stage.player.advance() == (Paused(PauseReason.INTERRUPTED),)
    assert stage.player.position_s == 20
    stage.resume()
    assert events + stage.play(73) == straight.play(93)


@pytest.mark.parametrize("jump", [timedelta(hours=8), timedelta(hours=-1), timedelta(seconds=4)])
def test_a_clock_that_jumps_on_the_wall_pauses(jump: timedelta) -> None:
    stage = Stage(TWO_SETS)
    stage.play(5)
    stage.clock.wall += jump  # the lid was closed: this clock went on, the monotonic one did not
    stage.clock.advance(0.5)
    assert stage.player.advance() == (Paused(PauseReason.INTERRUPTED),)
    assert stage.player.elapsed_s == 5
    stage.resume()
    assert without_cues(stage.play(5)) == [SegmentStarted(FIRST)]


def test_a_look_three_seconds_late_is_still_in_time() -> None:
    stage = Stage(TWO_SETS)
    stage.clock.advance(3)
    assert not isinstance(stage.player.advance()[-1], Paused)
    stage.clock.advance(3.01)
    assert stage.player.advance() == (Paused(PauseReason.INTERRUPTED),)


def test_the_gap_is_measured_in_real_seconds_on_a_fast_clock() -> None:
    clock = FakeClock(speed=60)
    player = Player(TWO_SETS, clock)
    player.start()
    clock.advance(34)
    assert player.advance()[-1] != Paused(PauseReason.INTERRUPTED)
    assert player.index == REST


# Skip, done, back, jump, finish


def test_skip_keeps_whole_reps_and_seconds_held_so_far() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(13)
    events = stage.player.skip()
    assert works(events) == [(0, 2, None, False)]
    assert SegmentStarted(REST) in events
    stage = Stage(HOLD_30, 1)
    stage.play(10.5)
    assert works(stage.player.skip()) == [(0, None, 7.5, False)]


def test_skip_before_anything_was_done_tells_of_no_set() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(5.5)
    assert works(stage.player.skip()) == []
    assert works(stage.player.skip()) == []


def test_skipping_one_position_goes_on_to_the_next_and_the_series_counts_the_rest() -> None:
    stage = Stage(SERIES, 1)
    stage.play(5)
    assert works(stage.player.skip()) == []
    assert stage.player.index == 2
    assert works(stage.play(29)) == [(0, None, 22, False)]


def test_skip_at_the_finish_ends() -> None:
    stage = Stage(TWO_SETS, FINISH)
    assert stage.player.skip() == (Finished(),)
    assert stage.player.state is PlayerState.FINISHED


def test_done_starts_now_when_getting_ready_and_keeps_the_reps_so_far_in_a_set() -> None:
    stage = Stage(TWO_SETS)
    assert without_cues(stage.player.done()) == [SegmentStarted(FIRST)]
    stage.play(20)
    assert works(stage.player.done()) == [(0, 3, None, False)]


def test_self_paced_reps_wait_as_long_as_it_takes_and_then_count_in_full() -> None:
    stage = Stage(SELF_PACED, 1)
    stage.play(24)
    assert stage.player.waiting
    assert stage.player.due_in() is None
    stage.clock.advance(3600)
    assert stage.player.advance() == ()
    assert (stage.player.index, stage.player.left_s) == (1, 0)
    assert works(stage.player.done()) == [(0, 4, None, True)]
    assert works(stage.play(5)) == []
    assert stage.player.state is PlayerState.FINISHED


def test_self_paced_reps_done_before_their_time_count_in_full_but_skipped_ones_do_not() -> None:
    stage = Stage(SELF_PACED, 1)
    stage.play(7)
    assert not stage.player.waiting
    assert works(stage.player.done()) == [(0, 4, None, True)]
    stage = Stage(SELF_PACED, 1)
    stage.play(7)
    assert works(stage.player.skip()) == [(0, 1, None, False)]


def test_waiting_can_be_paused_and_resumed() -> None:
    stage = Stage(SELF_PACED, 1)
    stage.play(30)
    stage.player.pause()
    assert not stage.player.waiting
    stage.resume()
    assert stage.player.waiting


def test_back_goes_to_the_segments_start_and_twice_to_the_one_before() -> None:
    stage = Stage(TWO_SETS, REST)
    stage.play(10)
    assert without_cues(stage.player.back()) == [SegmentStarted(REST)]
    assert stage.player.elapsed_s == 0
    stage.play(1.5)
    assert without_cues(stage.player.back()) == [SegmentStarted(FIRST)]


def test_back_at_the_very_beginning_begins_again() -> None:
    stage = Stage(TWO_SETS)
    stage.play(1)
    assert without_cues(stage.player.back()) == [SegmentStarted(READY)]
    assert stage.player.index == READY


def test_back_repeats_what_is_said() -> None:
    stage = Stage(TWO_SETS, FIRST)
    first = stage.play(12)
    again = stage.player.back()
    assert again == (SegmentStarted(FIRST), *(CueReached(FIRST, cue) for cue in TWO_SETS.segments[FIRST].cues[:2]))
    assert stage.play(12) == first


def test_doing_a_set_again_tells_of_the_same_work_but_never_of_less() -> None:
    stage = Stage(TWO_SETS, FIRST)
    assert works(stage.play(24)) == [(0, 4, None, True)]
    stage.player.back()
    assert stage.player.index == FIRST
    stage.play(7)
    assert works(stage.player.skip()) == []
    stage.player.jump(FIRST)
    assert works(stage.play(34)) == [(0, 4, None, True)]


def test_going_back_within_a_set_keeps_the_better_of_the_two_tries() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(19)
    assert works(stage.player.back()) == []
    stage.play(7)
    assert works(stage.player.skip()) == [(0, 3, None, False)]


def test_a_look_back_into_a_finished_series_tells_nothing_anew() -> None:
    stage = Stage(SERIES, 1)
    stage.play(42)
    stage.player.jump(2)
    stage.play(5)
    assert works(stage.player.jump(4)) == []


def test_jump_leads_anywhere_and_keeps_what_was_done() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(6)
    events = stage.player.jump(FINISH)
    assert works(events) == [(0, 1, None, False)]
    assert without_cues(events)[1:] == [SegmentStarted(FINISH)]
    assert stage.player.position_s == 88


@pytest.mark.parametrize("index", [-1, 5, 1000])
def test_a_jump_to_nowhere_changes_nothing(index: int) -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(3)
    assert stage.player.jump(index) == ()
    assert (stage.player.index, stage.player.elapsed_s) == (FIRST, 3)


def test_moving_about_while_paused_stays_paused() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(13)
    stage.player.pause()
    events = stage.player.skip()
    assert works(events) == [(0, 2, None, False)]
    assert stage.player.state is PlayerState.PAUSED
    assert (stage.player.index, stage.player.elapsed_s) == (REST, 0)
    assert stage.play(50) == []
    assert "Rest, 30 seconds; next: set 2 of 2" in told(stage.resume())


def test_finish_ends_now_and_keeps_what_was_done() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(13)
    events = stage.player.finish()
    assert works(events) == [(0, 2, None, False)]
    assert events[-1] == Finished()
    assert stage.player.elapsed_s == 13


def test_finish_before_the_start_and_while_paused_ends_too() -> None:
    player = Player(TWO_SETS, FakeClock())
    assert player.finish() == (Finished(),)
    stage = Stage(TWO_SETS, FIRST)
    stage.play(6)
    stage.player.pause()
    assert works(stage.player.finish()) == [(0, 1, None, False)]


def test_where_a_method_makes_no_sense_it_does_nothing() -> None:
    fresh = Player(TWO_SETS, FakeClock())
    stage = Stage(TWO_SETS)
    stage.player.finish()
    for player in (fresh, stage.player):
        state = player.state
        for act in (player.advance, player.pause, player.resume, player.skip, player.done, player.back, player.repeat,
                    player.skip_exercise, player.longer, player.shorter, player.slower, player.faster):  # fmt: skip
            assert act() == ()
        assert player.state is state
        assert player.due_in() is None
    assert stage.player.start() == stage.player.jump(0) == stage.player.finish() == ()


def test_pressing_skip_after_a_gap_pauses_first_so_that_no_time_slips_in() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.play(7)
    stage.clock.advance(600)
    events = stage.player.skip()
    assert events[0] == Paused(PauseReason.INTERRUPTED)
    assert works(events) == [(0, 1, None, False)]
