"""How fast Limber is: `python -m tests.benchmarks`, or with `--cues 1800` the cues alone for so many seconds.

Absolute times say little on a shared machine, so where there is a program that does next to nothing each is taken in
turns with it and compared. What a person hears or feels has a bar of its own: cues, and the share of a core.
"""

import argparse
import compileall
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.charts import chart_times
from tests.benchmarks.exchange import exchange_rates
from tests.benchmarks.library import searching
from tests.benchmarks.pages import page_times
from tests.benchmarks.resting import at_rest, memory
from tests.benchmarks.runs import ROOT, program
from tests.benchmarks.saving import saving
from tests.benchmarks.start import first_window, record_verb
from tests.benchmarks.statistics import as_lines, rates
from tests.benchmarks.table import Measure, Row, as_text, last_values, save
from tests.benchmarks.ten_hours import ten_hours
from tests.benchmarks.timing import core_shares, cue_timing, figure_frames

CUES_S = 120
YEARS = (1, 2, 20)


def everything() -> list[Row | Measure]:
    return [
        *in_use(),
        *exchange_rates(),
        *chart_times(),
        *figure_frames(),
        *core_shares(),
        ten_hours(),
        *cue_timing(CUES_S),
    ]


def in_use() -> list[Row | Measure]:
    """Starting, resting, looking around and saving, on made-up stores of some years."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        data = {years: room / str(years) for years in YEARS}
        for years, where in data.items():
            program("-m", "app", "demo", "--years", str(years), "--data-dir", str(where))()
        return [
            *first_window(data),
            memory(data[1]),
            *at_rest(data[1]),
            *page_times(data),
            *searching(),
            *saving(room),
            *record_verb(room),
        ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--cues", type=int, metavar="SECONDS", help="only the cues, for so long")
    asked = parser.parse_args().cues
    compileall.compile_dir(ROOT / "app", quiet=1)  # as `make setup` does: no start compiles anything
    result = ROOT / "build" / ("bench-long.json" if asked else "bench.json")
    last = last_values(result)
    rows = cue_timing(asked) if asked else everything()
    save(rows, result)
    sys.stdout.write(as_text(rows, last) + "\n")
    if not asked:
        sys.stdout.write("\nhow often a year of readings is called improving\n")
        sys.stdout.write("\n".join(as_lines(rates())) + "\n")


if __name__ == "__main__":
    main()
