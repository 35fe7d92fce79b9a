"""Kills a writing program at random moments: what it said was kept has to be there, and everything has to be whole.

Four programs take turns: one that only writes to the store, as fast as it can; the window with a session that plays;
`limber record`; and `limber restore`, after which the data is that of the one backup or of the other, never of both.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.clock import SystemClock
from app.domain.measurement import Reading
from app.store.backup import back_up_to, content_of, open_closed
from app.store.check import check
from app.store.store import Store
from tests.soak.promises import Promises
from tests.soak.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
NEW_FOLDER_EVERY = 10  # kills of a program, so that making a store is interrupted as well
LATEST_KILL_S = {"store": 2.5, "window": 4.0, "record": 1.2, "restore": 1.6}


def run_until_killed(command: Sequence[str], after_s: float) -> tuple[str, bool]:
    """What a program said before it was killed `after_s` seconds after its start; whether it had ended before."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        program = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, stdout=said)
        try:
            program.wait(after_s)
        except subprocess.TimeoutExpired:
            program.kill()
        code = program.wait()
        said.seek(0)
        text = said.read()
    if code > 0:
        raise RuntimeError(f"{' '.join(command)} failed with {code}: {text}")
    return text, code == 0


def kill_writer(data: Path, promises: Promises, chance: random.Random) -> list[str]:
    folder = data / "profiles" / "default"
    text, ended = run_until_killed(["tests.soak.writer", str(folder)], chance.uniform(0, LATEST_KILL_S["store"]))
    if ended:
        raise RuntimeError("the writer ended by itself")
    promises.hear(text)
    return promises.broken(folder)


def kill_window(data: Path, promises: Promises, chance: random.Random) -> list[str]:
    """The session that was cut off is offered by the next window, which plays it on."""
    folder = data / "profiles" / "default"
    stands = _checkpoint(folder)
    text, _ended = run_until_killed(["tests.soak.window", str(folder)], chance.uniform(0.5, LATEST_KILL_S["window"]))
    promises.hear(text)
    offered = next((line.split()[1] for line in text.splitlines() if line.startswith("offered ")), None)
    problems = promises.lost(folder)
    if offered is not None and offered != (stands or "none"):
        problems.append(f"the unfinished session {stands} was not offered again, but {offered}")
    return problems


def _checkpoint(folder: Path) -> str | None:
    """The session that a checkpoint stands for; "new" where none of its sets is stored yet."""
    if not (folder / "limber.db").exists():
        return None
    with closing(Store.open(folder, SystemClock())) as store:
        found = store.find.checkpoint()
    return None if found is None else found.session_id or "new"


def kill_record(data: Path, promises: Promises, chance: random.Random) -> list[str]:
    """One after the other until a kill comes before the end, which comes the sooner the faster the machine is."""
    ended, latest = True, LATEST_KILL_S["record"]
    while ended:
        began = time.monotonic()
        value = f"{chance.uniform(0, 20):.1f}"
        command = ["app", "--data-dir", str(data), "record", "floor-touch", value]
        text, ended = run_until_killed(command, chance.uniform(0, latest))
        latest = min(latest, time.monotonic() - began)
        promises.hear("".join(f"reading {line}" for line in text.splitlines(keepends=True)))
    return promises.lost(data / "profiles" / "default")


def kill_restore(data: Path, _promises: Promises, chance: random.Random) -> list[str]:
    folder, copies = data / "profiles" / "default", [data / "few.db", data / "many.db"]
    if not copies[0].exists():
        _make_two(folder, copies)
    ended, latest = True, LATEST_KILL_S["restore"]
    while ended:
        began = time.monotonic()
        command = ["app", "--data-dir", str(data), "restore", str(chance.choice(copies))]
        _text, ended = run_until_killed(command, chance.uniform(latest / 4, latest))
        latest = min(latest, time.monotonic() - began)
    Store.open(folder, SystemClock()).close()
    problems = check(folder / "limber.db")
    if _content(folder / "limber.db") not in {_content(copy) for copy in copies}:
        problems.append("the data is neither that of the one backup nor of the other")
    return problems


def _make_two(folder: Path, copies: Sequence[Path]) -> None:
    clock = SystemClock()
    with closing(Store.open(folder, clock)) as store:
        for copy, readings in zip(copies, (1, 300), strict=True):
            for number in range(readings):
                store.readings.record(Reading("", "floor-touch", None, (4.5, number % 9), "cm", clock.now()))
            back_up_to(store.path, copy)


def _content(file: Path) -> str:
    with closing(open_closed(file)) as connection:
        return content_of(connection)


KINDS = {"store": kill_writer, "window": kill_window, "record": kill_record, "restore": kill_restore}


@dataclass
class _Turn:
    """One program's folder and what was promised in it, renewed every so many kills."""

    kind: str
    room: Path
    kills: int = 0
    promised: int = 0
    data: Path = field(default_factory=Path)
    promises: Promises = field(default_factory=Promises)

    def kill(self, chance: random.Random) -> list[str]:
        if self.kills % NEW_FOLDER_EVERY == 0:
            self.promised += self.promises.count
            self.data, self.promises = self.room / f"{self.kind}-{self.kills}", Promises()
        self.kills += 1
        return KINDS[self.kind](self.data, self.promises, chance)


def soak(kills: int, seed: int, room: Path) -> Verdict:
    """`kills` kills in all, each program in its turn."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, not a secret
    turns = [_Turn(kind, room) for kind in KINDS]
    wrong: list[str] = []
    began = time.monotonic()
    for kill in range(kills):
        turn = turns[kill % len(turns)]
        wrong += [f"kill {kill + 1} ({turn.kind}): {problem}" for problem in turn.kill(chance)]
    took = time.monotonic() - began
    promised = sum(turn.promised + turn.promises.count for turn in turns)
    each = f"{took / max(1, kills):.1f} s a kill"
    return Verdict(f"{kills} kills with seed {seed}: {promised} records were promised; {each}", wrong)
