import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app import __version__
from app.paths import migrations_dir
from app.store.errors import DamagedError
from app.store.migrate import newest_revision
from app.store.store import Store, StoreError
from tests.fakes import FakeClock
from tests.store.samples import play, reading


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_first_start_makes_a_store_that_only_the_person_can_read(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "data" / "profiles" / "anna"

    store = Store.open(folder, clock)
    store.readings.record(reading(3))

    assert store.path == folder / "limber.db"
    assert {_mode(file) for file in folder.iterdir()} == {0o600}
    assert [_mode(part) for part in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3
    store.close()


def test_what_was_open_to_others_is_closed_to_them(store: Store, folder: Path, clock: FakeClock) -> None:
    store.close()
    folder.chmod(0o755)
    store.path.chmod(0o644)

    Store.open(folder, clock).close()

    assert (_mode(folder), _mode(store.path)) == (0o700, 0o600)


def test_a_new_store_has_no_data_and_a_used_one_keeps_it(folder: Path, clock: FakeClock) -> None:
    first = Store.open(folder, clock)
    assert not first.has_data()
    first.readings.record(reading(3))
    first.close()

    second = Store.open(folder, clock)

    assert second.has_data()
    assert [each.value for each in second.find.readings()] == [3]
    second.close()


def test_the_promised_pragmas_hold(store: Store) -> None:
    values = {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000, "secure_delete": 2}

    connection = store._database.connection

    assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in values} == values


@pytest.mark.parametrize("content", [b"not a database\n" * 400, b"x", b"SQLite format 3\x00" + b"\xff" * 4080])
def test_a_file_that_is_no_database_is_refused_untouched(folder: Path, clock: FakeClock, content: bytes) -> None:
    folder.mkdir(parents=True)
    path = folder / "limber.db"
    path.write_bytes(content)

    with pytest.raises(StoreError, match="damaged or not Limber's"):
        Store.open(folder, clock)

    assert path.read_bytes() == content
    assert [file.name for file in folder.iterdir()] == ["limber.db"]


def test_a_truncated_store_is_refused_untouched(store: Store, folder: Path, clock: FakeClock) -> None:
    store.readings.record(reading(3))
    store.close()
    whole = store.path.read_bytes()
    for length in range(4096, len(whole), 4096):
        store.path.write_bytes(whole[:length])

        with pytest.raises(StoreError, match="damaged or not Limber's"):
            Store.open(folder, clock)

        assert store.path.read_bytes() == whole[:length]


def test_a_damaged_page_is_found_before_anything_is_written(store: Store, folder: Path, clock: FakeClock) -> None:
    play(store)
    store.close()
    good = store.path.read_bytes()
    refused = 0
    for start in range(0, len(good), 4096):
        broken = good[:start] + b"\x5a" * 4096 + good[start + 4096 :]
        store.path.write_bytes(broken)
        with suppress(StoreError):
            Store.open(folder, clock).close()
            refused -= 1
        refused += 1
        assert store.path.read_bytes() == broken

    assert refused == len(good) // 4096


def test_who_looks_ahead_finds_the_same_and_writes_nothing(store: Store, folder: Path, clock: FakeClock) -> None:
    play(store)
    store.close()
    good = store.path.read_bytes()

    with closing(Store.open(folder, clock, Store.begin_to_look(folder))) as opened:
        assert len(opened.find.sessions()) == 1

    broken = good[:4096] + b"\x5a" * 4096 + good[8192:]
    store.path.write_bytes(broken)
    with pytest.raises(DamagedError):
        Store.open(folder, clock, Store.begin_to_look(folder))
    assert store.path.read_bytes() == broken


def test_a_write_that_was_cut_off_is_played_back_before_anything_is_judged(folder: Path, clock: FakeClock) -> None:
    """Only while a store is made can SQLite's journal be left beside it; a connection that only looks can't use it."""
    folder.mkdir(parents=True)
    path = folder / "limber.db"
    with sqlite3.connect(path, isolation_level=None) as writing:
        writing.execute("CREATE TABLE kept (text)")
        writing.execute("PRAGMA cache_size = 1")
        writing.execute("BEGIN")
        writing.execute("CREATE TABLE cut_off (text)")
        writing.executemany("INSERT INTO cut_off VALUES (?)", [("x" * 900,)] * 500)
        cut = {file.name: file.read_bytes() for file in folder.iterdir()}
        writing.execute("ROLLBACK")
        writing.execute("DROP TABLE kept")
    writing.close()
    for name, content in cut.items():
        (folder / name).write_bytes(content)
    assert "limber.db-journal" in cut

    with pytest.raises(StoreError, match="no version of Limber's data"):
        Store.open(folder, clock)

    with sqlite3.connect(path) as reading_back:
        assert reading_back.execute("SELECT name FROM sqlite_schema").fetchall() == [("kept",)]
    reading_back.close()


def test_another_programs_database_is_refused_untouched(folder: Path, clock: FakeClock) -> None:
    folder.mkdir(parents=True)
    path = folder / "limber.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE cards (id INTEGER)")
    theirs.close()
    content = path.read_bytes()

    with pytest.raises(StoreError, match="no version of Limber's data"):
        Store.open(folder, clock)

    assert path.read_bytes() == content


def test_a_store_newer_than_the_program_is_refused_byte_for_byte(store: Store, folder: Path, clock: FakeClock) -> None:
    store.readings.record(reading(3))
    store.close()
    with sqlite3.connect(store.path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    content = store.path.read_bytes()

    with pytest.raises(StoreError) as caught:
        Store.open(folder, clock)

    assert store.path.read_bytes() == content
    assert all(
        word in str(caught.value)
        for word in ("9999", newest_revision(migrations_dir()), __version__, "Install the newer Limber")
    )


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "file").write_text("in the way")

    for folder in (tmp_path / "file", tmp_path / "file" / "profiles" / "anna"):
        with pytest.raises(StoreError, match="can't be written") as caught:
            Store.open(folder, clock)
        assert str(folder) in str(caught.value)


def test_a_folder_where_the_file_should_be_is_named(folder: Path, clock: FakeClock) -> None:
    (folder / "limber.db").mkdir(parents=True)

    with pytest.raises(StoreError, match="can't be written"):
        Store.open(folder, clock)


def test_alembic_is_not_imported_for_a_current_store(store: Store, folder: Path) -> None:
    store.close()
    program = (
        "import sys; from pathlib import Path;"
        "from app.store.store import Store; from app.domain.clock import SystemClock;"
        "Store.open(Path(sys.argv[1]), SystemClock()).close();"
        "print(sorted({'alembic', 'mako', 'sqlalchemy.orm', 'PySide6', 'matplotlib'} & set(sys.modules)))"
    )

    result = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_another_connections_commit_is_noticed_and_ones_own_is_not(
    store: Store, folder: Path, clock: FakeClock
) -> None:
    other = Store.open(folder, clock)
    seen = store.data_version()
    store.readings.record(reading(1))
    assert store.data_version() == seen

    other.readings.record(reading(2))

    assert store.data_version() != seen
    assert [each.value for each in store.find.readings()] == [1, 2]
    other.close()
