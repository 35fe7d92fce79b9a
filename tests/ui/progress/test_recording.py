"""Recording, editing and deleting readings by keyboard."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import partial

import pytest
from matplotlib.dates import num2date
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.reading_check import EARLIEST, LONGEST_NOTE
from app.store.changes import Changes
from app.store.store import Store, StoreError
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.progress_page import ProgressPage
from app.ui.quiet import Silence
from tests.fakes import FakeClock
from tests.ui.progress.conftest import Keep, Type

CTRL = Qt.KeyboardModifier.ControlModifier


def press(page: ProgressPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(page.focusWidget() or page, key, modifiers)


def choose_test(page: ProgressPage, begins: str) -> None:
    """Choose the test whose name begins so in the form."""
    measures = page.form.fields.measures
    measures.setCurrentIndex(measures.findText(begins, Qt.MatchFlag.MatchStartsWith))
    measures.activated.emit(measures.currentIndex())


def test_three_tries_by_keyboard_are_one_reading(
    page: ProgressPage, store: Store, clock: FakeClock, type_tries: Type, qtbot: QtBot
) -> None:
    page.list.setFocus()
    press(page, Qt.Key.Key_M)
    assert page.is_measuring
    type_tries("4,5", "1 3/4 in", "3 cm")
    clock.advance(120)
    with qtbot.waitSignal(page.said) as said:
        press(page, Qt.Key.Key_Return)
    (reading,) = store.find.readings("floor-touch")
    assert reading.trials == pytest.approx((4.5, 4.445, 3))
    assert reading.value == pytest.approx(4.445)
    assert (reading.aid, reading.warm, reading.performed_at) == ("floor", False, clock.now())
    assert said.args == ["Saved: Floor touch, 4.4 cm"]
    assert not page.is_measuring
    assert "4.4 cm" in page.history.status.text


def test_what_was_understood_stands_beside_the_field_while_typing(page: ProgressPage, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("-3", "1 3/4 in", "5")
    assert [trial.said for trial in page.form.fields.trials] == ["−3.0 cm", "1.75 in = 4.4 cm", "5.0 cm"]
    assert page.form.fields.summary.text() == "Your reading: 4.4 cm"


def test_a_field_that_is_not_finished_is_left_in_peace_until_it_is_left(page: ProgressPage, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("-")
    trial = page.form.fields.trials[0]
    assert trial.said == ""
    press(page, Qt.Key.Key_Tab)
    assert "“-” is not a value" in trial.said
    QTest.keyClicks(page.form.fields.trials[1].field, "5")
    assert "“-” is not a value" in trial.said


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("abc", "is not a value"),
        ("900", "from −40.0 cm to 80.0 cm"),
        ("12°", "measured in cm or inches"),
        ("", "one to three values"),
    ],
)
def test_a_bad_try_is_a_sentence_and_nothing_is_stored(
    page: ProgressPage, store: Store, type_tries: Type, text: str, sentence: str
) -> None:
    page.measure("floor-touch")
    type_tries(text)
    press(page, Qt.Key.Key_Return, CTRL)
    trial = page.form.fields.trials[0]
    assert sentence in trial.said
    assert trial.field.accessibleDescription() == trial.said
    assert trial.field.text() == text
    assert page.focusWidget() is trial.field
    assert page.is_measuring
    assert store.find.readings() == []


def test_a_moment_in_the_future_is_a_sentence_and_nothing_is_stored(
    page: ProgressPage, store: Store, type_tries: Type
) -> None:
    page.measure("floor-touch")
    type_tries("4")
    page.form.fields.set_moment(datetime(2026, 3, 9, 8, 0))  # noqa: DTZ001  # a wall clock's time, as typed
    press(page, Qt.Key.Key_Return, CTRL)
    problem = page.form.fields.moment_problem
    assert problem.isVisible()
    assert problem.text() == "2026-03-09 08:00 is in the future: a reading is from now or earlier."
    assert store.find.readings() == []


def test_a_lost_decimal_point_is_asked_about_beside_the_last_readings(
    page: ProgressPage, store: Store, keep: Keep, type_tries: Type
) -> None:
    keep(4.5, days=7)
    page.measure("floor-touch")
    type_tries("45")
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.form.question.words == "45.0 cm is far from your last readings: 4.5 cm. Keep it?"
    assert len(store.find.readings()) == 1
    press(page, Qt.Key.Key_Return)
    assert [each.value for each in store.find.readings()] == [4.5, 45]


def test_an_earlier_moment_is_kept_as_typed(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("4")
    page.form.fields.set_moment(datetime(2026, 2, 1, 8, 15))  # noqa: DTZ001  # a wall clock's time, as typed
    press(page, Qt.Key.Key_Return, CTRL)
    (reading,) = store.find.readings()
    assert reading.performed_at.replace(tzinfo=None) == datetime(2026, 2, 1, 8, 15)  # noqa: DTZ001  # the same


def test_an_unusual_value_is_asked_about_and_kept_on_yes(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("60")
    press(page, Qt.Key.Key_Return, CTRL)
    assert page.form.question.isVisible()
    assert page.form.question.words.endswith("Keep it?")
    assert store.find.readings() == []
    assert page.focusWidget() is page.form.question.keep_button
    press(page, Qt.Key.Key_Return)
    assert [reading.trials for reading in store.find.readings()] == [(60,)]


def test_an_unusual_value_can_be_changed_instead(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("60")
    press(page, Qt.Key.Key_Return, CTRL)
    page.form.question.change_button.click()
    assert page.form.question.isHidden()
    assert page.focusWidget() is page.form.fields.trials[0].field
    assert store.find.readings() == []


def test_both_sides_are_measured_one_after_the_other(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("hand-to-knee")
    assert page.form.next_button.text() == "Save and measure right"
    type_tries("4", "4.5", "5")
    press(page, Qt.Key.Key_Return)
    assert page.is_measuring
    assert page.form.done.text() == "Left is saved: 4.5 cm"
    assert page.form.next_button.isHidden()
    type_tries("1", "2", "3")
    press(page, Qt.Key.Key_Return)
    assert not page.is_measuring
    assert page.chosen.id == "hand-to-knee"
    kept = {reading.side: reading.trials for reading in store.find.readings("hand-to-knee")}
    assert kept == {Side.LEFT: (4, 4.5, 5), Side.RIGHT: (1, 2, 3)}


def test_the_right_side_alone_can_be_saved(page: ProgressPage, store: Store) -> None:
    page.measure("hand-to-knee")
    page.form.fields.sides.buttons[Side.RIGHT].click()
    page.form.fields.trials[0].field.setFocus()
    QTest.keyClicks(page.form.fields.trials[0].field, "2")
    page.form.save_button.click()
    assert [reading.side for reading in store.find.readings()] == [Side.RIGHT]
    assert not page.is_measuring


def test_a_value_below_zero_shows_the_step_at_once(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("floor-touch")
    assert page.form.fields.aids.key == "floor"
    type_tries("-3")
    assert page.form.fields.aids.key == "step"
    press(page, Qt.Key.Key_Return, CTRL)
    assert store.find.readings()[0].aid == "step"


def test_an_aid_against_the_value_is_a_sentence_beside_it(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("-3")
    page.form.fields.aids.buttons["floor"].click()
    press(page, Qt.Key.Key_Return, CTRL)
    assert "below zero" in page.form.fields.aid_problem.text()
    assert store.find.readings() == []


def test_the_form_begins_as_the_last_reading_was_taken(page: ProgressPage, keep: Keep) -> None:
    keep(5.08, aid="step", unit="in")
    page.refresh()
    page.measure("floor-touch")
    assert (page.form.fields.aids.key, page.form.fields.units.key) == ("step", "in")


def test_the_first_reading_is_in_the_unit_that_was_chosen_for_lengths(page: ProgressPage, store: Store) -> None:
    store.settings.set("units.length", "in")
    page.measure("floor-touch")
    assert page.form.fields.units.key == "in"


def test_another_test_can_be_chosen_in_the_form(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure()
    assert page.form.measure.id == "floor-touch"
    choose_test(page, "Seated")
    assert page.form.measure.id == "seated-rotation"
    type_tries("45")
    page.form.save_button.click()
    (reading,) = store.find.readings()
    assert (reading.measure_id, reading.side, reading.aid) == ("seated-rotation", Side.LEFT, "phone")


def test_what_was_chosen_and_noted_stays_when_another_test_is_chosen(
    page: ProgressPage, store: Store, keep: Keep, type_tries: Type
) -> None:
    keep(4, measure="hand-to-knee", side=Side.LEFT, days=30)
    page.refresh()
    page.measure("floor-touch")
    fields = page.form.fields
    fields.set_moment(datetime(2024, 5, 6, 7, 0))  # noqa: DTZ001  # a wall clock's time, as typed
    fields.units.buttons["in"].click()
    fields.warmth.buttons["warm"].click()
    QTest.keyClicks(fields.note, "stiff")
    for test in ("Seated", "Hand"):
        choose_test(page, test)
        fields.sides.buttons[Side.RIGHT].click()
    choose_test(page, "Back-saver")
    type_tries("4")
    page.form.save_button.click()
    (reading,) = store.find.readings("back-saver")
    assert reading.trials == pytest.approx((10.16,))
    assert (reading.entered_unit, reading.side, reading.warm, reading.note) == ("in", Side.RIGHT, True, "stiff")
    assert reading.performed_at.replace(tzinfo=None) == datetime(2024, 5, 6, 7, 0)  # noqa: DTZ001  # the same


def test_a_length_typed_as_inches_is_inches_again_after_a_look_at_a_test_in_degrees(
    page: ProgressPage, store: Store, type_tries: Type
) -> None:
    page.measure("floor-touch")
    type_tries("4")
    page.form.fields.units.buttons["in"].click()
    choose_test(page, "Seated")
    choose_test(page, "Floor")
    page.form.save_button.click()
    assert store.find.readings()[0].trials == pytest.approx((10.16,))


def test_the_other_side_is_offered_anew_for_another_test(page: ProgressPage, type_tries: Type) -> None:
    page.measure("hand-to-knee")
    type_tries("4")
    page.form.next_button.click()
    assert page.form.next_button.isHidden()
    choose_test(page, "Seated")
    assert page.form.next_button.text() == "Save and measure left"
    assert not page.form.next_button.isHidden()


def test_three_readings_survive_a_restart_and_show_in_the_chart(
    page: ProgressPage,
    store: Store,
    type_tries: Type,
    catalogue: Catalogue,
    look: Look,
    figures: Figures,
    clock: FakeClock,
    qtbot: QtBot,
) -> None:
    days = [date(2026, 1, 5), date(2026, 2, 1), date(2026, 2, 28)]
    for day, text in zip(days, ("9", "6,5", "-1 in"), strict=True):
        page.measure("floor-touch")
        type_tries(text)
        page.form.fields.set_moment(datetime.combine(day, time(8, 15)))
        press(page, Qt.Key.Key_Return, CTRL)
    page.close()
    page.live.rest()
    store.close()
    with closing(Store.open(store.path.parent, clock)) as reopened:
        again = ProgressPage(Live(reopened), catalogue, look, clock, figures, Silence())
        qtbot.addWidget(again)
        again.resize(1280, 736)
        again.show()
        qtbot.waitUntil(lambda: again.history.chart.canvas is not None)
        canvas = again.history.chart.canvas
        assert canvas is not None
        readings = {reading.id: reading for reading in reopened.find.readings("floor-touch")}
        shown = [readings[point.reading_id] for point in canvas.chart.points]
        assert [reading.performed_at.date() for reading in shown] == days
        assert [num2date(point.x).date() for point in canvas.chart.points] == days
        again.live.rest()
        assert [point.value for point in canvas.chart.points] == pytest.approx([9, 6.5, -2.54])


def test_data_that_can_not_be_read_is_a_sentence_and_what_was_typed_stays(
    page: ProgressPage, store: Store, live: Live, keep: Keep, type_tries: Type, qtbot: QtBot
) -> None:
    keep(4)
    page.refresh()
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("DROP TABLE trials")
    with pytest.raises(StoreError):
        store.find.readings()
    with qtbot.waitSignal(live.failed):
        page.look_again()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    assert page.history.table.model.rowCount() == 1
    page.history.measure_asked.emit()
    choose_test(page, "Hand")
    choose_test(page, "Floor")
    page.form.fields.trials[0].field.setFocus()
    type_tries("4")
    with qtbot.waitSignal(live.failed):
        press(page, Qt.Key.Key_Return, CTRL)
    assert page.is_measuring
    assert page.form.fields.trials[0].text == "4"


def test_escape_leaves_an_empty_form_at_once(page: ProgressPage) -> None:
    page.measure("floor-touch")
    press(page, Qt.Key.Key_Escape)
    assert not page.is_measuring


def test_escape_asks_before_what_was_typed_is_dropped(page: ProgressPage, store: Store, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("4")
    press(page, Qt.Key.Key_Escape)
    question = page.form.footer.question
    assert page.is_measuring
    assert question.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert page.form.fields.trials[0].text == "4"
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Return)
    assert page.is_measuring
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Return)
    assert not page.is_measuring
    assert store.find.readings() == []


def test_what_was_typed_is_asked_about_after_another_test_was_chosen_too(page: ProgressPage, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("4")
    choose_test(page, "Pancake")
    page.form.head.close_button.click()
    assert page.form.footer.question.isVisible()


def test_the_saved_side_is_not_asked_about(page: ProgressPage, type_tries: Type) -> None:
    page.measure("hand-to-knee")
    type_tries("4")
    page.form.next_button.click()
    press(page, Qt.Key.Key_Escape)
    assert not page.is_measuring


def test_the_note_and_the_moment_are_in_sight_in_the_smallest_window(page: ProgressPage, qtbot: QtBot) -> None:
    page.resize(1024, 582)
    for measure in ("floor-touch", "hand-to-knee", "seated-rotation", "press-up"):
        page.measure(measure)
        fields = page.form.fields
        for field in (fields.moment, fields.note):
            qtbot.waitUntil(partial(_is_whole, field))


def _is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def test_enter_in_the_table_edits_and_keeps_what_was_not_touched(
    page: ProgressPage, store: Store, keep: Keep, clock: FakeClock
) -> None:
    reading_id = keep(4.445, 5.08, aid="floor", unit="in", note="stiff", days=3.000123)
    page.refresh()
    page.history.table.view.setFocus()
    press(page, Qt.Key.Key_Return)
    assert page.is_measuring
    first = page.form.fields.trials[0].field
    assert first.text() == "1.75"
    page.form.fields.trials[2].field.setFocus()
    QTest.keyClicks(page.form.fields.trials[2].field, "2,5")
    press(page, Qt.Key.Key_Return)
    reading = store.find.reading(reading_id)
    assert reading is not None
    assert reading.trials == pytest.approx((4.445, 5.08, 6.35))
    assert (reading.note, reading.entered_unit) == ("stiff", "in")
    assert reading.performed_at == clock.now() - timedelta(days=3.000123)
    store.undo.undo()
    undone = store.find.reading(reading_id)
    assert undone is not None
    assert undone.trials == pytest.approx((4.445, 5.08))


def test_a_changed_note_changes_nothing_else(page: ProgressPage, store: Store, keep: Keep) -> None:
    """Not the third of an inch the field can't show, nor a moment to the second on the first day there is."""
    first_day = datetime(EARLIEST.year, EARLIEST.month, EARLIEST.day, 0, 0, 7, 123456, timezone(timedelta(hours=1)))
    reading_id = keep(2.54 * 4 / 3, aid="floor", unit="in", at=first_day)
    before = store.find.reading(reading_id)
    assert before is not None
    page.refresh()
    page.history.table.edit_button.click()
    QTest.keyClicks(page.form.fields.note, "stiff")
    press(page, Qt.Key.Key_Return, CTRL)
    assert store.find.reading(reading_id) == replace(before, note="stiff")


