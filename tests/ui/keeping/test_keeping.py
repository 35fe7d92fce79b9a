"""Backups in the window: made, chosen, restored and gone back from; checking; a word where something is not right."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.measurement import Reading
from app.store.backup import back_up, backups_of, folder_of
from app.store.changes import Changes
from app.store.errors import UnwritableError
from app.store.store import Store
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.figures import Figures
from app.ui.keeping import restore_dialog
from app.ui.keeping.backup_table import BackupsModel
from app.ui.keeping.check_dialog import CheckDialog
from app.ui.keeping.close_dialog import CloseDialog
from app.ui.keeping.restore_dialog import RestoreDialog
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.quiet import LetSleep, Silence
from app.ui.widgets.asking import Asking
from tests.fakes import FakeClock


@pytest.fixture
def window(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock
) -> Iterator[MainWindow]:
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.session.put_to_rest()


def record(store: Store, clock: FakeClock, value: float) -> None:
    store.readings.record(Reading("", "floor-touch", None, (value,), "cm", clock.now(), aid="floor"))


def values(store: Store) -> list[float]:
    return sorted(reading.value for reading in store.find.readings())


def choose(window: MainWindow, text: str) -> None:
    """Choose an entry of the menu's part for the data."""
    data = next(action.menu() for action in window.build_menu().actions() if action.text() == "Your data")
    next(action for action in data.actions() if action.text() == text).trigger()  # type: ignore[attr-defined]


def shown(window: MainWindow, kind: type[Asking]) -> Asking:
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert isinstance(dialog, kind)
    for made in dialog.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.minimumSizeHint().width(), made.text()
    return dialog


def test_a_backup_is_made_from_the_menu(window: MainWindow, store: Store, clock: FakeClock) -> None:
    record(store, clock, 4)
    choose(window, "Back up now")
    (backup,) = backups_of(store.path)
    assert backup.path.name in window.toast.text


