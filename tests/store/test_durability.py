"""What the store said is saved, is saved: through kills, a full disk and company."""

import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.store.check import check
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.soak.promises import Promises
from tests.soak.writer import SETS_IN_A_SESSION, content_after
from tests.store.samples import finished, play, reading

KILLS = 10
WRITER = [sys.executable, "-m", "tests.store.writer"]
ENDLESS_WRITER = [sys.executable, "-m", "tests.soak.writer"]


def test_kill_9_in_mid_write_loses_nothing_acknowledged_and_not_the_place(folder: Path) -> None:
    chance = random.Random(2)  # noqa: S311  # not for secrets
    promises = Promises()
    for _kill in range(KILLS):
        program = subprocess.Popen([*ENDLESS_WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
        assert program.stdout is not None
        said = [program.stdout.readline() for _line in range(chance.randint(1, 40))]
        program.kill()
        promises.hear("".join([*said, *program.stdout]))
        program.wait()
        program.stdout.close()
        assert promises.broken(folder) == []

    assert len(promises.readings) >= KILLS
    assert len(promises.sets) > KILLS


def test_a_lost_or_torn_checkpoint_would_be_noticed(store: Store, folder: Path) -> None:
    session_id = play(store, works=0)
    other_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.sessions.save_set(other_id, finished(0))

    def problems(content: dict[str, object] | None, *said: str) -> str:
        store.checkpoint.keep(other_id, content) if content else store.checkpoint.clear()
        promises = Promises()
        promises.hear("\n".join([*said, ""]))
        return " ".join(promises.broken(folder))

    assert problems(content_after(1), f"checkpoint {other_id} 1") == ""
    assert problems(content_after(1), f"checkpoint {other_id} 0") == ""
    assert problems(None, f"checkpoint {other_id} {SETS_IN_A_SESSION}") == ""
    assert problems(content_after(0), "cleared") == ""
    assert "was promised" in problems(content_after(0), f"checkpoint {other_id} 1")
    assert "was promised" in problems(content_after(1), f"checkpoint {session_id} 1")
    assert "was promised" in problems(None, f"checkpoint {other_id} 1")
    assert "was promised" in problems(content_after(1), "cleared")
    assert "not whole" in problems(content_after(1) | {"works": []}, f"checkpoint {other_id} 1")
    assert "not there" in problems(content_after(2), f"checkpoint {other_id} 2")


def test_programs_that_start_and_write_at_once_wait_for_one_another(folder: Path, clock: FakeClock) -> None:
    rounds, count = 20, 3
    programs = [
        subprocess.Popen([*WRITER, str(folder), str(rounds)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _program in range(count)
    ]

    errors = [program.communicate()[1] for program in programs]

    store = Store.open(folder, clock)
    assert errors == [""] * count
    assert len(store.find.readings()) == rounds * count
    assert [len(session.sets) for session in store.find.sessions()] == [rounds] * count
    store.close()
    assert check(store.path) == []


def test_a_store_held_by_another_is_said_in_a_sentence(store: Store, folder: Path, clock: FakeClock) -> None:
    other = Store.open(folder, clock)
    store._database.connection.exec_driver_sql("PRAGMA busy_timeout = 10")

    with other._database.writing(), pytest.raises(StoreError, match="Another program is using your data"):
        store.readings.record(reading(1))

    other.close()
    store.readings.record(reading(2))
    assert [each.value for each in store.find.readings()] == [2]


def test_a_full_disk_is_said_and_nothing_half_written(store: Store) -> None:
    play(store)
    rows = store.dump()
    connection = store._database.connection
    size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count = {size}")
    connection.rollback()

    with pytest.raises(StoreError, match="disk is full"):
        _record_until_refused(store)
    kept = store.dump()
    connection.exec_driver_sql("PRAGMA max_page_count = 100000")
    connection.rollback()
    store.readings.record(reading(9, day=9))

    assert kept["sets"] == rows["sets"]
    assert len(kept["trials"]) == 3 * len(kept["readings"])
    assert store.find.readings()[-1].value == 9
    assert check(store.path) == []


def test_a_write_that_fails_is_said_and_works_again_when_there_is_room(store: Store) -> None:
    store.readings.record(reading(1))
    size = max(file.stat().st_size for file in store.path.parent.iterdir())

    with _no_file_longer_than(size + 5000), pytest.raises(StoreError, match=r"can't be written"):
        _record_until_refused(store)
    kept = store.dump()
    store.readings.record(reading(9, day=9))

    assert len(kept["trials"]) == 3 * len(kept["readings"]) - 2
    assert store.find.readings()[-1].value == 9
    assert check(store.path) == []


def _record_until_refused(store: Store) -> None:
    for number in range(2000):
        store.readings.record(reading(number, 2, 1))


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[None]:
    """Writes beyond `size` bytes fail, as on a full disk. (Python ignores the signal that comes with it.)"""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_folder_that_became_read_only_is_said(store: Store) -> None:
    store.readings.record(reading(1))
    store._database.connection.exec_driver_sql("PRAGMA query_only = ON")
    store._database.connection.rollback()

    with pytest.raises(StoreError, match="can't be written") as caught:
        store.readings.record(reading(2))

    assert str(store.path.parent) in str(caught.value)
    assert [each.value for each in store.find.readings()] == [1]
