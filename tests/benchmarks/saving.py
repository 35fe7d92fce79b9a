"""Saving: a reading with three trials and a finished set, each against one bare row that is as surely on the disk."""

import sqlite3
from pathlib import Path

from app.domain.clock import SystemClock
from app.domain.measurement import Reading
from app.domain.training.sessions import FinishedSet
from app.store.store import Store
from tests.benchmarks.runs import in_turns
from tests.benchmarks.table import Row

COMMITS = 200


def saving(room: Path) -> list[Row]:
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

    rows = []
    for what, work in (("a reading with three trials", record_a_reading), ("a finished set", save_a_set)):
        spent, bare_spent = in_turns(work, commit_a_row, COMMITS)
        rows.append(Row(f"saving {what}", spent.ms, bare_spent.ms, bar=3, added=True))
    bare.close()
    store.close()
    return rows
