"""Kills a writing program at random moments, again and again: whatever it said was kept has to be there.

`python -m tests.soak --kills 50 --seed 1`. Ends with 1 where anything was lost or the store is not whole.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.clock import SystemClock
from app.store.check import check
from app.store.store import Store

ROOT = Path(__file__).resolve().parents[2]
LATEST_KILL_S = 1.5  # after the start: while the store is made, while it is opened, in the midst of writing
NEW_FOLDER_EVERY = 10  # kills, so that making a store is interrupted as well


@dataclass
class Promises:
    """What one folder's writers have said was kept."""

    readings: set[str] = field(default_factory=set)
    sets: set[tuple[str, int]] = field(default_factory=set)

    def hear(self, said: str) -> None:
        """Whole lines only: the last one may have been cut off by the kill."""
        for line in said.splitlines(keepends=True):
            match line.split():
                case ["reading", reading] if line.endswith("\n"):
                    self.readings.add(reading)
                case ["set", session, work] if line.endswith("\n"):
                    self.sets.add((session, int(work)))

    def broken(self, folder: Path) -> list[str]:
        """What is missing or wrong in the store now."""
        store = Store.open(folder, SystemClock())
        readings = {reading.id for reading in store.readings.all()}
        sets = {(session.id, done.work) for session in store.sessions.all() for done in session.sets}
        path = store.path
        store.close()
        lost = [f"reading {reading} is lost" for reading in self.readings - readings]
        lost += [f"set {work} of session {session} is lost" for session, work in self.sets - sets]
        return lost + check(path)


def write_until_killed(folder: Path, after_s: float) -> str:
    """What a writer said before it was killed `after_s` seconds after its start."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        command = [sys.executable, "-m", "tests.soak.writer", str(folder)]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=said)
        time.sleep(after_s)
        died_itself = writer.poll() is not None
        writer.kill()
        writer.wait()
        if died_itself:
            raise RuntimeError(f"the writer ended by itself with {writer.returncode}")
        said.seek(0)
        return said.read()


def soak(kills: int, seed: int, room: Path) -> int:
    """How many things went wrong in `kills` kills."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, not a secret
    wrong = readings = sets = 0
    for first in range(0, kills, NEW_FOLDER_EVERY):
        folder, promises = room / f"store-{first}", Promises()
        for kill in range(first, min(first + NEW_FOLDER_EVERY, kills)):
            promises.hear(write_until_killed(folder, chance.uniform(0, LATEST_KILL_S)))
            for problem in promises.broken(folder):
                wrong += 1
                sys.stdout.write(f"kill {kill + 1}: {problem}\n")
        readings += len(promises.readings)
        sets += len(promises.sets)
    promised = f"{readings} readings and {sets} sets were promised"
    sys.stdout.write(f"{kills} kills with seed {seed}: {promised}, {wrong} things went wrong.\n")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        return 1 if soak(chosen.kills, chosen.seed, Path(room)) else 0


if __name__ == "__main__":
    sys.exit(main())
