"""The training page: what it shows of the sessions, and everything one can do on it, by pointer and by keyboard."""

import csv
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.training.sessions import Session
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.training.canvas import TrainingCanvas
from app.ui.progress.training.card import TrainingCard
from app.ui.progress.training.page import ALL, TrainingPage
from app.ui.progress.training.rows_view import RowsModel
from app.ui.progress.training.session_editor import SessionEditor
from app.ui.progress.training.session_elsewhere import FREE, SessionElsewhere
from tests.fakes import FakeClock
from tests.samples import a_session

THREE = ("segmental-cat-cow", "chair-twist", "side-bend")


@pytest.fixture
def page(qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock) -> TrainingPage:
    made = TrainingPage(live, catalogue, look, clock)
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


@pytest.fixture
def trained(store: Store, clock: FakeClock) -> list[str]:
    """Sessions 1, 2 and 3 days and 400 days ago; their ids."""
    return [
        store.sessions.log(replace(_session(clock, days), id="")).ids[0] for days in (400, 7, 5, 3)
    ]  # fmt: skip


def _session(clock: FakeClock, days: int) -> Session:
    session = a_session(clock.now() - timedelta(days=days), THREE)
    return replace(session, sets=tuple(replace(done, load_kg=2.0, discomfort=1) for done in session.sets))


def canvas_of(card: TrainingCard, qtbot: QtBot) -> TrainingCanvas:
    qtbot.waitUntil(lambda: card.canvas is not None)
    assert card.canvas is not None
    card.canvas.draw()
    return card.canvas


def test_importing_the_page_does_not_import_matplotlib() -> None:
    program = "import sys, app.ui.progress.training.page; print(sorted({'matplotlib', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_before_the_first_session_it_says_what_will_come_and_offers_one_thing(page: TrainingPage) -> None:
    page.show()
    assert page.first_button.isVisible()
    assert not page.cards.calendar.isVisible()
    assert not page.head.log_button.isVisible()


def test_it_says_how_many_weeks_were_on_target(page: TrainingPage, trained: list[str]) -> None:
    page.show()
    assert page.head.sentence.text() == "1 of 9 weeks on target this year."
    page.live.store.settings.set("plan.weekly_target", 7)
    page.refresh()
    assert page.head.sentence.text() == "0 of 9 weeks on target this year."


def test_only_charts_that_are_in_sight_are_drawn(page: TrainingPage, trained: list[str], qtbot: QtBot) -> None:
    page.show()
    canvas_of(page.cards.calendar, qtbot)
    assert page.cards.discomfort.canvas is None
    page._column.ensureWidgetVisible(page.cards.discomfort)
    canvas_of(page.cards.discomfort, qtbot)


def test_every_chart_can_be_read_as_a_table(page: TrainingPage, trained: list[str]) -> None:
    page.show()
    for card in page.cards.all:
        card.ways.buttons["table"].click()
        assert card.model.rowCount() > 0 or card is page.cards.dose, card.table.accessibleName()
        assert card.table.accessibleName()


