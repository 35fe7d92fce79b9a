"""The window's end of a process for sound: starts it, gives it orders, and gives it up where it does not answer.

Voice and tones each have a process of their own, since what the system's sound does to a program is out of its hands:
a stuck speech service freezes whoever calls it, a sound server that goes leaves an event loop spinning. Nothing here
waits, apart from a bounded moment when the process is ended.
"""

import json
import logging
import sys
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from app.i18n import language
from app.ui.sound.missing import Missing

START_MS = 10_000
ANSWER_MS = 5_000
_LEAVE_MS = 500
_KILL_MS = 1_000

_log = logging.getLogger("limber.sound")


def helper_command(argument: str, module: str, *extra: str) -> list[str]:
    """How to start a process of ours: frozen by its `argument`, which `app.__main__` looks for, else by its module.

    -P: a folder “app” where Limber happens to be started from must not be taken for ours.
    """
    start = [argument] if getattr(sys, "frozen", False) else ["-P", "-m", module]
    return [sys.executable, *start, *extra]


class Helper(QObject):
    """One process at a time. Where it dies or does not answer in time it is killed and started once more, then no
    more. An order given before it is ready would be lost: whoever gives orders waits for “ready”.

    Orders and answers are JSON objects, a line each; see `app.ui.sound.helper_process` for those all have in common.
    """

    answered = Signal(object)  # what it tells, a dict with its kind as “is”, apart from “heard”
    fell_silent = Signal()  # it was killed or died; perhaps “ready” comes again
    gave_up = Signal(object)  # what is Missing; it stays silent

    def __init__(
        self,
        command: Sequence[str],
        parent: QObject,
        dead: Missing,
        start_ms: int = START_MS,
        answer_ms: int = ANSWER_MS,
    ) -> None:
        """`dead` is what is missing where it ends again and again without a reason."""
        super().__init__(parent)
        self._command, self._dead = list(command), dead
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
        environment.insert("LANGUAGE", language())  # it speaks what the window speaks
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._log_errors)
        process.errorOccurred.connect(self._start_failed)
        process.finished.connect(self._fail)
        self._overdue.start(self._start_ms)
        process.start(self._command[0], self._command[1:])

    def order(self, do: str, **details: str | float) -> None:
        if self._process is None:
            return
        self._process.write(json.dumps({"do": do, **details}).encode() + b"\n")
        self._unanswered += 1
        if not self._overdue.isActive():
            self._overdue.start(self._answer_ms)

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

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode(errors="replace")
            try:
                answer = json.loads(line)
                kind = answer["is"]
            except (ValueError, TypeError, KeyError):
                _log.info("not an answer: %s", line.rstrip())
                continue
            self._take(kind, answer)

    def _take(self, kind: str, answer: dict[str, Any]) -> None:
        if kind == "heard":
            self._heard()
            return
        if kind in {"ready", "missing"}:
            self._overdue.stop()
            self._missing = Missing(answer["what"]) if kind == "missing" else None
        self.answered.emit(answer)

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
        _log.info("a process ended or does not answer (state %s, code %s)", process.state().name, process.exitCode())
        _forget(process)
        self._kill(process)
        self.fell_silent.emit()
        if self._missing is not None:
            self.gave_up.emit(self._missing)
        elif self._starts_left:
            self.start()
        else:
            self.gave_up.emit(self._dead)


def _forget(process: QProcess) -> None:
    """Hear no more of a process: what it tells late must not be taken for its successor's."""
    for signal in (
        process.readyReadStandardOutput, process.readyReadStandardError, process.errorOccurred, process.finished
    ):  # fmt: skip
        signal.disconnect()
