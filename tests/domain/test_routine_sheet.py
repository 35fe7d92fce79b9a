"""What a routine says on paper: what is done by this person, how, and what to take care of."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.exercise import Exercise
from app.domain.playing.laying_out import lay_out
from app.domain.preferences import Preferences
from app.domain.routine import Routine
from app.domain.routine_sheet import RoutineSheet, routine_sheet
from app.paths import resources_dir


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def sheet_of(routine: Routine, exercises: Mapping[str, Exercise], locked: Collection[str]) -> RoutineSheet:
    return routine_sheet(lay_out(routine, exercises, locked, Preferences(), 0), exercises, locked)


def test_every_step_says_its_dose_and_its_cues(catalogue: Catalogue) -> None:
    starter = catalogue.routine("starter")
    sheet = sheet_of(starter, catalogue.exercises, ())
    assert (sheet.name, sheet.facts) == (starter.name, "9 min · 7 exercises · chair, mat")
    assert [step.exercise.id for step in sheet.steps] == [step.exercise_id for step in starter.steps]
    twist = sheet.steps[0]
    assert (twist.dose, twist.how) == ("10 s a side", "Grow tall and turn → Hold and breathe → Back to the front")
    assert "Without weight: let your hand slide down your leg." in {step.note for step in sheet.steps}


def test_no_caution_is_lost_and_none_is_said_twice(catalogue: Catalogue) -> None:
    for routine in catalogue.routines.values():
        doubled = replace(routine, steps=routine.steps * 2)
        for each in (routine, doubled):
            sheet = sheet_of(each, catalogue.exercises, ())
            said = [caution for step in sheet.steps for caution in step.cautions] + list(sheet.cautions)
            for step in each.steps:
                for caution in catalogue.exercise(step.exercise_id).cautions:
                    assert sum(text.endswith(caution) for text in said) == 1


def test_what_several_have_in_common_names_them_unless_it_is_all(catalogue: Catalogue) -> None:
    sheet = sheet_of(catalogue.routine("starter"), catalogue.exercises, ())
    assert "Stop on sharp or radiating pain, pins and needles, numbness or dizziness." in sheet.cautions
    assert any(text.startswith("In 6, 7: A deep forward bend.") for text in sheet.cautions)


def test_what_is_not_open_yet_gives_way_as_it_does_when_played(catalogue: Catalogue) -> None:
    whole = catalogue.routine("whole-back")
    sheet = sheet_of(whole, catalogue.exercises, {"jefferson-curl"})
    assert sheet.left_out == "Not open yet, so left out: Jefferson curl."
    assert "jefferson-curl" not in {step.exercise.id for step in sheet.steps}
    alone = replace(whole, steps=tuple(step for step in whole.steps if step.exercise_id == "jefferson-curl"))
    instead = sheet_of(alone, catalogue.exercises, {"jefferson-curl"})
    assert instead.left_out == ""
    assert [step.note for step in instead.steps] == ["Instead of Jefferson curl, which is not open yet."]


def test_an_own_exercise_says_its_first_step(catalogue: Catalogue) -> None:
    twist = catalogue.exercise("chair-twist")
    own = replace(twist, source=twist.source.OWN)
    sheet = sheet_of(catalogue.routine("starter"), {**catalogue.exercises, "chair-twist": own}, ())
    assert sheet.steps[0].how == twist.steps[0]


def test_equipment_that_is_not_there_is_left_out_and_said(catalogue: Catalogue) -> None:
    whole = catalogue.routine("whole-back")
    laid_out = lay_out(whole, catalogue.exercises, (), Preferences(equipment=("mat",)), 0)
    sheet = routine_sheet(laid_out, catalogue.exercises, ())
    assert [step.exercise.id for step in sheet.steps] == [step.exercise_id for step in laid_out.routine.steps]
    assert len(sheet.steps) < len(whole.steps)
    assert sheet.left_out == " ".join(laid_out.left_out)