def test_a_backup_is_restored_after_a_question_and_gone_back_from(
    window: MainWindow, qtbot: QtBot, store: Store, live: Live, clock: FakeClock
) -> None:
    record(store, clock, 4)
    back_up(store.path, clock.now())
    record(store, clock, 5)
    choose(window, "Restore…")
    dialog = shown(window, RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert "0 sessions, 1 reading" in dialog.question.text.text()
    assert values(store) == [4, 5]
    assert dialog.focusWidget() is dialog.question.no_button
    with qtbot.waitSignal(live.changed):
        dialog.question.yes_button.click()
    assert values(store) == [4]
    assert "4.0 cm to go" in window.session.today.lock_card.text
    window.toast.action_button.click()
    assert values(store) == [4, 5]
    record(store, clock, 6)  # the store is open again, and notices others as before
    other = Store.open(store.path.parent, clock)
    record(other, clock, 3)
    other.close()
    qtbot.waitUntil(lambda: "3.0 cm to go" in window.session.today.lock_card.text, timeout=20_000)


def test_thinking_better_of_it_restores_nothing(
    window: MainWindow, qtbot: QtBot, store: Store, clock: FakeClock
) -> None:
    record(store, clock, 4)
    back_up(store.path, clock.now())
    record(store, clock, 5)
    window.keeping.choose_backup()
    dialog = shown(window, RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    dialog.do_button.click()
    dialog.question.no_button.click()
    assert dialog.do_button.isVisible()
    dialog.do_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert values(store) == [4, 5]
    assert len(backups_of(store.path)) == 1


def test_a_backup_from_elsewhere_is_restored_and_a_wrong_file_is_said(
    window: MainWindow, store: Store, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(store, clock, 4)
    elsewhere_ = back_up(store.path, clock.now()).rename(tmp_path / "mine.db")
    record(store, clock, 5)
    (tmp_path / "wrong.db").write_bytes(b"no" * 999)
    for name, left in (("wrong.db", [4, 5]), (elsewhere_.name, [4])):
        monkeypatch.setattr(restore_dialog, "ask_backup_file", lambda _parent, name=name: str(tmp_path / name))
        window.keeping.choose_backup()
        dialog = shown(window, RestoreDialog)
        assert isinstance(dialog, RestoreDialog)
        dialog.file_button.click()
        dialog.question.yes_button.click()
        assert values(store) == left
        assert ("damaged or not Limber's" in window.toast.text) == (name == "wrong.db")


def test_the_list_tells_when_what_how_large_and_why(
    window: MainWindow, store: Store, clock: FakeClock, qtbot: QtBot
) -> None:
    back_up(store.path, clock.now() - timedelta(days=400), "before-version-0003")
    record(store, clock, 4)
    back_up(store.path, clock.now() - timedelta(hours=1))
    back_up(store.path, clock.now(), "before-restore").write_bytes(b"damaged since" * 99)
    model = BackupsModel(backups_of(store.path), clock.now().date())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert rows[0] == ["2 March, 07:30", "can't be read: it is damaged", "1 kB", "before restoring"]
    assert rows[1][:2] == ["2 March, 06:30", "0 sessions, 1 reading"]
    assert rows[2][0] == "26 January 2025, 07:30"
    assert [row[3] for row in rows[1:]] == ["backup", "before an update"]


def test_checking_says_that_all_is_whole_or_what_is_not(
    window: MainWindow, qtbot: QtBot, store: Store, clock: FakeClock
) -> None:
    record(store, clock, 4)
    choose(window, "Check my data")
    dialog = shown(window, CheckDialog)
    assert dialog.windowTitle() == "Your data is whole"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    record(store, clock, 5)
    store._database.connection.exec_driver_sql("UPDATE trials SET value = 900 WHERE value = 5")
    choose(window, "Check my data")
    dialog = shown(window, CheckDialog)
    assert isinstance(dialog, CheckDialog)
    assert dialog.windowTitle() == "1 thing is not as it should be"
    assert "900.0 cm can't be a reading of “Floor touch”" in dialog.told.toPlainText()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == dialog.told.toPlainText()
    dialog.reject()


def test_another_version_left_by_a_synced_folder_is_said_at_the_start_and_named(
    window: MainWindow, store: Store, catalogue: Catalogue
) -> None:
    other = store.path.with_name("limber (Anna's conflicted copy 2026-03-02).db")
    other.write_bytes(b"")
    window.keeping.look_beside(catalogue)
    assert "another version" in window.toast.text
    window.toast.action_button.click()
    dialog = shown(window, CheckDialog)
    assert isinstance(dialog, CheckDialog)
    assert other.name in dialog.told.toPlainText()
    dialog.reject()


def test_closing_makes_a_backup_where_something_changed(window: MainWindow, store: Store, clock: FakeClock) -> None:
    record(store, clock, 4)
    assert window.close()
    assert len(backups_of(store.path)) == 1


def test_where_no_backup_can_be_made_closing_asks_first(
    window: MainWindow, store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported: list[bool] = []
    record(store, clock, 4)
    folder_of(store.path).write_text("in the way")
    monkeypatch.setattr(window.keeping, "export", lambda: exported.append(True))
    assert not window.close()
    dialog = shown(window, CloseDialog)
    assert isinstance(dialog, CloseDialog)
    dialog.export_button.click()
    assert exported
    assert window.isVisible()
    assert not window.close()
    QApplication.processEvents()
    dialog = shown(window, CloseDialog)
    assert isinstance(dialog, CloseDialog)
    dialog.do_button.click()
    assert not window.isVisible()


def test_a_full_disk_offers_an_export_elsewhere(
    window: MainWindow, live: Live, store: Store, clock: FakeClock, qtbot: QtBot
) -> None:
    def full() -> Changes:
        raise UnwritableError("Your data can't be written: the disk is full.")

    record(store, clock, 4)
    live.do(full)
    assert "the disk is full" in window.toast.text
    window.toast.action_button.click()
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert isinstance(dialog, ExportDialog)
    dialog.reject()
