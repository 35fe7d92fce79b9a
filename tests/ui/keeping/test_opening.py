"""A store that can't be opened at the start: told in a dialog, nothing done by itself, everything kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.measurement import Reading
from app.store.backup import back_up
from app.store.database import prepare_folder
from app.store.errors import DamagedError, NewerError, StoreError, UnwritableError
from app.store.store import Store
from app.ui.keeping import opening
from app.ui.keeping.opening import open_store
from app.ui.keeping.start_dialog import Answer, StartDialog, Way
from tests.fakes import FakeClock

NOT_OURS = b"not a database at all " * 999
Press = Callable[[StartDialog], object]


@pytest.fixture
def closed(store: Store, clock: FakeClock) -> Path:
    """A store with a backup of its one reading, and another reading since."""
    store.readings.record(Reading("", "floor-touch", None, (4,), "cm", clock.now()))
    back_up(store.path, clock.now())
    store.readings.record(Reading("", "floor-touch", None, (5,), "cm", clock.now()))
    store.close()
    return store.path


@pytest.fixture
def open_by(qtbot: QtBot, closed: Path, clock: FakeClock) -> Callable[..., tuple[list[str], list[float]]]:
    """Open the store, pressing in each dialog that comes what is given; the dialogs' titles and the readings then."""

    def run(*presses: Press) -> tuple[list[str], list[float]]:
        titles, left = [], list(presses)

        def ask(path: Path, problem: StoreError, done: str) -> Answer:
            dialog = StartDialog(path, problem, done, clock.now().date())
            qtbot.addWidget(dialog)
            dialog.show()
            titles.append(dialog.windowTitle())
            left.pop(0)(dialog)
            dialog.close()
            return dialog.answer

        with pytest.raises(StoreError) as problem:
            Store.open(closed.parent, clock)
        opened = open_store(closed.parent, clock, ask, problem.value)
        values = [reading.value for reading in opened.find.readings()]
        opened.close()
        assert not left
        return titles, values

    return run


def aside(closed: Path) -> list[Path]:
    return sorted(closed.parent.glob("*.damaged"))


def test_a_damaged_store_is_restored_from_a_backup_and_kept(
    closed: Path, open_by: Callable[..., tuple[list[str], list[float]]]
) -> None:
    closed.write_bytes(NOT_OURS)
    titles, values = open_by(lambda dialog: dialog.do_button.click())
    assert (titles, values) == (["Your data can't be read"], [4])
    assert [file.read_bytes() for file in aside(closed)] == [NOT_OURS]


def test_starting_afresh_keeps_the_damaged_store(
    closed: Path, open_by: Callable[..., tuple[list[str], list[float]]]
) -> None:
    closed.write_bytes(b"")
    assert open_by(lambda dialog: dialog.anew_button.click())[1] == []
    assert [file.read_bytes() for file in aside(closed)] == [b""]


def test_leaving_changes_nothing(closed: Path, open_by: Callable[..., tuple[list[str], list[float]]]) -> None:
    closed.write_bytes(NOT_OURS)
    with pytest.raises(DamagedError):
        open_by(lambda dialog: dialog.leave_button.click())
    assert closed.read_bytes() == NOT_OURS
    assert aside(closed) == []


def test_a_backup_that_is_damaged_too_is_said_and_another_can_be_chosen(
    closed: Path,
    open_by: Callable[..., tuple[list[str], list[float]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed.write_bytes(NOT_OURS)
    (tmp_path / "wrong.db").write_bytes(NOT_OURS)
    monkeypatch.setattr("app.ui.keeping.start_dialog.ask_backup_file", lambda _parent: str(tmp_path / "wrong.db"))
    titles, values = open_by(lambda d: d.file_button.click(), lambda d: d.do_button.click())
    assert (len(titles), values) == (2, [4])
    assert len(aside(closed)) == 1


def test_without_backups_a_file_or_a_fresh_start_is_offered(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = StartDialog(tmp_path / "limber.db", DamagedError("It is damaged."), "", clock.now().date())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.do_button.isHidden()
    assert dialog.focusWidget() is dialog.leave_button
    monkeypatch.setattr("app.ui.keeping.start_dialog.ask_backup_file", lambda _parent: "")
    dialog.file_button.click()
    assert dialog.isVisible()
    dialog.close()
    assert dialog.answer == Answer(Way.LEAVE)


def test_a_newer_store_is_told_with_both_versions_and_can_only_be_left(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    problem = NewerError("Data version 9999; Limber 0.5.0 knows up to 0003.")
    dialog = StartDialog(tmp_path / "limber.db", problem, "", clock.now().date())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Your data is of a newer Limber"
    assert "9999" in dialog.accessibleDescription()
    dialog.leave_button.click()
    assert dialog.answer == Answer(Way.LEAVE)


def test_what_is_recorded_can_be_taken_from_a_folder_that_can_not_be_written(
    closed: Path, clock: FakeClock, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "ask_export_file", lambda _parent: str(tmp_path / "mine.json"))
    answers = [Answer(Way.SAVE_ELSEWHERE), Answer(Way.LEAVE)]
    told: list[str] = []

    def ask(_path: Path, _problem: StoreError, done: str) -> Answer:
        told.append(done)
        return answers[len(told) - 1]

    def refuse(folder: Path) -> Path:
        if folder == closed.parent:
            raise problem
        return prepare_folder(folder)

    problem = UnwritableError("It can't be written.")
    monkeypatch.setattr("app.store.store.prepare_folder", refuse)
    with pytest.raises(UnwritableError):
        open_store(closed.parent, clock, ask, problem)
    assert told == ["", f"Everything you recorded is in {tmp_path / 'mine.json'}."]
    assert "floor-touch" in (tmp_path / "mine.json").read_text(encoding="utf-8")
