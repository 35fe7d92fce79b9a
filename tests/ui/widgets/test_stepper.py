"""A time between − and +, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.widgets.stepper import SecondsStepper


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def make(page: QWidget, low: float = 20, high: float = 20) -> SecondsStepper:
    stepper = SecondsStepper("Rest", (low, high), most=60, step=5)
    stepper.setParent(page)
    stepper.show()
    stepper.field.setFocus()
    return stepper


def retype(stepper: SecondsStepper, text: str) -> None:
    stepper.field.setFocus()
    stepper.field.selectAll()
    QTest.keyClick(stepper.field, Qt.Key.Key_Delete)
    QTest.keyClicks(stepper.field, text)


def test_the_usual_time_stands_there_and_counts_as_not_chosen(page: QWidget) -> None:
    stepper = make(page)
    assert stepper.field.text() == "20 s"
    assert stepper.value is None


def test_minus_and_plus_step_and_stop_at_both_ends(page: QWidget) -> None:
    stepper = make(page)
    QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    assert stepper.value == 25
    for _click in range(6):
        QTest.mouseClick(stepper.less, Qt.MouseButton.LeftButton)
    assert stepper.value == 0
    for _click in range(15):
        QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    assert stepper.value == 60
    assert stepper.field.text() == "60 s"


@pytest.mark.parametrize(
    ("key", "seconds"),
    [(Qt.Key.Key_Up, 25), (Qt.Key.Key_Down, 15), (Qt.Key.Key_PageUp, 40), (Qt.Key.Key_PageDown, 0)],
)
def test_the_arrows_step_and_the_page_keys_step_further(page: QWidget, key: Qt.Key, seconds: float) -> None:
    stepper = make(page)
    QTest.keyClick(stepper.field, key)
    assert stepper.value == seconds


def test_what_is_typed_counts_at_once_and_is_tidied_when_the_field_is_left(page: QWidget) -> None:
    stepper, other = make(page), make(page)
    retype(stepper, "0:45")
    assert stepper.value == 45
    other.field.setFocus()
    assert stepper.field.text() == "45 s"


def test_an_empty_field_goes_back_to_the_usual_time(page: QWidget) -> None:
    stepper, other = make(page), make(page)
    retype(stepper, "45")
    retype(stepper, "")
    assert stepper.value is None
    other.field.setFocus()
    assert stepper.field.text() == "20 s"


def test_a_time_that_usually_differs_is_shown_as_from_to_and_stepped_from_its_nearer_end(page: QWidget) -> None:
    stepper = make(page, low=3, high=8)
    assert (stepper.field.text(), stepper.field.placeholderText()) == ("", "3–8 s")
    QTest.keyClick(stepper.field, Qt.Key.Key_Up)
    assert stepper.value == 13
    stepper.set_value(None)
    QTest.keyClick(stepper.field, Qt.Key.Key_Down)
    assert stepper.value == 0
    retype(stepper, "3")
    assert stepper.value == 3


def test_the_usual_time_typed_again_is_the_usual_time(page: QWidget) -> None:
    stepper = make(page)
    retype(stepper, "30")
    retype(stepper, "20")
    assert stepper.value is None


def test_nonsense_changes_nothing_and_is_said_when_the_field_is_left(page: QWidget, qtbot: QtBot) -> None:
    stepper, other = make(page), make(page)
    stepper.field.setFocus()
    stepper.set_value(30)
    QTest.keyClicks(stepper.field, "soon")
    assert stepper.value == 30
    assert not stepper.property("wrong")
    with qtbot.waitSignal(stepper.told) as told:
        other.field.setFocus()
    assert told.args is not None
    assert "“soon”" in told.args[0]
    assert stepper.field.accessibleDescription() == told.args[0]
    assert stepper.property("wrong")
    assert stepper.field.text() == "soon"


def test_a_mended_field_is_no_longer_wrong(page: QWidget, qtbot: QtBot) -> None:
    stepper, other = make(page), make(page)
    retype(stepper, "900")
    other.field.setFocus()
    with qtbot.waitSignal(stepper.told) as told:
        retype(stepper, "40")
    assert told.args == [""]
    assert not stepper.property("wrong")
    assert (stepper.value, stepper.problem) == (40, "")


def test_a_step_mends_it_as_well(page: QWidget) -> None:
    stepper, other = make(page), make(page)
    retype(stepper, "x")
    other.field.setFocus()
    QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    assert stepper.problem == ""
    assert stepper.field.text().endswith(" s")


def test_a_change_is_told_once(page: QWidget) -> None:
    stepper = make(page)
    told: list[float | None] = []
    stepper.changed.connect(lambda: told.append(stepper.value))
    QTest.keyClick(stepper.field, Qt.Key.Key_Up)
    stepper.set_value(25)
    stepper.set_value(None)
    assert told == [25, None]


def test_a_screen_reader_knows_the_field_and_its_buttons(page: QWidget) -> None:
    stepper = make(page)
    assert stepper.field.accessibleName() == "Rest"
    assert stepper.less.accessibleName()
    assert stepper.more.accessibleName()
