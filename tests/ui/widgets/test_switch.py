"""On or off, one of a few, and a column that scrolls."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look import Look
from app.ui.widgets.scrolling import Column, fit
from app.ui.widgets.segments import Segments
from app.ui.widgets.switch import Switch


@pytest.fixture
def switch(qtbot: QtBot, look: Look) -> Switch:
    made = Switch(look, "Metronome")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_turns_the_switch_over_and_back(switch: Switch, key: Qt.Key) -> None:
    QTest.keyClick(switch, key)
    assert switch.isChecked()
    QTest.keyClick(switch, key)
    assert not switch.isChecked()


def test_a_click_anywhere_on_the_switch_turns_it_over(switch: Switch) -> None:
    for place in (QPoint(2, 2), QPoint(switch.width() - 2, switch.height() - 2)):
        was = switch.isChecked()
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=place)
        assert switch.isChecked() is not was


def test_on_off_the_keyboard_and_not_to_be_had_all_look_different(switch: Switch) -> None:
    switch.clearFocus()
    seen = [picture(switch)]
    switch.setFocus()
    seen.append(picture(switch))
    switch.setChecked(True)
    seen.append(picture(switch))
    switch.clearFocus()
    seen.append(picture(switch))
    switch.setEnabled(False)
    seen.append(picture(switch))
    assert not [i for i, one in enumerate(seen) if one in seen[:i]]


def test_the_switch_follows_the_theme(switch: Switch, look: Look) -> None:
    light = picture(switch)
    look.choose("dark")
    assert picture(switch) != light


def test_a_screen_reader_sees_a_check_box_with_its_name(switch: Switch) -> None:
    seen = QAccessible.queryAccessibleInterface(switch)
    assert seen.role() is QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == "Metronome"


@pytest.fixture
def segments(qtbot: QtBot, look: Look) -> Segments:
    made = Segments("Voice", [("full", "Full"), ("count", "Count only"), ("off", "Off")], "count")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_a_click_fills_another_segment_and_tells(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.mouseClick(segments.buttons["off"], Qt.MouseButton.LeftButton)
    assert told.args == ["off"]
    assert [key for key, made in segments.buttons.items() if made.isChecked()] == ["off"]


def test_arrows_go_to_the_neighbour_and_tell(segments: Segments, qtbot: QtBot) -> None:
    segments.buttons["count"].setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.keyClick(segments.buttons["count"], Qt.Key.Key_Left)
    assert told.args == ["full"]


def test_what_the_program_chooses_is_not_told(segments: Segments, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("off")
    assert segments.key == "off"


def test_the_segments_need_no_more_height_than_a_field(segments: Segments) -> None:
    assert segments.height() <= 40


@pytest.mark.parametrize("cards", [1, 30])
def test_a_dialog_is_as_tall_as_its_cards_but_smaller_than_the_window_behind(
    qtbot: QtBot, look: Look, cards: int
) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(QSize(1024, 640))
    dialog = QDialog(behind)
    column = Column(32)
    shown = [QWidget() for _card in range(cards)]
    for card in shown:
        card.setMinimumHeight(100)
        column.box.addWidget(card)
    box = QVBoxLayout(dialog)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(column)
    fit(dialog, box, column, 600)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()
    assert {(card.mapTo(dialog, QPoint()).x(), card.width()) for card in shown} == {(32, 600 - 2 * 32)}
    assert column.verticalScrollBar().isVisible() is (cards > 1)
    assert dialog.height() <= 640
    dialog.close()
