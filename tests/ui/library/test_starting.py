"""Keys, clicks and chips: getting to a card, and from there to a session."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.exercise import Direction
from app.domain.measurement import Reading
from app.domain.routine import Routine
from app.ui.library.catalogue_model import entry_at
from app.ui.library.library_page import LibraryPage
from app.ui.library.movement_panel import MovementPanel
from app.ui.live import Live

Key = Qt.Key
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def asked(page: LibraryPage) -> list[Routine]:
    """The routines that the page asked to be played."""
    routines: list[Routine] = []
    page.play_asked.connect(routines.append)
    return routines


def current_id(page: LibraryPage) -> str:
    entry = page.cards.current_entry()
    assert entry is not None
    return entry.item.id


def centre_of(page: LibraryPage, item_id: str) -> QPoint:
    page.cards.show_entry(item_id)
    QApplication.processEvents()
    return page.cards.visualRect(page.cards.currentIndex()).center()


def shown_ids(page: LibraryPage) -> list[str]:
    entries = (entry_at(page.model.index(row, 0)) for row in range(page.model.rowCount()))
    return [entry.item.id for entry in entries if entry is not None]


def test_the_first_exercise_is_shown_at_first(page: LibraryPage) -> None:
    assert current_id(page) == "reverse-crunch"


def test_the_start_button_starts_the_exercise_alone_in_its_own_dose(
    page: LibraryPage, qtbot: QtBot, asked: list[Routine], catalogue: Catalogue
) -> None:
    qtbot.mouseClick(page.cards.viewport(), LEFT_BUTTON, pos=centre_of(page, "side-bend"))
    qtbot.mouseClick(page.detail.start_button, LEFT_BUTTON)
    (routine,) = asked
    exercise = catalogue.exercise("side-bend")
    assert (routine.id, routine.name) == (exercise.id, exercise.name)
    (step,) = routine.steps
    assert (step.exercise_id, step.dose, step.load_kg) == (exercise.id, exercise.dose, 2)
    assert (step.setup_s, step.switch_s, step.rest_s) == (exercise.setup_s, exercise.switch_s, exercise.rest_s)


def test_an_exercise_without_load_starts_without_one(page: LibraryPage, qtbot: QtBot, asked: list[Routine]) -> None:
    page.cards.show_entry("chair-twist")
    qtbot.mouseClick(page.detail.start_button, LEFT_BUTTON)
    assert asked[0].steps[0].load_kg is None


def test_enter_on_a_card_starts_it(page: LibraryPage, qtbot: QtBot, asked: list[Routine]) -> None:
    page.cards.show_entry("desk-break")
    for key in (Key.Key_Return, Key.Key_Enter):
        qtbot.keyClick(page.cards, key)
    assert [routine.id for routine in asked] == ["desk-break", "desk-break"]


def test_a_double_click_on_a_card_starts_it_and_a_click_does_not(
    page: LibraryPage, qtbot: QtBot, asked: list[Routine], catalogue: Catalogue
) -> None:
    place = centre_of(page, "starter")
    qtbot.mouseClick(page.cards.viewport(), LEFT_BUTTON, pos=place)
    assert asked == []
    qtbot.mouseDClick(page.cards.viewport(), LEFT_BUTTON, pos=place)
    assert asked == [catalogue.routine("starter")]


def test_what_is_not_open_yet_offers_its_stand_in(page: LibraryPage, qtbot: QtBot, asked: list[Routine]) -> None:
    page.cards.show_entry("jefferson-curl")
    assert page.detail.start_button.text().replace("\n", " ") == "Do Segmental cat-cow instead"
    qtbot.keyClick(page.cards, Key.Key_Return)
    assert asked == []
    assert page.detail.start_button.hasFocus()
    qtbot.mouseClick(page.detail.start_button, LEFT_BUTTON)
    assert [routine.id for routine in asked] == ["segmental-cat-cow"]


def test_a_floor_touch_makes_it_startable(
    page: LibraryPage, qtbot: QtBot, live: Live, clock: Clock, asked: list[Routine]
) -> None:
    page.cards.show_entry("jefferson-curl")
    live.do(live.store.readings.record, Reading("", "floor-touch", None, (0.0,), "cm", clock.now()))
    assert page.detail.start_button.text() == "Start"
    qtbot.keyClick(page.cards, Key.Key_Return)
    assert [(routine.id, routine.steps[0].load_kg) for routine in asked] == [("jefferson-curl", 0)]


def test_arrows_move_as_the_eye_does_and_step_over_headings(page: LibraryPage, qtbot: QtBot) -> None:
    def after(*keys: Key) -> str:
        for key in keys:
            qtbot.keyClick(page.cards, key)
        return current_id(page)

    assert after(Key.Key_Right) == "segmental-cat-cow"
    assert after(Key.Key_Down) == "straddle-bends"
    assert after(Key.Key_Left, Key.Key_Left) == "jefferson-curl"
    assert after(Key.Key_Up) == "jefferson-curl"
    assert after(Key.Key_Down, Key.Key_Down) == "back-extension"
    assert after(Key.Key_Down) == "desk-break"
    assert after(Key.Key_Up) == "back-extension"
    assert after(Key.Key_Right) == "whole-back"
    assert after(Key.Key_End) == "ten-minutes"
    assert after(Key.Key_Right) == "ten-minutes"
    assert after(Key.Key_Home, Key.Key_Left) == "reverse-crunch"


def test_the_current_card_is_in_sight_with_its_heading(page: LibraryPage) -> None:
    for item_id in ("rotation", "whole-back", "reverse-crunch"):
        page.cards.show_entry(item_id)
        QApplication.processEvents()
        card = page.cards.visualRect(page.cards.currentIndex())
        assert card.top() >= 40
        assert card.bottom() <= page.cards.viewport().height()


def test_a_slash_or_ctrl_f_goes_to_the_search(page: LibraryPage, qtbot: QtBot) -> None:
    page.cards.setFocus()
    qtbot.keyClick(page.cards, "/")
    assert page.search.hasFocus()
    assert page.search.text() == ""
    page.cards.setFocus()
    qtbot.keyClick(page.cards, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "a/b")
    assert page.search.text() == "a/b"


def test_searching_shows_what_is_named_so_else_the_first_one_found_and_down_goes_there(
    page: LibraryPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "hamstrings")
    assert current_id(page) == "jefferson-curl"
    page.search.clear()
    qtbot.keyClicks(page.search, "desk br")
    assert current_id(page) == "desk-break"
    qtbot.keyClick(page.search, Key.Key_Down)
    assert page.cards.hasFocus()


def test_escape_empties_the_search_and_keeps_the_card(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "pancake")
    qtbot.keyClick(page.search, Key.Key_Escape)
    assert page.search.text() == ""
    assert current_id(page) == "straddle-bends"
    assert len(shown_ids(page)) == 17


def test_nothing_found_is_said_and_one_button_shows_everything_again(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.chips.no_weights_chip, LEFT_BUTTON)
    qtbot.keyClicks(page.search, "xyz")
    assert page.nothing.isVisible()
    assert page.nothing.text() == "Nothing here matches “xyz”."
    assert not page.cards.isVisible()
    qtbot.mouseClick(page.clear_button, LEFT_BUTTON)
    assert page.cards.isVisible()
    assert len(shown_ids(page)) == 17
    assert page.chips.all_chip.isChecked()
    assert current_id(page)


def test_one_direction_at_a_time_with_or_without_weights(page: LibraryPage, qtbot: QtBot) -> None:
    chips = page.chips
    side, rotation = chips.direction_chips[Direction.LATERAL_FLEXION], chips.direction_chips[Direction.ROTATION]
    qtbot.mouseClick(side, LEFT_BUTTON)
    assert shown_ids(page)[:2] == ["straddle-bends", "side-bend"]
    qtbot.mouseClick(rotation, LEFT_BUTTON)
    assert not side.isChecked()
    assert "straddle-bends" in shown_ids(page)
    qtbot.mouseClick(chips.no_weights_chip, LEFT_BUTTON)
    assert shown_ids(page)[:3] == ["chair-twist", "side-plank-rotation", "thoracic-bridge"]
    assert not chips.all_chip.isChecked()
    qtbot.mouseClick(chips.all_chip, LEFT_BUTTON)
    assert len(shown_ids(page)) == 17
    assert not rotation.isChecked()
    qtbot.mouseClick(chips.all_chip, LEFT_BUTTON)
    assert chips.all_chip.isChecked()


def test_routines_are_one_click_away_from_the_exercises(page: LibraryPage, qtbot: QtBot) -> None:
    exercises, routines = page.chips.group_chips.values()
    qtbot.mouseClick(routines, LEFT_BUTTON)
    assert shown_ids(page)[0] == "whole-back"
    assert len(shown_ids(page)) == 8
    qtbot.mouseClick(exercises, LEFT_BUTTON)
    assert not routines.isChecked()
    assert len(shown_ids(page)) == 9
    qtbot.mouseClick(page.chips.all_chip, LEFT_BUTTON)
    assert not exercises.isChecked()
    assert len(shown_ids(page)) == 17


def test_an_exercise_is_made_by_a_button_that_says_so(page: LibraryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.new_exercise_asked):
        qtbot.mouseClick(page.new_exercise_button, LEFT_BUTTON)


def test_a_chip_keeps_the_card_that_is_still_there(page: LibraryPage, qtbot: QtBot) -> None:
    page.cards.show_entry("chair-twist")
    qtbot.mouseClick(page.chips.direction_chips[Direction.ROTATION], LEFT_BUTTON)
    assert current_id(page) == "chair-twist"
    qtbot.mouseClick(page.chips.direction_chips[Direction.EXTENSION], LEFT_BUTTON)
    assert current_id(page) == "segmental-cat-cow"


def test_tab_goes_from_search_over_chips_and_cards_to_start(page: LibraryPage, qtbot: QtBot) -> None:
    found = page.chips
    chips = [
        found.all_chip, *found.group_chips.values(), *found.direction_chips.values(), found.level_chip,
        found.equipment_chip, found.no_weights_chip, found.favourites_chip,
    ]  # fmt: skip
    page.search.setFocus()
    detail = page.detail
    for widget in (
        page.new_routine_button, page.new_exercise_button, page.more_button, *chips, page.cards,
        detail.start_button, detail.change_button, detail.star_button, detail.text_area,
    ):  # fmt: skip
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Key.Key_Tab)
        assert QApplication.focusWidget() is widget


def test_a_hidden_page_catches_up_when_it_is_shown(page: LibraryPage, live: Live, clock: Clock) -> None:
    page.cards.show_entry("jefferson-curl")
    page.hide()
    spy = QSignalSpy(page.model.dataChanged)
    live.do(live.store.readings.record, Reading("", "floor-touch", None, (0.0,), "cm", clock.now()))
    assert spy.count() == 0
    page.show()
    assert spy.count() == 1
    assert page.detail.start_button.text() == "Start"


def test_what_is_told_stays_while_a_search_goes_on_finding_the_same(page: LibraryPage) -> None:
    page.search.setText("cat-")
    panel = page.detail.findChild(MovementPanel)
    assert panel is not None
    page.search.setText("cat-cow")
    assert page.detail.findChild(MovementPanel) is panel
    page.refresh()  # what it says may be another
    assert page.detail.findChild(MovementPanel) is not panel
