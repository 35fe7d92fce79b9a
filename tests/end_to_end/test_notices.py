"""A reminder on a Linux desktop carries its answers, and where nobody shows it that is known."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.reminding.notices import Notices

ANSWERS = {"default": "Open Limber", "later": "Remind me in an hour"}
SHOWN_MS = 1_000

Desktop = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def desktop(bus: None) -> Iterator[Desktop]:
    """`desktop("later")` shows notices and answers each with “later”."""
    running: list[subprocess.Popen[str]] = []

    def start(answer: str) -> "subprocess.Popen[str]":
        program = [sys.executable, "-m", "tests.end_to_end.notices_desktop", answer]
        made = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
        running.append(made)
        assert made.stdout is not None
        assert made.stdout.readline() == "ready\n"
        return made

    yield start
    for each in running:
        each.terminate()
        each.communicate(timeout=30)


@pytest.mark.parametrize("answer", ["default", "later"])
def test_the_answer_comes_back(qtbot: QtBot, desktop: Desktop, answer: str) -> None:
    shown = desktop(answer)
    notices = Notices()
    with qtbot.waitSignal(notices.answered, timeout=30_000) as answered:
        notices.say("Time for your back", "Your routine is ready.", ANSWERS, SHOWN_MS)
    assert answered.args == [answer]
    assert shown.stdout is not None
    assert shown.stdout.readline() == "Time for your back | default later\n"
    notices.close()


@pytest.mark.parametrize("address", [None, "tcp:host=nowhere", "unix:path=/nowhere/bus"])
def test_without_a_bus_it_says_so(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with pytest.raises(OSError, match=r"ADDRESS|not supported|No such file"):
        Notices()


def test_where_nobody_shows_it_that_is_told(qtbot: QtBot, bus: None) -> None:
    notices = Notices()
    with qtbot.waitSignal(notices.unheard, timeout=30_000):
        notices.say("Time for your back", "Your routine is ready.", ANSWERS, SHOWN_MS)
    notices.close()


def test_where_the_desktop_refuses_that_is_told(qtbot: QtBot, desktop: Desktop) -> None:
    desktop("refuse")
    notices = Notices()
    with qtbot.waitSignal(notices.unheard, timeout=30_000):
        notices.say("Time for your back", "Your routine is ready.", ANSWERS, SHOWN_MS)
    notices.close()
