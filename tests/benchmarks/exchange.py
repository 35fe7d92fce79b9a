"""Twenty made-up years out of one store and into an empty one; a process of its own tells the memory it took and
the time of a core, which other programs disturb less than the time on the wall. The bar grows by how much slower the
fixed loop runs in the same process, by the same clock."""

import json
import resource
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from app.domain.catalogue import load_catalogue
from app.domain.clock import SystemClock
from app.domain.demo import make_history
from app.exchange.json_file import export_json, read_json
from app.paths import resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from tests.benchmarks.calibration import calibrate, scale
from tests.benchmarks.runs import DEADLINE_S, told
from tests.benchmarks.table import Measure

YEARS, TURNS = 20, 9
US_A_ROW, MB = 50, 500  # the bars: 20,000 rows a second, either way


def exchange_rates() -> list[Measure]:
    with tempfile.TemporaryDirectory() as room:
        filled = _run("fill", room)
        out, back = _run("out", room), _run("in", room)
    of = f"of {YEARS} years, {filled['rows']} rows"
    return [*_rate("export", of, out, filled["rows"]), *_rate("import", of, back, filled["rows"])]


def _rate(what: str, of: str, found: dict[str, float], rows: float) -> list[Measure]:
    slower, us = scale(found["calibration"]), found["s"] / rows * 1e6
    return [
        Measure(f"{what} {of}, machine × {slower:.2f}", us, "µs of a core a row", US_A_ROW * slower),
        Measure(f"memory of the {what}", found["mb"], "MB", MB),
    ]


def _run(what: str, room: str) -> dict[str, float]:
    found: dict[str, float] = json.loads(told(("-m", __name__, what, room), {}, 4 * DEADLINE_S).splitlines()[-1])
    return found


def _main(what: str, room: Path) -> None:
    clock, catalogue = SystemClock(), load_catalogue(resources_dir())
    folder = room / ("empty" if what == "in" else "full")
    with closing(Store.open(folder, clock)) as store:
        start = time.process_time()
        if what == "fill":
            store.merge(rows_of(*make_history(catalogue, clock.now(), YEARS, seed=1)))
        elif what == "out":
            export_json(store, room / "file.json")
        else:
            store.merge(read_json(room / "file.json", catalogue, clock.now()))
        spent = time.process_time() - start
        calibration = median(calibrate(time.process_time) for _turn in range(TURNS))
        rows = sum(map(len, store.dump().values())) if what == "fill" else 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"s": spent, "calibration": calibration, "mb": most, "rows": rows}) + "\n")


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
