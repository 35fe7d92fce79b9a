"""How soon a chart is on the screen: twenty years of daily training and weekly tests in the store, then a click.

As a program (`python -m tests.benchmarks.charts`) it measures on whatever display there is and writes JSON;
`chart_times` runs it and gives rows. The bars hold for a machine as fast as `calibration.REFERENCE_MS` says; a slower
or busier one gets as much more time, timed in the same run.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from app.domain.exercise import Side
from app.domain.measurement import Reading
from tests.benchmarks.calibration import calibrate, scale
from tests.benchmarks.runs import DEADLINE_S, measured
from tests.benchmarks.table import Measure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.store.store import Store

CLICK_MS, RANGE_MS = 150, 80
TIMES = 9
YEARS = 20


def chart_times() -> list[Measure]:
    found = measured("charts", deadline_s=6 * DEADLINE_S)
    slower = scale(found["calibration_ms"])
    of = f"{found['readings']} readings of {YEARS} years, machine × {slower:.2f}"
    return [
        Measure(f"a chart on the screen after the click ({of})", found["click_ms"], "ms", CLICK_MS * slower),
        Measure("the same with two sides", found["sides_ms"], "ms", CLICK_MS * slower),
        Measure("another range in view", found["range_ms"], "ms", RANGE_MS * slower),
    ]


def main() -> None:
    from app.domain.catalogue import load_catalogue
    from app.domain.clock import ManualClock, SystemClock
    from app.domain.demo import make_history
    from app.paths import resources_dir
    from app.store.shapes import rows_of
    from app.store.store import Store

    with tempfile.TemporaryDirectory() as folder:
        now = SystemClock().now().replace(hour=18)
        with closing(Store.open(Path(folder) / "profile", ManualClock(now))) as store:
            sessions, readings = make_history(load_catalogue(resources_dir()), now, years=YEARS, seed=1)
            store.merge(rows_of(sessions, readings))
            _make_weekly(store, now)
            sys.stdout.write(json.dumps(_measure(store)) + "\n")


def _make_weekly(store: "Store", now: datetime) -> None:
    """Readings in the weeks between those of the demo, which tests every other or fourth week."""
    from app.store.shapes import rows_of

    made = []
    wanted: list[tuple[str, tuple[Side | None, ...]]] = [
        ("floor-touch", (None,)), ("hand-to-knee", (Side.LEFT, Side.RIGHT))
    ]  # fmt: skip
    for measure, sides in wanted:
        taken = {each.performed_at.date() for each in store.find.readings() if each.measure_id == measure}
        for week in range(YEARS * 52):
            at = now - timedelta(days=7 * week + 1)
            if any(at.date() + timedelta(days=day) in taken for day in range(-3, 4)):
                continue
            for side in sides:
                value = 4 + week / 150 + week % 3 / 2 + (side is Side.LEFT)
                made.append(Reading(f"{measure}-{week}-{side}", measure, side, (value, value + 0.5, value - 0.5), "cm",
                                    at, "floor" if side is None else None))  # fmt: skip
    store.merge(rows_of([], made))


def _measure(store: "Store") -> dict[str, float]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.domain.catalogue import load_catalogue
    from app.domain.clock import SystemClock
    from app.paths import resources_dir
    from app.ui.figures import Figures
    from app.ui.live import Live
    from app.ui.look import Look
    from app.ui.progress.progress_page import ProgressPage
    from app.ui.quiet import Silence

    application = QApplication([])
    resources = resources_dir()
    look, live = Look(application, resources, "light"), Live(store)
    page = ProgressPage(live, load_catalogue(resources), look, SystemClock(), Figures(resources), Silence())
    page.resize(1280, 736)
    page.show()
    while page.history.chart.canvas is None:
        application.processEvents()

    def click(row: int) -> None:
        at = page.list.visualRect(page.list.model().index(row, 0)).center()
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def choose(name: str) -> None:
        page.history.spans.buttons[name].click()

    choose("ALL")
    for row in (1, 0, 1, 0):
        _until_drawn(application, partial(click, row))
    calibration, one, two, ranges = [], [], [], []
    for _turn in range(TIMES):
        calibration.append(calibrate())
        two.append(_until_drawn(application, partial(click, 1)))
        one.append(_until_drawn(application, partial(click, 0)))
        ranges += [_until_drawn(application, partial(choose, name)) for name in ("YEAR", "MONTH", "ALL")]
    seen = sum(each.measure_id == "floor-touch" for each in store.find.readings())
    live.rest()
    return {"click_ms": median(one), "sides_ms": median(two), "range_ms": median(ranges),
            "calibration_ms": median(calibration), "readings": seen}  # fmt: skip


def _until_drawn(application: "QApplication", act: Callable[[], None]) -> float:
    """Milliseconds until everything that the act asked for is painted."""
    start = time.perf_counter()
    act()
    for _round in range(3):
        application.sendPostedEvents()
        application.processEvents()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
