"""After a sharp pain the exercise is left out of what Limber lays out, for that day."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.domain.plan import Evidence, closed_for, lay_out_now, make_plan, stopped_today
from app.domain.plan.next_routine import TEN_MINUTES
from app.domain.playing.laying_out import LaidOut
from app.domain.preferences import Preferences
from app.domain.routine import Routine, alone
from app.domain.training.sessions import PainStop, Session
from app.paths import resources_dir
from tests.domain.plan.histories import TODAY, at, seen
from tests.samples import a_session

CATALOGUE = load_catalogue(resources_dir())
SIDE_BEND = "Dumbbell side bend is left out today: you stopped because of a sharp pain."


def stopped(*exercises: str, days_ago: int = 0) -> Session:
    evening = at(TODAY, 17) - timedelta(days=days_ago)
    stops = tuple(PainStop(each, each, None, 1, evening + timedelta(minutes=5)) for each in exercises)
    return replace(a_session(evening, ["segmental-cat-cow"]), pain_stops=stops)


def laid_out(routine: Routine, evidence: Evidence) -> LaidOut:
    return lay_out_now(routine, evidence, CATALOGUE, closed_for(evidence, CATALOGUE))


@given(
    ids=st.sets(st.sampled_from(sorted(CATALOGUE.exercises)), min_size=1),
    routine=st.sampled_from(sorted(CATALOGUE.routines)),
    at_hand=st.sampled_from([None, (), ("mat", "chair"), ("mat", "chair", "dumbbell", "plate", "bench")]),
)
def test_what_was_stopped_today_is_in_no_routine_and_all_else_is_as_ever(
    ids: set[str], routine: str, at_hand: tuple[str, ...] | None
) -> None:
    usual = seen([stopped()], preferences=Preferences(equipment=at_hand))
    after = replace(usual, sessions=[stopped(*sorted(ids))])
    now, before = laid_out(CATALOGUE.routine(routine), after), laid_out(CATALOGUE.routine(routine), usual)
    played = [step.exercise_id for step in now.routine.steps]
    assert ids.isdisjoint(played)
    assert {segment.exercise_id for segment in now.timeline.segments}.isdisjoint(ids)
    if routine != TEN_MINUTES:
        assert now.routine.steps == tuple(step for step in before.routine.steps if step.exercise_id not in ids)
        gone = {CATALOGUE.exercise(step.exercise_id).name for step in before.routine.steps} - {
            CATALOGUE.exercise(each).name for each in played}  # fmt: skip
        assert all(any(said.startswith(name) for said in now.stopped) for name in gone)
    assert now.left_out[: len(now.stopped)] == now.stopped


def test_it_is_said_with_what_is_left_out_and_in_the_plan() -> None:
    evidence = seen([stopped("side-bend")])
    assert laid_out(CATALOGUE.routine("whole-back"), evidence).left_out == (SIDE_BEND,)
    assert laid_out(CATALOGUE.routine("rotation"), evidence).left_out == ()
    assert make_plan(evidence, CATALOGUE).notices == (SIDE_BEND,)


def test_ten_minutes_are_made_of_something_else_and_that_is_said() -> None:
    found = laid_out(CATALOGUE.routine(TEN_MINUTES), seen([stopped("side-bend")]))
    assert found.stopped == (SIDE_BEND,)
    assert found.routine.steps


def test_the_next_day_it_is_back() -> None:
    evidence = seen([stopped("side-bend", days_ago=1)])
    assert stopped_today(evidence) == frozenset()
    assert "side-bend" in [
        step.exercise_id for step in laid_out(CATALOGUE.routine("whole-back"), evidence).routine.steps
    ]
    assert make_plan(evidence, CATALOGUE).notices == ()


def test_a_stand_in_that_was_stopped_stands_in_for_nothing() -> None:
    curl = CATALOGUE.exercise("jefferson-curl")
    assert curl.stand_in is not None
    kept = replace(CATALOGUE.routine("flexion"), id="mine", steps=(alone(curl).steps[0],))
    catalogue = replace(CATALOGUE, routines={**CATALOGUE.routines, "mine": kept})
    evidence = seen([stopped(curl.stand_in)])
    found = lay_out_now(kept, evidence, catalogue, closed_for(evidence, catalogue))
    assert (found.routine.steps, len(found.stopped)) == ((), 1)


def test_a_routine_of_which_all_was_stopped_is_not_proposed() -> None:
    evidence = seen([stopped(*(step.exercise_id for step in CATALOGUE.routine("starter").steps))])
    coming = make_plan(evidence, CATALOGUE).next.routine_id
    assert laid_out(CATALOGUE.routine(coming), evidence).routine.steps


def test_by_itself_or_in_a_draft_it_is_played_on_purpose_and_that_is_said() -> None:
    evidence = seen([stopped("side-bend")])
    whole = CATALOGUE.routine("whole-back")
    for routine in (alone(CATALOGUE.exercise("side-bend")), replace(whole, steps=whole.steps[:3])):
        found = laid_out(routine, evidence)
        assert "side-bend" in [step.exercise_id for step in found.routine.steps]
        assert (
            found.stopped
            == found.left_out
            == ("Dumbbell side bend: you stopped it today because of a sharp pain. It is better left until tomorrow.",)
        )
