"""Where a session stands: kept on the disk, read only where it can be gone on with, and nobody's work."""

import sqlite3
from datetime import UTC
from pathlib import Path

import pytest

from app.store.check import check
from app.store.finders import Checkpoint
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import finished, play

CONTENT = {"place": {"segment": 3, "into_s": 12.25}, "routine": {"name": "Früh"}, "sides": ["left", None]}


def _started(store: Store) -> str:
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.sessions.save_set(session_id, finished(0))
    return session_id


def test_the_last_one_kept_is_there_after_a_restart(store: Store, folder: Path, clock: FakeClock) -> None:
    session_id = _started(store)
    store.checkpoint.keep(None, {"place": 0})
    clock.advance(2)
    store.checkpoint.keep(session_id, CONTENT)
    store.close()

    again = Store.open(folder, clock)

    assert again.find.checkpoint() == Checkpoint(session_id, CONTENT, clock.now())
    assert again.find.unfinished_sessions() == (again.find.session(session_id),)
    again.close()


def test_one_before_the_first_set_has_no_session(store: Store) -> None:
    assert store.find.checkpoint() is None
    store.checkpoint.keep(None, CONTENT)
    assert store.find.checkpoint() == Checkpoint(None, CONTENT, A_MORNING.astimezone(UTC))
    store.checkpoint.clear()
    assert store.find.checkpoint() is None
    store.checkpoint.clear()


def test_it_is_no_step_no_data_and_in_no_export(store: Store) -> None:
    session_id = play(store)
    store.undo.undo()
    rows = store.dump()

    store.checkpoint.keep(session_id, CONTENT)
    store.checkpoint.clear()

    assert store.dump() == rows
    assert "checkpoint" not in rows
    assert store.undo.redo_name == "Session"
    assert store.undo.name is None


@pytest.mark.parametrize("end", ["finish", "discard", "undo"])
def test_of_a_session_that_has_ended_there_is_none(store: Store, end: str) -> None:
    session_id = _started(store)
    store.checkpoint.keep(session_id, CONTENT)

    if end == "finish":
        store.sessions.finish(session_id, A_MORNING)
    elif end == "discard":
        store.sessions.discard(session_id)
    else:
        store.undo.undo()

    assert store.find.checkpoint() is None


def test_discarding_forgets_that_sessions_checkpoint_alone(store: Store) -> None:
    running, other = _started(store), play(store)
    store.checkpoint.keep(running, CONTENT)
    store.sessions.discard(other)
    assert store.find.checkpoint() is not None

    store.sessions.discard(running)
    store.undo.undo()

    assert store.find.session(running) is not None
    assert store.find.checkpoint() is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("content", "{"),
        ("content", "[]"),
        ("content", "3"),
        ("content", "[" * 100_000),
        ("taken_at", "yesterday"),
        ("session_id", "never-there"),
    ],
)
def test_a_damaged_one_is_none(store: Store, column: str, value: str) -> None:
    store.checkpoint.keep(None, CONTENT)
    with sqlite3.connect(store.path) as damager:
        damager.execute(f"UPDATE checkpoint SET {column} = ?", [value])  # noqa: S608  # named above
    damager.close()

    assert store.find.checkpoint() is None
    store.checkpoint.keep(None, CONTENT)
    assert store.find.checkpoint() is not None


def test_one_of_a_session_that_was_never_there_is_refused_and_the_last_stays(store: Store) -> None:
    store.checkpoint.keep(None, CONTENT)
    with pytest.raises(StoreError, match="Nothing was changed"):
        store.checkpoint.keep("never-there", {})
    kept = store.find.checkpoint()
    assert kept is not None
    assert kept.content == CONTENT


def test_there_is_never_more_than_one_row(store: Store) -> None:
    for segment in range(5):
        store.checkpoint.keep(None, {"segment": segment})
    with sqlite3.connect(store.path) as looker:
        assert looker.execute("SELECT count(*) FROM checkpoint").fetchone() == (1,)
        with pytest.raises(sqlite3.IntegrityError):
            looker.execute("INSERT INTO checkpoint VALUES (2, NULL, '{}', '2026-01-31T18:30:00.000000Z')")
    looker.close()
    assert check(store.path) == []


def test_one_that_can_not_be_written_is_said(store: Store) -> None:
    store.checkpoint.keep(None, CONTENT)
    store._database.connection.exec_driver_sql("PRAGMA query_only = ON")
    store._database.connection.rollback()
    for command in (lambda: store.checkpoint.keep(None, {}), store.checkpoint.clear):
        with pytest.raises(StoreError, match="can't be written"):
            command()
    assert store.find.checkpoint() is not None


def test_another_program_reads_and_writes_on_beside_it(store: Store, folder: Path, clock: FakeClock) -> None:
    other = Store.open(folder, clock)
    seen = other.data_version()
    session_id = _started(store)
    store.checkpoint.keep(session_id, CONTENT)
    assert other.data_version() != seen

    other.sessions.save_set(session_id, finished(1))
    other.sessions.set_note(session_id, "from elsewhere")

    kept = other.find.checkpoint()
    assert kept == store.find.checkpoint()
    assert kept is not None
    assert [len(session.sets) for session in store.find.unfinished_sessions()] == [2]
    other.close()
