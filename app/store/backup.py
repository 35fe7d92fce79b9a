"""Verified copies of a store, in `backups/` beside it: made, listed, and thinned out.

SQLite itself writes the copy, so that one can be made beside an open window; it is checked and on the disk before it
gets its name. Whatever is in the folder has a name that says when it was made, and why if it was not for its own sake.
"""

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.i18n import _
from app.store.database import WAIT_S, damaged, errors_in_words, make_private, not_whole, open_to_look, reason
from app.store.errors import StoreError, UnwritableError
from app.store.files import make_empty, part_of, remove, sync, sync_folder
from app.store.thinning import spare

FOLDER = "backups"
BEFORE_RESTORE = "before-restore"
AT_MOST_EVERY = timedelta(minutes=30)
LONGEST_WRITE_S = 3600.0
_NAME = re.compile(r"limber-(\d{4}-\d\d-\d\dT\d{6}[+-]\d{4})(?:-([a-z0-9-]+))?\.db")
_OUR_OWN = {"alembic_version", "checkpoint", "undo_steps", "undo_records", "sqlite_sequence"}
_LAST_CHANGE = """
SELECT max(updated_at) FROM (
  SELECT updated_at FROM sessions UNION ALL SELECT updated_at FROM sets UNION ALL SELECT updated_at FROM readings
)"""


@dataclass(frozen=True, slots=True)
class Backup:
    """`made_at` with the offset it was made at; `why` is empty for one made for its own sake."""

    path: Path
    made_at: datetime
    why: str
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """How much can be seen in a store, and the moment of its last change as it is stored; None in an empty one."""

    sessions: int
    readings: int
    changed_at: str | None


def folder_of(store: Path) -> Path:
    return store.parent / FOLDER


def backups_of(store: Path) -> list[Backup]:
    """Those of the store at that path, newest first; a file of another name is none."""
    found = []
    with suppress(OSError):
        for file in folder_of(store).iterdir():
            backup = _read_name(file)
            if backup is not None:
                found.append(backup)
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def _read_name(file: Path) -> Backup | None:
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    try:
        return Backup(file, datetime.fromisoformat(match[1]), match[2] or "", file.stat().st_size)
    except (ValueError, OSError):
        return None


