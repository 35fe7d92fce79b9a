"""A disk with a megabyte of room: what is refused is said, nothing is half written, and with room it goes on.

Needs the right to mount a file system in memory, which root has; without it this says so and looks at nothing.
"""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.domain.clock import SystemClock
from app.domain.measurement import Reading
from app.exchange.errors import ExchangeError
from app.exchange.json_file import export_json
from app.store.backup import back_up, backups_of
from app.store.check import check
from app.store.errors import UnwritableError
from app.store.store import Store
from tests.soak.verdict import Verdict

ROOM = "1m"
BALLAST = 400_000  # bytes that make room when they go


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)], check=True, capture_output=True
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def soak(room: Path) -> Verdict:
    try:
        with small_disk(room / "disk") as disk:
            return _fill(disk, room)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        return Verdict(f"No small disk can be made here ({error}), nothing was looked at", [])


def _fill(disk: Path, room: Path) -> Verdict:
    wrong = []
    with closing(Store.open(disk / "store", SystemClock())) as store:
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * BALLAST)
        kept = _record_until_full(store)
        _fill_up(ballast)
        rows = store.dump()
        wrong += [] if len(store.find.readings()) == kept else ["what was refused is there, or what was kept is not"]
        wrong += _must_refuse("a backup", lambda: back_up(store.path, SystemClock().now()), store)
        wrong += _must_refuse("an export beside it", lambda: export_json(store, disk / "x.json"), store)
        wrong += _must_refuse("another reading", lambda: _record(store), store, often=200)
        export_json(store, room / "elsewhere.json")
        kept = len(store.find.readings())
        ballast.unlink()
        _record(store)
        wrong += [] if len(store.find.readings()) == kept + 1 else ["with room again nothing could be recorded"]
        wrong += [] if rows["readings"] == store.dump()["readings"][: len(rows["readings"])] else ["rows have changed"]
    wrong += check(disk / "store" / "limber.db")
    return Verdict(f"A disk of {ROOM} filled up with {kept} readings, and room made", wrong)


def _record(store: Store) -> None:
    store.readings.record(Reading("", "floor-touch", None, (4.5, 4, 3.5), "cm", SystemClock().now(), note="x" * 500))


def _record_until_full(store: Store) -> int:
    for kept in range(100_000):
        try:
            _record(store)
        except UnwritableError:
            return kept
    raise RuntimeError("the disk was never full")


def _fill_up(ballast: Path) -> None:
    with suppress(OSError), ballast.open("ab", buffering=0) as filling:
        while True:
            filling.write(b"x" * 512)


def _must_refuse(what: str, do: Callable[[], object], store: Store, often: int = 1) -> list[str]:
    """Where it was not refused in words, or left something behind."""
    before = {file.name for file in store.path.parent.parent.rglob("*")}
    try:
        for _time in range(often):
            do()
    except (UnwritableError, ExchangeError):
        left = {file.name for file in store.path.parent.parent.rglob("*")} - before - {"backups"}
        return [f"{what} left {name}" for name in left] + ([f"{what} was kept" for _b in backups_of(store.path)])
    return [f"{what} was not refused on a full disk"]
