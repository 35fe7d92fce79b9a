"""Exercises of the free-exercise-db: their schema is understood, what is proposed is told, nothing goes missing."""

from typing import Any

import pytest

from app.domain.fields import FieldError
from app.domain.own.items import read_own_exercise
from app.domain.playing.timeline import build_timeline
from app.exchange.free_exercise_db import convert, is_entry, own_id_of
from tests.domain.sample_routines import routine_of, step_of

ENTRY: dict[str, Any] = {
    "id": "Wood_Chop",
    "name": "Wood Chop",
    "force": "pull",
    "level": "intermediate",
    "mechanic": "compound",
    "equipment": "cable",
    "primaryMuscles": ["abdominals"],
    "secondaryMuscles": ["shoulders", "abdominals"],
    "instructions": ["Stand beside the  tower.", "Pull down and across.\nReturn slowly."],
    "category": "strength",
    "images": ["Wood_Chop/0.jpg", "../../../etc/passwd"],
}
PROPOSED = "Dose: 2 × 8–12 slow reps, proposed, since the file has none."


def entry(*instructions: str, **changes: object) -> dict[str, Any]:
    return {**ENTRY, **({"instructions": list(instructions)} if instructions else {}), **changes}


def test_what_the_schema_has_becomes_an_exercise_that_can_be_played() -> None:
    exercise = read_own_exercise(convert(ENTRY).document)
    assert (exercise.name, exercise.level, exercise.equipment) == ("Wood Chop", "medium", ("cable",))
    assert exercise.muscles == ("abdominals", "shoulders")
    assert exercise.steps == ("Stand beside the tower.", "Pull down and across. Return slowly.")
    assert exercise.why == (
        "From free-exercise-db: strength, pull, compound. It has no dose there: this one is proposed."
    )
    assert build_timeline(routine_of(step_of(exercise)), {exercise.id: exercise}).total_s > 60


def test_everything_proposed_or_left_behind_is_told() -> None:
    assert convert(entry(rating=5)).notes == (
        PROPOSED,
        "Load: none yet; set yours in a routine.",
        "2 pictures stay behind: the file has their names only.",
        "Not taken along: rating.",
    )


@pytest.mark.parametrize(
    ("changed", "dose"),
    [
        (entry(category="stretching"), {"kind": "hold", "sets": 2, "hold_s": [20, 30]}),
        (entry(force="static"), {"kind": "hold", "sets": 2, "hold_s": [20, 30]}),
        (entry(category="cardio"), {"kind": "hold", "sets": 1, "hold_s": [60, 60]}),
        (entry("Hold for 10-15 seconds.", category="stretching"), {"kind": "hold", "sets": 2, "hold_s": [10, 15]}),
        (
            entry("Holding it for 40 sec is fine.", category="stretching"),
            {"kind": "hold", "sets": 2, "hold_s": [40, 40]},
        ),
        (entry("Hold it for 900 seconds.", category="stretching"), {"kind": "hold", "sets": 2, "hold_s": [20, 30]}),
        (entry("Repeat for 10-20 repetitions.", category="stretching"), {"kind": "reps", "sets": 2, "reps": [10, 20]}),
        (entry("Do 15 reps."), {"kind": "reps", "sets": 2, "reps": [15, 15]}),
        (entry("Do 20-10 reps."), {"kind": "reps", "sets": 2, "reps": [8, 12]}),
    ],
)
def test_a_dose_is_taken_from_its_own_words_or_proposed(changed: dict[str, Any], dose: dict[str, Any]) -> None:
    assert convert(changed).document["dose"] == dose


def test_whether_the_dose_was_found_or_proposed_is_told() -> None:
    assert convert(entry("Do 15 reps.")).notes[0] == (
        "Dose: 2 × 15 slow reps, going by its own words; the sets are proposed."
    )
    assert convert(entry("Do 15 reps.")).document["why"] == "From free-exercise-db: strength, pull, compound."
    assert convert(ENTRY).notes[0] == PROPOSED


