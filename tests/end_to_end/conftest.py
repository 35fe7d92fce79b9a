"""The real program on a screen of its own."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end_to_end.display import DEADLINE_S, Display
from tests.end_to_end.screen_reader import NEEDS, PYTHON, ScreenReader

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "end_to_end"

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def display() -> Iterator[Display]:
    """A fresh screen for one test."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        pytest.fail(f"{' and '.join(missing)} missing: `make test` sets up what the tests need")
    with Display() as screen:
        yield screen


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A session's bus that nobody else is on, and what it starts keeps to itself too."""
    if shutil.which("dbus-daemon") is None:
        pytest.fail("dbus-daemon missing: `make test` sets up what the tests need")
    with tempfile.TemporaryDirectory() as runtime:  # short: sockets are made in it
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        monkeypatch.setenv("GSETTINGS_BACKEND", "memory")
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
        )
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield
        daemon.terminate()
        daemon.communicate(timeout=DEADLINE_S)


@pytest.fixture
def reader(bus: None, display: Display, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenReader]:
    """Somebody who reads the screen aloud; what is started on it after this lets itself be read."""
    if subprocess.run([PYTHON, "-c", NEEDS], check=False).returncode:
        pytest.fail("AT-SPI for Python is missing: `make test` sets up what the tests need")
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    made = ScreenReader(display)
    yield made
    made.end()


@pytest.fixture
def start(display: Display, request: pytest.FixtureRequest) -> Iterator[Start]:
    """`start("--profile", "Ann", LIMBER_CLOCK_SPEED="60")` opens Limber on the screen.

    What the screen shows at the end of the test is kept in `build/end_to_end/`; then whatever still runs is ended.
    """
    running: list[subprocess.Popen[str]] = []

    def start_limber(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
        program = subprocess.Popen(
            [sys.executable, "-m", "app", *arguments],
            cwd=ROOT,
            env=display.environment() | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(program)
        return program

    yield start_limber
    display.capture(PICTURES / f"{request.node.name}.png")
    for program in running:
        program.kill()
        program.communicate(timeout=DEADLINE_S)


@pytest.fixture
def limber(own_data_folder: Path) -> Callable[..., str]:
    """`limber("readings", "--json")` runs the command line on the test's data folder and gives back what it prints."""

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "app", *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=DEADLINE_S, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
