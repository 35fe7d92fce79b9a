"""Long runs that look for what is lost: kills, damaged pages, flipped bits, spoilt imports, a disk that is full.

`python -m tests.soak --kills 500 --pages --flips 5000 --imports 10000 --seed 1`; nothing but what is asked for. Ends
with 1 where anything went wrong.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.soak.verdict import Verdict

Run = Callable[[Path], Verdict]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--flips", type=int, default=0)
    parser.add_argument("--imports", type=int, default=0)
    parser.add_argument("--full-disk", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as room:
        os.environ["LIMBER_DATA_DIR"] = f"{room}/nobody"  # nothing here may reach the data of who runs it
        for number, run in enumerate(_runs(chosen)):
            (Path(room) / str(number)).mkdir()
            verdict = run(Path(room) / str(number))
            wrong += len(verdict.wrong)
            sys.stdout.write(verdict.lines)
            sys.stdout.flush()
    return 1 if wrong else 0


def _runs(chosen: argparse.Namespace) -> list[Run]:
    from tests.soak import full_disk, imports, kills, pages

    runs: list[Run] = []
    if chosen.kills:
        runs.append(partial(kills.soak, chosen.kills, chosen.seed))
    if chosen.pages:
        runs.append(lambda room: pages.walk(pages.make_store(room / "good"), room, chosen.seed))
    if chosen.flips:
        runs.append(lambda room: pages.flip(pages.make_store(room / "good"), chosen.flips, room, chosen.seed))
    if chosen.imports:
        runs.append(partial(imports.soak, chosen.imports, chosen.seed))
    if chosen.full_disk:
        runs.append(full_disk.soak)
    return runs


if __name__ == "__main__":
    sys.exit(main())
