"""A routine can be played from any of its steps on."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.own.routine_draft import added, empty_routine
from app.ui.session.session_page import SessionPage
from tests.ui.session.test_playing import PlayFor


def test_it_begins_with_getting_ready_for_that_step_and_the_ones_before_can_be_gone_back_to(
    page: SessionPage, catalogue: Catalogue, play_for: PlayFor
) -> None:
    page.play(catalogue.routine("starter"), 2)
    assert page.conductor is not None
    assert page.conductor.player.segment.exercise_id == "segmental-cat-cow"
    play_for(1)
    page.conductor.back()
    page.conductor.back()
    assert page.conductor.player.segment.exercise_id == "side-bend"


def test_what_is_not_done_because_it_comes_before_is_not_stored_as_done(
    page: SessionPage, catalogue: Catalogue, play_for: PlayFor, qtbot: QtBot
) -> None:
    page.play(catalogue.routine("desk-break"), 1)
    play_for(200)
    assert page.currentWidget() is page.summary
    (session,) = page._live.store.find.sessions()
    assert {each.exercise_id for each in session.sets} == {"side-bend"}


def test_a_step_that_is_left_out_gives_way_to_the_next_one_that_is_played(
    page: SessionPage, catalogue: Catalogue
) -> None:
    routine = empty_routine()
    for place, each in enumerate(("segmental-cat-cow", "jefferson-curl", "chair-twist")):
        routine = added(routine, catalogue.exercise(each), place)
    page.play(replace(routine, id="own-mine", name="Mine"), 1)
    assert page.conductor is not None
    assert page.conductor.player.segment.exercise_id == "chair-twist"


def test_a_draft_in_a_new_order_has_no_times_of_the_routine_as_it_is_kept(
    page: SessionPage, catalogue: Catalogue
) -> None:
    """The draft has them among its own; by their places they would go to the wrong steps."""
    kept = catalogue.routine("desk-break")
    times = [{"exercise": kept.steps[0].exercise_id, "setup_s": 99}, {"exercise": kept.steps[1].exercise_id}]
    page._live.store.settings.set("session.times", {kept.id: times})
    first, second = kept.steps
    page.play(replace(kept, steps=(replace(first, setup_s=99), second, first)), 0)
    assert page.conductor is not None
    assert [step.setup_s for step in page.conductor.routine.steps] == [99, second.setup_s, first.setup_s]
