"""Longer, shorter, slower, faster while it plays, and getting ready as long as it takes."""

from dataclasses import replace

import pytest

from app.domain.exercise import Sides
from app.domain.playing.cues import BEATS, CueKind
from app.domain.playing.events import SegmentStarted, TimelineChanged
from app.domain.playing.player import PACES
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import PlayOptions, Timeline, build_timeline
from tests.domain.sample_routines import counted, held, hold, reps, routine_of, step_of, timeline_of
from tests.domain.stage import Stage, kinds, told, works

TWO_SETS = timeline_of(counted(dose=reps(4, sets=2)), rest_s=30)  # ready 10, reps 24, rest 30, reps 24, finish 5
READY, FIRST, REST, SECOND, FINISH = range(5)
HOLD_30 = timeline_of(held(dose=hold(30)))  # ready 10, hold 3 + 30 + 3, finish 5
SELF_PACED = timeline_of(counted(), self_paced=True)  # ready 10, reps 24 and then until done, finish 5
HALVES = timeline_of(counted(dose=reps(4), sides=Sides.EACH), held())  # 10, 24, switch 5, 24; ready 10, hold 16; 5


def waiting_timeline() -> Timeline:
    """Ready, hold, then getting ready for a chair that has to be fetched."""
    first, chair = held("twist"), counted("crunch")
    exercises = {"twist": first, "crunch": chair}
    mat = build_timeline(routine_of(step_of(first), step_of(chair)), exercises, options=PlayOptions())
    assert all(segment.waits_at_s is None for segment in mat.segments), "both need the mat"
    exercises["crunch"] = replace(chair, equipment=("chair",))
    options = PlayOptions(wait_for_equipment=True)
    return build_timeline(routine_of(step_of(first), step_of(chair)), exercises, options=options)


WAITS = waiting_timeline()
WAITING, AFTER = 2, 3
WAITS_AT_S, LENGTH_S = WAITS.segments[WAITING].waits_at_s or 0.0, WAITS.segments[WAITING].length_s


# Longer and shorter


def test_a_longer_segment_moves_all_that_comes_and_is_told() -> None:
    stage = Stage(TWO_SETS, REST)
    stage.play(28)
    assert stage.player.longer() == (TimelineChanged(),)
    assert (stage.player.elapsed_s, stage.player.left_s) == (28, 12)
    assert stage.player.timeline.segments[SECOND].start_s == 74
    assert told(stage.play(12))[:3] == ["3", "2", "1"]
    assert stage.player.index == SECOND


def test_what_was_told_is_not_told_again() -> None:
    stage = Stage(HOLD_30, 1)
    assert told(stage.play(19)) == ["Breathe", "Halfway"]
    stage.player.longer()
    assert told(stage.play(25)) == ["Ten seconds", "3", "2", "1", "Front"]


def test_a_segment_cut_to_three_seconds_still_counts_all_three() -> None:
    stage = Stage(TWO_SETS, REST)
    stage.play(20)
    assert told(stage.player.shorter()) == ["3"]
    assert told(stage.play(2.5)) == ["2", "1"]
    assert SegmentStarted(SECOND) in stage.play(0.5)


def test_nothing_of_a_segment_not_yet_begun_is_lost_when_it_is_changed_while_paused() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.pause_after(3)
    stage.player.skip()
    stage.player.longer()
    assert told(stage.resume()) == ["3", "2", "1", "Rest, 30 seconds; next: set 2 of 2"]
    assert stage.player.segment.length_s == 40


def test_while_counting_in_it_is_changed_and_the_count_goes_on() -> None:
    stage = Stage(TWO_SETS, REST)
    stage.pause_after(5)
    stage.player.resume()
    stage.play(1)
    assert stage.player.shorter() == (TimelineChanged(),)
    assert told(stage.play(2)) == ["1"]
    assert (stage.player.state, stage.player.elapsed_s, stage.player.left_s) == (PlayerState.PLAYING, 5, 15)


