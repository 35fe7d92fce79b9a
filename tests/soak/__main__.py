"""Kills a writing program at random moments: what it said was kept has to be there, and so has the place it was at.

`python -m tests.soak --kills 50 --seed 1`. Ends with 1 where anything was lost or the store is not whole.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.soak.promises import Promises

ROOT = Path(__file__).resolve().parents[2]
LATEST_KILL_S = 1.5  # after the start: while the store is made, while it is opened, in the midst of writing
NEW_FOLDER_EVERY = 10  # kills, so that making a store is interrupted as well


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
