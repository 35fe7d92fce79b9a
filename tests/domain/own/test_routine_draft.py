"""A routine while it is made: steps in any order, problems told in place, undo until it is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue_items import MAX_STEPS
from app.domain.exercise import Range, Sides, Source
from app.domain.own.routine_draft import (
    Edits,
    Problem,
    added,
    changed,
    copied,
    doubled,
    empty_routine,
    moved,
    problems,
    removed,
    with_sides,
)
from app.domain.playing.timeline import FINISH_S, as_played, build_timeline
from app.domain.routine import Routine, RoutineStep
from app.domain.routine_lengths import lengths, played_places
from tests.domain.sample_routines import counted, held, hold, reps, series

CRUNCH = replace(counted("crunch"), load_kg=Range(0, 10), first_load_kg=2)
TWIST, BENDS = held("twist", hold(10, 20), Sides.EACH), series("bends")
CURL = replace(counted("curl"), stand_in="cat-cow")
EXERCISES = {each.id: each for each in (CRUNCH, TWIST, BENDS, CURL, counted("cat-cow"))}
NAMED = replace(empty_routine(), name="Morning")


def routine(*exercise_ids: str) -> Routine:
    made = NAMED
    for each in exercise_ids:
        made = added(made, EXERCISES[each], len(made.steps))
    return made


def names(made: Routine) -> list[str]:
    return [step.exercise_id for step in made.steps]


def step_like(**changes: object) -> RoutineStep:
    return replace(routine("crunch").steps[0], **changes)  # type: ignore[arg-type]  # by name


# Steps


def test_steps_are_added_where_they_are_wanted_in_the_exercises_own_dose() -> None:
    made = added(routine("crunch", "bends"), TWIST, 1)
    assert names(made) == ["crunch", "twist", "bends"]
    assert (made.steps[1].dose, made.steps[0].load_kg) == (TWIST.dose, 2)


def test_a_step_is_taken_out_or_done_twice() -> None:
    made = routine("crunch", "twist", "bends")
    assert names(removed(made, 1)) == ["crunch", "bends"]
    assert names(doubled(made, 1)) == ["crunch", "twist", "twist", "bends"]


@given(st.integers(0, 3), st.integers(0, 3))
def test_a_moved_step_is_where_it_was_moved_to_and_the_others_keep_their_order(place: int, to: int) -> None:
    made = routine("crunch", "twist", "bends", "curl")
    after = moved(made, place, to)
    assert after.steps[to] == made.steps[place]
    assert [each for each in after.steps if each != made.steps[place]] == [
        each for each in made.steps if each != made.steps[place]
    ]


def test_a_copy_is_a_new_one_of_ones_own_under_a_name_that_is_free() -> None:
    built_in = replace(routine("crunch"), id="starter", name="Starter", source=Source.LIMBER, archived=True)
    copy = copied(built_in, ["Desk break"])
    assert (copy.id, copy.source, copy.archived, copy.name) == ("", Source.OWN, False, "Starter (my version)")
    assert copied(built_in, ["STARTER (my version)"]).name == "Starter (my version 2)"


def test_one_side_after_the_other_gets_time_to_change_and_the_exercises_own_way_is_not_written_down() -> None:
    bridge = counted("bridge", reps(3), Sides.ALTERNATE)
    step = replace(step_like(exercise_id="bridge"), switch_s=0.0)
    assert with_sides(step, bridge, Sides.EACH) == replace(step, sides=Sides.EACH, switch_s=5.0)
    assert with_sides(replace(step, sides=Sides.LEFT), bridge, Sides.ALTERNATE).sides is None


# Problems


def test_a_whole_routine_has_no_problems() -> None:
    assert problems(routine("crunch", "twist", "bends"), EXERCISES) == ()


@pytest.mark.parametrize(
    ("made", "field", "sentence"),
    [
        (replace(routine("crunch"), name="  "), "name", "Give the routine a name."),
        (replace(routine("crunch"), name="DESK break "), "name", "You have a routine “DESK break” already: "),
        (replace(routine("crunch"), name="x" * 101), "name", "This is 101 characters long: up to 100 are kept."),
        (replace(routine("crunch"), name="a\nb"), "name", "This must be a text of one line."),
        (replace(routine("crunch"), about="x" * 1001), "about", "This is 1001 characters long"),
        (NAMED, "steps", "A routine needs at least one exercise."),
        (routine(*["crunch"] * (MAX_STEPS + 1)), "steps", "A routine has up to 60 exercises, not 61."),
    ],
)
def test_what_is_wrong_with_the_whole_is_told_with_its_field(made: Routine, field: str, sentence: str) -> None:
    (problem,) = problems(made, EXERCISES, ["Desk break"])
    assert (problem.field, problem.place) == (field, None)
    assert problem.sentence.startswith(sentence)


@pytest.mark.parametrize(
    ("step", "field", "sentence"),
    [
        (step_like(dose=reps(0)), "reps", "Reps must be a whole number from 1 to 200, not 0."),
        (step_like(dose=reps(4, sets=21)), "sets", "Sets must be a whole number from 1 to 20, not 21."),
        (step_like(load_kg=11.0), "load_kg", "Load must be a number from 0 to 10, not 11."),
        (step_like(rest_s=601.0), "rest_s", "Rest must be a number from 0 to 600, not 601."),
        (step_like(tempo=(1.0, 0.0, 1.0)), "tempo[2]", "Tempo must be a number from 0.5 to 600, not 0."),
        (step_like(sides=Sides.LEFT), "sides", "Sides must be one of none for “crunch”, not “left”."),
        (step_like(exercise_id="gone"), "exercise", "This exercise is not there any more: take the step out."),
    ],
)
def test_what_is_wrong_with_a_step_is_told_with_its_place(step: RoutineStep, field: str, sentence: str) -> None:
    (problem,) = problems(changed(routine("twist", "crunch"), 1, step), EXERCISES)
    assert problem == Problem(field, sentence, 1)


def test_a_routine_that_would_last_for_ages_is_too_long() -> None:
    ages = changed(routine("crunch"), 0, step_like(dose=reps(200, sets=20)))
    (problem,) = problems(ages, EXERCISES)
    assert problem.sentence == "A routine takes up to 6 hours."


# Lengths


def test_lengths_are_those_of_the_timeline_that_is_played_and_add_up() -> None:
    made = routine("crunch", "twist", "bends")
    found = lengths(made, EXERCISES, ())
    assert found.total_s == pytest.approx(build_timeline(made, EXERCISES).total_s)
    assert sum(found.steps) + FINISH_S == pytest.approx(found.total_s)
    assert lengths(NAMED, EXERCISES, ()).total_s == 0


def test_what_is_not_open_takes_the_time_of_what_stands_in_or_none() -> None:
    found = lengths(routine("crunch", "curl", "curl"), EXERCISES, {"curl"})
    assert found.instead == (None, "cat-cow", None)
    assert found.steps[1] > 0
    assert found.steps[2] == 0


def test_a_step_whose_exercise_is_gone_takes_no_time_and_stops_nothing() -> None:
    made = changed(routine("twist", "crunch"), 0, step_like(exercise_id="gone"))
    found = lengths(made, EXERCISES, ())
    assert found.steps == (0.0, lengths(routine("crunch"), EXERCISES, ()).steps[0])


def test_where_a_step_is_played_is_found_past_what_is_left_out() -> None:
    made = routine("cat-cow", "curl", "crunch")
    assert played_places(made, as_played(made, EXERCISES, {"curl"})) == (0, None, 1)


# Undo


def test_edits_are_undone_in_turn_and_done_again_until_something_else_is_done() -> None:
    one, two, three = routine("crunch"), routine("crunch", "twist"), routine("bends")
    edits = Edits(NAMED).do(one).do(two)
    assert edits.undo().now == one
    assert edits.undo().undo().now == NAMED
    assert edits.undo().undo().undo() == edits.undo().undo()
    assert edits.undo().redo().now == two
    assert edits.undo().do(three).redo().now == three


def test_letters_typed_in_a_row_are_one_step_and_what_changes_nothing_is_none() -> None:
    typed = Edits(NAMED)
    for text in ("E", "Ev", "Eve"):
        typed = typed.do(replace(NAMED, name=text), "name")
    assert typed.undo().now == NAMED
    assert typed.do(typed.now) is typed
    after_undo = typed.undo().do(replace(NAMED, name="Later"), "name")
    assert after_undo.undo().now == NAMED


@given(st.lists(st.sampled_from(["crunch", "twist", "bends", "undo", "redo"]), max_size=12))
def test_undo_and_redo_never_lose_a_state(moves: list[str]) -> None:
    edits = Edits(NAMED)
    for move in moves:
        if move == "undo":
            back = edits.undo()
            assert back.redo().now == edits.now or back == edits
            edits = back
        elif move == "redo":
            edits = edits.redo()
        else:
            edits = edits.do(added(edits.now, EXERCISES[move], 0))
    while edits.before:
        edits = edits.undo()
    assert edits.now == NAMED
