"""What a person can choose about a timeline: the first side, ways in and out, pulses, waiting; what is said where."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.exercise import Exercise, Phase, Range, Side, Sides
from app.domain.playing.cues import BEATS, spoken_s
from app.domain.playing.timeline import PlayOptions, Segment, SegmentKind, Timeline, build_timeline, pulse_depth
from app.domain.routine import Routine, own_step
from app.paths import resources_dir
from tests.domain.sample_routines import HOLD, MOVE, counted, held, hold, reps, routine_of, series, step_of, timeline_of

LEFT, RIGHT, CENTRE = Side.LEFT, Side.RIGHT, Side.CENTRE
WAITING = PlayOptions(wait_for_equipment=True)
PHASE_TOLERANCE_S = 1.0


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def right_first(*exercises: Exercise) -> Timeline:
    routine = routine_of(*map(step_of, exercises))
    return build_timeline(routine, {each.id: each for each in exercises}, options=PlayOptions(first_side=RIGHT))


def says(segment: Segment) -> list[str]:
    return [cue.text for cue in segment.cues if cue.text]


# The right side first


def test_with_the_right_first_its_sets_come_first_and_are_named_so() -> None:
    ready, right, switch, left = right_first(counted("bend", reps(5), Sides.EACH)).segments[:4]
    assert [part.side for part in (ready, right, switch, left)] == [RIGHT, RIGHT, LEFT, LEFT]
    assert says(ready)[0] == "Bend, right side. 5 reps a side."
    assert says(switch)[0] == "Switch sides: left side"
    assert [part.work for part in (right, left)] == [0, 1]


def test_with_the_right_first_alternating_reps_begin_with_it() -> None:
    ready, work = right_first(counted(dose=reps(2), sides=Sides.ALTERNATE)).segments[:2]
    assert [phase.side for phase in work.phases if phase.kind is HOLD] == [RIGHT, LEFT, RIGHT, LEFT]
    assert "alternating, right first" in says(ready)[0]
    assert "alternating, left first" in says(timeline_of(counted(sides=Sides.ALTERNATE)).segments[0])[0]


def test_with_the_right_first_its_positions_come_first_but_keep_their_numbers() -> None:
    parts = [part for part in right_first(series()).segments if part.position]
    assert [(part.position, part.side) for part in parts] == [(2, RIGHT), (1, LEFT), (3, CENTRE)]
    assert {part.work for part in parts} == {0}


def test_with_the_right_first_the_straddle_series_changes_legs_only(catalogue: Catalogue) -> None:
    parts = [part for part in right_first(catalogue.exercises["straddle-bends"]).segments if part.position]
    assert [part.position for part in parts] == [3, 4, 1, 2, 5, 6]


def test_without_sides_there_is_no_difference() -> None:
    assert right_first(counted(), held()) == timeline_of(counted(), held())


def test_the_setup_is_that_of_the_side_that_comes(catalogue: Catalogue) -> None:
    bend = catalogue.exercises["side-bend"]
    assert any("left hand" in text for text in says(timeline_of(bend, load_kg=2.0).segments[0]))
    with_load = routine_of(replace(step_of(bend), load_kg=2.0))
    begins_right = build_timeline(with_load, catalogue.exercises, options=PlayOptions(first_side=RIGHT))
    assert any("right hand" in text for text in says(begins_right.segments[0]))
    for exercise in catalogue.exercises.values():
        if exercise.sides is Sides.EACH:
            assert "right" not in exercise.setup
            assert "left" not in exercise.setup_for(RIGHT, exercise.first_load_kg), exercise.id


# Ways in and out, pulses


@pytest.mark.parametrize(("transition_s", "lengths"), [(None, [3, 10, 3]), (5.5, [5.5, 10, 5.5]), (0, [10])])
def test_the_ways_in_and_out_of_a_hold_last_as_long_as_chosen(transition_s: float | None, lengths: list[float]) -> None:
    work = timeline_of(held(), transition_s=transition_s).segments[1]
    assert [phase.length_s for phase in work.phases] == lengths
    assert (work.length_s, work.hold_s) == (sum(lengths), 10)


@pytest.mark.parametrize(
    ("transition_s", "lengths"),
    [(None, [[3, 10], [3, 10, 4], [10, 2]]), (6, [[6, 10], [6, 10, 6], [10, 6]]), (0, [[10], [10], [10]])],
)
def test_the_ways_of_a_series_last_as_chosen_and_none_is_made(transition_s: float, lengths: list[list[float]]) -> None:
    parts = [part for part in timeline_of(series(), transition_s=transition_s).segments if part.position]
    assert [[phase.length_s for phase in part.phases] for part in parts] == lengths


def test_reps_have_no_ways_in_and_out() -> None:
    assert timeline_of(counted(), transition_s=9) == timeline_of(counted())


def test_pulses_are_said_and_ticked_every_two_seconds_of_the_hold() -> None:
    left, right, forward = timeline_of(series(), pulses=True).segments[1:4]
    assert says(left)[:2] == ["Lean left", "Small, smooth pulses"]
    assert says(forward)[0] == "Forward. Small, smooth pulses", "it begins in place"
    assert [cue.at_s for cue in right.cues if cue.kind in BEATS] == [3, 5, 7, 9, 11]
    assert [phase.pulse_s for phase in right.phases] == [None, 2, None]
    assert {phase.kind for phase in right.phases} == {MOVE, HOLD}
    assert timeline_of(held(), pulses=True) == timeline_of(held())


def test_a_pulse_begins_and_ends_at_the_full_depth_and_is_smallest_between() -> None:
    move, pulsed, _ = timeline_of(series(), pulses=True).segments[2].phases
    assert [round(pulse_depth(pulsed, 3 + at), 3) for at in (0, 0.5, 1, 1.5, 2, 10)] == [1, 0.925, 0.85, 0.925, 1, 1]
    assert pulse_depth(move, 1) == 1


# Waiting for other equipment


def test_getting_ready_waits_only_where_other_equipment_is_needed() -> None:
    exercises = {
        "first": counted("first"), "same": counted("same"), "chair": replace(counted("chair"), equipment=("chair",)),
        "weight": replace(counted("weight"), equipment=("chair", "dumbbell"), load_kg=Range(0, 9)),
    }  # fmt: skip
    steps = [step_of(each) for each in exercises.values()]  # the weight's first load is 0: nothing to fetch
    timeline = build_timeline(routine_of(*steps), exercises, options=WAITING)
    waits = {part.exercise_id: part.waits_at_s is not None for part in timeline.segments if part.kind == "ready"}
    assert waits == {"first": False, "same": False, "chair": True, "weight": False}
    assert all(part.waits_at_s is None for part in build_timeline(routine_of(*steps), exercises).segments)


@pytest.mark.parametrize("setup_s", [0, 5, 40])
def test_waiting_begins_ten_seconds_before_the_end_and_after_the_name(setup_s: float) -> None:
    exercises = {"mat": counted("mat"), "chair": replace(counted("chair"), equipment=("chair",))}
    steps = [replace(step_of(each), setup_s=setup_s) for each in exercises.values()]
    timeline = build_timeline(routine_of(*steps), exercises, options=WAITING)
    [ready] = [part for part in timeline.segments if part.waits_at_s is not None]
    assert ready.waits_at_s == ready.length_s - 10.5, "so that “starting in ten” is still said after the key"
    assert ready.length_s >= setup_s
    moments = {cue.text: cue.at_s for cue in ready.cues}
    assert moments["Press Enter when you are ready."] == ready.waits_at_s
    assert moments["Starting in ten"] == ready.length_s - 10
    assert ready.waits_at_s >= spoken_s("Chair. 4 reps.")
    assert "Lie down." in moments, "after the key where there is no room before"


# Where the feel line and the phases are said


def feel_said_in(timeline: Timeline) -> list[SegmentKind]:
    return [part.kind for part in timeline.segments if "Feel it." in says(part)]


@pytest.mark.parametrize(
    ("setup_s", "rest_s", "kinds"),
    [(20, 30, ["ready"]), (10, 30, ["rest"]), (10, 5, ["reps"]), (10, 0, ["reps"])],
)
def test_the_feel_line_is_said_once_where_there_is_room_first(setup_s: float, rest_s: float, kinds: list[str]) -> None:
    exercise = replace(counted(dose=reps(3, sets=3)), feel="Feel it.")
    assert feel_said_in(timeline_of(exercise, setup_s=setup_s, rest_s=rest_s)) == kinds


def test_the_feel_line_moves_to_a_switch_with_room_and_else_into_the_work() -> None:
    twist = replace(held(sides=Sides.EACH), feel="Feel it.")
    assert feel_said_in(timeline_of(twist, switch_s=10)) == ["switch"]
    assert feel_said_in(timeline_of(twist, switch_s=5)) == ["hold"]
    assert feel_said_in(timeline_of(replace(twist, feel="Feel it all. " * 20))) == []


def test_a_switch_says_how_the_other_side_begins_where_that_differs() -> None:
    bend = replace(counted(sides=Sides.EACH), setup="Weight left.", setup_right="Weight right.")
    assert "Weight right." in says(timeline_of(bend, switch_s=10).segments[2])
    assert "Weight right." not in says(timeline_of(bend, switch_s=4).segments[2])
    assert "Weight left." not in says(timeline_of(replace(bend, setup_right=""), switch_s=10).segments[2])


@pytest.mark.parametrize("exercise_id", ["side-bend", "straddle-bends"])
def test_without_its_load_nobody_is_told_of_a_weight(catalogue: Catalogue, exercise_id: str) -> None:
    exercise = catalogue.exercise(exercise_id)
    for load_kg, told in ((exercise.first_load_kg, True), (0.0, False)):
        step = replace(own_step(exercise), load_kg=load_kg)
        segments = build_timeline(routine_of(step), catalogue.exercises).segments
        heard = " ".join(text for segment in segments for text in says(segment))
        assert (exercise.setup in heard) is told
        assert ("the weight" in heard or "the plate" in heard) is told
        assert (exercise.setup_without_load in heard) is not told


def test_no_text_of_a_work_begins_while_the_feel_line_is_said() -> None:
    work = timeline_of(replace(counted(), feel="Feel it here. ")).segments[1]
    moments = [(cue.at_s, spoken_s(cue.text)) for cue in work.cues if cue.text]
    [(feel_s, lasts_s)] = [(cue.at_s, spoken_s(cue.text)) for cue in work.cues if cue.text == "Feel it here. "]
    assert all(at_s + length_s <= feel_s or at_s >= feel_s + lasts_s for at_s, length_s in moments if at_s != feel_s)


def test_every_exercise_of_every_routine_says_its_feel_line_once(catalogue: Catalogue) -> None:
    for routine in catalogue.routines.values():
        parts = build_timeline(routine, catalogue.exercises).segments
        for index, step in enumerate(routine.steps):
            feel = catalogue.exercises[step.exercise_id].feel
            said = [cue.text for part in parts if part.step == index for cue in part.cues if cue.text == feel]
            assert said == [feel], (routine.id, step.exercise_id)


def first_rep_or_hold(segment: Segment) -> list[tuple[str, float]]:
    return [(phase.cue, phase.length_s) for phase in segment.phases if phase.rep in (None, 1)]


def test_no_phase_takes_much_longer_to_say_than_to_do(catalogue: Catalogue) -> None:
    for routine in catalogue.routines.values():
        for part in build_timeline(routine, catalogue.exercises).segments:
            for text, length_s in first_rep_or_hold(part):
                assert spoken_s(text) <= length_s + PHASE_TOLERANCE_S, (part.exercise_id, text)


def test_the_words_of_a_first_rep_are_over_when_the_rep_is(catalogue: Catalogue) -> None:
    for routine in catalogue.routines.values():
        for part in build_timeline(routine, catalogue.exercises).segments:
            words = first_rep_or_hold(part)
            assert sum(spoken_s(text) for text, _ in words) <= sum(length_s for _, length_s in words), part.exercise_id


def test_the_voice_alone_carries_the_vertebra_by_vertebra_exercises(catalogue: Catalogue) -> None:
    assert phases_of(catalogue, "segmental-cat-cow")[0] == "Round: low back … ribs … neck"
    down, hang, up, _ = phases_of(catalogue, "jefferson-curl")
    assert (down, hang, up) == ("Chin … chest … low back", "Hang", "Low back first … head last")


def phases_of(catalogue: Catalogue, exercise_id: str) -> list[str]:
    tempo: tuple[Phase, ...] = catalogue.exercises[exercise_id].tempo
    return [phase.cue for phase in tempo]


def test_every_text_of_every_routine_is_heard_right_first_too(catalogue: Catalogue) -> None:
    def works(routine: Routine, options: PlayOptions) -> list[tuple[str | None, float]]:
        parts = build_timeline(routine, catalogue.exercises, options=options).segments
        return sorted((part.exercise_id or "", part.length_s) for part in parts)

    for routine in catalogue.routines.values():
        assert works(routine, PlayOptions(RIGHT)) == works(routine, PlayOptions(LEFT)), routine.id


def test_a_hold_with_only_its_hold_needs_no_ways() -> None:
    bare = replace(held(dose=hold(10)), tempo=(Phase(HOLD, None, "Breathe"),))
    assert timeline_of(bare, transition_s=5).segments[1].length_s == 10
