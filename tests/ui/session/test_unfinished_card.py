"""A session that was cut off says what it is and offers two ways."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.session.today.unfinished_card import UnfinishedCard


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> UnfinishedCard:
    made = UnfinishedCard(look)
    qtbot.addWidget(made)
    made.show_session("Starter", "today 07:40", 5, 9)
    made.show()
    return made


def test_it_says_what_when_and_how_much(card: UnfinishedCard) -> None:
    assert card.text == "Unfinished: Starter, today 07:40, 5 of 9 sets"
    assert card.accessibleName() == card.text


@pytest.mark.parametrize("by_key", [False, True])
def test_going_on_and_setting_aside_are_one_press_each(qtbot: QtBot, card: UnfinishedCard, by_key: bool) -> None:
    for pressed, signal in ((card.go_on_button, card.go_on_asked), (card.set_aside_button, card.set_aside_asked)):
        with qtbot.waitSignal(signal):
            if by_key:
                qtbot.keyClick(pressed, Qt.Key.Key_Space)
            else:
                qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def test_long_names_wrap_beside_the_buttons(qtbot: QtBot, card: UnfinishedCard) -> None:
    card.show_session("A routine with a name that somebody made up on a long evening", "the day before yesterday", 1, 1)
    card.setFixedWidth(560)
    qtbot.waitExposed(card)
    assert card.minimumSizeHint().width() <= 560
    assert card.set_aside_button.geometry().right() < card.width()
    assert card.heightForWidth(560) > card.go_on_button.sizeHint().height() + 2 * 24
