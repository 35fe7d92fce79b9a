"""What Today says of the plan, and what the person answers."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.choices import Amount
from app.domain.plan import Proposal, ProposalKind
from app.store.shapes import rows_of
from app.store.store import Store
from app.ui.session.session_page import SessionPage
from tests.domain.plan.histories import a_day, weeks
from tests.fakes import A_MORNING, FakeClock
from tests.samples import a_reading

MakePage = Callable[[], SessionPage]
LAST_MONDAY = (A_MORNING - timedelta(days=7)).date()


@pytest.fixture
def regular(store: Store) -> Store:
    """Two regular months with 2 kg, and more weights at hand."""
    store.merge(rows_of(weeks(8, LAST_MONDAY), []))
    store.settings.set("plan.weights_kg", [2, 4])
    return store


def test_a_newcomer_sees_what_is_due_and_what_is_not_open_yet_and_no_proposal(make_page: MakePage) -> None:
    today = make_page().today
    assert today.week_card.count == "0 of 3"
    assert today.due_card.title == "Floor touch and Hand to knee are due"
    assert today.lock_card.title == "Jefferson curl"
    assert today.proposal_card.isHidden()
    assert today.notice_card.isHidden()


def test_the_week_is_shown_against_the_target_that_was_chosen(make_page: MakePage, store: Store) -> None:
    store.settings.set("plan.weekly_target", 5)
    assert make_page().today.week_card.count == "0 of 5"


def test_accepting_a_proposal_changes_what_is_played_and_can_be_undone(
    make_page: MakePage, regular: Store, catalogue: Catalogue, qtbot: QtBot
) -> None:
    page = make_page()
    card = page.today.proposal_card
    assert (card.title, card.change) == ("Dumbbell side bend", "2 → 4 kg")
    assert "8 of your last 8 whole weeks were regular" in card.text
    with qtbot.waitSignal(page.today.said):
        qtbot.mouseClick(card.accept_button, Qt.MouseButton.LeftButton)
    assert regular.find.chosen()["side-bend"][Amount.LOAD].value == 4
    assert card.isHidden()
    page.play(catalogue.routine("whole-back"))
    assert page.conductor is not None
    assert [step.load_kg for step in page.conductor.routine.steps if step.exercise_id == "side-bend"] == [4]
    assert regular.undo.name is not None


@pytest.mark.parametrize(("button", "said"), [("later_button", "again in a week"), ("no_button", "for a month")])
def test_later_and_no_put_it_away_and_change_nothing(
    make_page: MakePage, regular: Store, qtbot: QtBot, button: str, said: str
) -> None:
    page = make_page()
    today = page.today
    with qtbot.waitActive(page):
        page.activateWindow()
    pressed: QWidget = getattr(today.proposal_card, button)
    with qtbot.waitSignal(today.said, check_params_cb=lambda sentence: said in sentence):
        pressed.setFocus()
        qtbot.keyClick(pressed, Qt.Key.Key_Return)
    assert today.proposal_card.isHidden()
    assert regular.find.chosen() == {}
    regular.undo.undo()
    today.refresh()
    assert today.proposal_card.isVisible()


def test_several_proposals_come_one_after_another(make_page: MakePage, regular: Store) -> None:
    twists = [
        a_day(LAST_MONDAY + timedelta(days=number), "chair-twist", None, None, 10.0, discomfort=0)
        for number in (1, 3, 5)
    ]  # fmt: skip
    regular.merge(rows_of([*twists], []))
    today = make_page().today
    assert today.proposal_card.title == "Seated chair twist"
    today.proposal_card.no_button.click()
    assert today.proposal_card.title == "Dumbbell side bend"
    assert today.focusWidget() is today.proposal_card.accept_button
    today.proposal_card.no_button.click()
    assert today.proposal_card.isHidden()
    assert today.focusWidget() is today.start_button


def test_the_jefferson_curl_is_opened_only_after_a_plain_question(make_page: MakePage, store: Store) -> None:
    today = make_page().today
    card = today.lock_card
    card.open_button.click()
    assert "Open it all the same?" in card.text
    assert today.focusWidget() is card.leave_button
    card.leave_button.click()
    assert card.text.startswith("Not yet")
    assert store.find.chosen() == {}
    card.open_button.click()
    card.confirm_button.click()
    assert card.isHidden()
    assert store.find.chosen()["jefferson-curl"][Amount.OPENED].value == 1


def test_measure_goes_to_the_first_test_that_is_due(make_page: MakePage, store: Store, qtbot: QtBot) -> None:
    store.readings.record(a_reading(4, at=A_MORNING - timedelta(days=30)))
    today = make_page().today
    assert today.due_card.text == "Last: 4.0 cm on 31 January."
    with qtbot.waitSignal(today.measure_asked, check_params_cb=lambda measure: measure == "floor-touch"):
        today.due_card.measure_button.click()


def test_what_has_no_equipment_is_told_beside_the_routine_and_not_played(
    make_page: MakePage, store: Store, catalogue: Catalogue
) -> None:
    store.settings.set("plan.equipment", ["mat"])
    page = make_page()
    page.today.offer(catalogue.routine("starter"))
    assert page.today.left_out == "Left out, since you have no chair: Seated chair twist."
    page.play(catalogue.routine("starter"))
    assert page.conductor is not None
    assert "chair-twist" not in {step.exercise_id for step in page.conductor.routine.steps}


def test_a_routine_of_which_nothing_is_left_does_not_begin_and_says_why(
    make_page: MakePage, store: Store, catalogue: Catalogue, qtbot: QtBot
) -> None:
    store.settings.set("plan.equipment", [])
    page = make_page()
    with qtbot.waitSignal(page.said, check_params_cb=lambda said: said.startswith("Nothing is left of this routine")):
        page.play(catalogue.routine("rotation"))
    assert page.conductor is None
    page.today.offer(catalogue.routine("rotation"))
    assert not page.today.start_button.isEnabled()


def test_ten_minutes_are_one_click_away(make_page: MakePage, qtbot: QtBot) -> None:
    today = make_page().today
    qtbot.mouseClick(today.ten_button, Qt.MouseButton.LeftButton)
    assert today.routine_name == "Ten minutes"
    assert today.focusWidget() is today.start_button
    assert today.ten_button.isHidden()


# The morning


@pytest.mark.parametrize(
    ("answer", "loads"), [("yes_button", {2.0, 2.5}), ("without_button", {0.0}), ("later_button", None)]
)
def test_early_in_the_day_a_loaded_bend_is_asked_about_and_never_blocked(
    make_page: MakePage, catalogue: Catalogue, clock: FakeClock, answer: str, loads: set[float] | None
) -> None:
    clock.wall = A_MORNING
    page = make_page()
    page.play(catalogue.routine("whole-back"))
    assert page.morning_question.isVisible()
    assert page.conductor is None
    getattr(page.morning_question, answer).click()
    assert page.morning_question.isHidden()
    if loads is None:
        assert page.conductor is None
    else:
        assert page.conductor is not None
        assert {step.load_kg for step in page.conductor.routine.steps if step.load_kg is not None} == loads


def test_enter_says_yes_and_escape_later(
    make_page: MakePage, catalogue: Catalogue, clock: FakeClock, qtbot: QtBot
) -> None:
    clock.wall = A_MORNING
    page = make_page()
    page.play(catalogue.routine("whole-back"))
    qtbot.keyClick(page.morning_question, Qt.Key.Key_Escape)
    assert (page.morning_question.isHidden(), page.conductor) == (True, None)
    page.play(catalogue.routine("whole-back"))
    qtbot.keyClick(page.morning_question, Qt.Key.Key_Return)
    assert page.conductor is not None


def test_what_bends_nothing_under_a_weight_begins_at_once(
    make_page: MakePage, catalogue: Catalogue, clock: FakeClock
) -> None:
    clock.wall = A_MORNING
    page = make_page()
    page.play(catalogue.routine("starter"))
    assert page.conductor is not None


def test_another_routine_is_offered_with_the_minutes_that_it_takes_this_person(
    make_page: MakePage, store: Store, catalogue: Catalogue
) -> None:
    def offered() -> dict[str, str]:
        today = make_page().today
        today.offer(catalogue.routine("whole-back"))
        menu = today.another_menu()
        return dict(action.text().split("  ·  ") for action in menu.actions())

    before = offered()
    assert list(before) == [each.name for each in catalogue.listed_routines if each.id != "whole-back"]
    store.settings.set("plan.equipment", ["mat", "chair"])
    without_bench = offered()
    assert without_bench["Bend back"] != before["Bend back"]
    assert without_bench["Desk break"] == before["Desk break"]
    store.plan.accept(Proposal("chair-twist", ProposalKind.HOLD, Amount.HOLD, 10, 60, "", ""))
    assert offered()["Desk break"] != before["Desk break"]
