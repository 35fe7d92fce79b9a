"""The window's end of the voice's process: starts it, gives it orders, and gives it up where it does not answer.

Nothing here waits, apart from a bounded moment when the process is ended.
"""

import json
import logging
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.ui.sound.missing import Missing

VOICE_ARGUMENT = "--voice-process"
"""What a frozen Limber is started with to be the voice; `app.__main__` looks for it."""
START_MS = 10_000
ANSWER_MS = 5_000
_LEAVE_MS = 500
_KILL_MS = 1_000

_log = logging.getLogger("limber.voice")


def voice_command(engine: str = "") -> list[str]:
    """How to start the voice's process: this very program, frozen or not. `engine` as in `voice_process`.

    -P: a folder “app” where Limber happens to be started from must not be taken for ours.
    """
    frozen = getattr(sys, "frozen", False)
    start = [VOICE_ARGUMENT] if frozen else ["-P", "-m", "app.ui.sound.voice_process"]
    return [sys.executable, *start, *filter(None, [engine])]


class VoiceHelper(QObject):
    """One process at a time. Where it dies or does not answer in time it is killed and started once more, then no
    more. An order given before it is ready would be lost: whoever gives orders waits for `ready`.
    """

    ready = Signal(object)  # the names of the voices
    ended = Signal(int)  # the number of a text that has been spoken
    fell_silent = Signal()  # it was killed or died; perhaps `ready` comes again
    gave_up = Signal(object)  # what is Missing; it stays silent

    def __init__(
        self, command: Sequence[str], parent: QObject, start_ms: int = START_MS, answer_ms: int = ANSWER_MS
    ) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._start_ms, self._answer_ms = start_ms, answer_ms
        self._process: QProcess | None = None
        self._killed: list[QProcess] = []
        self._starts_left = 2
        self._unanswered = 0
        self._missing: Missing | None = None
        self._overdue = QTimer(self, singleShot=True)
        self._overdue.timeout.connect(self._fail)

    def start(self) -> None:
        self._starts_left -= 1
        self._unanswered = 0
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("QT_EVENT_DISPATCHER_CORE_FOUNDATION", "1")  # the voices of macOS need its own event loop
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._log_errors)
        process.errorOccurred.connect(self._start_failed)
        process.finished.connect(self._fail)
        self._overdue.start(self._start_ms)
        process.start(self._command[0], self._command[1:])

    def say(self, number: int, text: str) -> None:
        self._order(do="say", number=number, text=text)

    def hush(self) -> None:
        self._order(do="hush")

    def choose(self, name: str, rate: float, volume: float) -> None:
        self._order(do="choose", name=name, rate=rate, volume=volume)

    def release(self) -> None:
        """End the process: let it leave by itself if it answers, else kill it."""
        self._overdue.stop()
        process, self._process = self._process, None
        if process is not None:
            _forget(process)
            process.closeWriteChannel()
            if self._unanswered or not process.waitForFinished(_LEAVE_MS):
                self._kill(process)
        for killed in self._killed:
            killed.waitForFinished(_KILL_MS)

    def _kill(self, process: QProcess) -> None:
        process.kill()
        self._killed.append(process)

    def _order(self, **order: str | float) -> None:
        if self._process is None:
            return
        self._process.write(json.dumps(order).encode() + b"\n")
        self._unanswered += 1
        if not self._overdue.isActive():
            self._overdue.start(self._answer_ms)

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace")
            try:
                answer = json.loads(line)
                kind = answer["is"]
            except (ValueError, TypeError, KeyError):
                _log.info("not an answer: %s", line.rstrip())
                continue
            if kind == "ready":
                self._overdue.stop()
                self.ready.emit(answer["voices"])
            elif kind == "heard":
                self._heard()
            elif kind == "ended":
                self.ended.emit(answer["number"])
            elif kind == "missing":
                self._missing = Missing(answer["what"])

    def _heard(self) -> None:
        self._unanswered -= 1
        if self._unanswered:
            self._overdue.start(self._answer_ms)
        else:
            self._overdue.stop()

    def _log_errors(self) -> None:
        if self._process is not None:
            text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            _log.info("%s", text.rstrip())

    def _start_failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail()

    def _fail(self) -> None:
        """It is gone, or stuck and has to go."""
        process, self._process = self._process, None
        if process is None:
            return
        self._overdue.stop()
        _log.info("the voice ended or does not answer (state %s, code %s)", process.state().name, process.exitCode())
        _forget(process)
        self._kill(process)
        self.fell_silent.emit()
        if self._missing is not None:
            self.gave_up.emit(self._missing)
        elif self._starts_left:
            self.start()
        else:
            self.gave_up.emit(Missing.ANSWER)


def _forget(process: QProcess) -> None:
    """Hear no more of a process: what it tells late must not be taken for its successor's."""
    for signal in (
        process.readyReadStandardOutput, process.readyReadStandardError, process.errorOccurred, process.finished
    ):  # fmt: skip
        signal.disconnect()
