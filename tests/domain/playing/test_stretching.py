"""One segment made longer, shorter, slower or faster: its length, its phases and what is said in it then."""

from dataclasses import replace

import pytest

from app.domain.exercise import Phase, Side, Sides
from app.domain.playing.cues import BEATS, CueKind
from app.domain.playing.stretching import at_pace, longer, shorter
from app.domain.playing.timeline import Segment, SegmentKind
from app.domain.training.sessions import LONGEST_HOLD_S, MOST_REPS
from tests.domain.sample_routines import HOLD, counted, held, hold, reps, series, timeline_of

READY = timeline_of(counted(), setup_s=40).segments[0]
REST = timeline_of(replace(counted(dose=reps(4, sets=2)), feel="Feel it."), rest_s=30).segments[2]
SWITCH = timeline_of(held(sides=Sides.EACH), switch_s=20).segments[2]
HOLD_30 = timeline_of(held(dose=hold(30))).segments[1]  # 3 in, 30, 3 out
POSITION = timeline_of(series()).segments[2]  # 3 in, 10, 4 out
REPS = timeline_of(counted()).segments[1]  # 4 of 6 s
ALTERNATING = timeline_of(counted(dose=reps(2), sides=Sides.ALTERNATE)).segments[1]  # 4 of 6 s
SELF_PACED = timeline_of(counted(), self_paced=True).segments[1]
FINISH = timeline_of(counted()).segments[-1]


def made(segment: Segment | None) -> Segment:
    assert segment is not None
    return segment


def says(segment: Segment) -> list[tuple[float, str]]:
    return [(cue.at_s, cue.text) for cue in segment.cues if cue.text]


def counts(segment: Segment) -> list[tuple[float, str]]:
    kinds = (CueKind.SOON, CueKind.COUNTDOWN, CueKind.HALFWAY)
    return [(cue.at_s, cue.text) for cue in segment.cues if cue.kind in kinds]


@pytest.mark.parametrize(
    ("segment", "elapsed_s", "length_s"),
    [(READY, 5, 70), (READY, 39, 70), (REST, 0, 40), (REST, 29, 40), (SWITCH, 10, 30), (HOLD_30, 1, 46),
     (HOLD_30, 32, 46), (POSITION, 5, 27), (REPS, 10, 30), (ALTERNATING, 10, 36), (SELF_PACED, 24, 30)],
)  # fmt: skip
def test_longer_adds_ten_seconds_half_a_minute_of_getting_ready_or_one_rep(
    segment: Segment, elapsed_s: float, length_s: float
) -> None:
    assert made(longer(segment, elapsed_s)).length_s == length_s


@pytest.mark.parametrize(
    ("segment", "elapsed_s", "length_s"),
    [(READY, 5, 30), (READY, 35, 38), (REST, 0, 20), (REST, 20, 23), (REST, 26, 29), (SWITCH, 4, 10), (SWITCH, 15, 18),
     (HOLD_30, 1, 26), (HOLD_30, 13, 26), (HOLD_30, 28, 34), (POSITION, 0, 10), (POSITION, 8, 15), (REPS, 0, 18),
     (REPS, 17.5, 18), (ALTERNATING, 0, 12), (ALTERNATING, 11.5, 12), (SELF_PACED, 10, 18)],
)  # fmt: skip
def test_shorter_takes_ten_seconds_or_one_rep_but_leaves_three_seconds_and_the_rep_in_hand(
    segment: Segment, elapsed_s: float, length_s: float
) -> None:
    assert made(shorter(segment, elapsed_s)).length_s == length_s


@pytest.mark.parametrize(
    ("segment", "elapsed_s"),
    [(READY, 37), (READY, 39.9), (REST, 27), (SWITCH, 18), (HOLD_30, 30), (HOLD_30, 33), (HOLD_30, 35), (POSITION, 14),
     (REPS, 18), (REPS, 23), (ALTERNATING, 12), (SELF_PACED, 24), (FINISH, 0)],
)  # fmt: skip
def test_shorter_changes_nothing_where_only_the_end_is_left(segment: Segment, elapsed_s: float) -> None:
    assert shorter(segment, elapsed_s) is None


