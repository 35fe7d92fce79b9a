"""From any older schema to the present one, in one transaction. Alembic is imported only when there is work for it.

Revisions are numbers of four digits, and the newest is known from the scripts' file names (`0001_first.py`).
"""

import re
import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from app import __version__
from app.i18n import _
from app.store.database import damaged, errors_in_words, make_engine, open_to_look, transaction, use_wal
from app.store.errors import StoreError

EMPTY = "0000"
SMALLEST = 512  # bytes of a database; SQLite takes a shorter file for an empty one and would write over it
_SCRIPT = re.compile(r"(\d{4})_\w+\.py")
_NO_FOREIGN_KEYS = ("PRAGMA foreign_keys = OFF", "PRAGMA synchronous = FULL")  # tables are rebuilt on the way


def newest_revision(scripts: Path) -> str:
    """The schema this program works with."""
    found = (_SCRIPT.fullmatch(file.name) for file in (scripts / "versions").iterdir())
    return max(match[1] for match in found if match)


def bring_up_to_date(path: Path, scripts: Path) -> None:
    """Make or migrate the store at `path`; a current one is only looked at.

    Raises StoreError and leaves the file byte for byte: damaged, not Limber's, newer than the program.
    """
    with errors_in_words(path):
        revision = _look(path)
        if not _is_older(path, revision, newest_revision(scripts)):
            return
        # Issue 7 puts the verified snapshot of a store that is not empty here.
        _migrate(path, scripts)


def _look(path: Path) -> str:
    """The revision of a sound file, read without a write to it."""
    if 0 < path.stat().st_size < SMALLEST:
        raise damaged(path, _("it is too short"))
    try:
        return _look_now(path)
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_READONLY"):
            raise
    # A program was cut off while it wrote; whoever looks may not clean up after it, whoever writes may.
    with sqlite3.connect(path) as recovering:
        recovering.execute("SELECT count(*) FROM sqlite_schema")
    recovering.close()
    return _look_now(path)


def _look_now(path: Path) -> str:
    connection = open_to_look(path)
    try:
        problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise damaged(path, problem)
        return stored_revision(path, connection)
    finally:
        connection.close()


def stored_revision(path: Path, connection: sqlite3.Connection) -> str:
    """The revision of the store at `path`, "0000" for an empty file. StoreError if it is none of Limber's."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables:
        return EMPTY
    rows = connection.execute("SELECT * FROM alembic_version").fetchall() if "alembic_version" in tables else []
    if len(rows) != 1 or not re.fullmatch(r"\d{4}", str(rows[0][0])):
        raise damaged(path, _("it has no version of Limber's data in it"))
    return str(rows[0][0])


def _is_older(path: Path, revision: str, newest: str) -> bool:
    if revision > newest:
        raise StoreError(
            _(
                "{file} was written by a newer Limber (data version {stored}; Limber {program} knows up to {newest}). "
                "Install the newer Limber to open it; nothing was changed."
            ).format(file=path, stored=revision, program=__version__, newest=newest)
        )
    return revision < newest


def _migrate(path: Path, scripts: Path) -> None:
    engine = make_engine(path, _NO_FOREIGN_KEYS)
    with engine.connect() as connection:
        use_wal(connection)
        with transaction(connection, "BEGIN IMMEDIATE"):
            # Another start may have been here while this one waited for the lock.
            stored = stored_revision(path, connection.connection.driver_connection)  # type: ignore[arg-type]  # sqlite3's
            if _is_older(path, stored, newest_revision(scripts)):
                _upgrade(connection, scripts)


def _upgrade(connection: Connection, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, "head")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise sqlite3.IntegrityError(f"{len(broken)} rows without the row they belong to, first in {broken[0][0]}")
