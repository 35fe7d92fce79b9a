"""`limber plan`, and what it opens and closes elsewhere."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.choices import Amount
from app.domain.clock import SystemClock
from app.domain.plan import Proposal, ProposalKind
from app.paths import profile_dir, resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from tests.cli.conftest import Limber
from tests.domain.plan.histories import LAST_MONDAY, TODAY, at, weeks
from tests.samples import a_reading

KEYS = {"week", "next_routine", "why", "locks", "proposals", "due", "notices"}
HEAVIER = Proposal("side-bend", ProposalKind.LOAD, Amount.LOAD, 2, 4, "Why.", "Whence.")
MOMENT = f"{TODAY}T20:00"


@pytest.fixture
def store(own_data_folder: Path) -> Store:
    """The person's store, which the command line reads beside the test."""
    return Store.open(profile_dir(own_data_folder, "default"), SystemClock())


def test_a_data_folder_that_can_not_be_is_told_before_any_plan(limber: Limber, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    complaint = limber("plan", "--data-dir", tmp_path / "file" / "mine").complaint
    assert "can't be read: it is not there, and can't be made" in complaint
    assert limber("plan", "--data-dir", tmp_path / "later" / "mine").code == 0
    assert not (tmp_path / "later").exists()


def test_before_anything_is_recorded_it_plans_without_making_a_store(limber: Limber, own_data_folder: Path) -> None:
    plan = limber("plan", "--json").document
    assert plan.keys() == KEYS
    assert (plan["week"], plan["next_routine"]) == ({"done": 0, "target": 3}, "starter")
    assert [lock["exercise"] for lock in plan["locks"]] == ["jefferson-curl"]
    assert (plan["proposals"], plan["due"]) == ([], ["floor-touch", "hand-to-knee"])
    assert list(own_data_folder.iterdir()) == []


def test_a_proposal_tells_what_from_what_to_what_and_why(limber: Limber, store: Store) -> None:
    store.merge(rows_of(weeks(6), []))
    store.settings.set("plan.weights_kg", [2, 4])
    store.close()
    plan = limber("plan", "--at", MOMENT, "--json").document
    (proposal,) = plan["proposals"]
    assert proposal.keys() == {"exercise", "kind", "amount", "from", "to", "reason", "source"}
    assert [proposal[key] for key in ("exercise", "kind", "amount", "from", "to")] == [
        "side-bend", "load", "load_kg", 2, 4]  # fmt: skip
    assert limber("plan", "--json", "--at", f"{LAST_MONDAY}T08:00").document["proposals"] == []
    said = limber("plan", "--at", MOMENT).out
    assert "Proposal for Dumbbell side bend: 2 → 4 kg." in said
    assert proposal["reason"] in said
    assert proposal["source"] in said


def test_the_week_is_that_of_the_moment_asked_about(limber: Limber, store: Store) -> None:
    store.merge(rows_of(weeks(2), []))
    store.settings.set("plan.weekly_target", 5)
    store.close()
    assert limber("plan", "--json", "--at", f"{LAST_MONDAY + timedelta(days=3)}").document["week"] == {
        "done": 2, "target": 5}  # fmt: skip
    assert limber("plan", "--json", "--at", MOMENT).document["week"] == {"done": 0, "target": 5}


@pytest.mark.parametrize("text", ["tomorrow", "2026-13-01", "26.11.2026"])
def test_what_is_no_moment_is_refused_in_one_line(limber: Limber, text: str) -> None:
    assert "is no date or moment" in limber("plan", "--at", text).complaint


def test_a_floor_touch_opens_the_jefferson_curl_everywhere_at_its_moment(limber: Limber, store: Store) -> None:
    store.readings.record(a_reading(0.5, 0, -1, at=at(TODAY)))
    store.close()
    assert limber("plan", "--json", "--at", MOMENT).document["locks"] == []
    before = f"{TODAY - timedelta(days=1)}T20:00"
    assert limber("plan", "--json", "--at", before).document["locks"] != []


def test_what_is_opened_on_purpose_or_left_out_shows_in_the_list_and_in_what_is_played(
    limber: Limber, store: Store
) -> None:
    def locked() -> set[str]:
        found = limber("exercises", "--json").document["exercises"]
        assert all(bool(each["lock_reason"]) is each["locked"] for each in found)
        return {each["id"] for each in found if each["locked"]}

    def played() -> set[str]:
        segments = limber("rehearse", "whole-back", "--as-played", "--json").document["segments"]
        assert not any(each["locked"] for each in segments)
        return {each["exercise"] for each in segments}

    assert locked() == {"jefferson-curl"}
    assert "jefferson-curl" not in played()
    store.plan.open_exercise("jefferson-curl")
    assert locked() == set()
    assert "jefferson-curl" in played()
    store.settings.set("plan.leave_out_deep_bending", True)
    assert locked() == {"jefferson-curl", "reverse-crunch", "straddle-bends"}
    assert {"jefferson-curl", "reverse-crunch", "straddle-bends"}.isdisjoint(played())
    assert limber("plan", "--json").document["due"] == ["hand-to-knee"]
    store.close()


def test_an_accepted_dose_is_played_from_then_on(limber: Limber, store: Store) -> None:
    def loads() -> set[float]:
        segments = limber("rehearse", "whole-back", "--as-played", "--json").document["segments"]
        return {each["load_kg"] for each in segments if each["exercise"] == "side-bend"}

    assert loads() == {2}
    store.plan.accept(HEAVIER)
    assert loads() == {4}
    store.undo.undo()
    assert loads() == {2}
    store.close()


def test_what_is_left_out_for_want_of_equipment_is_said(limber: Limber, store: Store) -> None:
    store.settings.set("plan.equipment", ["mat", "chair"])
    store.close()
    said = limber("rehearse", "whole-back", "--as-played").out
    assert "Left out, since you have no bench: Back extension." in said
    assert "Left out" not in limber("rehearse", "whole-back").out


def test_ten_minutes_are_made_anew_only_as_played(limber: Limber, store: Store) -> None:
    store.merge(rows_of(weeks(2), []))
    store.close()
    written = load_catalogue(resources_dir()).routine("ten-minutes")
    as_written = limber("rehearse", "ten-minutes", "--json").document["segments"]
    assert {each["exercise"] for each in as_written} - {None} == {step.exercise_id for step in written.steps}
    as_played = limber("rehearse", "ten-minutes", "--as-played", "--json").document
    assert as_played["total_s"] <= 600
