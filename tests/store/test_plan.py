"""Choices and answers are kept, and the evidence holds what the rules need and nothing of the future."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.choices import Amount, Choice
from app.domain.exercise import Side
from app.domain.measurement import Measure
from app.domain.plan import Answer, Proposal, ProposalAnswer, ProposalKind
from app.paths import resources_dir
from app.store.evidence import evidence, what_is_closed, what_is_left_out
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import play, reading

HEAVIER = Proposal("side-bend", ProposalKind.LOAD, Amount.LOAD, 2, 4, "Why.", "Whence.")
EXTRA = Proposal("side-bend", ProposalKind.EXTRA_SET, Amount.EXTRA_LEFT, 0, 1, "Why.", "Whence.")


@pytest.fixture(scope="module")
def measures() -> Mapping[str, Measure]:
    return load_catalogue(resources_dir()).measures


def values(store: Store) -> dict[Amount, float]:
    return {amount: choice.value for amount, choice in store.find.chosen().get("side-bend", {}).items()}


def test_what_is_accepted_stays_after_a_restart_and_is_named_in_the_menu(
    store: Store, folder: Path, clock: FakeClock
) -> None:
    changes = store.plan.accept(HEAVIER)
    assert (changes.op, changes.kinds, changes.ids) == ("Accept proposal", frozenset({"choice"}), ("side-bend",))
    assert store.undo.name == "Accept proposal"
    store.close()

    again = Store.open(folder, clock)
    assert again.find.chosen() == {"side-bend": {Amount.LOAD: Choice("side-bend", Amount.LOAD, 4, A_MORNING)}}
    assert again.has_data()
    again.close()


def test_the_last_choice_of_an_amount_counts(store: Store, clock: FakeClock) -> None:
    store.plan.accept(HEAVIER)
    clock.advance(60)
    store.plan.accept(replace(HEAVIER, before=4, after=5))
    assert store.find.chosen()["side-bend"][Amount.LOAD].chosen_at == A_MORNING + timedelta(minutes=1)
    assert values(store) == {Amount.LOAD: 5}


def test_one_side_at_most_has_an_extra_set(store: Store) -> None:
    store.plan.accept(EXTRA)
    store.plan.accept(replace(EXTRA, amount=Amount.EXTRA_RIGHT))
    assert values(store) == {Amount.EXTRA_RIGHT: 1}
    store.undo.undo()
    assert values(store) == {Amount.EXTRA_LEFT: 1}


def test_what_can_not_be_is_refused_in_a_sentence_and_changes_nothing(store: Store) -> None:
    for amount, value in ((Amount.LOAD, 101), (Amount.REPS, 0), (Amount.REPS, 2.5), (Amount.SETS, 21)):
        with pytest.raises(StoreError, match="can't be chosen"):
            store.plan.accept(replace(HEAVIER, amount=amount, after=value))
    assert (store.find.chosen(), store.undo.name) == ({}, None)


def test_an_exercise_is_opened_and_closed_on_purpose(store: Store) -> None:
    store.plan.open_exercise("jefferson-curl")
    assert store.find.chosen()["jefferson-curl"][Amount.OPENED].value == 1
    assert store.undo.name == "Open exercise"
    store.plan.close_exercise("jefferson-curl")
    assert store.find.chosen()["jefferson-curl"][Amount.OPENED].value == 0


def test_back_to_the_usual_dose_leaves_open_what_was_opened(store: Store) -> None:
    store.plan.accept(HEAVIER)
    store.plan.accept(EXTRA)
    store.plan.open_exercise("side-bend")
    store.plan.accept(replace(HEAVIER, exercise_id="jefferson-curl"))
    store.plan.go_back_to_usual("side-bend")
    assert values(store) == {Amount.OPENED: 1}
    assert set(store.find.chosen()) == {"side-bend", "jefferson-curl"}
    assert store.undo.name == "Back to the usual dose"


def test_the_last_answer_to_a_kind_of_proposal_counts(store: Store, clock: FakeClock) -> None:
    store.plan.postpone(HEAVIER)
    clock.advance(60)
    store.plan.decline(HEAVIER)
    store.plan.postpone(EXTRA)
    later = A_MORNING + timedelta(minutes=1)
    assert sorted(store.find.answers(), key=lambda each: each.kind) == [
        ProposalAnswer("side-bend", ProposalKind.EXTRA_SET, Answer.LATER, later),
        ProposalAnswer("side-bend", ProposalKind.LOAD, Answer.NO, later),
    ]


# The evidence


def test_only_the_weeks_of_the_gate_are_looked_at(store: Store, measures: Mapping[str, Measure]) -> None:
    for days in (0, 56, 90):
        play(store, at=A_MORNING - timedelta(days=days))
    seen = evidence(store.find, A_MORNING, measures)
    assert [(A_MORNING - each.started_at).days for each in seen.sessions] == [56, 0]
    store.weeks.set_away((A_MORNING - timedelta(days=8)).date(), away=True)
    for weeks in (3, 4, 5, 6):
        store.weeks.set_away((A_MORNING - timedelta(weeks=weeks)).date(), away=True)
    assert len(evidence(store.find, A_MORNING, measures).sessions) == 3


def test_nothing_from_after_the_moment_is_in_it(store: Store, measures: Mapping[str, Measure]) -> None:
    play(store, at=A_MORNING + timedelta(hours=1))
    store.readings.record(reading(5, 5, 5))
    store.readings.record(reading(-3, day=2))
    seen = evidence(store.find, A_MORNING + timedelta(minutes=1), measures)
    assert seen.sessions == []
    assert len(seen.ahead) == 1
    clock_now = A_MORNING + timedelta(hours=2)
    assert evidence(store.find, A_MORNING + timedelta(minutes=1), measures, clock_now).ahead == []
    assert [each.value for each in seen.floor_touches] == [5, 5]
    assert seen.measured == {("floor-touch", None): A_MORNING.date()}


def test_the_best_and_the_latest_floor_touch_are_found_among_all(store: Store, measures: Mapping[str, Measure]) -> None:
    for day, trials in enumerate([(9, 9, 9), (4, -8, 6), (2, 3), (1, 4, 2, 3), (7, 5, 6)]):
        store.readings.record(reading(*trials, day=day - 800))
    store.readings.delete(store.readings.record(reading(-20, day=-900)).ids[0])
    store.readings.record(reading(-20, day=-1, measure="hand-to-knee", side=Side.LEFT))
    seen = evidence(store.find, A_MORNING, measures)
    assert [each.trials for each in seen.floor_touches] == [(2, 3), (7, 5, 6)]


def test_lowest_agrees_with_the_medians_whatever_is_recorded(store: Store) -> None:
    assert store.find.lowest_reading("floor-touch") is None
    for day in range(40):
        trials = [(day * 7 + number * 13) % 29 - 9.5 for number in range(1 + day % 3)]
        store.readings.record(reading(*trials, day=-day))
        found = store.find.lowest_reading("floor-touch")
        assert found is not None
        assert found.value == min(each.value for each in store.find.readings())


def test_the_side_that_reaches_less_is_told_by_the_readings_of_the_year(
    store: Store, measures: Mapping[str, Measure]
) -> None:
    for day in (-30, -20, -10):
        store.readings.record(reading(2, day=day, measure="hand-to-knee", side=Side.LEFT))
        store.readings.record(reading(9, day=day, measure="hand-to-knee", side=Side.RIGHT))
    seen = evidence(store.find, A_MORNING, measures)
    assert seen.reaches_less == {"hand-to-knee": Side.RIGHT}
    assert set(seen.measured) == {("hand-to-knee", Side.LEFT), ("hand-to-knee", Side.RIGHT)}
    assert evidence(store.find, A_MORNING + timedelta(days=400), measures).reaches_less == {}


def test_what_was_chosen_and_answered_and_the_settings_are_in_it(store: Store, measures: Mapping[str, Measure]) -> None:
    store.plan.accept(HEAVIER)
    store.plan.decline(EXTRA)
    store.settings.set("plan.weekly_target", 5)
    seen = evidence(store.find, A_MORNING, measures)
    assert (seen.chosen, seen.answers) == (store.find.chosen(), store.find.answers())
    assert seen.preferences.weekly_target == 5


def test_deep_forward_bends_are_on_no_list_for_who_leaves_them_out(store: Store) -> None:
    catalogue = load_catalogue(resources_dir())
    assert what_is_left_out(store.find, catalogue) == set()
    assert set(what_is_closed(store.find, catalogue)) == {"jefferson-curl"}
    store.settings.set("plan.leave_out_deep_bending", True)
    deep = {"jefferson-curl", "reverse-crunch", "straddle-bends"}
    assert what_is_left_out(store.find, catalogue) == set(what_is_closed(store.find, catalogue)) == deep


def test_what_is_closed_follows_the_best_floor_touch_and_what_was_opened(store: Store) -> None:
    catalogue = load_catalogue(resources_dir())
    store.readings.record(reading(4, 4, 4))
    assert "4.0 cm to go" in what_is_closed(store.find, catalogue)["jefferson-curl"]
    store.plan.open_exercise("jefferson-curl")
    assert what_is_closed(store.find, catalogue) == {}