def test_a_moment_too_long_ago_is_never_moved_but_a_sentence(page: ProgressPage, store: Store, keep: Keep) -> None:
    """Such a reading can't come in by any door, but a file from elsewhere may hold one."""
    keep(4, aid="floor", at=datetime(1960, 5, 6, 7, 0, tzinfo=UTC))
    page.refresh()
    before = store.find.readings()
    page.history.table.edit_button.click()
    assert page.form.fields.typed_moment.year == 1960
    press(page, Qt.Key.Key_Return, CTRL)
    assert "1960" in page.form.fields.moment_problem.text()
    assert store.find.readings() == before


def test_a_note_longer_than_the_field_is_kept_whole_when_it_was_not_touched(
    page: ProgressPage, store: Store, keep: Keep
) -> None:
    note = "two\nlines " + "\N{GRINNING FACE}" * (LONGEST_NOTE - 20)
    keep(4, aid="floor", note=note)
    page.refresh()
    page.history.table.edit_button.click()
    QTest.keyClicks(page.form.fields.trials[0].field, "5")
    press(page, Qt.Key.Key_Return, CTRL)
    (reading,) = store.find.readings()
    assert (reading.trials, reading.note) == ((5,), note)


def test_editing_a_side_neither_changes_it_nor_offers_the_other(page: ProgressPage, store: Store, keep: Keep) -> None:
    keep(1, measure="hand-to-knee", side=Side.RIGHT)
    page.refresh()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    page.history.table.edit_button.click()
    assert page.form.fields.sides.key == Side.RIGHT
    assert page.form.next_button.isHidden()
    page.form.save_button.click()
    assert [reading.side for reading in store.find.readings()] == [Side.RIGHT]


