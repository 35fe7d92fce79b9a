"""What a person makes has the form of the catalogue's files, and is held to it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.errors import Refused
from app.domain.exercise import DoseKind, Range, Sides, Source
from app.domain.own.documents import copy_of_exercise, copy_of_routine, exercise_document, routine_document
from app.domain.own.items import (
    OwnItem,
    OwnItemError,
    check_figure,
    check_routines,
    read_own_exercise,
    read_own_routine,
)
from app.paths import resources_dir
from tests.own_items import JPEG_TEXT, evening, hip_hinge

CATALOGUE = load_catalogue(resources_dir())


def read(**changes: Any) -> Any:
    return read_own_exercise(hip_hinge(id="own-hip-hinge", **changes))


def test_what_is_not_said_is_left_empty() -> None:
    exercise = read()
    assert (exercise.source, exercise.dose_source, exercise.is_own) == (Source.OWN, Source.OWN, True)
    assert (exercise.directions, exercise.equipment, exercise.steps, exercise.why) == ((), (), (), "")
    assert (exercise.dose.reps, exercise.sides, exercise.self_paced) == (Range(8, 12), Sides.NONE, False)


def test_words_stay_as_they_were_typed_and_things_may_be_the_persons_own() -> None:
    exercise = read(equipment=["kettlebell", "mat"], steps=["Stehe aufrecht."], name=" Hüftbeuge ")
    assert (exercise.equipment, exercise.steps, exercise.name) == (
        ("kettlebell", "mat"), ("Stehe aufrecht.",), "Hüftbeuge")  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"id": "hip-hinge"}, "id", "must be own- and then small letters"),
        ({"id": "own-" + "x" * 80}, "id", "must be own- and then"),
        ({"source": "limber"}, "source", "must be “own”"),
        ({"name": ""}, "name", "must not be empty"),
        ({"name": "x" * 101}, "name", "is 101 characters long: up to 100 are kept"),
        ({"steps": ["one", "two\nthree"]}, "steps[2]", "must be a text of one line"),
        ({"steps": ["x"] * 101}, "steps", "may have up to 100 entries, not 101"),
        ({"cautions": ["é" * 1000] * 90}, "steps", "too long together"),
        ({"dose": {"kind": "hold", "sets": 1, "hold_s": 9}}, "tempo", "needs exactly one hold without seconds"),
        ({"sides": "left"}, "sides", "must be one of none, each, alternate with a dose of reps"),
        ({"pulses": True}, "pulses", "does not fit a dose of reps"),
        ({"colour": "red"}, "colour", "is not known here"),
        ({"picture": "AAAA"}, "picture", "must be a JPEG of at most 720 kB"),
        ({"picture": 7}, "picture", "must be a JPEG"),
        ({"picture": JPEG_TEXT + "A" * 1_000_000}, "picture", "must be a JPEG"),
        ({"order": 0}, "order", "must be a whole number"),
    ],
)
def test_what_can_not_be_is_refused_with_the_field_and_the_reason(
    changes: dict[str, Any], field: str, reason: str
) -> None:
    with pytest.raises(OwnItemError) as refused:
        read_own_exercise({"id": "own-hip-hinge", **hip_hinge(**changes)})
    assert (refused.value.field, reason in refused.value.reason) == (field, True), refused.value
    assert "\n" not in str(refused.value)


def test_a_picture_may_travel_in_the_document() -> None:
    assert read(picture=JPEG_TEXT) == read()


@pytest.mark.parametrize("exercise", CATALOGUE.exercises.values(), ids=lambda each: each.id)
def test_a_copy_of_a_built_in_exercise_moves_and_is_dosed_like_it(exercise: Any) -> None:
    copy = read_own_exercise({"id": "own-copy", **copy_of_exercise(exercise)})
    check_figure(copy, CATALOGUE.exercises)
    assert (copy.dose, copy.tempo, copy.positions, copy.load_kg) == (
        exercise.dose, exercise.tempo, exercise.positions, exercise.load_kg)  # fmt: skip
    assert (copy.steps, copy.figure, copy.stand_in) == (exercise.steps, exercise.id, None)
    assert read_own_exercise(exercise_document(copy)) == copy


@pytest.mark.parametrize("routine", CATALOGUE.routines.values(), ids=lambda each: each.id)
def test_a_copy_of_a_built_in_routine_has_its_steps(routine: Any) -> None:
    copy = read_own_routine({"id": "own-copy", **copy_of_routine(routine)}, CATALOGUE.exercises)
    assert copy.steps == routine.steps
    assert read_own_routine(routine_document(copy), CATALOGUE.exercises) == copy


def test_a_figure_must_be_one_that_moves_in_the_same_phases() -> None:
    with pytest.raises(OwnItemError, match="must move in the same phases: “Seated chair twist”"):
        check_figure(read(figure="chair-twist"), CATALOGUE.exercises)
    with pytest.raises(OwnItemError, match="names no built-in exercise: “own-hip-hinge”"):
        check_figure(read(figure="own-hip-hinge"), CATALOGUE.exercises)


def test_a_change_of_an_exercise_that_breaks_a_routine_is_refused_with_both_named() -> None:
    item = OwnItem("own-evening", json.dumps(evening(steps=[{"exercise": "own-hip-hinge", "reps": 9}])))
    check_routines([item], {"own-hip-hinge": read()})
    held = read(dose={"kind": "hold", "sets": 1, "hold_s": 20}, tempo=[{"kind": "hold", "cue": "Hold"}])
    with pytest.raises(Refused, match=r"the routine “Evening”, where “steps\[1\].reps” does not fit a dose of hold"):
        check_routines([item], {"own-hip-hinge": held})


def shown(exercises: list[OwnItem], routines: list[OwnItem]) -> tuple[Catalogue, tuple[str, ...]]:
    whole = CATALOGUE.copy()
    return whole, whole.show_own_items(exercises, routines)


HINGE = OwnItem("own-hip-hinge", json.dumps(hip_hinge()))
EVENING = OwnItem("own-evening", json.dumps(evening(steps=[{"exercise": "own-hip-hinge"}])))


def test_the_catalogue_shows_them_after_its_own_and_knows_the_archived_ones() -> None:
    whole, refused = shown([HINGE, OwnItem("own-old", HINGE.text, archived=True)], [EVENING])
    assert refused == ()
    assert list(whole.exercises)[-2:] == ["own-hip-hinge", "own-old"]
    assert "own-old" not in [each.id for each in whole.listed_exercises]
    assert whole.exercise("own-old").archived
    assert whole.routine("own-evening").steps[0].dose.reps == Range(8, 12)
    assert "own-hip-hinge" not in CATALOGUE.exercises


def test_what_is_shown_anew_takes_the_place_of_what_was_shown() -> None:
    whole, _refused = shown([HINGE], [EVENING])
    before = whole.exercises["own-hip-hinge"]
    whole.show_own_items([HINGE], [])
    assert whole.exercises["own-hip-hinge"] is before
    assert "own-evening" not in whole.routines
    whole.show_own_items([OwnItem("own-hip-hinge", json.dumps(hip_hinge(name="Hinge")))], [])
    assert whole.exercise("own-hip-hinge").name == "Hinge"


def test_a_routine_whose_exercise_is_gone_is_told_and_left_out() -> None:
    whole, (sentence,) = shown([], [EVENING])
    assert sentence == "In “Evening”, “steps[1].exercise” names no exercise: “own-hip-hinge”."
    assert "own-evening" not in whole.routines


@pytest.mark.parametrize("text", ["7", "[]", "null", "{}", '{"name": {"a": 1}, "source": "own"}'])
def test_a_text_that_holds_no_exercise_is_told(text: str) -> None:
    _whole, refused = shown([OwnItem("own-x", text)], [])
    assert len(refused) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["own", "hold", "reps"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None)
@given(field=st.sampled_from([*hip_hinge(), "steps", "figure", "load_kg", "picture", "positions"]), value=JSON)
def test_whatever_stands_in_a_field_is_read_or_refused(field: str, value: object) -> None:
    document = {"id": "own-hip-hinge", **hip_hinge(), field: value}
    try:
        exercise = read_own_exercise(document)
    except OwnItemError:
        return
    assert exercise.kind in DoseKind
    assert read_own_exercise(exercise_document(exercise)) == exercise