@pytest.mark.parametrize(("segment", "elapsed_s"), [(FINISH, 1), (HOLD_30, 33), (HOLD_30, 35), (POSITION, 13)])
def test_the_end_and_the_way_out_of_a_hold_can_not_be_made_longer(segment: Segment, elapsed_s: float) -> None:
    assert longer(segment, elapsed_s) is None


def test_alternating_reps_stay_as_many_one_way_as_the_other() -> None:
    for changed, many in ((longer(ALTERNATING, 1), 6), (shorter(ALTERNATING, 1), 2)):
        sides = [phase.side for phase in made(changed).phases if phase.kind is HOLD]
        assert (made(changed).reps, sides) == (many, [Side.LEFT, Side.RIGHT] * (many // 2))
    on_one_side = timeline_of(counted(sides=Sides.EACH)).segments[3]
    assert {phase.side for phase in made(longer(on_one_side, 0)).phases} == {Side.RIGHT}


def test_what_is_stored_has_its_limits() -> None:
    most = timeline_of(counted(dose=reps(MOST_REPS))).segments[1]
    assert longer(most, 0) is None
    longest = timeline_of(held(dose=hold(LONGEST_HOLD_S - 5))).segments[1]
    assert longer(longest, 0) is None


def test_the_count_comes_at_the_new_end() -> None:
    assert says(made(longer(REST, 28)))[-3:] == [(37, "3"), (38, "2"), (39, "1")]
    assert counts(made(longer(READY, 35))) == [(60, "Starting in ten"), (67, "3"), (68, "2"), (69, "1")]
    assert counts(made(shorter(READY, 0))) == [(20, "Starting in ten"), (27, "3"), (28, "2"), (29, "1")]
    assert says(made(shorter(REST, 20)))[-3:] == [(20, "3"), (21, "2"), (22, "1")]
    assert counts(made(shorter(HOLD_30, 14))) == [(13, "Halfway, ten seconds"), (20, "3"), (21, "2"), (22, "1")]


def test_getting_ready_too_short_for_starting_in_ten_says_it_once_it_is_long_enough() -> None:
    short = timeline_of(counted(), setup_s=10).segments[0]
    assert counts(made(longer(short, 4))) == [(30, "Starting in ten"), (37, "3"), (38, "2"), (39, "1")]
    assert CueKind.SOON not in {cue.kind for cue in made(shorter(READY, 30)).cues if cue.at_s > 30}


def test_what_no_longer_has_room_before_the_count_is_left_out_but_never_the_name() -> None:
    rest = made(shorter(made(shorter(REST, 0)), 0))  # 10 s
    assert [text for _, text in says(rest)] == ["Rest, 30 seconds; next: set 2 of 2", "Feel it.", "3", "2", "1"]
    rest = made(shorter(rest, 0))  # 3 s
    assert says(rest) == [(0, "Rest, 30 seconds; next: set 2 of 2"), (1, "2"), (2, "1")]


def test_a_hold_made_longer_keeps_its_ways_and_is_to_be_held_for_longer() -> None:
    hold_40 = made(longer(HOLD_30, 5))
    assert [(phase.cue, phase.start_s, phase.length_s) for phase in hold_40.phases] == [
        ("Turn", 0, 3), ("Breathe", 3, 40), ("Front", 43, 3)]  # fmt: skip
    assert (hold_40.hold_s, hold_40.done_at(99)) == (40, 40)
    assert counts(hold_40)[:2] == [(23, "Halfway"), (33, "Ten seconds")]


@pytest.mark.parametrize("elapsed_s", [18, 25])
def test_half_is_not_told_twice(elapsed_s: float) -> None:
    once = made(longer(HOLD_30, elapsed_s))
    twice = made(longer(once, elapsed_s))
    assert CueKind.HALFWAY not in {cue.kind for cue in (*once.cues, *twice.cues)}


def test_half_is_told_in_a_hold_that_was_too_short_for_it_before() -> None:
    assert (13, "Halfway, ten seconds") in counts(made(longer(timeline_of(held(dose=hold(10))).segments[1], 9)))


def test_of_two_holds_the_one_of_the_dose_is_stretched() -> None:
    exercise = held(dose=hold(20))
    tempo = (exercise.tempo[0], Phase(HOLD, 2, "Settle"), *exercise.tempo[1:])
    segment = timeline_of(replace(exercise, tempo=tempo)).segments[1]
    assert [phase.length_s for phase in made(longer(segment, 4)).phases] == [3, 2, 30, 3]


def test_a_pulsed_hold_goes_on_pulsing() -> None:
    pulsed = made(longer(timeline_of(series(), pulses=True).segments[1], 0))
    assert [cue.at_s for cue in pulsed.cues if cue.kind in BEATS] == [3 + 2 * beat for beat in range(10)]


def test_one_rep_more_moves_the_last_one() -> None:
    five = made(longer(REPS, 13))
    assert (five.reps, five.done_at(99)) == (5, 5)
    assert says(five)[3:] == [(8, "2"), (14, "3"), (20, "4"), (26, "Last one")]
    assert says(made(shorter(REPS, 10)))[3:] == [(8, "2"), (14, "Last one")]


def test_self_paced_reps_wait_at_their_new_end() -> None:
    assert made(longer(SELF_PACED, 24)).waits_at_s == 30
    assert made(shorter(SELF_PACED, 0)).waits_at_s == 18
    assert at_pace(SELF_PACED, 2).waits_at_s == 48


def test_a_pace_scales_the_phases_and_the_metronome_goes_on_in_seconds() -> None:
    slow = at_pace(REPS, 2)
    assert [(phase.start_s, phase.length_s) for phase in slow.phases[:4]] == [(0, 4), (4, 2), (6, 6), (12, 4)]
    assert says(slow)[3:] == [(16, "2"), (28, "3"), (40, "Last one")]
    assert [cue.at_s for cue in slow.cues if cue.kind in BEATS] == list(range(48))


def test_a_pace_back_and_forth_adds_no_beat() -> None:
    segment = REPS
    for scale in (1 / 0.9, 0.9 / 0.8, 0.8 / 0.9, 0.9):
        segment = at_pace(segment, scale)
    assert segment.length_s == pytest.approx(24)
    assert [cue.kind for cue in segment.cues] == [cue.kind for cue in REPS.cues]


@pytest.mark.parametrize("segment", [READY, REST, SWITCH, HOLD_30, POSITION, FINISH])
def test_only_reps_have_a_pace(segment: Segment) -> None:
    assert at_pace(segment, 2) is segment


@pytest.mark.parametrize("segment", [READY, REST, SWITCH, HOLD_30, POSITION, REPS, ALTERNATING, SELF_PACED])
@pytest.mark.parametrize("elapsed_s", [0, 2.5, 9])
def test_longer_and_shorter_again_is_as_before_and_in_order(segment: Segment, elapsed_s: float) -> None:
    there = made(longer(segment, elapsed_s))
    assert [cue.at_s for cue in there.cues] == sorted(cue.at_s for cue in there.cues)
    assert all(0 <= cue.at_s < there.length_s for cue in there.cues)
    back = made(shorter(there, elapsed_s))
    if segment.kind is not SegmentKind.READY:  # thirty on, ten back
        assert (back.length_s, back.phases, back.waits_at_s) == (segment.length_s, segment.phases, segment.waits_at_s)


# What is said besides the count


def felt_at(segment: Segment) -> list[float]:
    return [round(cue.at_s, 3) for cue in segment.cues if cue.kind is CueKind.SAY]


def test_what_is_said_during_reps_stays_with_its_rep_where_it_still_has_room() -> None:
    segment = timeline_of(replace(counted(), feel="Feel it here, where it is.")).segments[1]  # 2 s long
    [felt_s] = felt_at(segment)
    assert felt_at(made(longer(segment, 0))) == [felt_s]
    assert felt_at(at_pace(segment, 2)) == [round(2 * felt_s, 3)]
    assert felt_at(at_pace(segment, 0.25)) == []


def test_what_is_said_during_a_hold_stays_while_the_countdown_leaves_room() -> None:
    segment = timeline_of(replace(held(dose=hold(14)), feel="Feel it here, where it is. " * 3)).segments[1]
    [felt_s] = felt_at(segment)
    lengthened = made(longer(segment, felt_s + 5))
    assert felt_at(lengthened) == [felt_s]
    assert "Halfway" in [text for _, text in counts(made(longer(segment, 1)))], "it is not taken for a told half"
    assert felt_at(made(shorter(segment, 1))) == []