def test_the_models_keep_the_rules_of_item_models(page: TrainingPage, trained: list[str]) -> None:
    QAbstractItemModelTester(page.sessions.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model: RowsModel = page.cards.weeks.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show()
    page.cards.weeks.ways.buttons["table"].click()
    page.show_year(2025)


def test_another_year_shows_its_days_and_sessions(page: TrainingPage, trained: list[str]) -> None:
    page.show()
    assert page.sessions.model.rowCount() == 3
    assert not page.head.later.isEnabled()
    page.head.earlier.click()
    assert page.head.year.text() == "2025"
    assert page.sessions.model.rowCount() == 1
    assert not page.head.earlier.isEnabled()


def test_all_time_holds_more_than_the_year(page: TrainingPage, trained: list[str]) -> None:
    page.show()
    page.cards.load.ways.buttons["table"].click()
    assert page.cards.load.model.rowCount() == 3
    page.spans.buttons[ALL].click()
    qt_model = page.cards.load.model
    page.cards.load._show()
    assert qt_model.rowCount() == 4


def test_arrows_go_through_the_days_and_enter_chooses_the_week(
    page: TrainingPage, trained: list[str], qtbot: QtBot
) -> None:
    page.show()
    canvas = canvas_of(page.cards.calendar, qtbot)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.hint.text().startswith("2 March")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.hint.text().startswith("23 February")
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.hint.text().startswith("24 February")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert page.week.monday == date(2026, 2, 23)


def test_a_week_away_is_left_out_of_the_count(page: TrainingPage, trained: list[str], store: Store) -> None:
    page.show()
    page.week.choose(date(2026, 2, 18))
    page.week.switch.setFocus()
    QTest.keyClick(page.week.switch, Qt.Key.Key_Space)
    assert store.find.weeks_away() == {date(2026, 2, 16)}
    assert page.head.sentence.text() == "1 of 8 weeks on target this year."
    page.week.switch.click()
    assert store.find.weeks_away() == set()


def test_a_session_is_deleted_by_key_and_comes_back_with_undo(
    page: TrainingPage, trained: list[str], store: Store, qtbot: QtBot
) -> None:
    page.show()
    page.activateWindow()
    page.sessions.view.setFocus()
    qtbot.waitUntil(page.sessions.view.hasFocus)
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(page.sessions.view, Qt.Key.Key_Delete)
    assert said.args is not None
    assert said.args[0].startswith("Deleted: Whole-back, ")
    assert page.sessions.model.rowCount() == 2
    page.live.do(store.undo.undo)
    assert page.sessions.model.rowCount() == 3


def test_the_sessions_are_sorted_without_the_pointer(page: TrainingPage, trained: list[str]) -> None:
    page.show()
    menu, view = page.sessions.sort_button.menu(), page.sessions.view
    assert isinstance(menu, QMenu)
    assert page.sessions.sort_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    first = view.model().index(0, 0).data()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Ascending").trigger()
    assert view.model().index(view.model().rowCount() - 1, 0).data() == first


def open_editor(page: TrainingPage) -> SessionEditor:
    page.sessions.open_button.click()
    (dialog,) = page.findChildren(SessionEditor)
    return dialog


def test_a_session_can_be_corrected(page: TrainingPage, trained: list[str], store: Store) -> None:
    page.show()
    editor = open_editor(page)
    editor.amounts[0].setText("8")
    editor.loads[2].setText("2,5")
    editor.discomforts[1].setCurrentIndex(0)
    editor.note.setPlainText("With a friend")
    editor.do_button.click()
    session = store.find.session(trained[-1])
    assert session is not None
    assert (session.sets[0].reps, session.sets[2].load_kg, session.sets[1].discomfort) == (8, 2.5, None)
    assert session.note == "With a friend"


@pytest.mark.parametrize("typed", ["many", "", "1.5", "99999"])
def test_what_can_not_be_is_refused_in_a_sentence_and_nothing_is_kept(
    page: TrainingPage, trained: list[str], store: Store, typed: str
) -> None:
    page.show()
    editor = open_editor(page)
    editor.amounts[0].setText(typed)
    editor.do_button.click()
    assert editor.isVisible()
    assert not editor.problem.isHidden()
    session = store.find.session(trained[-1])
    assert session is not None
    assert session.sets[0].reps == 5
    editor.reject()


def open_elsewhere(page: TrainingPage, asked: QPushButton) -> SessionElsewhere:
    asked.click()
    (dialog,) = page.findChildren(SessionElsewhere)
    return dialog


def test_a_routine_done_elsewhere_is_logged_as_planned(page: TrainingPage, store: Store) -> None:
    page.show()
    dialog = open_elsewhere(page, page.first_button)
    dialog.routine.setCurrentIndex(dialog.routine.findData("starter"))
    assert dialog.minutes.placeholderText().startswith("about ")
    dialog.minutes.setText("20")
    dialog.note.setText("In the park")
    dialog.do_button.click()
    (session,) = store.find.sessions()
    assert (session.routine_id, session.note) == ("starter", "In the park")
    assert session.finished_at == session.started_at + timedelta(minutes=20)
    assert page.sessions.model.rowCount() == 1
    assert page.cards.calendar.isVisible()


def test_exercises_of_ones_choice_can_be_logged(page: TrainingPage, store: Store) -> None:
    page.show()
    dialog = open_elsewhere(page, page.first_button)
    dialog.routine.setCurrentIndex(dialog.routine.findData(FREE))
    dialog.do_button.click()
    assert dialog.problem.text() == "Choose at least one exercise."
    dialog.exercises["chair-twist"].click()
    dialog.do_button.click()
    (session,) = store.find.sessions()
    assert session.routine_id == "elsewhere"
    assert [(done.exercise_id, done.side) for done in session.sets] == [
        ("chair-twist", "left"),
        ("chair-twist", "right"),
    ]


@pytest.mark.parametrize("minutes", ["ten", "0", "-5", "2000"])
def test_minutes_that_can_not_be_are_refused(page: TrainingPage, store: Store, minutes: str) -> None:
    page.show()
    dialog = open_elsewhere(page, page.first_button)
    dialog.minutes.setText(minutes)
    dialog.do_button.click()
    assert "can't be kept as minutes" in dialog.problem.text()
    assert store.find.sessions() == []
    dialog.reject()


def test_a_session_is_logged_by_keyboard(page: TrainingPage, store: Store) -> None:
    page.show()
    dialog = open_elsewhere(page, page.first_button)
    dialog.minutes.setFocus()
    QTest.keyClicks(dialog.minutes, "12")
    QTest.keyClick(dialog.minutes, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.note
    QTest.keyClicks(dialog.note, "in the park")
    QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.do_button
    QTest.keyClick(dialog.do_button, Qt.Key.Key_Return)
    (session,) = store.find.sessions()
    assert session.note == "in the park"


def test_a_session_that_has_not_ended_yet_is_refused(page: TrainingPage, store: Store) -> None:
    page.show()
    dialog = open_elsewhere(page, page.first_button)
    dialog.minutes.setText("90")
    dialog.do_button.click()
    assert "in the future" in dialog.problem.text()
    assert store.find.sessions() == []
    dialog.reject()


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_chart_is_saved_as_a_picture(
    page: TrainingPage, trained: list[str], tmp_path: Path, kind: str, qtbot: QtBot
) -> None:
    page.show()
    file = tmp_path / f"weeks.{kind}"
    page.cards.weeks.save_to(file)
    assert file.stat().st_size > 1000
    assert page.cards.weeks.told.text() == f"Saved as {file}."
    page.cards.weeks.save_to(tmp_path / "no folder" / "weeks.png")
    assert "can't be written" in page.cards.weeks.told.text()


def test_the_rows_of_a_chart_are_saved_as_csv(page: TrainingPage, trained: list[str], tmp_path: Path) -> None:
    page.show()
    card, file = page.cards.weeks, tmp_path / "weeks.csv"
    card.save_to(file)
    card.ways.buttons["table"].click()
    written = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    shown = [[card.model.index(row, column).data() for column in range(card.model.columnCount())]
             for row in range(card.model.rowCount())]  # fmt: skip
    assert len(shown) > 0
    assert written[1:] == shown


def test_charts_follow_the_theme(page: TrainingPage, trained: list[str], look: Look, qtbot: QtBot) -> None:
    page.show()
    canvas = canvas_of(page.cards.calendar, qtbot)
    before = canvas.figure.get_facecolor()
    look.choose("dark")
    qtbot.waitUntil(lambda: canvas.figure.get_facecolor() != before)
