"""Drafts of routines are kept as JSON and come back as they were; what is damaged is passed over."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.exercise import Sides
from app.domain.own.kept_drafts import MOST, instead_of, read_drafts, write_drafts
from app.domain.own.routine_draft import empty_routine
from tests.domain.sample_routines import counted, held, routine_of, series, step_of

DRAFT = routine_of(
    replace(step_of(counted("crunch")), note="Slowly.", tempo=(2.0, 1.0, 2.5), load_kg=2.5),
    replace(step_of(held("twist", sides=Sides.EACH)), sides=Sides.EACH, transition_s=4.5),
    step_of(series("bends")),
)


def through_json(kept: Any) -> Any:
    return json.loads(json.dumps(kept))


@pytest.mark.parametrize("draft", [DRAFT, empty_routine(), replace(DRAFT, name="", about="")])
def test_a_draft_comes_back_as_it_was(draft: Any) -> None:
    assert read_drafts(through_json(write_drafts([draft]))) == [draft]


@pytest.mark.parametrize("kept", [None, {}, 5, "x", [None], [5], ["x"], [{}], [{"steps": 1}]])
def test_what_is_no_draft_is_passed_over(kept: Any) -> None:
    assert read_drafts(kept) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("exercise_id", 5), ("setup_s", "x"), ("rest_s", -1), ("load_kg", "2"), ("note", None), ("tempo", "abc"),
     ("dose", {}), ("dose", {"sets": 1, "reps": {"low": "x", "high": 1}, "hold_s": None}), ("sides", "up"),
     ("new", 1)],
)  # fmt: skip
def test_a_damaged_step_takes_the_draft_with_it_and_leaves_the_others(field: str, value: Any) -> None:
    broken, whole = through_json(write_drafts([DRAFT, replace(DRAFT, name="Whole")]))
    broken["steps"][0][field] = value
    assert [each.name for each in read_drafts([broken, whole])] == ["Whole"]


def test_a_draft_takes_the_place_of_what_it_was_before_and_the_oldest_give_way() -> None:
    one, two = (replace(DRAFT, name=name) for name in ("one", "two"))
    assert instead_of([one, two], one, replace(one, name="three")) == [two, replace(one, name="three")]
    assert instead_of([one, two], None, one) == [two, one]
    assert instead_of([one, two], two, None) == [one]
    many = [replace(DRAFT, name=str(number)) for number in range(MOST + 2)]
    assert [each.name for each in read_drafts(write_drafts(many))] == [str(number) for number in range(2, MOST + 2)]