@pytest.mark.parametrize(
    ("instruction", "sides"),
    [
        ("Switch sides.", "each"),
        ("Repeat with the other leg.", "each"),
        ("Continue alternating in this manner.", "alternate"),
        ("Alternate the grip.", "none"),
    ],
)
def test_sides_go_by_its_own_words(instruction: str, sides: str) -> None:
    converted = convert(entry(instruction))
    assert converted.document["sides"] == sides
    assert any(note.startswith("Sides: ") for note in converted.notes) is (sides != "none")
    read_own_exercise(converted.document)


def test_holds_never_alternate() -> None:
    assert convert(entry("Keep alternating sides.", category="stretching")).document["sides"] == "each"


@pytest.mark.parametrize(
    ("equipment", "needed"),
    [("body only", []), (None, []), ("other", []), ("foam roll", ["foam roll"]), ("dumbbell", ["dumbbell"])],
)
def test_equipment_is_taken_as_it_is_named(equipment: str | None, needed: list[str]) -> None:
    converted = convert(entry(equipment=equipment))
    assert converted.document["equipment"] == needed
    assert any("only “other”" in note for note in converted.notes) is (equipment == "other")


def test_fields_that_the_schema_lets_be_null_or_missing_are_nothing() -> None:
    document = convert({**ENTRY, "force": None, "mechanic": None}).document
    assert document["why"].startswith("From free-exercise-db: strength. ")
    bare = {"name": "Plank", "level": "beginner", "category": "strength", "instructions": []}
    assert "It has no instructions." in convert(bare).notes
    read_own_exercise(convert(bare).document)


def test_a_single_file_without_an_id_is_the_same_exercise_as_in_the_list() -> None:
    single = {name: value for name, value in entry(name="90/90 Hamstring").items() if name != "id"}
    assert convert(single).document["id"] == convert(entry(name="90/90 Hamstring", id="90_90_Hamstring")).document["id"]


def test_ids_stay_the_same_and_tell_apart_what_their_letters_do_not() -> None:
    assert own_id_of("Wood_Chop") == own_id_of("Wood_Chop")
    assert len({own_id_of(each) for each in ("Wood_Chop", "Wood-Chop", "wood_chop", "___", "x" * 80, "x" * 81)}) == 6


def test_other_names_are_kept_to_search_by() -> None:
    assert convert(entry(alternateNames=["Cable chop"])).document["aliases"] == ["Cable chop"]


def test_an_instruction_longer_than_is_kept_goes_on_in_the_next_step() -> None:
    sentences = [f"Sentence number {number} is of the usual length." for number in range(60)]
    exercise = read_own_exercise(convert(entry(" ".join(sentences))).document)
    assert len(exercise.steps) == 3
    assert " ".join(exercise.steps) == " ".join(sentences)


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"id": "../../x"}, "id", "must be letters, digits, “_” and “-” alone, not “../../x”"),
        ({"level": "brutal"}, "level", "must be one of beginner, intermediate, expert, not “brutal”"),
        ({"category": "dance"}, "category", "must be one of powerlifting, "),
        ({"name": " "}, "name", "must not be empty"),
        ({"instructions": "Go."}, "instructions", "must be a list, not “Go.”"),
        ({"instructions": [[]]}, "instructions[1]", "must be a text, not a list"),
        ({"primaryMuscles": {}}, "primaryMuscles", "must be a list, not a table"),
        ({"equipment": 3}, "equipment", "must be a text, not 3"),
    ],
)
def test_a_broken_entry_is_refused_with_field_and_reason(changes: dict[str, Any], field: str, reason: str) -> None:
    with pytest.raises(FieldError) as refusal:
        convert({**ENTRY, **changes})
    assert refusal.value.field == field
    assert refusal.value.reason.startswith(reason)


def test_an_entry_is_known_by_its_fields() -> None:
    assert is_entry(ENTRY)
    assert not is_entry({"name": "Plank", "dose": {}, "steps": []})
    assert not is_entry([ENTRY])
