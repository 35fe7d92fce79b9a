"""A time is typed as people write it; what is no time leaves the field as it was."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.widgets.time_field import TimeField, read_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:30", time(18, 30)),
        ("7.05", time(7, 5)),
        (" 18 ", time(18)),
        ("18h15", time(18, 15)),
        ("24:00", None),
        ("12:60", None),
        ("", None),
        ("noon", None),
    ],
)
def test_a_time_as_people_write_it(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    made = TimeField("Time")
    made.show_time(time(23, 50))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_typed_time_is_taken_with_enter_and_told_once(field: TimeField) -> None:
    told: list[time] = []
    field.chosen.connect(lambda: told.append(field.value))
    field.setText("8.15")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), told) == ("08:15", [time(8, 15)])


def test_what_is_no_time_goes_back(field: TimeField) -> None:
    field.setText("99:99")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value) == ("23:50", time(23, 50))


def test_the_arrows_step_over_midnight(field: TimeField) -> None:
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.value == time(0, 5)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value == time(23, 50)
