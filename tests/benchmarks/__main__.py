"""How fast Limber is, side by side with programs that do next to nothing: `python -m tests.benchmarks`.

Absolute times say little on a shared machine, so each is taken in turns with its bare counterpart and compared with it.
"""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from app.domain.clock import SystemClock
from app.domain.measurement import Reading
from app.domain.training import FinishedSet
from app.store.store import Store
from tests.benchmarks.table import Row, as_text, last_values, save
from tests.end_to_end.display import Display

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "build" / "bench.json"
STARTS = 7
COMMITS = 200
DEADLINE_S = 60


def in_turns(ours: Callable[[], object], bare: Callable[[], object], times: int) -> tuple[float, float]:
    """Medians of both in milliseconds. One run of each goes before, unmeasured: the disk's cache is warm for both."""
    spent: tuple[list[float], list[float]] = ([], [])
    ours()
    bare()
    for _turn in range(times):
        for work, times_spent in zip((ours, bare), spent, strict=True):
            start = time.perf_counter()
            work()
            times_spent.append((time.perf_counter() - start) * 1000)
    return median(spent[0]), median(spent[1])


def program(*arguments: str, **environment: str) -> Callable[[], object]:
    """A whole process of this Python, from start to end; it has to succeed."""

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=os.environ | environment,
            stdout=subprocess.DEVNULL,
            timeout=DEADLINE_S,
            check=True,
        )

    return run


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen nobody sees: Xvfb's where there is one, else Qt's own."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with Display() as display:
        yield {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}


def first_window(room: Path) -> Row:
    data = str(room / "year")
    program("-m", "app", "demo", "--years", "1", "--data-dir", data)()
    with screen() as environment:
        ours = program("-m", "app", "--data-dir", data, LIMBER_EXIT_AFTER_FIRST_PAINT="1", **environment)
        bare = program("-m", "tests.benchmarks.bare_window", **environment)
        return Row("start to the first window, one year of data", *in_turns(ours, bare, STARTS), bar=2.5)


FRAMES = 200


def figure_frames() -> tuple[float, float]:
    """Milliseconds that one moving frame of the figure costs at 800×800, computed and painted: median and p99."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from app.domain.catalogue import load_catalogue
    from app.paths import resources_dir
    from app.ui.figures import Figures
    from app.ui.look import Look
    from app.ui.widgets.figure_view import paint_scene

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    catalogue, figures = load_catalogue(resources_dir()), Figures(resources_dir())
    look, picture = Look(application, resources_dir(), "light"), QImage(800, 800, QImage.Format.Format_RGB32)
    spent: list[float] = []
    for exercise in catalogue.exercises.values():
        figures.still(exercise)
        for number in range(FRAMES):
            painter = QPainter(picture)
            start = time.perf_counter()
            paint_scene(painter, look, figures.scene(exercise, 0, number / FRAMES), QRectF(picture.rect()))
            spent.append((time.perf_counter() - start) * 1000)
            painter.end()
    spent.sort()
    return median(spent), spent[int(len(spent) * 0.99)]


def record_verb(room: Path) -> Row:
    ours = program("-m", "app", "record", "floor-touch", "4.5", "--data-dir", str(room / "record"))
    bare = program("-m", "tests.benchmarks.bare_record", str(room / "bare-record.db"))
    return Row("limber record, the whole process", *in_turns(ours, bare, STARTS), bar=1.8)


def saving(room: Path) -> list[Row]:
    """A reading with three trials and a finished set, each against one bare row that is as surely on the disk."""
    clock = SystemClock()
    store = Store.open(room / "saving", clock)
    session = store.sessions.start("whole-back", "Whole back", clock.now()).ids[0]
    bare = sqlite3.connect(room / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, value REAL)")
    works = iter(range(COMMITS + 1))

    def commit_a_row() -> None:
        bare.execute("INSERT INTO readings (value) VALUES (4.5)")

    def record_a_reading() -> None:
        store.readings.record(Reading("", "floor-touch", None, (4.5, 4, 4.5), "cm", clock.now()))

    def save_a_set() -> None:
        work, now = next(works), clock.now()
        done = FinishedSet(work, "chair-twist", "Chair twist", "10 s", None, 1, None, 10, None, finished_at=now)
        store.sessions.save_set(session, done)

    rows = [
        Row(f"saving {what}", *in_turns(work, commit_a_row, COMMITS), bar=3, added=True)
        for what, work in (("a reading with three trials", record_a_reading), ("a finished set", save_a_set))
    ]
    bare.close()
    store.close()
    return rows


PLAYED_S = 6


def playing(room: Path) -> float:
    """The share of one core that the player takes at 1280×720 while a hold is shown, in per cent."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import make_window
    from app.domain.catalogue import load_catalogue
    from app.domain.timeline import SegmentKind
    from app.paths import resources_dir

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    catalogue, clock = load_catalogue(resources_dir()), SystemClock()
    store = Store.open(room / "playing", clock)
    window = make_window(application, store, catalogue, clock)
    window.resize(1280, 720)
    window.show()
    window.play(catalogue.routine("starter"))
    conductor = window.session.conductor
    assert conductor is not None
    kinds = [segment.kind for segment in conductor.timeline.segments]
    conductor.jump(kinds.index(SegmentKind.HOLD))
    loop = QEventLoop()
    QTimer.singleShot(PLAYED_S * 1000, loop.quit)
    start = time.process_time()
    loop.exec()
    share = 100 * (time.process_time() - start) / PLAYED_S
    conductor.discard()
    window.close()
    store.close()
    return share


def main() -> None:
    last = last_values(RESULT)
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        rows = [first_window(room), record_verb(room), *saving(room)]
        frame_ms, worst_ms = figure_frames()
        share = playing(room)
    save(rows, RESULT)
    sys.stdout.write(as_text(rows, last) + "\n\n")
    sys.stdout.write(f"a frame of the figure at 800×800: median {frame_ms:.1f} ms, p99 {worst_ms:.1f} ms (bar 4 ms)\n")
    sys.stdout.write(f"the player while a hold is shown, 1280×720: {share:.0f} % of one core (bar 20 %)\n")


if __name__ == "__main__":
    main()
