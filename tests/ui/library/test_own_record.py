"""What the detail page tells a person of their own doing: how often, their dose, what is proposed next."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.choices import Amount
from app.domain.plan import Proposal, ProposalKind
from app.store.shapes import rows_of
from app.ui.library.library_page import LibraryPage
from app.ui.library.own_record import OwnRecord
from app.ui.live import Live
from tests.domain.plan.histories import a_day, weeks, with_stop
from tests.fakes import A_MORNING

LAST_MONDAY = (A_MORNING - timedelta(days=7)).date()
LONGER = Proposal("chair-twist", ProposalKind.HOLD, Amount.HOLD, 10, 20, "", "")


def record(page: LibraryPage, exercise: str) -> OwnRecord:
    page.cards.show_entry(exercise)
    content = page.detail.text_area.widget()
    assert content is not None
    found = content.findChild(OwnRecord)
    assert isinstance(found, OwnRecord)
    return found


def told(page: LibraryPage, exercise: str) -> list[str]:
    return [made.text() for made in record(page, exercise).findChildren(QLabel)]


def routine_told(page: LibraryPage, routine: str) -> list[str]:
    page.cards.show_entry(routine)
    content = page.detail.text_area.widget()
    assert content is not None
    return [made.text() for made in content.findChildren(QLabel)]


def test_what_was_never_done_says_so_and_offers_nothing(page: LibraryPage) -> None:
    assert told(page, "chair-twist") == ["Your record", "Not done yet."]
    made = record(page, "chair-twist")
    assert (made.accept_button, made.usual_button, made.close_button) == (None, None, None)


def test_how_often_when_last_and_with_which_load(page: LibraryPage, live: Live) -> None:
    skipped = a_day(LAST_MONDAY + timedelta(days=4), kg=9, reps=0)
    days = [a_day(LAST_MONDAY, kg=2, sets=2), a_day(LAST_MONDAY + timedelta(days=2), kg=3, sets=2), skipped]
    live.store.merge(rows_of(days, []))
    page.refresh()
    assert "Done 2 times, last on 25 February with 3 kg." in told(page, "side-bend")
    live.store.merge(rows_of([a_day(LAST_MONDAY + timedelta(days=1), "chair-twist", None, None, 10.0)], []))
    page.refresh()
    assert "Done once, last on 24 February." in told(page, "chair-twist")


def test_an_accepted_dose_is_told_and_can_be_taken_back_to_the_usual_one(
    page: LibraryPage, live: Live, qtbot: QtBot
) -> None:
    live.do(live.store.plan.accept, LONGER)
    assert "Your dose: 20 s a side." in told(page, "chair-twist")
    usual = record(page, "chair-twist").usual_button
    assert usual is not None
    with qtbot.waitSignal(page.kept):
        usual.setFocus()
        qtbot.keyClick(usual, Qt.Key.Key_Space)
    assert told(page, "chair-twist") == ["Your record", "Not done yet."]
    assert live.store.find.chosen() == {}
    live.do(live.store.undo.undo)
    assert "Your dose: 20 s a side." in told(page, "chair-twist")


def test_what_was_opened_on_purpose_can_be_closed_again(page: LibraryPage, live: Live, qtbot: QtBot) -> None:
    live.do(live.store.plan.open_exercise, "jefferson-curl")
    assert "Open because you opened it on purpose." in told(page, "jefferson-curl")
    close = record(page, "jefferson-curl").close_button
    assert close is not None
    with qtbot.waitSignal(page.kept):
        close.click()
    entry = page.cards.current_entry()
    assert entry is not None
    assert entry.locked


def test_what_a_sharp_pain_ended_today_is_told_before_it_is_played_again(page: LibraryPage, live: Live) -> None:
    today = with_stop(a_day(A_MORNING.date(), hour=7), "side-bend")
    live.store.merge(rows_of([today], []))
    page.refresh()
    better_left = "you stopped it today because of a sharp pain. It is better left until tomorrow."
    assert f"Dumbbell side bend: {better_left}" in told(page, "side-bend")
    assert "Dumbbell side bend is left out today: you stopped because of a sharp pain." in routine_told(page, "starter")
    assert "Left out." in routine_told(page, "starter")
    assert better_left not in " ".join(told(page, "chair-twist"))


def test_the_next_proposal_is_told_with_its_reason_and_source_and_can_be_accepted(
    page: LibraryPage, live: Live
) -> None:
    live.store.merge(rows_of(weeks(8, LAST_MONDAY), []))
    live.store.settings.set("plan.weights_kg", [2, 4])
    page.refresh()
    texts = told(page, "side-bend")
    assert "Proposed next: 2 → 4 kg" in texts
    assert any("8 of your last 8 whole weeks were regular" in text for text in texts)
    accept = record(page, "side-bend").accept_button
    assert accept is not None
    accept.click()
    assert live.store.find.chosen()["side-bend"][Amount.LOAD].value == 4
    assert not any("Proposed next" in text for text in told(page, "side-bend"))
    assert any(text.startswith("Your dose:") and "4 kg" in text for text in told(page, "side-bend"))


def test_a_closed_exercise_is_proposed_nothing(page: LibraryPage, live: Live) -> None:
    live.store.merge(rows_of(weeks(8, LAST_MONDAY, "jefferson-curl", 0), []))
    live.store.settings.set("plan.weights_kg", [2])
    page.refresh()
    assert not any("Proposed next" in text for text in told(page, "jefferson-curl"))


def test_a_card_draws_what_it_counts(page: LibraryPage, live: Live) -> None:
    """Neither what is not open yet nor what there is no equipment for."""
    page.cards.show_entry("whole-back")
    entry = page.cards.current_entry()
    assert entry is not None
    drawn = [exercise.id for exercise in entry.pictures]
    assert "jefferson-curl" not in drawn
    assert f"{len(drawn)} exercises" in entry.line
    live.do(live.store.settings.set, "plan.equipment", ["mat"])
    now = page.cards.current_entry()
    assert now is not None
    assert f"{len(now.pictures)} exercises" in now.line
    assert len(now.pictures) < len(drawn)


@pytest.mark.parametrize(("key", "value"), [("plan.equipment", ["mat", "dumbbell"]), ("plan.equipment", [])])
def test_a_routine_is_told_as_long_as_it_takes_with_the_equipment_there(
    page: LibraryPage, live: Live, key: str, value: list[str]
) -> None:
    before = routine_told(page, "rotation")
    live.do(live.store.settings.set, key, value)
    after = routine_told(page, "rotation")
    assert "Left out." in after
    assert any(text.startswith("Left out, since you have no ") for text in after)
    assert [text for text in before if " min · " in text] != [text for text in after if " · " in text]
    assert page.detail.start_button.isEnabled() is bool(value)


def test_a_routine_is_told_with_the_doses_that_were_accepted(page: LibraryPage, live: Live) -> None:
    live.do(live.store.plan.accept, LONGER)
    texts = routine_told(page, "whole-back")
    assert "20 s a side" in texts
    entry = page.cards.current_entry()
    assert entry is not None
    assert entry.line.split(" · ")[0] in texts[1]


def test_a_routine_says_of_a_deep_bend_that_it_is_left_out_on_purpose_and_counts_what_is_done(
    page: LibraryPage, live: Live
) -> None:
    live.do(live.store.settings.set, "plan.leave_out_deep_bending", True)
    texts = routine_told(page, "whole-back")
    assert texts.count("Left out: you chose to leave out deep forward bending.") == 3
    assert texts[1].endswith(" · 6 exercises")
    entry = page.cards.current_entry()
    assert entry is not None
    assert entry.line == texts[1]
