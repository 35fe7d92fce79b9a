"""The screen is kept awake on a real bus of its own, with a small desktop on it that says what it is asked."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.awake import KeepAwake
from tests.end_to_end.conftest import ROOT
from tests.end_to_end.display import DEADLINE_S

PLAYING = """
from PySide6.QtCore import QCoreApplication
from app.ui.awake import KeepAwake
application = QCoreApplication([])
awake = KeepAwake()
awake.playing()
application.exec()
"""


class Desktop:
    """The mock and the bus it is on."""

    def __init__(self, kind: str) -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.end_to_end.screen_saver", kind], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert self.next() == "ready"

    def next(self) -> str:
        """What happened next, waited for; pytest's time limit ends it."""
        assert self._program.stdout is not None
        return self._program.stdout.readline().strip()

    def end(self) -> None:
        self._program.kill()
        self._program.communicate(timeout=DEADLINE_S)


@pytest.fixture(params=["saver", "portal"])
def desktop(bus: None, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    made = Desktop(request.param)
    yield made
    made.end()


def test_the_desktop_is_asked_and_told_when_it_is_over(desktop: Desktop, qtbot: QtBot) -> None:
    awake = KeepAwake(pause_ms=1)
    awake.playing()
    assert desktop.next() == "Inhibit"
    awake.paused()
    qtbot.waitUntil(lambda: not awake.is_holding)
    assert desktop.next() in {"UnInhibit 1", "Close 1"}
    assert desktop.next() == "gone"
    awake.playing()
    assert desktop.next() == "Inhibit"
    awake.close()
    assert desktop.next() in {"UnInhibit 1", "Close 1"}
    assert desktop.next() == "gone"


def test_a_program_that_is_killed_holds_nothing(desktop: Desktop) -> None:
    program = subprocess.Popen([sys.executable, "-c", PLAYING], cwd=ROOT)
    assert desktop.next() == "Inhibit"
    program.kill()
    program.wait(DEADLINE_S)
    assert desktop.next() in {"UnInhibit 1", "Close 1"}
    assert desktop.next() == "gone"


def test_without_anybody_to_ask_the_session_goes_on(bus: None, qtbot: QtBot) -> None:
    awake = KeepAwake()
    awake.playing()
    qtbot.waitUntil(lambda: not awake.is_holding, timeout=DEADLINE_S * 1000)
    awake.close()
