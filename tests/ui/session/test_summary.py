"""After a session everything can be put right, is stored at once and can be taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import i18n
from app.domain.catalogue import Catalogue
from app.domain.playing.timeline import build_timeline
from app.domain.training.sessions import LONGEST_NOTE, PainStop
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.summary.amount_field import AmountField
from tests.fakes import FakeClock
from tests.long_words import LongWords
from tests.ui.session.summaries import SummaryMaker, done_as_planned, row_of, stored

SMALLEST = (1024, 582)  # what a page has of the smallest window
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def show(qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock) -> SummaryMaker:
    return SummaryMaker(qtbot, live, catalogue, look, clock)


def type_into(qtbot: QtBot, field: AmountField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def words(widget: QWidget) -> str:
    return " ".join(shown.text() for shown in widget.findChildren(QLabel) if shown.isVisible())


# What it shows


def test_every_exercise_has_its_row_with_plan_and_what_was_done(show: SummaryMaker) -> None:
    summary = show()
    assert summary.text == "Well done: 10 of 10 sets of Starter"
    assert [row.exercise_id for row in summary.rows] == [
        "chair-twist", "side-bend", "segmental-cat-cow", "thoracic-bridge", "side-plank-rotation", "reverse-crunch",
        "straddle-bends",
    ]  # fmt: skip
    assert [[field.text() for field in row.done.fields.values()] for row in summary.rows] == [
        ["10", "10"], ["5", "5"], ["5"], ["4"], ["5", "5"], ["8"], ["60"],
    ]  # fmt: skip
    assert [row.load.text() if row.load else None for row in summary.rows] == [None, "0", None, None, None, None, "0"]
    assert "Seated chair twist 10 s a side" in words(summary)


def test_what_was_left_out_is_a_dash_or_not_done_and_is_not_asked_about(show: SummaryMaker) -> None:
    summary = show(skipped=(0, 4))
    assert summary.text == "Kept: 8 of 10 sets of Starter"
    assert [field.text() for field in row_of(summary, "chair-twist").done.fields.values()] == ["–", "10"]
    assert row_of(summary, "chair-twist").is_open
    cat_cow = row_of(summary, "segmental-cat-cow")
    assert "not done" in words(cat_cow.done)
    assert not cat_cow.is_open
    assert not cat_cow.answer.button.isVisible()


def test_the_day_fills_its_dot_and_a_sentence_counts_the_week(
    show: SummaryMaker, store: Store, clock: FakeClock, catalogue: Catalogue
) -> None:
    summary = show()
    assert summary.week.sentence == "1 of 3 training days this week"
    assert summary.week.dots.ticked == 0
    assert summary.week.hint == ""


def test_too_few_exercises_for_a_training_day_say_how_many_are_missing(show: SummaryMaker) -> None:
    summary = show("desk-break")
    assert summary.week.sentence == "0 of 3 training days this week"
    assert summary.week.dots.ticked is None
    assert summary.week.hint == "1 more exercise and today counts"


def test_more_training_days_than_planned_are_told_as_such(show: SummaryMaker, store: Store, clock: FakeClock) -> None:
    for _day in range(4):
        summary = show()
        clock.advance(timedelta(days=1).total_seconds())
    assert summary.week.sentence == "4 training days this week, 3 planned"


def test_a_sharp_pain_is_told_at_its_exercise_and_nowhere_else(show: SummaryMaker, clock: FakeClock) -> None:
    stop = PainStop("side-bend", "Side bend", None, 1, clock.now())
    summary = show(stops=(stop,))
    said = {row.exercise_id: row.stopped_text for row in summary.rows}
    assert said.pop("side-bend") == "Stopped because of a sharp pain: leave this exercise for today."
    assert set(said.values()) == {""}


def test_all_fine_leaves_an_exercise_that_a_sharp_pain_stopped_unanswered(
    qtbot: QtBot, show: SummaryMaker, store: Store, clock: FakeClock
) -> None:
    summary = show(stops=(PainStop("side-bend", "Side bend", None, 1, clock.now()),))
    qtbot.keyClick(summary, Qt.Key.Key_A)
    answered = {each.exercise_id: each.discomfort for each in stored(store).sets}
    assert answered.pop("side-bend") is None
    assert set(answered.values()) == {0}
    assert summary.fine_button.isHidden()
    qtbot.keyClick(summary, Qt.Key.Key_7)
    assert {each.discomfort for each in stored(store).sets if each.exercise_id == "side-bend"} == {None, 7}


# Correcting


@pytest.mark.parametrize("leave", ["enter", "tab", "click"])
def test_a_typed_number_is_stored_when_the_field_is_left(
    qtbot: QtBot, show: SummaryMaker, store: Store, leave: str
) -> None:
    summary = show()
    field = row_of(summary, "reverse-crunch").done.fields[8]
    type_into(qtbot, field, "12")
    assert stored(store).sets[8].reps == 8
    if leave == "enter":
        with qtbot.assertNotEmitted(summary.closed):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert summary.done_button.hasFocus()
    elif leave == "tab":
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    else:
        qtbot.mouseClick(summary.done_button, LEFT)
    assert stored(store).sets[8].reps == 12
    assert field.text() == "12"


def test_arrows_change_a_number_at_once_and_never_below_nothing(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    field = row_of(summary, "chair-twist").done.fields[0]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert stored(store).sets[0].hold_s == 11
    for _press in range(15):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert stored(store).sets[0].hold_s == 0
    assert field.text() == "0"


def test_a_load_is_that_of_all_sets_of_the_exercise(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    load = row_of(summary, "side-bend").load
    assert load is not None
    type_into(qtbot, load, "2,5")
    qtbot.keyClick(load, Qt.Key.Key_Return)
    assert [each.load_kg for each in stored(store).sets if each.exercise_id == "side-bend"] == [2.5, 2.5]
    assert load.text() == "2.5"


@pytest.mark.parametrize("text", ["", "many", "-3", "1.5", "1001", "99999999"])
def test_a_number_that_does_not_fit_is_refused_with_a_sentence_and_keeps_the_page(
    qtbot: QtBot, show: SummaryMaker, store: Store, text: str
) -> None:
    summary = show()
    row = row_of(summary, "reverse-crunch")
    field = row.done.fields[8]
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, text or "x")
    if not text:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.assertNotEmitted(summary.closed):
        summary.done_button.click()
    assert row.said == f"“{text}” can't be kept as reps: write a whole number from 0 to 1000."
    assert field.hasFocus()
    assert stored(store).sets[8].reps == 8
    with qtbot.assertNotEmitted(summary.closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), row.said) == ("8", "")


def test_undo_is_seen_at_once_and_takes_back_the_correction_only(
    qtbot: QtBot, show: SummaryMaker, store: Store
) -> None:
    summary = show()
    field = row_of(summary, "reverse-crunch").done.fields[8]
    type_into(qtbot, field, "12")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(summary.done_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "8"
    assert stored(store).sets[8].reps == 8
    assert len(stored(store).sets) == 10


def test_undo_reaches_the_store_from_a_field_in_which_nothing_is_typed(
    qtbot: QtBot, show: SummaryMaker, store: Store
) -> None:
    summary = show()
    field = row_of(summary, "reverse-crunch").done.fields[8]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(store).sets[8].reps == 8
    assert field.text() == "8"


def test_a_session_taken_back_says_so_and_changes_nothing(
    qtbot: QtBot, show: SummaryMaker, store: Store, live: Live
) -> None:
    summary = show()
    live.do(store.undo.undo)
    assert summary.text == "Taken back: This session is not kept. Ctrl+Shift+Z brings it back."
    qtbot.keyClicks(summary.done_button, "3a")
    live.do(store.undo.redo)
    assert summary.text == "Well done: 10 of 10 sets of Starter"
    assert {each.discomfort for each in stored(store).sets} == {None}


def test_what_is_being_typed_stays_when_something_else_changes(
    qtbot: QtBot, show: SummaryMaker, store: Store, live: Live
) -> None:
    summary = show()
    field = row_of(summary, "reverse-crunch").done.fields[8]
    type_into(qtbot, field, "1")
    live.do(store.sessions.set_discomfort, stored(store).id, {4: 2})
    assert field.text() == "1"
    assert row_of(summary, "segmental-cat-cow").discomfort == 2


# The note, and leaving


def test_digits_in_a_field_are_its_text(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    qtbot.keyClicks(summary.note, "7 of 10, a")
    type_into(qtbot, row_of(summary, "reverse-crunch").done.fields[8], "9")
    qtbot.keyClick(summary.done_button, Qt.Key.Key_Return)
    assert {each.discomfort for each in stored(store).sets} == {None}
    assert stored(store).note == "7 of 10, a"


def test_enter_in_the_note_makes_a_line_and_ctrl_enter_is_done(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    summary.note.setFocus()
    qtbot.keyClicks(summary.note, "Slow")
    with qtbot.assertNotEmitted(summary.closed):
        qtbot.keyClick(summary.note, Qt.Key.Key_Return)
    qtbot.keyClicks(summary.note, "and good")
    with qtbot.waitSignal(summary.closed):
        qtbot.keyClick(summary.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert stored(store).note == "Slow\nand good"


@pytest.mark.parametrize("start", ["note", "done"])
def test_esc_leaves_and_keeps_what_was_typed(qtbot: QtBot, show: SummaryMaker, store: Store, start: str) -> None:
    summary = show()
    summary.note.setFocus()
    qtbot.keyClicks(summary.note, "Slow")
    with qtbot.waitSignal(summary.closed):
        qtbot.keyClick(summary.note if start == "note" else summary.done_button, Qt.Key.Key_Escape)
    assert stored(store).note == "Slow"


def test_a_note_that_is_too_long_is_told_of_and_not_lost(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    summary.note.setPlainText("x" * (LONGEST_NOTE + 1))
    with qtbot.assertNotEmitted(summary.closed):
        summary.done_button.click()
    assert str(LONGEST_NOTE) in summary.note_said
    assert len(summary.note.toPlainText()) == LONGEST_NOTE + 1
    summary.note.setPlainText("short")
    with qtbot.waitSignal(summary.closed):
        summary.done_button.click()
    assert stored(store).note == "short"
    assert summary.note_said == ""


def test_undo_of_a_note_is_seen(qtbot: QtBot, show: SummaryMaker, live: Live, store: Store) -> None:
    summary = show()
    summary.note.setPlainText("Slow")
    summary.done_button.click()
    live.do(store.undo.undo)
    assert summary.note.toPlainText() == ""


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show()
    summary.fine_button.setFocus()
    with qtbot.assertNotEmitted(summary.closed):
        qtbot.keyClick(summary.fine_button, Qt.Key.Key_Return)
    assert all(row.discomfort == 0 for row in summary.rows)


# What could not be stored


def test_what_is_not_stored_yet_is_shown_and_can_be_tried_again(qtbot: QtBot, show: SummaryMaker, store: Store) -> None:
    summary = show(unsaved=True)
    assert summary.text == "Well done: 10 of 10 sets of Starter"
    summary.show_unsaved(10)
    assert "10 sets are not saved yet" in words(summary)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        with qtbot.waitSignal(summary.retried), qtbot.assertNotEmitted(summary.closed):
            qtbot.keyClick(summary.done_button, key)
    with qtbot.waitSignal(summary.closed):
        qtbot.mouseClick(summary.leave_button, LEFT)
    field = row_of(summary, "reverse-crunch").done.fields[8]
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClicks(summary.done_button, "5a")
    assert field.text() == "8"
    assert store.find.sessions() == []


def test_once_it_is_stored_it_can_be_changed(
    qtbot: QtBot, show: SummaryMaker, store: Store, catalogue: Catalogue, clock: FakeClock
) -> None:
    summary = show("desk-break", unsaved=True)
    session_id = store.sessions.start("desk-break", "Desk break", clock.now()).ids[0]
    for each in done_as_planned(build_timeline(catalogue.routine("desk-break"), catalogue.exercises), clock):
        store.sessions.save_set(session_id, each)
    summary.show_unsaved(0, session_id)
    assert "not saved" not in words(summary)
    qtbot.keyClick(summary.done_button, Qt.Key.Key_A)
    assert [row.discomfort for row in summary.rows] == [0, 0]


# Room


@pytest.fixture(params=[False, True], ids=["English", "half as long again"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param:
        monkeypatch.setattr(i18n, "_translation", LongWords())


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("routine", ["starter", "whole-back", "desk-break"])
def test_long_routines_scroll_downwards_only_and_the_button_stays_in_sight(
    qtbot: QtBot, show: SummaryMaker, routine: str
) -> None:
    summary = show(routine)
    summary.resize(*SMALLEST)
    qtbot.waitUntil(lambda: summary.width() == SMALLEST[0])
    column = summary.column
    assert column.horizontalScrollBar().maximum() == 0
    assert column.box.minimumSize().width() <= column.viewport().width()
    foot = summary.done_button.mapTo(summary, summary.done_button.rect().bottomRight())
    assert foot.y() < summary.height()
    assert foot.x() < summary.width()
    for row in summary.rows:
        right = row.answer.mapTo(summary, row.answer.rect().topRight()).x()
        assert right < summary.width()


def test_the_exercise_that_is_answered_next_comes_into_sight(qtbot: QtBot, show: SummaryMaker) -> None:
    summary = show("whole-back")
    summary.resize(*SMALLEST)
    qtbot.waitUntil(lambda: summary.column.verticalScrollBar().maximum() > 0)
    qtbot.keyClicks(summary.done_button, "0" * (len(summary.rows) - 1))
    last = summary.rows[-1].answer
    assert last.is_open
    assert not last.visibleRegion().isEmpty()
    assert summary.column.verticalScrollBar().value() > 0


def test_page_down_and_page_up_scroll(qtbot: QtBot, show: SummaryMaker) -> None:
    summary = show("whole-back")
    summary.resize(*SMALLEST)
    bar = summary.column.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(summary.done_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(summary.done_button, Qt.Key.Key_PageUp)
    assert bar.value() == 0
