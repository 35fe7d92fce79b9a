"""A session that was cut off, on its way to the checkpoint and back."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.exercise import DoseKind, Side, Sides
from app.domain.playing.place import Place
from app.domain.playing.timeline import PlayOptions, build_timeline
from app.domain.playing.unfinished import Unfinished, read_unfinished
from tests.domain.sample_routines import counted, held, hold, reps, routine_of, series, step_of
from tests.fakes import A_MORNING

EXERCISES = {
    each.id: each for each in (counted("crunch", reps(4, 9)), held("twist", hold(10, 20), Sides.EACH), series("bends"))
}
ROUTINE = routine_of(
    replace(
        step_of(EXERCISES["crunch"]),
        load_kg=2.5,
        self_paced=True,
        stands_in_for="curl",
        note="Slowly.",
        tempo=(2.5, 1.0, 4.0),
    ),
    replace(step_of(EXERCISES["twist"]), sides=Sides.LEFT),
    replace(step_of(EXERCISES["bends"]), pulses=True, transition_s=4.0),
)
UNFINISHED = Unfinished(
    ROUTINE, PlayOptions(Side.RIGHT, wait_for_equipment=True), Place(3, 1.5, ((1, 4.0),), ((0, 0.9),)), A_MORNING
)


def on_disk() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(json.dumps(UNFINISHED.to_json()))
    return content


def test_it_comes_back_as_it_was_and_lays_out_to_the_same_timeline() -> None:
    found = read_unfinished(on_disk(), EXERCISES)
    assert found == UNFINISHED
    assert found is not None
    again = build_timeline(found.routine, EXERCISES, options=found.options)
    assert again == build_timeline(ROUTINE, EXERCISES, options=UNFINISHED.options)


def test_with_an_exercise_that_is_gone_or_counted_otherwise_now_it_can_not_be_gone_on_with() -> None:
    assert read_unfinished(on_disk(), {"crunch": EXERCISES["crunch"]}) is None
    assert read_unfinished(on_disk(), EXERCISES | {"crunch": replace(EXERCISES["twist"], id="crunch")}) is None
    assert read_unfinished(on_disk(), EXERCISES | {"twist": replace(EXERCISES["twist"], kind=DoseKind.REPS)}) is None


@pytest.mark.parametrize("part", ["routine", "options", "place", "started_at"])
@pytest.mark.parametrize("damaged", [None, 5, "x", [], {}])
def test_a_damaged_part_makes_all_of_it_nothing(part: str, damaged: Any) -> None:
    assert read_unfinished(on_disk() | {part: damaged}, EXERCISES) is None


def test_a_moment_without_its_offset_is_damaged() -> None:
    assert read_unfinished(on_disk() | {"started_at": "2026-03-02T07:30:00"}, EXERCISES) is None


@pytest.mark.parametrize(
    ("name", "damaged"),
    [("exercise_id", ["crunch"]), ("sides", "up"), ("sides", 3), ("tempo", [0, 1, 1]), ("tempo", ["x"]),
     ("tempo", 5), ("setup_s", "10"), ("rest_s", -1), ("transition_s", 1e9), ("dose", None),
     ("dose", {"sets": 1, "reps": {"low": "x", "high": 2}, "hold_s": None}), ("unheard_of", 1)],
)  # fmt: skip
def test_a_damaged_step_makes_all_of_it_nothing(name: str, damaged: Any) -> None:
    content = on_disk()
    content["routine"]["steps"][0][name] = damaged
    assert read_unfinished(content, EXERCISES) is None
