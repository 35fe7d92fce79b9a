"""From any older schema to the present one, in one transaction. Alembic is imported only when there is work for it.

Revisions are numbers of four digits, and the newest is known from the scripts' file names (`0001_first.py`).
"""

import re
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app import __version__
from app.i18n import _
from app.store.backup import check_soundness, keep_copy, open_closed
from app.store.database import (
    alone,
    cannot_write,
    damaged,
    errors_in_words,
    open_to_look,
    reason,
    through_sqlalchemy,
    transaction,
)
from app.store.errors import NewerError
from app.store.files import give_name, make_empty, part_of, remove, sync

EMPTY = "0000"
SMALLEST = 512  # bytes of a database; SQLite takes a shorter file for an empty one and would write over it
Looked = Callable[[], str]
_SCRIPT = re.compile(r"(\d{4})_\w+\.py")
_NO_FOREIGN_KEYS = ("PRAGMA foreign_keys = OFF", "PRAGMA synchronous = FULL")  # tables are rebuilt on the way


def newest_revision(scripts: Path) -> str:
    """The schema this program works with."""
    found = (_SCRIPT.fullmatch(file.name) for file in (scripts / "versions").iterdir())
    return max(match[1] for match in found if match)


def make_new(path: Path, scripts: Path) -> None:
    """An empty store at `path`, which is whole from the moment it has that name; another start may be faster."""
    part = part_of(path)
    try:
        make_empty(part)
        with errors_in_words(path), closing(sqlite3.connect(part, isolation_level=None)) as connection:
            _upgrade(connection, part, scripts)
        sync(part)
        give_name(part, path)
    except OSError as error:
        raise cannot_write(path.parent, reason(error)) from error
    finally:
        remove(part)


def bring_up_to_date(
    path: Path, scripts: Path, now: datetime, *, snapshot: bool = True, looked: Looked | None = None
) -> None:
    """Migrate the store at `path`; a current one is only looked at. A verified copy of it as it was comes first.

    Raises StoreError and leaves the file byte for byte: damaged, not Limber's, newer than the program. A step that
    fails leaves the data as it was: the transaction sees to it, and where it can't, the copy is put back.
    """
    with errors_in_words(path):
        newest = newest_revision(scripts)
        if (looked() if looked is not None else look(path, scripts)) == newest:
            return
        with alone(path) as connection:
            revision = revision_of(path, connection, scripts)  # another start may have been faster
            if revision == newest:
                return
            before = keep_copy(connection, path, now, f"before-version-{newest}") if snapshot else None
            try:
                _upgrade(connection, path, scripts)
            except BaseException:
                if before is not None:
                    _put_back(connection, before)
                raise


def _put_back(connection: sqlite3.Connection, before: Path) -> None:
    """Write the copy over the store: a step may have ended the transaction that was to undo it."""
    with suppress(sqlite3.Error), closing(open_closed(before)) as source:
        source.backup(connection)


def begin_to_look(path: Path, scripts: Path) -> Looked:
    """`look` in a thread of its own, where SQLite needs nothing of Python: the answer waits for it."""
    executor = ThreadPoolExecutor(max_workers=1)
    looking = executor.submit(look, path, scripts)
    executor.shutdown(wait=False)
    return looking.result


def look(path: Path, scripts: Path) -> str:
    """The revision of a sound file, read without a write to it. DamagedError, NewerError."""
    check_length(path)
    try:
        return _look_now(path, scripts)
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_READONLY"):
            raise
    # A program was cut off while it wrote; whoever looks may not clean up after it, whoever writes may.
    with closing(sqlite3.connect(path)) as recovering:
        recovering.execute("SELECT count(*) FROM sqlite_schema")
    return _look_now(path, scripts)


def check_length(path: Path) -> None:
    """Raises DamagedError for a file that is no database yet: an empty one was cut off, Limber makes none."""
    if path.stat().st_size < SMALLEST:
        raise damaged(path, _("it is too short"))


def _look_now(path: Path, scripts: Path) -> str:
    with closing(open_to_look(path)) as connection:
        check_soundness(connection, path)
        return revision_of(path, connection, scripts)


def revision_of(path: Path, connection: sqlite3.Connection, scripts: Path) -> str:
    """The revision of the store at `path`. NewerError where this program is too old for it."""
    revision, newest = stored_revision(path, connection), newest_revision(scripts)
    if revision > newest:
        raise NewerError(
            _(
                "{file} was written by a newer Limber (data version {stored}; Limber {program} knows up to {newest}). "
                "Install the newer Limber to open it; nothing was changed."
            ).format(file=path, stored=revision, program=__version__, newest=newest)
        )
    return revision


def stored_revision(path: Path, connection: sqlite3.Connection) -> str:
    """The revision as it is written, "0000" for an empty database. StoreError if it is none of Limber's."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not tables:
        return EMPTY
    rows = connection.execute("SELECT * FROM alembic_version").fetchall() if "alembic_version" in tables else []
    if len(rows) != 1 or not re.fullmatch(r"\d{4}", str(rows[0][0])):
        raise damaged(path, _("it has no version of Limber's data in it"))
    return str(rows[0][0])


def _upgrade(connection: sqlite3.Connection, path: Path, scripts: Path) -> None:
    """Every missing step in one transaction of `connection`, which is checked before it is kept."""
    from alembic import command
    from alembic.config import Config

    for pragma in _NO_FOREIGN_KEYS:
        connection.execute(pragma)
    with through_sqlalchemy(connection) as steps, transaction(connection, "BEGIN IMMEDIATE"):
        steps.begin()  # the transaction is there already; Alembic would end it if nobody told
        config = Config(attributes={"connection": steps})
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        command.upgrade(config, "head")
        broken = steps.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise sqlite3.IntegrityError(f"{len(broken)} rows without the row they belong to, first in {broken[0][0]}")
        check_soundness(connection, path)
