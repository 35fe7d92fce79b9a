"""Writes until it is stopped and says each id once it is promised: `python -m tests.store.writer FOLDER ROUNDS`."""

import sys
from datetime import datetime
from pathlib import Path

from app.domain.clock import SystemClock
from app.store.store import Store
from tests.store.samples import finished, reading


def main(folder: Path, rounds: int) -> None:
    clock = SystemClock()
    store = Store.open(folder, clock)
    session_id = _say(store.sessions.start("starter", "Starter", datetime.now().astimezone()).ids[0])
    for number in range(rounds):
        _say(store.sessions.save_set(session_id, finished(number)).ids[0])
        _say(store.readings.record(reading(3, 2, 1)).ids[0])
    store.close()


def _say(row_id: str) -> str:
    sys.stdout.write(row_id + "\n")
    sys.stdout.flush()
    return row_id


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
