"""How much it hurt is answered in one go, by mouse or by key, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.paths import resources_dir
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.summary.discomfort_picker import DiscomfortPicker, answer_colour, answer_text, question, read_answer
from tests.fakes import FakeClock
from tests.test_theme import contrast
from tests.ui.session.summaries import SummaryMaker, row_of, stored

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> DiscomfortPicker:
    made = DiscomfortPicker(look)
    qtbot.addWidget(made)
    made.show()
    return made


def click(qtbot: QtBot, picker: DiscomfortPicker, number: int) -> None:
    qtbot.mouseClick(picker, LEFT, pos=picker.centre_of(number).toPoint())


@pytest.mark.parametrize("size", [22, 64])
@pytest.mark.parametrize("number", range(11))
def test_a_click_on_a_target_answers_with_its_number(
    qtbot: QtBot, picker: DiscomfortPicker, number: int, size: int
) -> None:
    picker.set_size(size)
    picker.resize(picker.sizeHint())
    with qtbot.waitSignal(picker.answered) as told:
        click(qtbot, picker, number)
    assert told.args == [number]
    assert picker.answer == number


@pytest.mark.parametrize(("key", "number"), [("0", 0), ("7", 7), ("9", 9), ("-", 10)])
def test_a_digit_answers_at_once_and_the_minus_is_ten(
    qtbot: QtBot, picker: DiscomfortPicker, key: str, number: int
) -> None:
    with qtbot.waitSignal(picker.answered) as told:
        qtbot.keyClicks(picker, key)
    assert told.args == [number]


def test_arrows_move_and_only_space_answers(qtbot: QtBot, picker: DiscomfortPicker) -> None:
    with qtbot.assertNotEmitted(picker.answered):
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return):
            qtbot.keyClick(picker, key)
    assert picker.answer is None
    with qtbot.waitSignal(picker.answered) as told:
        qtbot.keyClick(picker, Qt.Key.Key_Space)
    assert told.args == [2]
    qtbot.keyClick(picker, Qt.Key.Key_End)
    assert picker.value() == 10
    assert picker.answer == 2


def test_the_wheel_and_the_other_mouse_buttons_never_answer(qtbot: QtBot, picker: DiscomfortPicker) -> None:
    place = picker.centre_of(4)
    wheel = QWheelEvent(place, picker.mapToGlobal(place), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    with qtbot.assertNotEmitted(picker.answered):
        QApplication.sendEvent(picker, wheel)
        qtbot.mouseClick(picker, Qt.MouseButton.RightButton, pos=place.toPoint())
    assert not wheel.isAccepted()
    assert picker.value() == 0
    assert picker.answer is None


def test_a_screen_reader_hears_the_question_and_the_answer(picker: DiscomfortPicker) -> None:
    def heard(text: QAccessible.Text) -> str:
        return str(QAccessible.queryAccessibleInterface(picker).text(text))

    assert heard(QAccessible.Text.Name) == question()
    assert heard(QAccessible.Text.Description) == "not answered"
    picker.show_answer(0)
    assert heard(QAccessible.Text.Description) == "0 of 10"


def test_a_larger_picker_has_larger_targets(picker: DiscomfortPicker) -> None:
    small = picker.sizeHint()
    picker.set_size(66)
    assert picker.sizeHint().width() > 2.5 * small.width()
    assert picker.centre_of(1).x() - picker.centre_of(0).x() > 66


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("number", range(11))
def test_a_number_can_be_read_on_its_colour(qapp: QApplication, theme: str, number: int) -> None:
    look = Look(qapp, resources_dir(), theme)
    colour: QColor = answer_colour(look, number)
    assert contrast(colour.name(), look.colour("on_accent").name()) >= 4.5
    look.setParent(None)
    look.deleteLater()


@given(st.text(max_size=3))
def test_only_a_digit_or_a_minus_is_an_answer(text: str) -> None:
    answer = read_answer(text)
    assert (answer is not None) == (text in {*"0123456789", "-"})
    assert answer_text(answer) == ("not answered" if answer is None else f"{answer} of 10")


# In the summary


@pytest.fixture
def show(qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock) -> SummaryMaker:
    return SummaryMaker(qtbot, live, catalogue, look, clock)


def test_digits_answer_one_exercise_after_the_other_on_its_last_set(
    qtbot: QtBot, show: SummaryMaker, store: Store
) -> None:
    summary = show()
    assert {each.discomfort for each in stored(store).sets} == {None}
    qtbot.keyClicks(summary.done_button, "2-0")
    assert [(each.work, each.discomfort) for each in stored(store).sets if each.discomfort is not None] == [
        (1, 2),
        (3, 10),
        (4, 0),
    ]
    assert [row.answer.is_open for row in summary.rows] == [False, False, False, True, False, False, False]


def test_answers_given_while_playing_are_shown_and_passed_over(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show(answers={1: 3})
    assert row_of(summary, "chair-twist").discomfort == 3
    qtbot.keyClicks(summary.done_button, "1")
    assert stored(store).sets[1].discomfort == 3
    assert stored(store).sets[3].discomfort == 1


def test_an_answer_on_an_earlier_set_moves_to_the_last_when_it_is_changed(
    qtbot: QtBot, show: SummaryMaker, store: Store
) -> None:
    summary = show(answers={0: 3})
    row = row_of(summary, "chair-twist")
    assert row.discomfort == 3
    row.answer.button.click()
    qtbot.keyClicks(row.answer.picker, "1")
    assert [each.discomfort for each in stored(store).sets[:2]] == [None, 1]


def test_a_click_opens_the_picker_and_answers(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    answer = row_of(summary, "reverse-crunch").answer
    assert not answer.is_open
    qtbot.mouseClick(answer.button, LEFT)
    assert answer.is_open
    qtbot.mouseClick(answer.picker, LEFT, pos=answer.picker.centre_of(6).toPoint())
    assert stored(store).sets[8].discomfort == 6
    assert not answer.is_open
    assert answer.button.accessibleName() == "Reverse crunch: pain 6 of 10"
    assert summary.done_button.hasFocus()


def test_an_opened_picker_closes_unanswered_when_it_is_left(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    answer = row_of(summary, "reverse-crunch").answer
    answer.button.click()
    summary.done_button.setFocus()
    assert not answer.is_open
    assert stored(store).sets[8].discomfort is None


@pytest.mark.parametrize("by_key", [True, False])
def test_all_fine_answers_the_rest_with_nothing_and_is_one_step(
    qtbot: QtBot, show: SummaryMaker, store: Store, live: Live, by_key: bool
) -> None:
    summary = show(answers={1: 4})
    if by_key:
        qtbot.keyClick(summary.done_button, Qt.Key.Key_A)
    else:
        qtbot.mouseClick(summary.fine_button, LEFT)
    assert [row.discomfort for row in summary.rows] == [4, 0, 0, 0, 0, 0, 0]
    assert not summary.fine_button.isVisible()
    assert summary.done_button.hasFocus()
    live.do(store.undo.undo)
    assert [row.discomfort for row in summary.rows] == [4, None, None, None, None, None, None]


def test_leaving_answers_nothing(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    with qtbot.waitSignal(summary.closed):
        qtbot.keyClick(summary.done_button, Qt.Key.Key_Return)
    assert {each.discomfort for each in stored(store).sets} == {None}
