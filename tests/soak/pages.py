"""Damages every page of a store in turn, and single bits of it: found before anything is written, or harmless.

A bit may flip where nobody can tell (SQLite keeps no sums of its pages): then a value may be another, but nothing may
ever end in a traceback. Every copy is opened, read through, checked and, where it opens, written to.
"""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from app.domain.clock import SystemClock
from app.domain.measurement import Reading
from app.store.check import check
from app.store.errors import DamagedError, StoreError
from app.store.shapes import rows_of
from app.store.store import Store
from tests.soak.history import history
from tests.soak.verdict import Verdict

DAMAGES = ("noise", "zeros", "ones", "one byte over and over")


def make_store(folder: Path, years: float = 0.2) -> Path:
    """A made-up history, closed; everything in the one file."""
    with closing(Store.open(folder, SystemClock())) as store:
        store.merge(rows_of(*history(years)))
        store.undo.undo()
        store.undo.redo()
    return folder / "limber.db"


def walk(good: Path, room: Path, seed: int) -> Verdict:
    """Every page overwritten in four ways."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, not a secret
    content = good.read_bytes()
    size = int.from_bytes(content[16:18], "big") or 65536
    free = _free_pages(good)
    wrong, found = [], 0
    pages = len(content) // size
    for page in range(pages):
        for damage, filled in zip(DAMAGES, _fillings(size, chance), strict=True):
            broken = content[: page * size] + filled + content[(page + 1) * size :]
            if broken == content:
                continue
            problem = _look_at(_put(room, broken), broken, may_open=page + 1 in free)
            found += not problem
            wrong += [f"page {page + 1} of {damage}: {problem}"] if problem else []
    told = f"{pages} pages of {size} bytes overwritten in {len(DAMAGES)} ways each with seed {seed}"
    return Verdict(f"{told}: {found} found before a write, or free", wrong)


def _fillings(size: int, chance: random.Random) -> tuple[bytes, ...]:
    return chance.randbytes(size), b"\x00" * size, b"\xff" * size, b"\x5a" * size


def _free_pages(good: Path) -> set[int]:
    """Pages in which nothing is kept, by number: what overwrites them harms nothing."""
    content = good.read_bytes()
    size = int.from_bytes(content[16:18], "big") or 65536
    with closing(sqlite3.connect(good)) as connection:
        left = connection.execute("PRAGMA freelist_count").fetchone()[0]
    free: set[int] = set()
    trunk = int.from_bytes(content[32:36], "big")
    while trunk and len(free) < left:
        start = (trunk - 1) * size
        count = int.from_bytes(content[start + 4 : start + 8], "big")
        leaves = (start + 8 + 4 * number for number in range(count))
        free |= {trunk} | {int.from_bytes(content[at : at + 4], "big") for at in leaves}
        trunk = int.from_bytes(content[start : start + 4], "big")
    return free


def _put(room: Path, content: bytes) -> Path:
    """A store's file of that content, alone in its folder."""
    folder = room / "damaged"
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    path = folder / "limber.db"
    path.write_bytes(content)
    return path


def _look_at(path: Path, content: bytes, *, may_open: bool) -> str:
    """What is wrong with how the damage was met; empty where nothing is."""
    try:
        check(path)
        if path.read_bytes() != content:
            return "checking it has written to it"
        Store.open(path.parent, SystemClock()).close()
    except DamagedError:
        return "" if path.read_bytes() == content else "it was written to before it was found"
    except StoreError as error:
        return f"it was taken for something else: {error}"
    except Exception as error:  # whatever it is, a person would have got a traceback
        return f"{type(error).__name__}: {error}"
    return "" if may_open else "it was not found"


def flip(good: Path, flips: int, room: Path, seed: int) -> Verdict:
    """Single bits, each on a copy that is then used for everything."""
    chance = random.Random(seed)  # noqa: S311  # repeatable on purpose, not a secret
    content = good.read_bytes()
    wrong, refused = [], 0
    for _flip in range(flips):
        at, bit = chance.randrange(len(content)), chance.randrange(8)
        broken = content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]
        path = _put(room, broken)
        try:
            check(path)
            use_everything(path.parent)
        except StoreError:
            refused += 1
        except Exception as error:  # whatever it is, a person would have got a traceback
            wrong.append(f"bit {bit} of byte {at}: {type(error).__name__}: {error}")
    return Verdict(f"{flips} single bits flipped with seed {seed}: {refused} met with a sentence", wrong)


def use_everything(folder: Path) -> None:
    """Open the store and read and write all there is. Raises StoreError where something can't be."""
    clock = SystemClock()
    with closing(Store.open(folder, clock)) as store:
        find = store.find
        found = (find.sessions(), find.readings(), find.measures(), find.measures(archived=True))
        find.goals(), find.weeks_away(), find.unfinished_sessions(), find.checkpoint(), store.dump()
        for key in ("theme", "window", "voice"):
            store.find.setting(key, None)
        made = store.readings.record(Reading("", "floor-touch", None, (4,), "cm", clock.now()))
        store.undo.undo(only=made.step)
        if found[0]:
            store.sessions.set_note(found[0][0].id, "a note")
        while store.undo.name is not None:
            store.undo.undo()
