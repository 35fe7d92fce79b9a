"""A routine laid out in time: the grammar of a session, its lengths, and what is said when."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.exercise import Phase, Range, Side, Sides
from app.domain.playing.cues import BEATS, CueKind, spoken_s
from app.domain.playing.timeline import FINISH_S, Segment, SegmentKind, Timeline, as_played, build_timeline
from app.paths import resources_dir
from tests.domain.sample_routines import (
    HOLD,
    MOVE,
    counted,
    held,
    hold,
    reps,
    routine_of,
    series,
    step_of,
    timeline_of,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def outline(timeline: Timeline) -> list[tuple[str, float, Side | None, int | None]]:
    return [(part.kind.value, part.length_s, part.side, part.set_number) for part in timeline.segments]


def says(segment: Segment) -> list[tuple[float, str]]:
    return [(cue.at_s, cue.text) for cue in segment.cues if cue.text]


def texts(segment: Segment, kind: CueKind) -> list[tuple[float, str]]:
    return [(cue.at_s, cue.text) for cue in segment.cues if cue.kind is kind]


FINISH = ("finish", FINISH_S, None, None)
LEFT, RIGHT, CENTRE = Side.LEFT, Side.RIGHT, Side.CENTRE


# The grammar


def test_sets_of_reps_have_rests_between_them_and_are_stored_one_by_one() -> None:
    timeline = timeline_of(counted(dose=reps(4, sets=3)), rest_s=45)
    assert outline(timeline) == [
        ("ready", 10, None, 1), ("reps", 24, None, 1), ("rest", 45, None, 2), ("reps", 24, None, 2),
        ("rest", 45, None, 3), ("reps", 24, None, 3), FINISH,
    ]  # fmt: skip
    assert [part.work for part in timeline.segments] == [None, 0, None, 1, None, 2, None]
    assert [part.start_s for part in timeline.segments] == [0, 10, 34, 79, 103, 148, 172]
    assert timeline.total_s == 177


def test_each_side_gets_its_full_hold_with_a_switch_between_and_no_rest_needed() -> None:
    assert outline(timeline_of(held(dose=hold(10, 20, sets=2), sides=Sides.EACH))) == [
        ("ready", 10, LEFT, 1), ("hold", 16, LEFT, 1), ("switch", 5, RIGHT, 1), ("hold", 16, RIGHT, 1),
        ("switch", 5, LEFT, 2), ("hold", 16, LEFT, 2), ("switch", 5, RIGHT, 2), ("hold", 16, RIGHT, 2), FINISH,
    ]  # fmt: skip


def test_a_rest_takes_the_place_of_the_switch_between_the_sets_of_a_sided_exercise() -> None:
    timeline = timeline_of(counted(dose=reps(1, sets=2), sides=Sides.EACH), rest_s=30)
    assert [part.kind.value for part in timeline.segments] == [
        "ready", "reps", "switch", "reps", "rest", "reps", "switch", "reps", "finish"]  # fmt: skip
    assert says(timeline.segments[4])[0] == (0, "Rest, 30 seconds; next: set 2 of 2, left side")


def test_alternating_reps_are_twice_as_many_in_one_segment_and_each_knows_its_side() -> None:
    timeline = timeline_of(counted(dose=reps(5), sides=Sides.ALTERNATE))
    work = timeline.segments[1]
    assert (work.length_s, work.reps, work.side) == (60, 10, Side.ALTERNATE)
    assert [phase.side for phase in work.phases if phase.kind is HOLD] == [LEFT, RIGHT] * 5
    assert work.dose == "5 reps each way"


def test_a_series_is_one_work_of_one_hold_segment_for_each_position() -> None:
    timeline = timeline_of(series(dose=hold(10, sets=2)))
    first, second = timeline.segments[1:4], timeline.segments[4:7]
    assert [(part.length_s, part.position, part.position_name, part.side) for part in first] == [
        (13, 1, "To the left", LEFT), (17, 2, "To the right", RIGHT), (12, 3, "Forward", CENTRE)]  # fmt: skip
    assert {part.work for part in first} == {0}
    assert {part.work for part in second} == {1}
    assert {part.hold_s for part in first} == {10}
    assert timeline.segments[0].side is None


def test_nothing_is_laid_out_that_would_last_no_time() -> None:
    exercise = counted(dose=reps(1, sets=2), sides=Sides.EACH)
    timeline = timeline_of(exercise, setup_s=0, switch_s=0)
    assert [part.kind.value for part in timeline.segments] == ["reps"] * 4 + ["finish"]
    assert all(phase.length_s > 0 for part in timeline_of(series()).segments for phase in part.phases)


def test_an_empty_routine_is_its_finish() -> None:
    assert outline(build_timeline(routine_of(), {})) == [FINISH]


def test_a_segment_before_work_tells_of_the_work_that_comes() -> None:
    ready, work = timeline_of(counted(dose=reps(4, 8)), load_kg=2).segments[:2]
    for field in ("exercise_id", "side", "set_number", "sets", "step", "load_kg", "dose"):
        assert getattr(ready, field) == getattr(work, field)
    assert (ready.reps, ready.work, ready.phases) == (None, None, ())
    assert (work.reps, work.dose) == (4, "4–8 reps · 2 kg")


# What is said


def test_get_ready_says_name_side_and_dose_and_counts_down() -> None:
    ready = timeline_of(counted("bend", dose=reps(5), sides=Sides.EACH)).segments[0]
    assert says(ready) == [
        (0, "Bend, left side. 5 reps a side."), (pytest.approx(2.3, abs=0.1), "Lie down."), (7, "3"), (8, "2"),
        (9, "1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("setup_s", "said"),
    [(3, []), (10, ["Lie down."]), (15, ["Lie down."]), (20, ["Lie down.", "Feel it."])],
)
def test_setup_and_feel_are_said_where_there_is_room(setup_s: float, said: list[str]) -> None:
    ready = timeline_of(replace(counted(), feel="Feel it."), setup_s=setup_s).segments[0]
    assert [text for _, text in texts(ready, CueKind.SAY)] == said


def test_the_feel_line_comes_before_the_setup_where_only_one_has_room() -> None:
    long_setup = replace(counted(), setup="Fetch the box, " * 20, feel="Feel it.")
    assert [t for _, t in texts(timeline_of(long_setup, setup_s=20).segments[0], CueKind.SAY)] == ["Feel it."]
    long_feel = replace(counted(), feel="Feel it here, " * 20)
    assert [t for _, t in texts(timeline_of(long_feel, setup_s=20).segments[0], CueKind.SAY)] == ["Lie down."]
    both = replace(long_setup, feel=long_feel.feel)
    assert texts(timeline_of(both, setup_s=20).segments[0], CueKind.SAY) == []


def test_the_note_of_a_step_is_said_instead_of_the_usual_setup() -> None:
    exercise = counted()
    step = replace(step_of(exercise), note="On your knees.")
    ready = build_timeline(routine_of(step), {exercise.id: exercise}).segments[0]
    assert [text for _, text in texts(ready, CueKind.SAY)] == ["On your knees."]


@pytest.mark.parametrize(
    ("setup_s", "soon"), [(14, []), (15, [(5, "Starting in ten")]), (30, [(20, "Starting in ten")])]
)
def test_starting_in_ten_is_said_when_there_is_time_to_hear_it(setup_s: float, soon: list[tuple[float, str]]) -> None:
    assert texts(timeline_of(counted(), setup_s=setup_s).segments[0], CueKind.SOON) == soon


def test_a_short_get_ready_counts_down_only_what_comes_after_the_name() -> None:
    assert says(timeline_of(counted(), setup_s=2).segments[0]) == [(0, "Crunch. 4 reps."), (1, "1")]


def test_switch_and_rest_say_what_they_are_and_count_down() -> None:
    switch = timeline_of(held(sides=Sides.EACH)).segments[2]
    assert says(switch) == [(0, "Switch sides: right side"), (2, "3"), (3, "2"), (4, "1")]
    rest = timeline_of(counted(dose=reps(1, sets=3)), rest_s=30).segments[4]
    assert says(rest) == [(0, "Rest, 30 seconds; next: set 3 of 3"), (27, "3"), (28, "2"), (29, "1")]


def test_a_hold_says_its_phases_and_is_counted_out_before_the_way_back() -> None:
    work = timeline_of(held(dose=hold(10))).segments[1]
    assert says(work) == [(0, "Turn"), (3, "Breathe"), (10, "3"), (11, "2"), (12, "1"), (13, "Front")]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (14, []),
        (15, [(10.5, "Halfway")]),
        (19, [(12.5, "Halfway")]),
        (20, [(13, "Halfway, ten seconds")]),
        (21, [(14, "Halfway, ten seconds")]),
        (24, [(15, "Halfway"), (17, "Ten seconds")]),
        (60, [(33, "Halfway"), (53, "Ten seconds")]),
    ],
)
def test_long_holds_say_halfway_and_ten_seconds_without_running_into_each_other(
    seconds: float, said: list[tuple[float, str]]
) -> None:
    work = timeline_of(held(dose=hold(seconds))).segments[1]
    assert texts(work, CueKind.HALFWAY) + texts(work, CueKind.SOON) == said


def test_the_first_rep_speaks_the_phases_then_numbers_at_the_turning_point_then_last_one() -> None:
    work = timeline_of(counted(dose=reps(4))).segments[1]
    assert says(work) == [(0, "Go"), (2, "Stay"), (3, "Return"), (8, "2"), (14, "3"), (20, "Last one")]
    assert [cue.kind.value for cue in work.cues if cue.text] == ["phase"] * 3 + ["rep"] * 2 + ["last-rep"]


@pytest.mark.parametrize(
    ("tempo", "turn"),
    [
        ((Phase(MOVE, 3, "Down"), Phase(MOVE, 2, "Up"), Phase(HOLD, 2, "Top")), 7 + 5),
        ((Phase(MOVE, 3, "Down"), Phase(MOVE, 2, "Up")), 5 + 3),
        ((Phase(MOVE, 4, "Circle"),), 4 + 2),
    ],
)
def test_the_turning_point_is_the_first_hold_else_the_second_phase_else_the_middle(
    tempo: tuple[Phase, ...], turn: float
) -> None:
    work = timeline_of(replace(counted(dose=reps(2)), tempo=tempo)).segments[1]
    assert texts(work, CueKind.LAST_REP) == [(turn, "Last one")]


def test_positions_say_what_to_do_hold_and_come_back() -> None:
    left, right, forward = timeline_of(series()).segments[1:4]
    assert says(left) == [(0, "Lean left"), (3, "Hold"), (10, "3"), (11, "2"), (12, "1")]
    assert says(right)[-1] == (13, "Come back up")
    assert says(forward)[0] == (0, "Forward"), "a position without a way in says itself in its hold"


def test_the_end_is_said() -> None:
    assert says(timeline_of(counted()).segments[-1]) == [(0, "That was the whole session.")]


def test_names_counts_and_changes_are_important_and_may_replace_the_rest() -> None:
    timeline = timeline_of(held(dose=hold(30)), setup_s=20)
    kinds = {cue.kind: cue.important for part in timeline.segments for cue in part.cues}
    assert not any(kinds[kind] for kind in (CueKind.SAY, CueKind.PHASE, CueKind.HALFWAY))
    assert all(kinds[kind] for kind in (CueKind.READY, CueKind.SOON, CueKind.COUNTDOWN, CueKind.END))


# Finding one's way


def test_what_is_next_is_the_first_work_of_another_set() -> None:
    timeline = timeline_of(series(), held(sides=Sides.EACH))
    ready, position, last_work = 0, 1, 7
    assert timeline.upcoming(ready) == timeline.segments[1]
    assert timeline.upcoming(position) == timeline.segments[5]
    assert timeline.upcoming(last_work) is None


def test_phase_and_amount_done_at_a_moment() -> None:
    ready, work, finish = timeline_of(counted(dose=reps(4))).segments
    assert ready.phase_at(3) is None
    cues = [phase.cue for t in (0, 1.9, 2, 3, 6, 24, 99) if (phase := work.phase_at(t))]
    assert cues == ["Go", "Go", "Stay", "Return", "Go", "Return", "Return"]
    assert [work.done_at(t) for t in (0, 5.9, 6, 17.9, 24)] == [0, 0, 1, 2, 4]
    held_work = timeline_of(held(dose=hold(10))).segments[1]
    assert [held_work.done_at(t) for t in (0, 3, 5.26, 13, 16)] == [0, 0, 2.3, 10, 10]
    assert ready.done_at(5) == finish.done_at(5) == 0


# Locks and stand-ins


def test_a_locked_exercise_is_marked_where_it_is_played_as_written() -> None:
    curl = counted("curl")
    timeline = build_timeline(routine_of(step_of(curl)), {"curl": curl}, locked={"curl"})
    assert [part.locked for part in timeline.segments] == [True, True, False]
    assert not any(part.locked for part in timeline_of(curl).segments)


def test_a_stand_in_takes_the_place_with_its_own_dose_and_says_for_whom() -> None:
    curl = replace(counted("curl", dose=reps(9)), stand_in="bend")
    bend = replace(counted("bend", dose=reps(3), sides=Sides.EACH), load_kg=Range(2, 10), first_load_kg=2)
    exercises = {exercise.id: exercise for exercise in (curl, bend)}
    routine = as_played(routine_of(step_of(curl)), exercises, {"curl"})
    assert [(step.exercise_id, step.dose, step.load_kg) for step in routine.steps] == [("bend", reps(3), 2)]
    timeline = build_timeline(routine, exercises, {"curl"})
    assert {part.stand_in for part in timeline.segments[:-1]} == {"curl"}
    assert not any(part.locked for part in timeline.segments)


def test_a_locked_exercise_is_left_out_without_a_stand_in_or_with_one_already_there() -> None:
    curl, cat = replace(counted("curl"), stand_in="cat"), counted("cat")
    lonely = counted("lonely")
    exercises = {exercise.id: exercise for exercise in (curl, cat, lonely)}
    routine = routine_of(step_of(curl), step_of(cat), step_of(lonely))
    assert as_played(routine, exercises, {"curl", "lonely"}).steps == (step_of(cat),)
    twice = as_played(routine_of(step_of(curl), step_of(curl)), exercises, {"curl"})
    assert [step.exercise_id for step in twice.steps] == ["cat"]
    assert as_played(routine, exercises, set()) == routine


# The shipped catalogue


@pytest.mark.parametrize(
    ("routine", "low", "high"), [("whole-back", 28, 32), ("starter", 8.5, 9.5), ("desk-break", 2.25, 2.75)]
)
def test_the_built_in_routines_last_as_long_as_they_say(
    catalogue: Catalogue, routine: str, low: float, high: float
) -> None:
    timeline = build_timeline(catalogue.routines[routine], catalogue.exercises)
    assert low <= timeline.total_s / 60 <= high


def test_whole_back_plays_the_nine_with_the_articles_doses_in_its_order(catalogue: Catalogue) -> None:
    timeline = build_timeline(catalogue.routines["whole-back"], catalogue.exercises, {"jefferson-curl"})
    doses = {part.exercise_id: part.dose for part in timeline.segments if part.exercise_id}
    assert list(doses.items()) == [
        ("segmental-cat-cow", "5 reps"), ("chair-twist", "10–20 s a side"), ("side-bend", "5 reps a side · 2 kg"),
        ("jefferson-curl", "5 reps"), ("back-extension", "3 × 15–30 reps"), ("thoracic-bridge", "5 reps each way"),
        ("side-plank-rotation", "15 reps a side"), ("reverse-crunch", "3 × 20 reps"),
        ("straddle-bends", "1 series, 10 s a bend · 2.5 kg"),
    ]  # fmt: skip
    assert {part.exercise_id for part in timeline.segments if part.locked} == {"jefferson-curl"}
    assert len({part.work for part in timeline.segments} - {None}) == 16  # 1 + 2 + 2 + 1 + 3 + 1 + 2 + 3 + 1


def test_whole_back_leaves_the_curl_out_since_cat_cow_is_there_already(catalogue: Catalogue) -> None:
    played = as_played(catalogue.routines["whole-back"], catalogue.exercises, {"jefferson-curl"})
    assert len(played.steps) == 8
    assert "jefferson-curl" not in {step.exercise_id for step in played.steps}


def test_every_built_in_routine_is_gapless_and_its_cues_come_in_order_and_in_time(catalogue: Catalogue) -> None:
    for routine in catalogue.routines.values():
        timeline = build_timeline(routine, catalogue.exercises)
        ends = [0.0, *(part.end_s for part in timeline.segments)]
        assert [part.start_s for part in timeline.segments] == ends[:-1]
        for part in timeline.segments:
            moments = [cue.at_s for cue in part.cues if cue.text]
            assert moments == sorted(set(moments)), (routine.id, part)
            assert all(0 <= at < part.length_s for at in moments)
            assert all(cue.text or cue.kind in BEATS for cue in part.cues)
            assert part.kind in (SegmentKind.HOLD, SegmentKind.REPS) or not part.phases
            if part.phases:
                assert sum(phase.length_s for phase in part.phases) == part.length_s


def test_no_text_before_a_count_or_a_name_is_still_being_said_when_that_comes(catalogue: Catalogue) -> None:
    """Phases of a first rep may be shorter than their words; everything else has its time."""
    for routine in catalogue.routines.values():
        for part in build_timeline(routine, catalogue.exercises).segments:
            heard = [cue for cue in part.cues if cue.text]
            for cue, later in pairwise(heard):
                if later.important and later.kind is not CueKind.LAST_REP and cue.kind is not CueKind.COUNTDOWN:
                    assert cue.at_s + spoken_s(cue.text) <= later.at_s + 0.01, (routine.id, cue, later)
