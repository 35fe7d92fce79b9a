"""What the window takes while nobody touches it: memory beside a bare window, and the share of a core of each page.

As a program (`python -m tests.benchmarks.resting DATA PAGE`) it rests on a page and writes what that took as JSON.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.runs import DEADLINE_S, ROOT, measured, screen
from tests.benchmarks.table import Measure

PAGES = ("Library", "Session", "Progress")
SETTLED_S, RESTED_S = 4.0, 30.0
TIMES = 3
SHARE, MEMORY = 0.2, 1.7  # the bars: % of a core, and times a bare window


def memory(data: Path) -> Measure:
    """The proportional set size before Progress was opened. Linux alone tells it."""
    with screen() as environment:
        ours, bare = ["-m", "app", "--data-dir", str(data)], ["-m", "tests.benchmarks.bare_window", "--stay"]
        turns = [[_settled_mb(each, environment) for each in (ours, bare)] for _turn in range(TIMES)]
    window, bare_window = (median(found) for found in zip(*turns, strict=True))
    times = (f"{window:.0f} MB", f"{bare_window:.0f} MB")
    return Measure("memory at rest before Progress was opened", window / bare_window, "×", MEMORY, times)


def _settled_mb(arguments: list[str], environment: dict[str, str]) -> float:
    with _running(arguments, environment) as process:
        time.sleep(SETTLED_S)
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


@contextmanager
def _running(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env={**os.environ, **environment})
    try:
        yield process
    finally:
        process.kill()
        process.wait(DEADLINE_S)


def at_rest(data: Path) -> list[Measure]:
    """All pages at the same time, each with a screen and a store of its own: in one they would hear each other."""

    def rest(page: str) -> Any:
        own = data.with_name(page)
        shutil.copytree(data, own)
        return measured("resting", str(own), page, deadline_s=RESTED_S + 2 * DEADLINE_S)

    with ThreadPoolExecutor() as threads:
        found = list(threads.map(rest, PAGES))
    return [
        measure
        for page, took in zip(PAGES, found, strict=True)
        for measure in (
            Measure(f"{page} at rest for {RESTED_S:.0f} s", took["share"], "% of a core", SHARE),
            Measure(f"{page} at rest: timers that fired", took["timers"], "", 0),
        )
    ]


def main(data: Path, page: int) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, QObject

    from tests.benchmarks.session import open_window, wait

    class Timers(QObject):
        """But for that of Qt's own cache of pixmaps, which looks through itself every half minute."""

        fired = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.fired += event.type() is QEvent.Type.Timer and watched.metaObject().className() != "QPMCache"
            return False

    with open_window(data) as window:
        window.show_page(page)
        wait(SETTLED_S)
        spent = time.process_time()
        wait(RESTED_S)
        share = 100 * (time.process_time() - spent) / RESTED_S
        # Timers in a rest of their own: to name what it has not seen yet, the filter takes a tenth of a second.
        timers, application = Timers(), QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(timers)
        wait(RESTED_S)
        application.removeEventFilter(timers)
    sys.stdout.write(json.dumps({"share": share, "timers": timers.fired - 1}) + "\n")  # one of them is the end of it


if __name__ == "__main__":
    main(Path(sys.argv[1]), PAGES.index(sys.argv[2]))