def contents(file: Path) -> Contents | None:
    """What is in a backup; None where it can't be read."""
    try:
        with closing(open_closed(file)) as connection:
            sessions, readings = (
                connection.execute(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL").fetchone()[0]  # noqa: S608
                for table in ("sessions", "readings")
            )
            return Contents(sessions, readings, connection.execute(_LAST_CHANGE).fetchone()[0])
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def back_up(store: Path, now: datetime, why: str = "") -> Path:
    """A verified copy in the folder of backups; where it is. StoreError where there is none: nothing was changed."""
    with closing(_open_source(store)) as connection:
        return keep_copy(connection, store, now, why)


def keep_copy(connection: sqlite3.Connection, store: Path, now: datetime, why: str) -> Path:
    """The same through an open connection, which is in no transaction."""
    try:
        make_private(folder_of(store))
    except OSError as error:
        raise _no_copy(folder_of(store), error) from error
    target = _free_name(folder_of(store), now, why)
    copy_whole(connection, store, target)
    return target


def back_up_to(store: Path, target: Path) -> None:
    """A verified copy wherever the person wants it; an older file of that name is replaced by a whole one only."""
    target = target.absolute()
    if target.parent.resolve() == store.parent.resolve() and target.name.startswith(store.name):
        raise StoreError(_("{file} is your data itself: choose another place for the copy.").format(file=target))
    if target.is_dir():
        raise StoreError(_("{file} is a folder: name a file for the copy.").format(file=target))
    with closing(_open_source(store)) as connection:
        copy_whole(connection, store, target)


def _open_source(store: Path) -> sqlite3.Connection:
    if not store.is_file():
        raise StoreError(_("There is nothing to back up: no data in {folder} yet.").format(folder=store.parent))
    with errors_in_words(store):
        return open_to_look(store)


def copy_whole(connection: sqlite3.Connection, source: Path, target: Path) -> None:
    """Write what `connection` sees of the store at `source` to `target`: all of it, checked, on the disk."""
    with errors_in_words(source):
        check_soundness(connection, source)
    part = part_of(target)
    try:
        make_empty(part)
        connection.execute("VACUUM INTO ?", (str(part.absolute()),))
        with closing(open_closed(part)) as copy:
            check_soundness(copy, part)
        sync(part)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise _no_copy(target.parent, error) from error
    finally:
        remove(part)
    sync_folder(target.parent)


def check_soundness(connection: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedError where the file's own structure is broken."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path, not_whole())


def open_closed(file: Path) -> sqlite3.Connection:
    """A connection to a file that nobody writes: it reads, and leaves nothing beside the file. Raises sqlite3.Error."""
    if Path(f"{file}-wal").exists():
        return open_to_look(file)
    uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)


def back_up_if_due(store: Path, now: datetime) -> Path | None:
    """What the window does when it is closed: a copy if something changed since the last one, half an hour ago or more.

    Then backups are thinned out, never without a new one that was just found whole. None where nothing was due.
    """
    clear_remains(store)
    own = [backup for backup in backups_of(store) if not backup.why]
    if own and timedelta(0) <= now - own[0].made_at < AT_MOST_EVERY:
        return None
    with closing(_open_source(store)) as connection, errors_in_words(store):
        check_soundness(connection, store)
        fingerprint = content_of(connection)
        if fingerprint == content_of_nothing() or (own and _content_of_file(own[0].path) == fingerprint):
            return None
        made = keep_copy(connection, store, now, "")
    thin_out(store, now)
    return made


def thin_out(store: Path, now: datetime) -> None:
    """Remove the backups that are spare; those kept before something was changed are counted among themselves."""
    all_backups = backups_of(store)
    for group in ([each for each in all_backups if not each.why], [each for each in all_backups if each.why]):
        spares = spare([each.made_at for each in group], now.date())
        for backup in group:
            if backup.made_at in spares:
                with suppress(OSError):
                    backup.path.unlink()


def clear_remains(store: Path) -> None:
    """Remove what a program had begun to write beside the store and in its backups, and was killed long ago."""
    for folder in (store.parent, folder_of(store)):
        with suppress(OSError):
            for part in folder.glob(".*.part*"):
                if part.stat().st_mtime < time.time() - LONGEST_WRITE_S:
                    part.unlink()


def content_of(connection: sqlite3.Connection) -> str:
    """One text for all that a person recorded: another after every change, the same in a store and its copy."""
    return _digest(repr(row).encode() for row in _rows(connection))


def content_of_nothing() -> str:
    return _digest(())


def _digest(pieces: Iterable[bytes]) -> str:
    import hashlib  # with OpenSSL behind it, which the start does not need

    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def _content_of_file(file: Path) -> str | None:
    try:
        with closing(open_closed(file)) as connection:
            return content_of(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Which rows belong to the person, and when each was changed last; where their window stood is nobody's work."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in sorted(tables - _OUR_OWN):
        leave_out = "WHERE key != 'window'" if table == "settings" else ""
        yield from connection.execute(f"SELECT '{table}', id, updated_at FROM {table} {leave_out}")  # noqa: S608


def _free_name(folder: Path, now: datetime, why: str) -> Path:
    while True:
        stem = f"limber-{now.strftime('%Y-%m-%dT%H%M%S%z')}" + (f"-{why}" if why else "")
        if not (folder / f"{stem}.db").exists():
            return folder / f"{stem}.db"
        now += timedelta(seconds=1)


def _no_copy(folder: Path, error: sqlite3.Error | OSError) -> UnwritableError:
    return UnwritableError(
        _("No copy could be written in {folder}: {why}. Your data itself is as it was.").format(
            folder=folder, why=reason(error)
        )
    )
