"""A loudspeaker that nobody hears and everything can be measured on: PulseAudio with a null sink, recorded.

It lives in a folder of its own: no session bus, no running server and no setting of the person is touched. Speech
Dispatcher is started by its own library inside the same folder. Everything has a deadline.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

import numpy as np
from numpy.typing import NDArray

DEADLINE_S = 30
LEAVE_S = 3
RATE_HZ = 22_050
TOOLS = ("pulseaudio", "pactl", "parec", "speech-dispatcher")

Sound = NDArray[np.float64]


class SoundServer:
    """`with SoundServer(folder) as server:`; what is played inside is what `recorded` gives afterwards."""

    def __init__(self, folder: Path) -> None:
        missing = [tool for tool in TOOLS if shutil.which(tool) is None]
        if missing:
            raise RuntimeError(f"{' and '.join(missing)} missing: `make test` sets up what the tests need")
        self._folder = folder
        self._recording = folder / "recording.raw"
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "SoundServer":
        self._folder.chmod(0o700)
        (self._folder / "client.conf").write_text("autospawn = no\n")
        try:
            self._start(
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--log-target=file:/dev/null"),
                *("-L", "module-null-sink sink_name=limber", "-L", "module-native-protocol-unix"),
            )
            self._wait_for(self._answers, "PulseAudio")
            format_of_it = ("--format=s16le", f"--rate={RATE_HZ}", "--channels=1", "--latency-msec=20")
            with self._recording.open("wb") as file:
                self._start("parec", "-d", "limber.monitor", *format_of_it, stdout=file)
            self._wait_for(lambda: self._recording.stat().st_size > 0, "the recording")
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to play here."""
        own = str(self._folder)
        homes = dict.fromkeys(("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"), own)
        environment = {**os.environ, **homes, "PULSE_CLIENTCONFIG": str(self._folder / "client.conf")}
        for name in ("SPEECHD_ADDRESS", "PULSE_SERVER", "PULSE_COOKIE", "DBUS_SESSION_BUS_ADDRESS"):
            environment.pop(name, None)
        return environment

    def recorded(self) -> Sound:
        """Everything played so far, −1 to 1."""
        raw = self._recording.read_bytes()
        return np.frombuffer(raw[: len(raw) // 2 * 2], dtype="<i2") / 32768

    def speech_process(self) -> int | None:
        """The id of the Speech Dispatcher that was started here, if one was."""
        with contextlib.suppress(OSError, ValueError):
            return int((self._folder / "speech-dispatcher" / "pid" / "speech-dispatcher.pid").read_text())
        return None

    def _start(self, *command: str, stdout: int | IO[bytes] = subprocess.DEVNULL) -> None:
        process = subprocess.Popen(
            command,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)

    def _answers(self) -> bool:
        asked = subprocess.run(
            ["pactl", "info"], env=self.environment(), capture_output=True, timeout=DEADLINE_S, check=False
        )
        return asked.returncode == 0

    def _wait_for(self, true: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + DEADLINE_S
        while not true():
            ended = [process.args for process in self._running if process.poll() is not None]
            assert not ended, f"{ended} ended"
            assert time.monotonic() < deadline, f"{what} did not come within {DEADLINE_S} s"
            time.sleep(0.05)

    def _end(self) -> None:
        self._end_speech()
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(DEADLINE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(DEADLINE_S)

    def _end_speech(self) -> None:
        """It is not our child, so its end shows by the file with its id; without a sound server it may hang."""
        speech = self.speech_process()
        if speech is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(speech, signal.SIGTERM)
            deadline = time.monotonic() + LEAVE_S
            while self.speech_process() == speech and time.monotonic() < deadline:
                time.sleep(0.05)
            if self.speech_process() == speech:
                os.kill(speech, signal.SIGKILL)
