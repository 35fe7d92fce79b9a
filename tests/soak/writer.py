"""Writes readings, sets and checkpoints without end and says of each that it is kept, once the store has said so.

`python -m tests.soak.writer FOLDER`; one line each: `reading ID`, `set SESSION WORK`, `checkpoint SESSION DONE`
(with so many sets done), `cleared` (the checkpoint of a finished session).
"""

import sys
from itertools import count
from pathlib import Path
from typing import Any

from app.domain.clock import SystemClock
from app.domain.measurement import Reading
from app.domain.training.sessions import FinishedSet
from app.store.store import Store

SETS_IN_A_SESSION = 6


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def content_after(done: int) -> dict[str, Any]:
    """What a checkpoint holds after so many sets; longer than a page of the file, as real ones may be."""
    return {"done": done, "works": list(range(done)), "routine": f"{done}" * 5000}


def keep_checkpoint(store: Store, session: str, done: int) -> None:
    store.checkpoint.keep(session, content_after(done))
    say("checkpoint", session, done)


def write_a_session(store: Store, clock: SystemClock) -> None:
    session = store.sessions.start("whole-back", "Whole back", clock.now()).ids[0]
    keep_checkpoint(store, session, 0)
    for work in range(SETS_IN_A_SESSION):
        done = FinishedSet(
            work=work,
            exercise_id="chair-twist",
            exercise_name="Seated chair twist",
            planned="one hold of 10 s",
            side=None,
            set_number=1,
            reps=None,
            hold_s=10,
            load_kg=None,
            finished_at=clock.now(),
        )
        store.sessions.save_set(session, done)
        say("set", session, work)
        keep_checkpoint(store, session, work + 1)
    store.sessions.finish(session, clock.now())
    store.checkpoint.clear()
    say("cleared")


def write_a_reading(store: Store, clock: SystemClock, number: int) -> None:
    reading = Reading("", "floor-touch", None, (4.5, number % 9, -1.5), "cm", clock.now())
    say("reading", store.readings.record(reading).ids[0])


def main(folder: Path) -> None:
    clock = SystemClock()
    store = Store.open(folder, clock)
    for number in count():
        write_a_reading(store, clock, number)
        write_a_session(store, clock)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
