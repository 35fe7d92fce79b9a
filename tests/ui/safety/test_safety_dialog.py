"""The safety page: reached from everywhere, complete, and changing nothing but what one chooses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.safety import informs, notes
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.quiet import LetSleep, Silence
from app.ui.safety.safety_dialog import SafetyDialog
from tests.fakes import FakeClock


@pytest.fixture
def window(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock
) -> Iterator[MainWindow]:
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.session.put_to_rest()


def opened(window: MainWindow) -> SafetyDialog:
    [dialog] = [each for each in window.findChildren(SafetyDialog) if each.isVisible()]
    return dialog


def test_it_says_when_to_stop_to_get_help_and_to_ask_first() -> None:
    said = " ".join(sentence for note in notes() for sentence in note.sentences)
    for sign in ("radiating pain", "pins and needles", "numbness or dizziness", "urine", "both legs", "chest pain",
                 "accident", "fever", "osteoporosis", "vertebra", "steroids", "surgery", "herniated", "inflammatory",
                 "pregnant", "blood pressure", "glaucoma", "under a weight"):  # fmt: skip
        assert sign.casefold() in said.casefold(), sign


def test_the_menu_opens_it(window: MainWindow) -> None:
    menu = window.build_menu()
    [entry] = [action for action in menu.actions() if action.text().startswith("Safety")]
    entry.trigger()
    menu.deleteLater()
    shown = {label.text() for label in opened(window).findChildren(QLabel)}
    assert {*(sentence for note in notes() for sentence in note.sentences), informs()} <= shown


def test_deep_forward_bending_can_be_left_out_there(window: MainWindow, store: Store) -> None:
    window.session.show_safety()
    opened(window).deep_bending.click()
    assert store.find.setting("plan.leave_out_deep_bending", False) is True


def test_a_session_stands_still_while_it_is_read(qtbot: QtBot, window: MainWindow, catalogue: Catalogue) -> None:
    window.play(catalogue.routine("desk-break"))
    conductor = window.session.conductor
    assert conductor is not None
    qtbot.keyClick(window.session.player_view, Qt.Key.Key_S)
    assert conductor.is_paused
    opened(window).leave_button.click()
    assert window.session.is_playing


def test_its_key_opens_it_from_the_list_of_keys_too(qtbot: QtBot, window: MainWindow, catalogue: Catalogue) -> None:
    window.play(catalogue.routine("desk-break"))
    qtbot.keyClicks(window.session.player_view, "?")
    qtbot.keyClick(window.session.player_view, Qt.Key.Key_S)
    assert window.session.keys.isHidden()
    assert opened(window)


def test_the_card_after_a_sharp_pain_leads_to_it_and_still_asks_afterwards(
    window: MainWindow, catalogue: Catalogue
) -> None:
    window.play(catalogue.routine("desk-break"))
    window.session.stop_for_pain()
    window.session.pain_card.safety_button.click()
    opened(window).leave_button.click()
    assert window.session.pain_card.isVisible()
