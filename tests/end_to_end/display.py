"""A screen that nobody sees, with somebody who presses keys on it: Xvfb and xdotool, no window manager.

Everything has a deadline, so that a program that hangs fails a test instead of stopping it.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

DEADLINE_S = 30
_POLL_S = 0.05
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not QGuiApplication.primaryScreen().grabWindow(0).save(sys.argv[1], "PNG"))
"""


class Display:
    """`with Display() as display:` starts a screen of `width` × `height` pixels on a number nobody uses."""

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        self._size = f"{width}x{height}x24"
        self._server: subprocess.Popen[bytes]
        self.name = ""

    def __enter__(self) -> "Display":
        """The server chooses a free number itself and says which once it is ready."""
        reading, writing = os.pipe()
        try:
            self._server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
                pass_fds=[writing],
                stderr=subprocess.DEVNULL,
            )
        finally:
            os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb ended with {self._server.wait(DEADLINE_S)} before there was a display")
        self.name = f":{number}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(DEADLINE_S)

    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to appear on this screen."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def wait_for_window(self, title: str) -> str:
        """The id of the visible window whose title matches, with the keyboard given to it."""
        deadline = time.monotonic() + DEADLINE_S
        while time.monotonic() < deadline:
            found = self._run("xdotool", "search", "--onlyvisible", "--name", title)
            if found.stdout.strip():
                window = found.stdout.split()[-1]
                self._must("xdotool", "windowfocus", "--sync", window)
                return window
            time.sleep(_POLL_S)
        raise AssertionError(f"no window “{title}” within {DEADLINE_S} s")

    def press(self, *keys: str, delay_ms: int = 60) -> None:
        """Keys by their X names, one after another: `press("ctrl+1", "Return", "space")`."""
        self._must("xdotool", "key", "--clearmodifiers", "--delay", str(delay_ms), *keys)

    def write(self, text: str) -> None:
        self._must("xdotool", "type", "--clearmodifiers", "--delay", "40", "--", text)

    def capture(self, path: Path) -> None:
        """The whole screen as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._must(sys.executable, "-c", _GRAB, str(path))

    def _run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, timeout=DEADLINE_S, check=False
        )

    def _must(self, *command: str) -> None:
        done = self._run(*command)
        assert done.returncode == 0, f"{command[0]} {command[1]}: {done.stderr}"
