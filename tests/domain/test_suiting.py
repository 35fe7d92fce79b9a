"""Own doses, equipment and weights in a routine."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.choices import Amount, Choice, by_exercise
from app.domain.exercise import Side
from app.domain.playing.laying_out import LaidOut, lay_out
from app.domain.playing.timeline import SegmentKind
from app.domain.preferences import Preferences
from app.domain.routine import RoutineStep
from app.domain.wording import describe_dose
from app.paths import resources_dir
from tests.samples import NOON

ALL = ("mat", "chair", "sturdy box", "dumbbell", "plate", "bench")
Own = tuple[str, Amount, float]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def laid_out(catalogue: Catalogue, routine: str, *own: Own, preferences: Preferences | None = None) -> LaidOut:
    chosen = by_exercise(Choice(*each, NOON) for each in own)
    return lay_out(catalogue.routine(routine), catalogue.exercises, (), preferences or Preferences(), 0, chosen)


def step(out: LaidOut, exercise_id: str) -> RoutineStep:
    return next(each for each in out.routine.steps if each.exercise_id == exercise_id)


@pytest.mark.parametrize(
    ("routine", "own", "dose"),
    [
        ("whole-back", ("side-bend", Amount.LOAD, 4), "5 reps a side · 4 kg"),
        ("starter", ("side-bend", Amount.LOAD, 4), "5 reps a side"),  # without weight, on purpose
        ("whole-back", ("side-bend", Amount.LOAD, 0), "5 reps a side"),
        ("whole-back", ("jefferson-curl", Amount.LOAD, 2), "5 reps · 2 kg"),
        ("whole-back", ("back-extension", Amount.REPS, 20), "3 × 20–30 reps"),
        ("extension", ("back-extension", Amount.REPS, 20), "20 reps"),
        ("whole-back", ("back-extension", Amount.REPS, 12), "3 × 12 reps"),
        ("whole-back", ("back-extension", Amount.SETS, 2), "2 × 15–30 reps"),
        ("whole-back", ("chair-twist", Amount.HOLD, 15), "15–20 s a side"),
        ("starter", ("chair-twist", Amount.HOLD, 15), "15 s a side"),
        ("desk-break", ("chair-twist", Amount.HOLD, 20), "2 × 20 s a side"),
        ("starter", ("thoracic-bridge", Amount.REPS, 6), "2 reps each way"),  # more: not in a lighter routine
        ("starter", ("thoracic-bridge", Amount.REPS, 1), "1 rep each way"),  # less: in every routine
        ("whole-back", ("side-bend", Amount.EXTRA_LEFT, 1), "5 reps a side · 2 kg, once more left"),
        ("whole-back", ("side-bend", Amount.EXTRA_LEFT, 0), "5 reps a side · 2 kg"),
        ("whole-back", ("thoracic-bridge", Amount.EXTRA_LEFT, 1), "5 reps each way"),  # alternates every rep
    ],
)  # fmt: skip
def test_a_routine_is_played_with_the_persons_own_dose(catalogue: Catalogue, routine: str, own: Own, dose: str) -> None:
    exercise = catalogue.exercise(own[0])
    played = step(laid_out(catalogue, routine, own), own[0])
    assert describe_dose(exercise, played.dose, played.load_kg, played.extra_side) == dose


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_extra_set_comes_last_on_its_side_and_is_announced(catalogue: Catalogue, side: Side) -> None:
    amount = Amount.EXTRA_LEFT if side is Side.LEFT else Amount.EXTRA_RIGHT
    usual = laid_out(catalogue, "whole-back").timeline
    out = laid_out(catalogue, "whole-back", ("side-bend", amount, 1)).timeline
    worked = [
        (part.side, part.set_number, part.sets) for part in out.segments
        if part.exercise_id == "side-bend" and part.kind is SegmentKind.REPS
    ]  # fmt: skip
    sets = {side: 2, (Side.RIGHT if side is Side.LEFT else Side.LEFT): 1}
    assert worked == [(Side.LEFT, 1, sets[Side.LEFT]), (Side.RIGHT, 1, sets[Side.RIGHT]), (side, 2, 2)]
    assert f"One set more: {side} side" in [cue.text for part in out.segments for cue in part.cues]
    assert out.total_s == usual.total_s + 5 * 8 + 10
    works = [part.work for part in out.segments if part.work is not None]
    assert works == sorted(works)


def test_with_everything_at_hand_or_never_asked_nothing_changes(catalogue: Catalogue) -> None:
    usual = laid_out(catalogue, "whole-back")
    assert usual.routine == catalogue.routine("whole-back")
    assert usual.left_out == ()
    assert laid_out(catalogue, "whole-back", preferences=Preferences(equipment=ALL)) == usual


def test_what_there_is_no_equipment_for_is_left_out_with_one_sentence(catalogue: Catalogue) -> None:
    out = laid_out(catalogue, "whole-back", preferences=Preferences(equipment=("mat", "dumbbell", "plate", "chair")))
    assert {"back-extension", "jefferson-curl"}.isdisjoint(each.exercise_id for each in out.routine.steps)
    assert len(out.routine.steps) == 7
    assert out.left_out == (
        "Left out, since you have no sturdy box: Jefferson curl.",
        "Left out, since you have no bench: Back extension.",
    )


def test_without_a_weight_it_is_done_without_where_that_can_be(catalogue: Catalogue) -> None:
    out = laid_out(catalogue, "whole-back", preferences=Preferences(equipment=("mat", "chair", "sturdy box", "bench")))
    assert len(out.routine.steps) == 9
    assert (step(out, "side-bend").load_kg, step(out, "straddle-bends").load_kg) == (0, 0)
    assert out.left_out == ("Without their weights: Dumbbell side bend, Straddle bend series.",)


def test_the_jefferson_curl_needs_a_dumbbell_only_with_a_load(catalogue: Catalogue) -> None:
    nothing_heavy = Preferences(equipment=("mat", "chair", "sturdy box", "bench", "plate"))
    out = laid_out(catalogue, "whole-back", ("jefferson-curl", Amount.LOAD, 4), preferences=nothing_heavy)
    assert step(out, "jefferson-curl").load_kg == 0
    assert "Jefferson curl" in out.left_out[0]


@pytest.mark.parametrize(("owned", "kg"), [((2, 4), 4), ((2, 3), 3), ((6, 8), 0), ((), 4)])
def test_no_other_weight_is_played_than_one_that_is_owned(
    catalogue: Catalogue, owned: tuple[float, ...], kg: float
) -> None:
    preferences = Preferences(weights_kg=owned)
    out = laid_out(catalogue, "whole-back", ("side-bend", Amount.LOAD, 4), preferences=preferences)
    assert step(out, "side-bend").load_kg == kg
    assert step(out, "straddle-bends").load_kg == 2.5  # a plate is no dumbbell


def test_nothing_at_hand_leaves_what_needs_nothing(catalogue: Catalogue) -> None:
    out = laid_out(catalogue, "desk-break", preferences=Preferences(equipment=()))
    assert [each.exercise_id for each in out.routine.steps] == ["side-bend"]
    empty = laid_out(catalogue, "rotation", preferences=Preferences(equipment=()))
    assert empty.routine.steps == ()
    assert empty.left_out == (
        "Left out, since you have no chair: Seated chair twist.",
        "Left out, since you have no mat: Thoracic bridge, Side plank rotation.",
    )


def test_who_leaves_out_deep_bends_does_cat_cow_to_mid_range_and_hears_it(catalogue: Catalogue) -> None:
    preferences = Preferences(leave_out_deep_bending=True)
    for routine in ("whole-back", "lateral-flexion"):
        out = laid_out(catalogue, routine, preferences=preferences)
        assert "Round only to the middle of your range" in step(out, "segmental-cat-cow").note
        heard = [cue.text for part in out.timeline.segments for cue in part.cues]
        assert any("Round only to the middle of your range" in text for text in heard)
    assert step(laid_out(catalogue, "whole-back"), "segmental-cat-cow").note == ""


def test_times_that_were_changed_stay_with_their_exercise(catalogue: Catalogue) -> None:
    times = {"starter": [{"exercise": "chair-twist"}, {"exercise": "side-bend", "setup_s": 44}]}
    preferences = replace(Preferences(equipment=("mat",)), times=times)
    assert step(laid_out(catalogue, "starter", preferences=preferences), "side-bend").setup_s == 44
