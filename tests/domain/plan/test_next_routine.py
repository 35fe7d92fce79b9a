"""Which routine comes next, and why; and the ten minutes."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.choices import Amount, Choice, by_exercise
from app.domain.exercise import Range
from app.domain.plan import Evidence, closed_for, lay_out_now, make_plan, next_routine
from app.domain.plan.morning import asks_if_up, without_weights
from app.domain.plan.next_routine import TEN_MINUTES, TEN_MINUTES_S, NextRoutine
from app.domain.playing.timeline import build_timeline
from app.domain.preferences import Preferences
from app.domain.routine import Routine
from app.domain.training.sessions import Session
from app.paths import resources_dir
from tests.domain.plan.histories import DAY, TODAY, at, seen, weeks
from tests.samples import a_reading, a_session

WHOLE = ("segmental-cat-cow", "chair-twist", "side-bend", "back-extension", "thoracic-bridge", "side-plank-rotation")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def done(days_ago: int, *exercises: str, routine: str = "whole-back") -> Session:
    return a_session(at(TODAY - days_ago * DAY), exercises, routine)


def coming(catalogue: Catalogue, evidence: Evidence, closed: tuple[str, ...] = ()) -> NextRoutine:
    return next_routine(evidence, catalogue.routines, catalogue.exercises, closed)


def test_the_first_one_is_the_starter(catalogue: Catalogue) -> None:
    found = coming(catalogue, seen([]))
    assert found == NextRoutine("starter", "A gentle start: a mat and a chair are enough.")


def test_the_whole_routine_played_last_comes_again_with_what_was_trained_least(catalogue: Catalogue) -> None:
    sessions = [done(9, *WHOLE), done(2, *(each for each in WHOLE if each != "side-bend"))]
    found = coming(catalogue, seen(sessions))
    assert found.routine_id == "whole-back"
    assert found.reason == (
        "Bending sideways is what you have trained least in the last two weeks. "
        "2 more training days reach this week's target."
    )


def test_only_the_last_two_weeks_count(catalogue: Catalogue) -> None:
    sessions = [done(14, "side-bend", "side-bend"), done(13, *(each for each in WHOLE if each != "side-bend"))]
    assert coming(catalogue, seen(sessions)).reason.startswith("Bending sideways")


def test_short_routines_do_not_become_the_usual_one(catalogue: Catalogue) -> None:
    sessions = [
        done(3, *WHOLE), done(2, "chair-twist", "side-bend", routine="desk-break"),
        done(1, *WHOLE[:3], routine="lateral-flexion"), done(1, *WHOLE[:4], routine=TEN_MINUTES),
    ]  # fmt: skip
    assert coming(catalogue, seen(sessions)).routine_id == "whole-back"


def test_a_session_in_which_nothing_was_done_tells_nothing(catalogue: Catalogue) -> None:
    assert coming(catalogue, seen([done(2, *WHOLE, routine="whole-back"), done(1)])).routine_id == "whole-back"
    assert coming(catalogue, seen([done(1)])).routine_id == "starter"


def test_once_today_counts_the_short_routine_of_what_was_trained_least_comes(catalogue: Catalogue) -> None:
    sessions = [done(0, *(each for each in WHOLE if each != "side-bend"))]
    found = coming(catalogue, seen(sessions))
    assert found.routine_id == "lateral-flexion"
    assert found.reason.startswith("Today counts already. Bending sideways")


def test_a_routine_that_is_gone_or_of_which_nothing_is_left_is_not_proposed(catalogue: Catalogue) -> None:
    assert coming(catalogue, seen([done(1, *WHOLE, routine="gone")])).routine_id == "starter"
    nothing = seen([], preferences=Preferences(equipment=()))
    assert coming(catalogue, nothing).routine_id == "starter"  # side bends are left of it
    closed = tuple(catalogue.exercises)
    assert coming(catalogue, seen([]), closed).routine_id in catalogue.routines


@pytest.mark.parametrize(("days", "said"), [(0, "3 more training days"), (2, "1 more training day "), (3, "")])
def test_the_weeks_target_is_part_of_the_reason_until_it_is_reached(catalogue: Catalogue, days: int, said: str) -> None:
    least = [each for each in WHOLE if each != "back-extension"]
    sessions = [done(5, *least), *(done(number, *least) for number in range(1, days + 1))]
    reason = coming(catalogue, seen(sessions, preferences=Preferences(weekly_target=3))).reason
    assert said in reason
    assert ("target" in reason) is bool(said)


# Ten minutes


def minutes(catalogue: Catalogue, evidence: Evidence) -> Routine:
    return lay_out_now(catalogue.routine(TEN_MINUTES), evidence, catalogue, closed_for(evidence, catalogue)).written


def test_ten_minutes_begin_with_a_warm_up_and_take_what_was_trained_least(catalogue: Catalogue) -> None:
    evidence = seen([done(1, "chair-twist", "thoracic-bridge", "side-plank-rotation", "reverse-crunch")])
    made = minutes(catalogue, evidence)
    ids = [step.exercise_id for step in made.steps]
    assert ids[0] == "segmental-cat-cow"
    assert {"side-bend", "back-extension", "straddle-bends"} <= set(ids)
    assert "jefferson-curl" not in ids  # not open yet
    order = [step.exercise_id for step in catalogue.routine("whole-back").steps]
    assert ids == sorted(ids, key=order.index)
    length = build_timeline(made, catalogue.exercises).total_s
    assert TEN_MINUTES_S - 120 < length <= TEN_MINUTES_S
    assert all(step.dose.sets == 1 and not step.load_kg for step in made.steps)


def test_ten_minutes_hold_nothing_that_is_closed_or_has_no_equipment(catalogue: Catalogue) -> None:
    evidence = seen([], preferences=Preferences(equipment=("mat",), leave_out_deep_bending=True))
    ids = {step.exercise_id for step in minutes(catalogue, evidence).steps}
    assert ids == {"segmental-cat-cow", "side-bend", "thoracic-bridge", "side-plank-rotation"}


def test_as_written_they_are_about_ten_minutes_too_and_other_routines_stay_as_they_are(catalogue: Catalogue) -> None:
    written = catalogue.routine(TEN_MINUTES)
    assert 480 <= build_timeline(written, catalogue.exercises).total_s <= 630
    assert lay_out_now(catalogue.routine("starter"), seen([]), catalogue, ()).written == catalogue.routine("starter")


def test_who_begins_gets_the_doses_of_the_starter(catalogue: Catalogue) -> None:
    starter = {step.exercise_id: replace(step.dose, sets=1) for step in catalogue.routine("starter").steps}
    few = [done(days, "side-bend", "back-extension", "chair-twist", routine="starter") for days in (1, 3, 5)]
    for evidence in (seen([]), seen(few)):
        made = {step.exercise_id: step.dose for step in minutes(catalogue, evidence).steps}
        assert made.items() <= starter.items()
        assert made["thoracic-bridge"].reps == Range(2, 2)
        assert build_timeline(minutes(catalogue, evidence), catalogue.exercises).total_s <= TEN_MINUTES_S
    assert made["side-plank-rotation"].reps == Range(5, 5)


def test_who_knows_the_whole_routine_or_has_trained_for_two_weeks_gets_the_usual_doses(catalogue: Catalogue) -> None:
    for sessions in ([done(1, *WHOLE)], [done(days, *WHOLE, routine="starter") for days in range(1, 7)]):
        for step in minutes(catalogue, seen(sessions)).steps:
            assert step.dose == replace(catalogue.exercise(step.exercise_id).dose, sets=1)
    begun = replace(done(1), sets=())
    assert minutes(catalogue, seen([begun])) == minutes(catalogue, seen([]))


def test_ten_minutes_stay_ten_with_an_accepted_dose(catalogue: Catalogue) -> None:
    longer = by_exercise([Choice("chair-twist", Amount.HOLD, 300.0, at(TODAY))])
    laid_out = lay_out_now(catalogue.routine(TEN_MINUTES), seen([], chosen=longer), catalogue, ())
    assert laid_out.timeline.total_s <= TEN_MINUTES_S
    assert "chair-twist" not in [step.exercise_id for step in laid_out.routine.steps]


# As it is played now


def test_what_is_played_now_has_the_doses_the_times_and_the_equipment_of_the_person(catalogue: Catalogue) -> None:
    times = {"rotation": [{"exercise": "chair-twist", "setup_s": 60}]}
    evidence = seen(
        [],
        preferences=Preferences(equipment=("chair",), times=times),
        chosen=by_exercise([Choice("chair-twist", Amount.HOLD, 20.0, at(TODAY))]),
    )
    laid_out = lay_out_now(catalogue.routine("rotation"), evidence, catalogue, ())
    (step,) = laid_out.routine.steps
    assert (step.exercise_id, step.dose.hold_s, step.setup_s) == ("chair-twist", Range(20, 20), 60)
    assert laid_out.left_out == ("Left out, since you have no mat: Thoracic bridge, Side plank rotation.",)


def test_a_draft_of_a_routine_has_the_changed_times_among_its_own(catalogue: Catalogue) -> None:
    kept = catalogue.routine("rotation")
    evidence = seen([], preferences=Preferences(times={"rotation": [{"exercise": "chair-twist", "setup_s": 60}]}))
    assert lay_out_now(kept, evidence, catalogue, ()).written.steps[0].setup_s == 60
    draft = replace(kept, steps=kept.steps[::-1])
    assert lay_out_now(draft, evidence, catalogue, ()).written == draft


# The morning


@pytest.mark.parametrize(
    ("routine", "hour", "minute", "asks"),
    [("whole-back", 9, 59, True), ("whole-back", 10, 0, False), ("whole-back", 0, 0, True), ("starter", 7, 0, False),
     ("desk-break", 7, 0, False), ("extension", 7, 0, False)],
)  # fmt: skip
def test_before_ten_a_loaded_bend_asks_whether_one_is_up(
    catalogue: Catalogue, routine: str, hour: int, minute: int, asks: bool
) -> None:
    now = datetime(2026, 11, 26, hour, minute).astimezone()
    assert asks_if_up(catalogue.routine(routine), catalogue.exercises, now) is asks


def test_without_weights_nothing_is_asked(catalogue: Catalogue) -> None:
    light = without_weights(catalogue.routine("whole-back"))
    assert not asks_if_up(light, catalogue.exercises, at(TODAY, 7))
    assert [step.load_kg for step in light.steps if step.load_kg is not None] == [0, 0, 0]
    assert [step.load_kg for step in light.steps].count(None) == 6


# All of it


def test_the_plan_holds_week_locks_proposals_due_tests_and_notices(catalogue: Catalogue) -> None:
    touch = a_reading(-1, at=at(TODAY - 40 * DAY))
    later = a_reading(6, at=at(TODAY - DAY))
    made = make_plan(seen([done(1, *WHOLE)], floor_touches=[touch, later]), catalogue)
    assert (made.done, made.target, made.locks) == (1, 3, {})
    assert made.notices == (
        "Jefferson curl: your last floor touch was 6.0 cm above the floor, so go only as low as is comfortable.",
    )
    assert made.due == ("floor-touch", "hand-to-knee")
    closed = make_plan(seen([], floor_touches=[later], preferences=Preferences(length_unit="in")), catalogue)
    assert "2.4 in to go" in closed.locks["jefferson-curl"]
    assert closed.notices == ()


def test_a_heavier_weight_that_is_not_owned_is_a_notice(catalogue: Catalogue) -> None:
    made = make_plan(seen(weeks(8)), catalogue)
    assert made.proposals == ()
    assert made.notices == (
        "Dumbbell side bend: a heavier weight would be due now, but none that fits is among those you own.",
    )
