"""What is typed into the form becomes a document of the catalogue's form, or a sentence that says why not."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.errors import Refused
from app.domain.exercise import DoseKind, Exercise, PhaseKind, Range, Side, Sides, Source
from app.domain.own.exercise_draft import ExerciseDraft, Way, document_of, draft_of, problem_of
from app.domain.own.items import read_own_exercise
from app.paths import resources_dir

EXERCISES = load_catalogue(resources_dir()).exercises
NEW = ExerciseDraft(name="Hip hinge")


def made(**changes: Any) -> Exercise:
    return read_own_exercise({"id": "own-x", **document_of(replace(NEW, **changes), EXERCISES)})


def test_a_name_is_enough() -> None:
    exercise = made()
    assert (exercise.kind, exercise.dose.reps, exercise.self_paced) == (DoseKind.REPS, Range(8, 12), False)
    assert [phase.seconds for phase in exercise.tempo] == [2, 1, 2]
    assert [phase.kind for phase in exercise.tempo] == [PhaseKind.MOVE, PhaseKind.HOLD, PhaseKind.MOVE]


def test_every_way_of_doing_gives_its_dose() -> None:
    assert made(way=Way.OWN_PACE).self_paced
    hold = made(way=Way.HOLD, hold_s="10-20", sides=Sides.EACH)
    assert (hold.kind, hold.dose.hold_s, hold.sides) == (DoseKind.HOLD, Range(10, 20), Sides.EACH)
    short = made(way=Way.SHORT_HOLDS, hold_s="7,5", reps="5", sets="3")
    assert (short.dose.sets, short.dose.reps, short.tempo[1].seconds) == (3, Range(5, 5), 7.5)
    series = made(way=Way.SERIES, positions="left: ear to knee\nRight: ear to knee\nForward", pulses=True)
    assert [(each.side, each.name) for each in series.positions] == [
        (Side.LEFT, "ear to knee"), (Side.RIGHT, "ear to knee"), (Side.CENTRE, "Forward")]  # fmt: skip
    assert (series.pulses, series.sides) == (True, Sides.WITHIN)


def test_lists_are_taken_line_by_line() -> None:
    exercise = made(steps="One.\n\n  Two. ", cautions="Slowly", equipment="mat, kettlebell,", load_kg="2–8")
    assert (exercise.steps, exercise.cautions) == (("One.", "Two."), ("Slowly",))
    assert (exercise.equipment, exercise.load_kg) == (("mat", "kettlebell"), Range(2, 8))


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda each: each.id)
def test_a_built_in_one_can_be_copied_through_the_form(exercise: Exercise) -> None:
    draft = draft_of(exercise, item_id="", name="My own", figure=exercise.id, picture=None)
    copy = read_own_exercise({"id": "own-x", **document_of(draft, EXERCISES)})
    assert (copy.dose, copy.tempo, copy.load_kg) == (exercise.dose, exercise.tempo, exercise.load_kg)
    assert [each.side for each in copy.positions] == [each.side for each in exercise.positions]
    assert (copy.steps, copy.muscles, copy.sides) == (exercise.steps, exercise.muscles, exercise.sides)


def test_what_was_said_of_the_phases_stays_when_it_is_changed() -> None:
    own = replace(EXERCISES["side-bend"], id="own-bend")
    draft = draft_of(own, item_id="own-bend", name="Bend", figure="", picture=None)
    again = read_own_exercise(document_of(draft, {**EXERCISES, "own-bend": own}))
    assert again.tempo == own.tempo


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sets": "many"}, "The number of sets must be a number, not “many”"),
        ({"reps": "8-12-16"}, "The number of reps must be a number or a range such as 8–12"),
        ({"reps": ""}, "The number of reps must be a number or a range"),
        ({"tempo": "slow"}, "“slow” can't be the tempo: write the seconds there, held, and back"),
        ({"tempo": "1, 2, 3", "figure": "side-bend"}, "This movement has 4 parts: write as many seconds"),
        ({"load_kg": "heavy"}, "The weight must be a number or a range such as 2–8, not “heavy”"),
        ({"way": Way.SERIES}, "A series needs its positions"),
        ({"way": Way.SHORT_HOLDS, "hold_s": "x"}, "The length of the hold must be a number"),
    ],
)
def test_what_can_not_be_understood_is_told(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said.replace("“", ".").replace("”", ".")):
        document_of(replace(NEW, **changes), EXERCISES)


def test_the_cues_of_an_own_hold_survive_a_change_beside_a_borrowed_movement() -> None:
    twist = EXERCISES["chair-twist"]
    phases = tuple(replace(phase, cue=f"My {number}") for number, phase in enumerate(twist.tempo))
    own = replace(twist, id="own-twist", name="Twist", tempo=phases, source=Source.OWN, figure="chair-twist")
    for figure in ("chair-twist", ""):
        draft = draft_of(own, item_id="own-twist", name="Another name", figure=figure, picture=None)
        again = read_own_exercise(document_of(draft, {**EXERCISES, "own-twist": own}))
        assert again.tempo == phases


def test_a_tempo_may_have_decimal_commas() -> None:
    assert [phase.seconds for phase in made(tempo="2,5, 1, 2").tempo] == [2.5, 1, 2]
    assert [phase.seconds for phase in made(tempo="2,1,2").tempo] == [2, 1, 2]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "jefferson CURL"}, "name"),
        ({"sets": "99"}, "sets"),
        ({"reps": "0"}, "reps"),
        ({"reps": "12-8"}, "reps"),
        ({"way": Way.HOLD, "hold_s": "-"}, "hold_s"),
        ({"way": Way.HOLD, "hold_s": "99999"}, "hold_s"),
        ({"tempo": "0, 0, 9999"}, "tempo"),
        ({"rest_s": "soon"}, "rest_s"),
        ({"rest_s": "99999"}, "rest_s"),
        ({"load_kg": "9999"}, "load_kg"),
        ({"steps": "x" * 1001}, "steps"),
        ({"cautions": "x" * 1001}, "cautions"),
        ({"equipment": "x" * 1001}, "equipment"),
        ({"way": Way.SERIES}, "positions"),
        ({"way": Way.SERIES, "positions": "x" * 1001}, "positions"),
        ({"way": Way.SERIES, "positions": "Forward", "figure": "straddle-bends"}, "figure"),
    ],
)
def test_what_is_wrong_names_its_field_and_never_a_field_of_the_file(changes: dict[str, Any], field: str) -> None:
    names = [each.name for each in EXERCISES.values()]
    problem = problem_of(replace(NEW, **changes), EXERCISES, names)
    assert problem is not None
    assert problem.field == field
    assert not any(raw in str(problem) for raw in ("dose.", "_s", "_kg", "tempo[", "positions[", "steps["))
    assert str(problem).endswith(".")


def test_nothing_is_wrong_with_what_can_be_kept() -> None:
    assert problem_of(NEW, EXERCISES, ["Another"]) is None