def test_one_rep_more_in_the_last_one_makes_it_no_longer_the_last() -> None:
    stage = Stage(TWO_SETS, FIRST)
    assert told(stage.play(20.5))[-1] == "Last one"
    stage.player.longer()
    assert told(stage.play(9)) == ["Last one"]
    assert works(stage.play(0.5)) == [(0, 5, None, True)]


def test_a_set_made_shorter_is_complete_with_fewer_reps() -> None:
    stage = Stage(TWO_SETS, FIRST)
    stage.player.shorter()
    assert works(stage.play(18)) == [(0, 3, None, True)]


def test_a_hold_made_longer_is_held_and_stored_for_longer() -> None:
    stage = Stage(HOLD_30, 1)
    stage.player.longer()
    assert works(stage.play(46)) == [(0, None, 40, True)]


def test_self_paced_reps_that_wait_go_on_for_one_rep_more() -> None:
    stage = Stage(SELF_PACED, 1)
    stage.play(40)
    assert stage.player.waiting
    stage.player.longer()
    assert (stage.player.waiting, stage.player.left_s, stage.player.rep) == (False, 6, 5)
    stage.play(6)
    assert stage.player.waiting
    assert works(stage.player.done()) == [(0, 5, None, True)]


# Slower and faster


def test_slower_keeps_the_place_in_the_rep_and_slows_all_sets_of_the_exercise() -> None:
    stage = Stage(HALVES, 1)
    stage.play(6 + 2.5)
    assert stage.player.slower() == (TimelineChanged(),)
    player = stage.player
    assert (player.pace, player.rep) == (0.9, 2)
    assert player.elapsed_s == pytest.approx(8.5 / 0.9)
    assert player.phase is not None
    assert player.phase.cue == "Stay"
    lengths = [segment.length_s for segment in player.timeline.segments]
    assert lengths == pytest.approx([10, 24 / 0.9, 5, 24 / 0.9, 10, 16, 5])
    assert told(stage.play(6.5)) == ["3"]


def test_the_pace_is_that_of_the_exercise_in_hand() -> None:
    stage = Stage(HALVES, 1)
    stage.player.faster()
    assert stage.player.pace == 1.1
    stage.player.skip_exercise()
    assert stage.player.pace == 1
    assert stage.player.faster() == (), "a hold has no pace"
    stage.player.jump(2)
    assert stage.player.pace == 1.1


def test_the_pace_can_be_chosen_while_getting_ready() -> None:
    stage = Stage(HALVES)
    stage.play(4)
    assert stage.player.slower() == (TimelineChanged(),)
    assert stage.player.elapsed_s == 4
    assert told(stage.play(6)) == ["3", "2", "1", "Go"]


@pytest.mark.parametrize(("by", "limit", "presses"), [("slower", PACES[0], 5), ("faster", PACES[-1], 3)])
def test_the_pace_has_limits(by: str, limit: float, presses: int) -> None:
    stage = Stage(HALVES, 1)
    press = getattr(stage.player, by)
    assert [press() for _ in range(presses)] == [(TimelineChanged(),)] * presses
    assert stage.player.pace == limit
    assert press() == ()


def test_a_change_of_pace_tells_nothing_twice_and_loses_nothing() -> None:
    stage = Stage(TWO_SETS, FIRST)
    heard: list[str] = []
    for press in [stage.player.slower] * 5 + [stage.player.faster] * 8:
        heard += told([*stage.play(1.5), *press()])
    while stage.player.index == FIRST:
        heard += told(stage.play(0.5))
    assert heard == ["Stay", "Return", "2", "3", "Last one", "Rest, 30 seconds; next: set 2 of 2"]


def test_self_paced_reps_that_wait_wait_on_at_another_pace() -> None:
    stage = Stage(SELF_PACED, 1)
    stage.play(30)
    stage.player.slower()
    assert stage.player.waiting
    assert works(stage.player.done()) == [(0, 4, None, True)]


