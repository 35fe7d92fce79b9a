"""Tests that a person adds: what they must be, and how they stand in the catalogue."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.errors import Refused
from app.domain.exercise import Range
from app.domain.measurement import Better, Unit
from app.domain.own.ids import is_own, make_own_id
from app.domain.own.measure import OwnMeasure, check_own_measure
from app.paths import resources_dir

TRAGUS = OwnMeasure(
    "own-tragus", "Tragus to wall", Unit.CM, Better.LOWER, sided=True, hard=Range(0, 60), soft=Range(5, 40)
)


@pytest.fixture
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def test_it_has_no_published_error_no_figure_and_the_steps_of_its_person() -> None:
    measure = replace(TRAGUS, steps=("Stand against the wall.",)).measure()
    assert (measure.id, measure.name, measure.unit, measure.better) == ("own-tragus", "Tragus to wall", "cm", "lower")
    assert (measure.sided, measure.hard, measure.soft) == (True, Range(0, 60), Range(5, 40))
    assert (measure.error, measure.strict_error, measure.error_with("floor")) == (None, None, None)
    assert measure.error_source == "No published figure: your own scatter is used."
    assert measure.steps == ("Stand against the wall.",)
    assert (measure.typical, measure.aids, measure.default) == ("", (), False)
    assert is_own(measure.id)


def test_without_steps_of_its_own_it_has_general_ones() -> None:
    steps = TRAGUS.measure().steps
    assert 1 <= len(steps) <= 4
    assert all(step.endswith(".") for step in steps)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": " "}, "The test needs a name."),
        ({"name": "x" * 61}, "The name is 61 characters long: up to 60 are kept."),
        ({"name": "a\nb"}, "no text of one line"),
        ({"name": "\ud800"}, "no text of one line"),
        ({"name": "floor  TOUCH"}, "There is a test “Floor touch” already"),
        ({"id": "floor-touch"}, "“floor-touch” can't be the id of a test of your own"),
        ({"id": "own-../x"}, "can't be the id"),
        ({"id": "own-" + "x" * 60}, "can't be the id"),
        ({"hard": Range(0, 1001)}, "Possible values from 0 to 1001 cm can't be: -1000 to 1000 is possible."),
        ({"hard": Range(float("nan"), 1)}, "Possible values from nan to 1 cm can't be"),
        ({"hard": Range(3, 3)}, "Possible values must start below their end: 3 is not less than 3."),
        ({"hard": Range(60, 0)}, "Possible values must start below their end"),
        ({"soft": Range(-5, 40)}, "Usual values from -5 to 40 cm can't be: 0 to 60 is possible."),
        ({"soft": Range(40, 5)}, "Usual values must start below their end"),
        ({"steps": ("x",) * 11}, "A test has up to 10 steps, not 11."),
        ({"steps": ("Sit.", " ")}, "Step 2 must be a text of one line."),
        ({"steps": ("x" * 301,)}, "Step 1 is 301 characters long: up to 300 are kept."),
    ],
)
def test_what_can_not_be_a_test_is_refused_in_a_sentence(
    catalogue: Catalogue, change: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_own_measure(replace(TRAGUS, **change), catalogue.measures.values())
    assert said in str(refused.value)


def test_a_changed_test_does_not_stand_in_its_own_way(catalogue: Catalogue) -> None:
    check_own_measure(replace(TRAGUS, soft=None), [TRAGUS, *catalogue.measures.values()])
    check_own_measure(replace(TRAGUS, id="", name="Back scratch"), [TRAGUS])


@pytest.mark.parametrize(
    ("name", "taken", "wanted"),
    [
        ("Tragus to wall", (), "own-tragus-to-wall"),
        ("Tragus — früh!", (), "own-tragus-fruh"),
        ("壁", (), "own-test"),
        ("壁", ("own-test", "own-test-2"), "own-test-3"),
        ("x" * 60, (), "own-" + "x" * 36),
    ],
)
def test_its_id_can_be_typed_and_is_free(name: str, taken: tuple[str, ...], wanted: str) -> None:
    assert make_own_id(name, taken, "test") == wanted


@given(name=st.text(), taken=st.integers(0, 5))
def test_whatever_it_is_called_its_id_is_a_new_one_that_can_be_kept(name: str, taken: int) -> None:
    ids: list[str] = []
    for _each in range(taken + 1):
        ids.append(make_own_id(name, ids, "test"))
        check_own_measure(replace(TRAGUS, id=ids[-1]))
    assert len(set(ids)) == len(ids)


def test_in_the_catalogue_it_comes_after_the_built_in_ones_with_the_protocol_of_all(catalogue: Catalogue) -> None:
    whole = catalogue.with_measures([TRAGUS.measure()])
    assert list(whole.measures) == [*catalogue.measures, "own-tragus"]
    assert whole.measure("own-tragus").protocol == catalogue.measure("floor-touch").protocol != ()
    assert "own-tragus" not in catalogue.measures
    with pytest.raises(Refused, match="Did you mean “own-tragus”"):
        whole.measure("own-tragos")


def test_an_archived_one_is_on_no_list_but_is_found(catalogue: Catalogue) -> None:
    whole = catalogue.with_measures([], [TRAGUS.measure()])
    assert list(whole.measures) == list(catalogue.measures)
    assert whole.measure("own-tragus").name == "Tragus to wall"
    assert "own-tragus" in whole.every_measure
    with pytest.raises(Refused) as refused:
        whole.measure("none")
    assert "own-tragus" not in str(refused.value)


def test_who_holds_the_catalogue_sees_what_changed(catalogue: Catalogue) -> None:
    built_in, held = list(catalogue.measures), catalogue.measures
    catalogue.show_own([TRAGUS.measure()])
    catalogue.show_own([replace(TRAGUS, name="Ear to wall").measure()])
    assert list(held) == [*built_in, "own-tragus"]
    assert held["own-tragus"].name == "Ear to wall"
    catalogue.show_own([], [TRAGUS.measure()])
    assert list(held) == built_in
    assert list(catalogue.archived) == ["own-tragus"]
    catalogue.show_own([])
    assert catalogue.every_measure == {each: held[each] for each in built_in}
