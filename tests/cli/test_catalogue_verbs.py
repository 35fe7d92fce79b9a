"""exercises, routines, measures, rehearse: the catalogue with this person's locks."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.cli import documents, texts
from app.domain.catalogue import load_catalogue
from app.domain.playing.timeline import as_played, build_timeline
from app.paths import resources_dir
from app.store.store import Store
from tests.cli.conftest import Limber
from tests.fakes import FakeClock
from tests.own_items import evening, hip_hinge

ARTICLE_DOSES = {  # sets, [reps], [seconds]; a side where there are sides
    "reverse-crunch": (3, [20, 20], None),
    "segmental-cat-cow": (1, [5, 5], None),
    "jefferson-curl": (1, [5, 5], None),
    "chair-twist": (1, None, [10, 20]),
    "straddle-bends": (1, None, [10, 10]),
    "side-plank-rotation": (1, [15, 15], None),
    "thoracic-bridge": (1, [5, 5], None),
    "side-bend": (1, [5, 5], None),
    "back-extension": (3, [15, 30], None),
}


@pytest.fixture
def rehearsed(limber: Limber) -> dict[str, Any]:
    document: dict[str, Any] = limber("rehearse", "whole-back", "--json").document
    return document


def test_all_nine_exercises_are_listed_in_the_articles_order_with_its_doses(limber: Limber) -> None:
    listed = limber("exercises", "--json").document["exercises"]
    doses = {each["id"]: (each["dose"]["sets"], each["dose"]["reps"], each["dose"]["hold_s"]) for each in listed}
    assert list(doses.items()) == list(ARTICLE_DOSES.items())


def test_an_exercise_has_every_promised_key(limber: Limber) -> None:
    keys = {"id", "name", "aliases", "directions", "equipment", "sided", "dose", "load_kg", "steps", "cautions",
            "locked", "lock_reason"}  # fmt: skip
    listed = limber("exercises", "--json").document["exercises"]
    assert all(keys <= set(each) for each in listed)
    assert all(each["steps"] and each["cautions"] for each in listed)
    by_id = {each["id"]: each for each in listed}
    assert by_id["side-bend"]["sided"] is True
    assert by_id["side-bend"]["load_kg"] == [0, 10]
    assert by_id["reverse-crunch"]["sided"] is False
    assert by_id["reverse-crunch"]["load_kg"] is None


def test_only_the_jefferson_curl_is_locked_until_the_floor_is_reached(limber: Limber) -> None:
    listed = limber("exercises", "--json").document["exercises"]
    assert {each["id"]: each["locked"] for each in listed if each["locked"]} == {"jefferson-curl": True}
    assert "first reach the floor" in next(each["lock_reason"] for each in listed if each["locked"])
    assert "Jefferson curl is locked. Not yet: first reach the floor" in limber("exercises").out

    assert limber("record", "floor-touch", "0").code == 0
    listed = limber("exercises", "--json").document["exercises"]
    assert [each["lock_reason"] for each in listed] == [None] * 9
    assert "locked" not in limber("exercises").out


def test_the_routines_are_listed_with_their_steps_as_they_are_played(limber: Limber) -> None:
    routines = {each["id"]: each for each in limber("routines", "--json").document["routines"]}
    assert {"whole-back", "starter", "desk-break"} <= set(routines)
    whole = routines["whole-back"]
    assert [step["exercise"] for step in whole["steps"]] == [
        "segmental-cat-cow", "chair-twist", "side-bend", "jefferson-curl", "back-extension", "thoracic-bridge",
        "side-plank-rotation", "reverse-crunch", "straddle-bends",
    ]  # fmt: skip
    assert all({"exercise", "sets", "reps", "hold_s", "load_kg", "rest_s"} <= set(step) for step in whole["steps"])
    back_extension = whole["steps"][4]
    assert (back_extension["sets"], back_extension["reps"], back_extension["hold_s"]) == (3, 15, None)
    assert back_extension["dose"] == "3 × 15–30 reps"
    assert 25 * 60 < whole["total_s"] < 35 * 60
    assert "whole-back: Whole back, 29 min as written" in limber("routines").out


def test_the_measures_are_listed_with_ranges_direction_and_error(limber: Limber) -> None:
    measures = {each["id"]: each for each in limber("measures", "--json").document["measures"]}
    assert list(measures) == [
        "floor-touch", "hand-to-knee", "side-bend-travel", "seated-rotation", "pancake", "sit-and-reach", "back-saver",
        "press-up",
    ]  # fmt: skip
    floor = measures["floor-touch"]
    assert (floor["unit"], floor["better"], floor["sided"]) == ("cm", "lower", False)
    assert (floor["hard"], floor["soft"], floor["error"]) == ([-40, 80], [-25, 45], 5)
    assert floor["error_source"]
    assert floor["steps"]
    assert measures["press-up"]["soft"] is None
    assert measures["press-up"]["error"] is None
    assert "not known" in limber("measures").out


def test_rehearse_lists_all_nine_with_their_doses_and_marks_the_locked_one(limber: Limber) -> None:
    text = limber("rehearse", "whole-back").out
    for line in (
        "Segmental cat-cow: 5 reps",
        "Seated chair twist: 10–20 s a side",
        "Dumbbell side bend: 5 reps a side · 2 kg",
        "Jefferson curl: 5 reps\n  Locked. Not yet: first reach the floor",
        "Back extension: 3 × 15–30 reps",
        "Thoracic bridge: 5 reps each way",
        "Side plank rotation: 15 reps a side",
        "Reverse crunch: 3 × 20 reps",
        "Straddle bend series: 1 series, 10 s a bend · 2.5 kg",
    ):
        assert line in text
    assert text.count("Locked.") == 1


def test_the_segments_of_a_rehearsal_follow_one_another_and_fill_the_whole_time(rehearsed: dict[str, Any]) -> None:
    segments = rehearsed["segments"]
    end = 0.0
    for segment in segments:
        assert segment["start_s"] == pytest.approx(end)
        end = segment["start_s"] + segment["length_s"]
    assert rehearsed["total_s"] == pytest.approx(end)
    assert rehearsed["routine"] == "whole-back"
    assert segments[-1]["kind"] == "finish"


def test_a_segment_has_every_promised_key_and_value(rehearsed: dict[str, Any]) -> None:
    keys = {"start_s", "length_s", "kind", "exercise", "side", "set", "sets", "reps", "position", "locked", "stand_in",
            "says"}  # fmt: skip
    for segment in rehearsed["segments"]:
        assert keys <= set(segment)
        assert segment["kind"] in {"ready", "hold", "reps", "switch", "rest", "finish"}
        assert segment["side"] in {"left", "right", "centre", "alternate", None}
        for said in segment["says"]:
            assert segment["start_s"] <= said["at_s"] <= segment["start_s"] + segment["length_s"]
            assert said["text"]


def test_the_rehearsed_work_is_the_articles_dose(rehearsed: dict[str, Any]) -> None:
    work = [each for each in rehearsed["segments"] if each["kind"] in {"reps", "hold"}]
    done = {
        exercise: [(each["side"], each["set"], each["reps"]) for each in work if each["exercise"] == exercise]
        for exercise in ARTICLE_DOSES
    }
    assert done["reverse-crunch"] == [(None, number, 20) for number in (1, 2, 3)]
    assert done["side-plank-rotation"] == [("left", 1, 15), ("right", 1, 15)]
    assert done["thoracic-bridge"] == [("alternate", 1, 10)]
    assert done["chair-twist"] == [("left", 1, None), ("right", 1, None)]
    assert [each["position"] for each in work if each["exercise"] == "straddle-bends"] == [1, 2, 3, 4, 5, 6]
    assert {each["exercise"] for each in work if each["locked"]} == {"jefferson-curl"}


def test_as_played_leaves_the_locked_exercise_out_where_its_stand_in_is_there_already(limber: Limber) -> None:
    played = limber("rehearse", "whole-back", "--as-played", "--json").document["segments"]
    exercises = {each["exercise"] for each in played}
    assert "jefferson-curl" not in exercises
    assert len(exercises - {None}) == 8
    assert not any(each["locked"] for each in played)

    limber("record", "floor-touch", "-1")
    played = limber("rehearse", "whole-back", "--as-played", "--json").document["segments"]
    assert "jefferson-curl" in {each["exercise"] for each in played}


def test_a_stand_in_is_shown_with_what_it_stands_in_for() -> None:
    catalogue = load_catalogue(resources_dir())
    whole = catalogue.routine("whole-back")
    curl = next(step for step in whole.steps if step.exercise_id == "jefferson-curl")
    routine = as_played(replace(whole, steps=(curl,)), catalogue.exercises, {"jefferson-curl"})
    timeline = build_timeline(routine, catalogue.exercises)
    text = texts.rehearsal(timeline, routine, catalogue, {})
    assert "Segmental cat-cow: 5 reps\n  Instead of: Jefferson curl" in text
    segments = documents.rehearsal(timeline, routine)["segments"]
    assert [each["stand_in"] for each in segments if each["exercise"]] == ["jefferson-curl"] * 2


def test_an_unknown_routine_is_refused_with_those_there_are(limber: Limber) -> None:
    complaint = limber("rehearse", "hole-back").complaint
    assert "“hole-back”" in complaint
    assert "whole-back, starter, desk-break" in complaint


@pytest.mark.parametrize("verb", ["exercises", "routines", "measures", "readings", "sessions", "check"])
def test_looking_makes_nothing(limber: Limber, own_data_folder: Path, verb: str) -> None:
    assert limber(verb).code == 0
    assert limber(verb, "--json").code == 0
    assert list(own_data_folder.iterdir()) == []


def test_what_the_person_made_is_listed_after_it_and_rehearsed(limber: Limber, own_data_folder: Path) -> None:
    with closing(Store.open(own_data_folder / "profiles" / "default", FakeClock())) as store:
        catalogue = load_catalogue(resources_dir())
        store.items.save_exercise(hip_hinge(), catalogue)
        catalogue.show_own_items(store.find.own_exercises(), ())
        store.items.save_exercise(hip_hinge(name="Old"), catalogue)
        store.items.archive("own-old")
        store.items.save_routine(evening(steps=[{"exercise": "own-hip-hinge-fruh", "reps": 3}]), catalogue)

    own = limber("exercises", "--json").document["exercises"][-1]
    assert (own["id"], own["name"], own["source"], own["directions"]) == (
        "own-hip-hinge-fruh", "Hip hinge — früh", "own", [])  # fmt: skip
    assert "Hip hinge — früh" in limber("exercises").out
    assert limber("routines", "--json").document["routines"][-1]["id"] == "own-evening"
    assert "Evening" in limber("routines").out
    for options in ((), ("--as-played",)):
        segments = limber("rehearse", "own-evening", "--json", *options).document["segments"]
        assert [each["reps"] for each in segments if each["kind"] == "reps"] == [3, 3]
