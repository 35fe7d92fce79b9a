"""How soon a page is on the screen, with few data and with many: tabs, lists, the calendar, charts.

As a program (`python -m tests.benchmarks.pages DATA`) it measures one store and writes JSON, with `--library-by-key` or
`--library-by-mouse` the first Library alone, straight after the start; `page_times` runs it for each and gives rows.
Time is that of a core. Bars in milliseconds hold for a machine as fast as `calibration.REFERENCE_MS` says; a slower one
gets as much more time.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.calibration import calibrate, scale
from tests.benchmarks.runs import DEADLINE_S, measured
from tests.benchmarks.table import Measure

TIMES = 7
TAB_MS, FIRST_MS, CHART_MS, PAGE_MS = 50, 150, 1000, 150
WHAT = {
    "by key": ("the Library for the first time, by its key within the first second", TAB_MS),
    "ready": ("the Library made ready at rest, or while the mouse comes to its tab", FIRST_MS),
    "by mouse": ("the Library for the first time, then", TAB_MS),
    "library": ("the Library again", TAB_MS),
    "session": ("Session again", TAB_MS),
    "progress first": ("the first Progress: sentence and table", FIRST_MS),
    "chart first": ("its chart, matplotlib with it", CHART_MS),
    "progress": ("Progress again", TAB_MS),
    "readings": ("the readings of another test, with their chart", PAGE_MS),
    "training": ("training over time: calendar, charts, list of sessions", PAGE_MS),
    "year": ("another year of the calendar", PAGE_MS),
    "refresh": ("Today after something was recorded", PAGE_MS),
}
GROWING = ("readings", "training", "year", "refresh")


def page_times(data: Mapping[int, Path]) -> list[Measure]:
    """`data` holds a folder of two years and one of twenty."""
    found = {years: measured("pages", str(data[years]), deadline_s=4 * DEADLINE_S) for years in (2, 20)}
    alone = [
        measured("pages", str(data[20]), f"--library-{by}", deadline_s=DEADLINE_S) for by in ("by-key", "by-mouse")
    ]
    rows = [
        Measure(f"{what} (twenty years, machine × {scale(run['calibration']):.2f})", run[name], "ms",
                bar * scale(run["calibration"]))
        for name, (what, bar) in WHAT.items() for run in (*alone, found[20]) if name in run
    ]  # fmt: skip
    for name in GROWING:
        grown = (found[20][name] / scale(found[20]["calibration"])) / (found[2][name] / scale(found[2]["calibration"]))
        rows.append(Measure(f"{WHAT[name][0]}: twenty years beside two", grown, "×", 10))
    return rows


def measure(data: Path, how: str) -> dict[str, Any]:
    """Milliseconds of a core by what was done."""
    from app.bootstrap import require_qt

    require_qt()  # as the program does, so that imports take as long

    from PySide6.QtCore import QCoreApplication

    from app.store.changes import Changes
    from app.ui.main_window import LIBRARY, PROGRESS, SESSION
    from tests.benchmarks.session import open_window

    process = QCoreApplication.processEvents

    def drawn(act: Callable[[], object]) -> float:
        """Milliseconds until all that the act asked for is painted."""
        start = time.process_time()
        act()
        for _round in range(3):
            process()
        return (time.process_time() - start) * 1000

    def usually(*acts: Callable[[], object]) -> list[float]:
        """The median of each, taken in turns."""
        turns = [[drawn(act) for act in acts] for _turn in range(TIMES)]
        return [median(each) for each in zip(*turns, strict=True)]

    found: dict[str, Any] = {"calibration": median(calibrate(time.process_time) for _turn in range(TIMES))}
    with open_window(data) as window:
        show = window.show_page
        drawn(lambda: None)
        if "library" in how:
            if "mouse" in how:
                found["ready"] = drawn(partial(window.tabs.neared.emit, LIBRARY))
            found[how.removeprefix("--library-").replace("-", " ")] = drawn(partial(show, LIBRARY))
            return found
        start = time.process_time()
        progress: Any = show(PROGRESS)  # a ProgressPage, whose import belongs to it
        chart = progress.history.chart
        load = chart._load

        def load_now() -> None:  # nothing but the chart is missing when it is loaded
            found["progress first"] = (time.process_time() - start) * 1000
            load()

        chart._load = load_now
        while chart.canvas is None:
            process()
        found["chart first"] = drawn(lambda: None) + (time.process_time() - start) * 1000 - found["progress first"]
        drawn(partial(show, LIBRARY))
        tabs = usually(partial(show, LIBRARY), partial(show, SESSION), partial(show, PROGRESS))
        found["library"], found["session"], found["progress"] = tabs

        def choose(measure_id: str) -> None:
            progress.list.setCurrentIndex(progress._model.index(progress._model.row_of(measure_id)))

        found["readings"] = max(usually(partial(choose, "hand-to-knee"), partial(choose, "floor-touch")))
        drawn(progress.show_training)
        training = progress.training
        assert training is not None
        (found["training"],) = usually(training.look_again)
        this_year = training._clock.now().year
        found["year"] = max(usually(partial(training.show_year, this_year - 1), partial(training.show_year, this_year)))
        drawn(partial(show, SESSION))
        everything = Changes("", window.session.today.kinds, ())
        (found["refresh"],) = usually(partial(window._live.changed.emit, everything))
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]), "".join(sys.argv[2:]))) + "\n")
