"""One window per store."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.bootstrap import tell_refused
from app.domain.errors import Refused
from app.ui.single_instance import SingleInstance
from app.ui.window_lock import is_taken, window_lock


@contextmanager
def second_start(folder: Path, file: str = "") -> Iterator[list[bool]]:
    """Another start beside the window's: what its claim comes to, at the end."""
    claimed: list[bool] = []
    start = Thread(target=lambda: claimed.append(SingleInstance(folder).claim(file)))
    start.start()
    yield claimed
    start.join()


def test_a_second_start_raises_the_first_window_and_leaves(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with second_start(tmp_path) as claimed, qtbot.waitSignal(first.raised, timeout=20_000) as raised:
        pass
    assert raised.args == [""]
    assert claimed == [False]
    first.release()


def test_the_file_of_a_second_start_is_handed_to_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    file = "/somewhere/Abendrunde für Ö.limber"
    with second_start(tmp_path, file), qtbot.waitSignal(first.raised, timeout=20_000) as raised:
        pass
    assert raised.args == [file]
    assert not list(tmp_path.glob("window.call*"))
    first.release()


def test_a_call_that_was_never_answered_opens_nothing_later(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "window.call").write_text("/somewhere/old.limber")
    first = SingleInstance(tmp_path)
    with qtbot.assertNotEmitted(first.raised):
        assert first.claim()
        (tmp_path / "another").touch()
    first.release()


def test_once_the_first_is_closed_another_may_open(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.release()
    assert second.claim()
    second.release()


def test_two_stores_have_a_window_each(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_a_lock_that_nobody_answers_for_is_named(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "window.lock").write_text("99999\nlimber\nanother-host\n")
    monkeypatch.setattr("app.ui.single_instance._PATIENCE_S", 0.0)
    with pytest.raises(Refused, match=r"process 99999 on another-host.*window\.lock"):
        SingleInstance(tmp_path).claim()


def test_a_killed_window_keeps_nobody_out_who_has_its_process_number_now(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    left = (tmp_path / "window.lock").read_bytes()
    first.release()
    (tmp_path / "window.lock").write_bytes(left)
    assert second.claim()
    second.release()


def test_the_lock_of_a_window_that_lives_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    before = (tmp_path / "window.lock").stat().st_ino
    assert is_taken(window_lock(tmp_path))
    assert (tmp_path / "window.lock").stat().st_ino == before
    first.release()


def test_who_started_it_from_a_menu_reads_why_it_does_not_open(qtbot: QtBot) -> None:
    read: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        read.append(box.text())
        box.accept()

    QTimer.singleShot(0, look)
    tell_refused(Refused("Limber seems to be open already."))
    assert read == ["Limber seems to be open already."]
