"""Imports files that were spoilt in every way, each in a process of its own that is measured.

A file is taken whole or not at all, in a sentence, within two seconds and 300 MB; never with a traceback.
"""

import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.cli import main as limber
from app.domain.clock import SystemClock
from app.exchange.json_file import export_json
from app.store.backup import content_of, open_closed
from app.store.check import check
from app.store.shapes import rows_of
from app.store.store import Store
from tests.soak.history import history
from tests.soak.mutations import mutate
from tests.soak.verdict import Verdict

MOST_S, MOST_MB = 2.0, 300
CHECKED_EVERY = 50  # of the files that were taken: that the store is still whole
SIZES = {"small": (0.05, 90), "middle": (1, 9), "large": (4, 1)}  # years of history, and how often of a hundred


@dataclass(frozen=True, slots=True)
class Import:
    """`code` is the exit code of `limber import`, 70 where it ended in a traceback.

    What it `worked` is the processor's time, that of this import alone; it `took` longer where others were busy too.
    """

    code: int
    took_s: float
    worked_s: float
    peak_mb: float
    said: str


def export_history(years: float, room: Path) -> bytes:
    """An export of so many made-up years."""
    with tempfile.TemporaryDirectory(dir=room) as folder:
        with closing(Store.open(Path(folder) / "store", SystemClock())) as store:
            store.merge(rows_of(*history(years)))
            export_json(store, Path(folder) / "x.json")
        return (Path(folder) / "x.json").read_bytes()


def soak(files: int, seed: int, room: Path) -> Verdict:
    """Import `files` spoilt files into a store that holds something of its own."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, not a secret
    export = cache(lambda size: export_history(SIZES[size][0], room))
    data = room / "data"
    pristine = _make_target(data, room, export("small"))
    wrong: list[str] = []
    kinds: Counter[str] = Counter()
    taken = 0
    slowest = worked = largest = 0.0
    for number in range(files):
        size = chance.choices(list(SIZES), [often for _years, often in SIZES.values()])[0]
        kind, suffix, content = mutate(export(size), chance)
        kinds[kind] += 1
        file = room / f"import{suffix}"
        write(file, content)
        done = import_measured(data, file, room / "said.txt")
        taken += done.code == 0
        slowest, worked = max(slowest, done.took_s), max(worked, done.worked_s)
        largest = max(largest, done.peak_mb)
        problems = judge(done, data, pristine, thorough=taken % CHECKED_EVERY == 0)
        wrong += [f"file {number} ({size}, {kind}, {file.stat().st_size} bytes): {problem}" for problem in problems]
        file.unlink()
    told = f"{files} spoilt imports of {len(kinds)} kinds with seed {seed}: {taken} could be taken all the same"
    most = f"at most {worked:.2f} s of the processor ({slowest:.2f} s in all) and {largest:.0f} MB each"
    return Verdict(f"{told}; {most}", wrong)


def _make_target(data: Path, room: Path, export: bytes) -> Path:
    """A store with the small history in it, partly deleted, and a copy of it to begin anew from."""
    file = room / "first.json"
    file.write_bytes(export)
    import_measured(data, file, room / "said.txt")
    folder = data / "profiles" / "default"
    with closing(Store.open(folder, SystemClock())) as store:
        store.readings.delete(store.find.readings()[0].id)
    pristine = room / "pristine.db"
    shutil.copyfile(folder / "limber.db", pristine)
    return pristine


def write(file: Path, content: bytes | int) -> None:
    """A number is the size of a file with nothing in it, which takes no room on the disk."""
    with file.open("wb") as opened:
        if isinstance(content, bytes):
            opened.write(content)
        else:
            opened.truncate(content)


def import_measured(data: Path, file: Path, said: Path) -> Import:
    """`limber import` in a child of this process: everything is loaded, so that only the import is measured."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        os._exit(_import_here(data, file, said))
    _pid, status, usage = os.wait4(child, 0)
    took = time.monotonic() - began
    worked = usage.ru_utime + usage.ru_stime
    code = os.waitstatus_to_exitcode(status)
    return Import(code, took, worked, usage.ru_maxrss / 1024, said.read_text(encoding="utf-8", errors="replace"))


def _import_here(data: Path, file: Path, said: Path) -> int:
    with said.open("w", encoding="utf-8") as out:
        sys.stdout = sys.stderr = out
        try:
            return limber(["--data-dir", str(data), "import", str(file)])
        except BaseException:
            traceback.print_exc(file=out)
            return 70


def judge(done: Import, data: Path, pristine: Path, *, thorough: bool) -> list[str]:
    """What went wrong with one import; the store is as `pristine` again afterwards."""
    store = data / "profiles" / "default" / "limber.db"
    problems = []
    if done.code not in (0, 1) or "Traceback" in done.said:
        problems.append(f"ended with {done.code}: {done.said[-500:]}")
    if done.code == 1 and (not done.said.startswith("limber: ") or done.said.count("\n") != 1):
        problems.append(f"was not refused in one line: {done.said[:300]}")
    if done.worked_s > MOST_S:
        problems.append(f"took {done.worked_s:.2f} s of the processor")
    if done.peak_mb > MOST_MB:
        problems.append(f"took {done.peak_mb:.0f} MB")
    if done.code != 0 and _content(store) != _content(pristine):
        problems.append("was refused, but something of it was taken")
    if done.code == 0:
        problems += check(store) if thorough else []
        _begin_anew(store, pristine)
    return problems


def _content(file: Path) -> str:
    with closing(open_closed(file)) as connection:
        return content_of(connection)


def _begin_anew(store: Path, pristine: Path) -> None:
    for beside in ("-wal", "-shm"):
        Path(f"{store}{beside}").unlink(missing_ok=True)
    shutil.copyfile(pristine, store)