def test_the_end_has_no_pace_and_no_other_length() -> None:
    stage = Stage(TWO_SETS, FINISH)
    for change in (stage.player.slower, stage.player.faster, stage.player.longer, stage.player.shorter):
        assert change() == ()
    assert stage.player.pace == 1


# Getting ready as long as it takes


def test_getting_ready_for_other_equipment_asks_for_the_key_and_waits() -> None:
    stage = Stage(WAITS, WAITING)
    heard = told(stage.play(60))
    assert heard[-1] == "Press Enter when you are ready."
    assert heard.count("Press Enter when you are ready.") == 1
    assert "Starting in ten" not in heard
    assert (stage.player.waiting, stage.player.due_in()) == (True, None)
    assert stage.player.elapsed_s == pytest.approx(WAITS_AT_S)
    stage.clock.advance(3600)
    assert stage.player.advance() == ()
    assert stage.player.index == WAITING


def test_enter_once_is_the_last_ten_seconds_and_twice_is_now() -> None:
    stage = Stage(WAITS, WAITING)
    stage.play(60)
    assert stage.player.done() == ()
    assert not stage.player.waiting
    heard = told(stage.play(LENGTH_S - WAITS_AT_S))
    assert [heard[0], *heard[-4:-1]] == ["Starting in ten", "3", "2", "1"]
    assert stage.player.index == AFTER

    stage = Stage(WAITS, WAITING)
    stage.play(60)
    stage.player.done()
    stage.play(2)
    assert SegmentStarted(AFTER) in stage.player.done()


def test_enter_before_it_waits_is_the_last_ten_seconds_too() -> None:
    stage = Stage(WAITS, WAITING)
    stage.play(1)
    stage.player.done()
    assert stage.player.elapsed_s == WAITS_AT_S
    heard = told(stage.play(LENGTH_S - WAITS_AT_S))
    assert "Press Enter when you are ready." not in heard
    assert heard[0] == "Starting in ten"
    assert stage.player.index == AFTER


def test_enter_while_paused_is_the_last_ten_seconds_after_the_count() -> None:
    stage = Stage(WAITS, WAITING)
    stage.pause_after(60)
    stage.player.done()
    assert stage.player.state is PlayerState.PAUSED
    assert told([*stage.resume(), *stage.play(1)]) == ["3", "2", "1", "Starting in ten"]


def test_there_is_nothing_to_make_longer_while_it_waits_but_there_is_after() -> None:
    stage = Stage(WAITS, WAITING)
    assert stage.player.longer() == stage.player.shorter() == ()
    stage.play(60)
    assert stage.player.longer() == stage.player.shorter() == ()
    stage.player.done()
    stage.play(2)
    assert stage.player.longer() == (TimelineChanged(),)
    assert stage.player.left_s == pytest.approx(LENGTH_S - WAITS_AT_S - 2 + 30)
    assert told(stage.play(stage.player.left_s))[:4] == ["Starting in ten", "3", "2", "1"]


def test_back_to_getting_ready_waits_again() -> None:
    stage = Stage(WAITS, WAITING)
    stage.play(60)
    stage.player.done()
    stage.play(3)
    stage.player.back()
    stage.play(60)
    assert stage.player.waiting


def test_skip_while_it_waits_starts_now() -> None:
    stage = Stage(WAITS, WAITING)
    stage.play(60)
    assert SegmentStarted(AFTER) in stage.player.skip()


def test_reps_have_a_beat_each_second_and_one_at_every_phase() -> None:
    stage = Stage(TWO_SETS, FIRST)
    first, further = CueKind.BEAT_FIRST, CueKind.BEAT
    beats = [kind for kind in kinds(stage.play(6)) if kind in BEATS]
    assert beats == [further, first, first, further, further, first], "2 s, 1 s, 3 s, and the second rep begins"
