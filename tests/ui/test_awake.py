"""When the screen is kept awake, with a stand-in for the process that does it. It writes down what it lives through."""

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from app.ui.awake import KeepAwake

HOLDER = """
import sys
with open(sys.argv[1], "a") as said:
    print("held", file=said, flush=True)
    sys.stdin.read()
    print("let go", file=said)
"""
REFUSED = "import sys; sys.exit('no screen saver here')"
STUCK = "import sys, time; print('stuck', file=open(sys.argv[1], 'a'), flush=True); time.sleep(600)"


class Screen:
    """A `KeepAwake` and what became of it."""

    def __init__(self, qtbot: QtBot, folder: Path, script: str = HOLDER, pause_ms: int = 60_000) -> None:
        self._qtbot, self._said = qtbot, folder / "said"
        self.awake = KeepAwake(None, [sys.executable, "-S", "-c", script, str(self._said)], pause_ms)

    def said(self) -> list[str]:
        return self._said.read_text().splitlines() if self._said.exists() else []

    def wait_for(self, *said: str) -> None:
        self._qtbot.waitUntil(lambda: self.said() == list(said), timeout=60_000)


def test_the_screen_is_held_while_playing_and_let_go_at_the_end(qtbot: QtBot, tmp_path: Path) -> None:
    screen = Screen(qtbot, tmp_path)
    screen.awake.playing()
    screen.awake.playing()
    screen.wait_for("held")
    screen.awake.release()
    screen.awake.release()
    assert not screen.awake.is_holding
    screen.wait_for("held", "let go")
    screen.awake.close()


def test_a_short_pause_keeps_it(qtbot: QtBot, tmp_path: Path) -> None:
    screen = Screen(qtbot, tmp_path)
    screen.awake.playing()
    screen.wait_for("held")
    screen.awake.paused()
    screen.awake.playing()
    assert screen.awake.is_holding
    screen.awake.close()
    assert screen.said() == ["held", "let go"]


def test_a_long_pause_lets_go_and_playing_on_holds_again(qtbot: QtBot, tmp_path: Path) -> None:
    screen = Screen(qtbot, tmp_path, pause_ms=1)
    screen.awake.playing()
    screen.wait_for("held")
    screen.awake.paused()
    screen.wait_for("held", "let go")
    screen.awake.playing()
    screen.wait_for("held", "let go", "held")
    screen.awake.close()
    assert screen.said() == ["held", "let go", "held", "let go"]


def test_pausing_what_never_played_holds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    screen = Screen(qtbot, tmp_path, pause_ms=1)
    screen.awake.paused()
    assert not screen.awake.is_holding
    screen.awake.close()


@pytest.mark.parametrize("command", [[sys.executable, "-S", "-c", REFUSED], ["/nowhere/limber"]])
def test_where_it_cannot_be_had_the_log_says_so_once(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, command: list[str]
) -> None:
    caplog.set_level(logging.INFO, "limber.awake")
    awake = KeepAwake(None, command)
    for _turn in range(2):
        awake.playing()
        qtbot.waitUntil(lambda: not awake.is_holding, timeout=60_000)
    awake.close()
    assert [record.levelno for record in caplog.records if record.name == "limber.awake"] == [logging.INFO]
    assert "no screen saver here" in caplog.text or "/nowhere" in command[0]


def test_a_process_that_is_stuck_is_ended_at_close(qtbot: QtBot, tmp_path: Path) -> None:
    screen = Screen(qtbot, tmp_path, STUCK)
    screen.awake.playing()
    screen.wait_for("stuck")
    screen.awake.close()
    still = [
        holder
        for holder in screen.awake.findChildren(QProcess)
        if holder.state() is not QProcess.ProcessState.NotRunning
    ]
    assert still == []
    assert screen.said() == ["stuck"]
