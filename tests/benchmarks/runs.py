"""How a measurement is run: in turns, as a process of its own, on a screen nobody sees, on a busy machine."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import Any

from tests.end_to_end.display import Display

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_S = 60


@dataclass(frozen=True)
class Spent:
    """Medians in milliseconds: on the wall, and of a core by the processes that were started for it."""

    ms: float
    core_ms: float


def in_turns(ours: Callable[[], object], bare: Callable[[], object], times: int) -> tuple[Spent, Spent]:
    """What each takes. One run of each goes before, unmeasured: the disk's cache is warm for both."""
    ours()
    bare()
    turns = [(_spent(ours), _spent(bare)) for _turn in range(times)]
    first, second = zip(*turns, strict=True)
    return _median(first), _median(second)


def _spent(work: Callable[[], object]) -> Spent:
    start, core = time.perf_counter(), _core_of_children_s()
    work()
    return Spent((time.perf_counter() - start) * 1000, (_core_of_children_s() - core) * 1000)


def _core_of_children_s() -> float:
    """Of those that have ended and were waited for."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _median(found: Sequence[Spent]) -> Spent:
    return Spent(median(each.ms for each in found), median(each.core_ms for each in found))


def program(*arguments: str, **environment: str) -> Callable[[], object]:
    """A whole process of this Python, from start to end; it has to succeed."""

    def run() -> None:
        told(arguments, environment)

    return run


def told(arguments: Sequence[str], environment: Mapping[str, str], deadline_s: float = DEADLINE_S) -> str:
    """What such a process writes to its output."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        timeout=deadline_s,
        check=True,
        text=True,
    )
    return done.stdout


def measured(module: str, *arguments: str, deadline_s: float) -> Any:
    """What a module of this folder measures on a screen, written by it as JSON in its last line."""
    with screen() as environment:
        text = told(("-m", f"tests.benchmarks.{module}", *arguments), environment, deadline_s)
    return json.loads(text.splitlines()[-1])


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen nobody sees: Xvfb's where there is one, else Qt's own."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with Display() as display:
        yield {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}


@contextlib.contextmanager
def all_cores_busy() -> Iterator[None]:
    """Something that never rests on each core, at normal priority."""
    busy = [subprocess.Popen([sys.executable, "-S", "-c", "while True: pass"]) for _core in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait(DEADLINE_S)
