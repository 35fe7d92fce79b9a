"""One window per store."""

from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.ui.single_instance import SingleInstance
from app.ui.window_call import WindowCall, call_window


def listening(qtbot: QtBot, instance: SingleInstance) -> SingleInstance:
    """One that has the window, some moments later."""
    assert instance.claim()
    qtbot.waitUntil(lambda: instance.findChild(WindowCall) is not None)
    return instance


def test_a_second_start_raises_the_first_window_and_leaves(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = listening(qtbot, SingleInstance(tmp_path)), SingleInstance(tmp_path)
    with qtbot.waitSignal(first.raised, timeout=5000):
        assert not second.claim()
    first.release()


def test_the_file_of_a_second_start_is_handed_to_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = listening(qtbot, SingleInstance(tmp_path)), SingleInstance(tmp_path)
    with qtbot.waitSignal(first.raised, timeout=5000) as raised:
        assert not second.claim("/somewhere/Abendrunde für Ö.limber")
    assert raised.args == ["/somewhere/Abendrunde für Ö.limber"]
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


def test_a_second_start_waits_for_a_window_that_is_just_opening(qtbot: QtBot, tmp_path: Path) -> None:
    answers: list[bool] = []
    caller = Thread(target=lambda: answers.append(call_window(tmp_path, "called", patience_ms=20_000)))
    caller.start()
    opening = SingleInstance(tmp_path)
    calls: list[str] = []
    opening.raised.connect(calls.append)
    assert opening.claim()
    qtbot.waitUntil(lambda: calls == ["called"], timeout=20_000)
    caller.join()
    assert answers == [True]
    opening.release()


def test_a_lock_that_nobody_answers_for_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "window.lock").write_text("99999\nlimber\nanother-host\n")
    with pytest.raises(Refused, match=r"process 99999 on another-host.*window\.lock"):
        SingleInstance(tmp_path).claim()