def test_delete_takes_the_chosen_reading_and_undo_brings_it_back(
    page: ProgressPage, store: Store, live: Live, keep: Keep, qtbot: QtBot
) -> None:
    older, newer = keep(5, days=9), keep(4, days=1)
    page.refresh()
    table = page.history.table
    table.view.setFocus()
    with qtbot.waitSignal(page.said) as said:
        press(page, Qt.Key.Key_Delete)
    assert said.args == ["Deleted: Floor touch, 4.0 cm"]
    assert [reading.id for reading in store.find.readings()] == [older]
    assert table.chosen is not None
    assert table.chosen.id == older
    live.do(store.undo.undo)
    assert [reading.id for reading in store.find.readings()] == [older, newer]
    assert table.model.rowCount() == 2


def test_what_could_not_be_saved_stays_in_the_form(
    page: ProgressPage, store: Store, live: Live, type_tries: Type, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def full(_reading: object) -> Changes:
        raise StoreError("The disk is full.")

    page.measure("floor-touch")
    type_tries("4", "5")
    with monkeypatch.context() as broken:
        broken.setattr(store.readings, "record", full)
        with qtbot.waitSignal(live.failed):
            press(page, Qt.Key.Key_Return, CTRL)
    assert page.is_measuring
    assert [trial.text for trial in page.form.fields.trials] == ["4", "5", ""]
    press(page, Qt.Key.Key_Return, CTRL)
    assert [reading.trials for reading in store.find.readings()] == [(4, 5)]


def test_tries_stay_with_the_test_they_were_typed_for(page: ProgressPage, type_tries: Type) -> None:
    page.measure()
    choose_test(page, "Pancake")
    type_tries("3", "2")
    choose_test(page, "Hand to knee")
    assert page.form.fields.texts == ["", "", "", ""]
    assert "middle of the three" in page.form.fields.summary.text()
    type_tries("7")
    choose_test(page, "Pancake")
    assert page.form.fields.texts == ["3", "2", "", ""]
    assert page.form.fields.summary.text() == "Your reading: 2.5 cm"
    choose_test(page, "Hand to knee")
    assert page.form.fields.texts == ["7", "", "", ""]


def test_tries_typed_for_another_test_are_asked_about_before_they_are_dropped(
    page: ProgressPage, store: Store, type_tries: Type
) -> None:
    page.measure()
    choose_test(page, "Pancake")
    type_tries("3")
    choose_test(page, "Floor touch")
    press(page, Qt.Key.Key_Escape)
    assert page.form.footer.question.isVisible()
    press(page, Qt.Key.Key_Escape)
    type_tries("4")
    press(page, Qt.Key.Key_Return, CTRL)
    assert [reading.trials for reading in store.find.readings("floor-touch")] == [(4.0,)]
    page.measure("pancake")
    assert page.form.fields.texts == ["3", "", "", ""]
    page.form.close_asked()
    page.form.footer.question.leave_button.click()
    page.measure("pancake")
    assert page.form.fields.texts == ["", "", "", ""]
