import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from app.paths import migrations_dir
from app.store.backup import backups_of
from app.store.check import check
from app.store.migrate import bring_up_to_date, newest_revision
from app.store.store import Store, StoreError
from app.store.tables import metadata
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import pain_stop, play, reading
from tests.store.test_backup import every_row

NEWEST = newest_revision(migrations_dir())
NEXT_REVISION = f"{int(NEWEST) + 1:04}"
NOT_OURS = ("alembic_version", "sqlite_sequence")
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{newest}"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table("drawings", sa.Column("id", sa.Text, primary_key=True, nullable=False), sqlite_strict=True)
    with op.batch_alter_table("readings") as readings:
        readings.add_column(sa.Column("pain", sa.Integer))
    {last}
"""


def _next_scripts(tmp_path: Path, last: str = "") -> Path:
    """The scripts as the next release might bring them."""
    scripts = tmp_path / "50% of scripts"
    shutil.copytree(migrations_dir(), scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / f"{NEXT_REVISION}_next.py").write_text(
        NEXT.format(next=NEXT_REVISION, newest=NEWEST, last=last)
    )
    return scripts


def _schema(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    schema = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    connection.close()
    return {name: " ".join(sql.split()) for name, sql in schema.items() if name not in NOT_OURS}


def test_the_migrated_schema_is_that_of_the_tables(store: Store, tmp_path: Path) -> None:
    made = tmp_path / "made.db"
    engine = create_engine(f"sqlite:///{made}")
    metadata.create_all(engine)
    engine.dispose()

    assert _schema(store.path) == _schema(made)
    assert all(sql.endswith("STRICT") for sql in _schema(store.path).values() if sql.startswith("CREATE TABLE"))


def test_the_newest_revision_is_known_from_the_file_names(tmp_path: Path) -> None:
    assert newest_revision(_next_scripts(tmp_path)) == NEXT_REVISION


def test_an_older_store_is_brought_up_to_date_with_everything_in_it(store: Store, tmp_path: Path) -> None:
    store.sessions.stop_for_pain(play(store), pain_stop())
    store.readings.record(reading(3, 2))
    rows = store.dump()
    store.close()

    bring_up_to_date(store.path, _next_scripts(tmp_path), A_MORNING)

    connection = sqlite3.connect(store.path)
    connection.row_factory = sqlite3.Row
    for table in rows:
        query = f"SELECT * FROM {table} ORDER BY created_at, id"  # noqa: S608  # our own tables
        kept = [dict(row) for row in connection.execute(query)]
        assert [{name: value for name, value in row.items() if name != "pain"} for row in kept] == rows[table]
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] == NEXT_REVISION
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    schema = _schema(store.path)
    assert schema["readings"].endswith("STRICT")
    assert "readings_by_measure" in schema


@pytest.mark.parametrize(
    "last",
    ["raise RuntimeError('broken on purpose')", "op.execute('DELETE FROM readings')"],
    ids=["raises", "leaves rows without their parent"],
)
def test_a_step_that_fails_leaves_nothing(store: Store, tmp_path: Path, last: str) -> None:
    play(store)
    store.readings.record(reading(3, 2))
    rows, schema = store.dump(), _schema(store.path)
    store.close()

    with pytest.raises(Exception, match=r"broken on purpose|without the row"):
        bring_up_to_date(store.path, _next_scripts(tmp_path, last), A_MORNING)

    assert _schema(store.path) == schema
    again = Store.open(store.path.parent, FakeClock())
    assert again.dump() == rows
    again.close()


def test_a_checked_copy_of_the_store_as_it_was_comes_first(store: Store, tmp_path: Path) -> None:
    play(store)
    rows = every_row(store.path)
    store.close()

    bring_up_to_date(store.path, _next_scripts(tmp_path), A_MORNING)

    (copy,) = backups_of(store.path)
    assert copy.why == f"before-version-{NEXT_REVISION}"
    assert every_row(copy.path) == rows


@pytest.mark.parametrize("last", ["raise RuntimeError('broken on purpose')", "raise KeyboardInterrupt"])
def test_the_copy_is_put_back_where_a_step_ended_the_transaction_and_then_failed(
    store: Store, tmp_path: Path, last: str
) -> None:
    play(store)
    store.close()
    rows = every_row(store.path)
    ended = "op.get_bind().exec_driver_sql('DELETE FROM sets'); op.get_bind().exec_driver_sql('COMMIT'); "

    with pytest.raises((Exception, KeyboardInterrupt)):
        bring_up_to_date(store.path, _next_scripts(tmp_path, ended + last), A_MORNING)

    assert every_row(store.path) == rows
    assert check(store.path) == []


def test_a_store_is_not_moved_up_while_somebody_has_it_open(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.readings.record(reading(3))
    monkeypatch.setattr("app.store.database.WAIT_S", 0.05)
    monkeypatch.setattr("app.store.database.holders", lambda _path: ["limber 4711"])

    with pytest.raises(StoreError, match=r"Another program is using your data in .*limber 4711"):
        bring_up_to_date(store.path, _next_scripts(tmp_path), A_MORNING)

    assert backups_of(store.path) == []
    store.readings.record(reading(4))


def test_no_copy_no_migration(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk: better the old version untouched than a new one without a way back."""
    store.readings.record(reading(3))
    store.close()
    before = store.path.read_bytes()

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.store.backup.sync", full)
    with pytest.raises(StoreError, match="the disk is full"):
        bring_up_to_date(store.path, _next_scripts(tmp_path), A_MORNING)

    assert store.path.read_bytes() == before
