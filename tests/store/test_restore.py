"""A backup in the place of the present data: all of it, and the present data kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.paths import migrations_dir
from app.store.backup import BEFORE_RESTORE, back_up, backups_of
from app.store.errors import DamagedError, NewerError
from app.store.restore import begin_anew, restore
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import play, reading
from tests.store.test_backup import damage, every_row

GOLDEN = sorted((Path(__file__).parents[1] / "upgrade").glob("schema_*.sql"))


@pytest.fixture
def earlier(store: Store) -> Path:
    """A backup; after it something was recorded, and nobody has the store open."""
    play(store)
    store.readings.record(reading(3, 2))
    copy = back_up(store.path, A_MORNING)
    store.readings.record(reading(9))
    store.undo.undo()
    store.readings.record(reading(8))
    store.close()
    return copy


def put_back(store: Store, copy: Path) -> Path | None:
    return restore(store.path, copy, migrations_dir(), A_MORNING)


def test_every_row_of_the_backup_is_there_and_the_present_data_can_be_gone_back_to(store: Store, earlier: Path) -> None:
    wanted, present = every_row(earlier), every_row(store.path)
    kept = put_back(store, earlier)
    assert kept is not None
    assert every_row(store.path) == wanted
    assert every_row(kept) == present
    assert backups_of(store.path)[0].why == BEFORE_RESTORE
    put_back(store, kept)
    assert every_row(store.path) == present
    assert not list(store.path.parent.glob(".*part*"))


def test_an_older_backup_is_brought_up_to_date_on_its_way(store: Store, earlier: Path, tmp_path: Path) -> None:
    for dump in GOLDEN:
        old = tmp_path / f"{dump.stem}.db"
        with closing(sqlite3.connect(old)) as made:
            made.executescript(dump.read_text(encoding="utf-8"))
        content = old.read_bytes()
        put_back(store, old)
        again = Store.open(store.path.parent, FakeClock())
        assert len(again.find.sessions()) == 2
        again.close()
        assert old.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"x" * 9000, None], ids=["zero bytes", "not a database", "a damaged page"])
def test_a_damaged_store_is_kept_as_it_is_with_all_that_belongs_to_it(
    store: Store, earlier: Path, content: bytes | None
) -> None:
    wanted = every_row(earlier)
    if content is None:
        content = damage(store.path)
    store.path.write_bytes(content)
    Path(f"{store.path}-wal").write_bytes(b"of the damaged one")
    with pytest.raises(DamagedError):
        Store.open(store.path.parent, FakeClock())
    kept = put_back(store, earlier)
    assert kept is not None
    assert kept.name.endswith(".damaged")
    assert kept.read_bytes() == content
    assert Path(f"{kept}-wal").read_bytes() == b"of the damaged one"
    assert every_row(store.path) == wanted
    assert store.path.stat().st_mode & 0o777 == 0o600


def test_a_store_that_is_gone_while_there_are_backups_is_not_silently_begun_anew(store: Store, earlier: Path) -> None:
    store.path.unlink()
    with pytest.raises(DamagedError, match="is not there any more, but there are backups"):
        Store.open(store.path.parent, FakeClock())
    assert put_back(store, earlier) is None
    again = Store.open(store.path.parent, FakeClock())
    assert len(again.find.readings()) == 1
    again.close()


def test_beginning_anew_keeps_the_damaged_file(store: Store, earlier: Path) -> None:
    broken = damage(store.path)
    kept = begin_anew(store.path, migrations_dir(), A_MORNING)
    assert kept is not None
    assert kept.read_bytes() == broken
    fresh = Store.open(store.path.parent, FakeClock())
    assert not fresh.has_data()
    fresh.close()


def test_what_can_not_be_restored_is_refused_and_nothing_changed(store: Store, earlier: Path, tmp_path: Path) -> None:
    before = store.path.read_bytes()
    garbage, theirs, empty, newer = (tmp_path / name for name in ("garbage.db", "theirs.db", "empty.db", "newer.db"))
    garbage.write_bytes(b"not one of ours" * 500)
    empty.touch()
    for path, change in (
        (theirs, "DROP TABLE alembic_version"),
        (newer, "UPDATE alembic_version SET version_num = 9999"),
    ):
        path.write_bytes(earlier.read_bytes())
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(change)
            connection.commit()
    cases = [
        (garbage, DamagedError, "damaged or not Limber's"),
        (theirs, DamagedError, "no version of Limber's data"),
        (empty, StoreError, "is empty"),
        (newer, NewerError, "9999"),
        (store.path, StoreError, "is your present data itself"),
        (tmp_path / "none.db", StoreError, "no such file"),
    ]
    for path, kind, why in cases:
        with pytest.raises(kind, match=why):
            put_back(store, path)
    assert store.path.read_bytes() == before
    assert len(backups_of(store.path)) == 1


def test_who_has_the_store_open_is_named_and_nothing_changed(
    store: Store, earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.database.WAIT_S", 0.05)
    monkeypatch.setattr("app.store.database.holders", lambda _path: ["limber 4711"])
    other = Store.open(store.path.parent, FakeClock())
    rows = other.dump()
    with pytest.raises(StoreError, match=r"Another program is using your data in .*limber 4711"):
        put_back(store, earlier)
    assert other.dump() == rows
    other.close()
