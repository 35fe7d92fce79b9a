"""One of a few, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.widgets.choice import Choice


@pytest.fixture
def choice(qtbot: QtBot, look: Look) -> Choice:
    made = Choice("Unit")
    qtbot.addWidget(made)
    made.offer([("cm", "cm"), ("in", "inches")], "in")
    made.show()
    made.activateWindow()
    return made


def test_exactly_one_is_down(choice: Choice) -> None:
    assert choice.key == "in"
    choice.choose("cm")
    assert [key for key, made in choice.buttons.items() if made.isChecked()] == ["cm"]


def test_a_click_tells_and_choosing_for_the_person_does_not(choice: Choice) -> None:
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.choose("cm")
    assert told == []
    choice.buttons["in"].click()
    assert told == ["in"]


def test_arrows_choose(choice: Choice) -> None:
    told: list[str] = []
    choice.chosen.connect(told.append)
    choice.buttons["in"].setFocus()
    QTest.keyClick(choice.buttons["in"], Qt.Key.Key_Left)
    assert choice.key == "cm"
    assert told == ["cm"]
    assert choice.buttons["cm"].hasFocus()


def test_what_is_offered_can_change(choice: Choice) -> None:
    choice.offer([("deg", "degrees")], "deg")
    assert list(choice.buttons) == ["deg"]
    assert choice.key == "deg"
    choice.offer([], "")
    assert choice.key == ""
