"""The SQLite file: how it is opened, how one transaction is held, and what its errors mean in words.

One connection, used by one thread. SQLite is left in autocommit and every transaction begins explicitly, since Python's
own handling would not roll back a failed change of the schema.

Opening and finding (`finders.py`) need Python's own driver alone; SQLAlchemy, whose import takes longer than a bare
window needs to appear, comes in over the same connection when something is written for the first time.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import os_reason
from app.i18n import _
from app.store.errors import DamagedError, StoreError, UnwritableError
from app.store.holders import holders

if TYPE_CHECKING:
    from sqlalchemy import Connection

FILE_NAME = "limber.db"
WAIT_S = 5.0
_LOOK_AGAIN_S = 0.02
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # an acknowledged record survives a power cut
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = FAST",
)


class Database:
    """An open, current store file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()

    def _open(self) -> None:
        with errors_in_words(self.path):
            self._driver = connect(self.path, _PRAGMAS)
            use_wal(self._driver)

    @cached_property
    def connection(self) -> "Connection":
        """SQLAlchemy's hold of it."""
        return through_sqlalchemy(self._driver)

    def close(self) -> None:
        if "connection" in self.__dict__:
            self.connection.close()
            del self.connection
        self._driver.close()

    @contextmanager
    def released(self) -> Iterator[None]:
        """Nothing of this program has the file open meanwhile: for what needs the store alone."""
        self.close()
        try:
            yield
        finally:
            self._open()

    @contextmanager
    def writing(self) -> "Iterator[Connection]":
        """One transaction that others wait for: all of it or nothing."""
        connection = self.connection
        with errors_in_words(self.path), transaction(self._driver, "BEGIN IMMEDIATE"):
            yield connection

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        """One unchanging view of the data over several queries."""
        connection = self.connection
        with errors_in_words(self.path), readable(self.path), transaction(self._driver, "BEGIN"):
            yield connection

    @contextmanager
    def finding(self) -> Iterator[sqlite3.Cursor]:
        """The same for queries in plain SQL; the rows go by their columns' names."""
        cursor = self._driver.cursor()
        cursor.row_factory = sqlite3.Row
        with errors_in_words(self.path), readable(self.path), transaction(self._driver, "BEGIN"):
            yield cursor

    def data_version(self) -> int:
        """Differs from the last time when another connection, of this or another process, has committed."""
        with errors_in_words(self.path):
            version: int = self._driver.execute("PRAGMA data_version").fetchone()[0]
            return version


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    try:
        connection.execute(begin)
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def connect(path: Path, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    """A connection on which `pragmas` have been run."""
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    for pragma in pragmas:
        connection.execute(pragma)
    return connection


def through_sqlalchemy(driver: sqlite3.Connection) -> "Connection":
    """SQLAlchemy over an open connection, which stays its owner's: neither ends a transaction of the other's."""
    from sqlalchemy import StaticPool, create_engine

    return create_engine(
        "sqlite+pysqlite://", creator=lambda: driver, poolclass=StaticPool, isolation_level="AUTOCOMMIT",
        hide_parameters=True,  # what somebody recorded stays out of what is told of an error
    ).connect()  # fmt: skip


def use_wal(connection: sqlite3.Connection) -> None:
    """Write-ahead logging, so that the command line can work beside an open window. Stays with the file.

    SQLite does not wait for others at this one switch, so the waiting is done here.
    """
    deadline = time.monotonic() + WAIT_S
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_LOOK_AGAIN_S)


def open_to_look(path: Path) -> sqlite3.Connection:
    """A connection that can't write, not even what SQLite tidies up when the last one closes."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_S, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


@contextmanager
def alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The only connection to the file: whoever comes meanwhile waits. StoreError naming who has it open already."""
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    try:
        with errors_in_words(path):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("COMMIT")
        yield connection
    finally:
        connection.close()


def prepare_folder(folder: Path) -> Path:
    """The path of the store in `folder`, which is there now and for the person alone (0700), as is the file if any."""
    path = folder / FILE_NAME
    try:
        make_private(folder)
        if path.exists():
            os.close(os.open(path, os.O_RDWR))
            with suppress(OSError):
                path.chmod(path.stat().st_mode & 0o600)
    except OSError as error:
        raise cannot_write(folder, os_reason(error)) from error
    return path


def make_private(folder: Path) -> None:
    """Make the folder and those above it that are not there yet, for the person alone. Raises OSError."""
    for part in [*reversed(folder.parents), folder]:
        if not part.exists():
            part.mkdir(mode=0o700, exist_ok=True)
    with suppress(OSError):  # some drives have no permissions to set
        folder.chmod(folder.stat().st_mode & 0o700)


def cannot_write(folder: Path, why: str) -> StoreError:
    return UnwritableError(
        _("Your data can't be written in {folder}: {why}. Nothing was changed; put that right and try again.").format(
            folder=folder, why=why
        )
    )


@contextmanager
def errors_in_words(path: Path) -> Iterator[None]:
    """SQLite's errors as `StoreError`, SQLAlchemy's of them too, and values no text or number of its can hold."""
    try:
        yield
    except UnicodeDecodeError as error:  # names and texts of a damaged file, in SQLite's own messages too
        raise damaged(path, _("it holds what is no text")) from error
    except (OverflowError, UnicodeEncodeError) as error:
        why = _("a number is too large") if isinstance(error, OverflowError) else _("it holds what is no text")
        raise StoreError(_("A value can't be stored: {why}. Nothing was changed.").format(why=why)) from error
    except Exception as error:
        cause = getattr(error, "orig", error)  # as SQLAlchemy names what it wraps
        if isinstance(cause, sqlite3.Error):
            raise in_words(cause, path) from error
        raise


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """A value that is not what its column holds, such as a flipped bit makes of it, as DamagedError."""
    try:
        yield
    except UnicodeError:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        raise damaged(path, _("it holds a value that can't be read")) from error


def in_words(error: sqlite3.Error, path: Path) -> StoreError:
    """What happened to the store at `path`, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError(in_use(path))
    if name.startswith(("SQLITE_NOTADB", "SQLITE_FORMAT")):
        return damaged(path, _("it is not a database"))
    if name.startswith("SQLITE_CORRUPT"):
        return damaged(path, not_whole())
    if name.startswith(("SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        return cannot_write(path.parent, reason(error))
    return StoreError(_("The data doesn't fit together: {why}. Nothing was changed.").format(why=error))


def reason(error: sqlite3.Error | OSError) -> str:
    """Why a file could not be written, as part of a sentence."""
    if isinstance(error, OSError):
        return os_reason(error)
    words = {
        "SQLITE_FULL": _("the disk is full"),
        "SQLITE_READONLY": _("it may only be read"),
        "SQLITE_PERM": _("it may only be read"),
        "SQLITE_CANTOPEN": _("its file can't be opened"),
        "SQLITE_IOERR": _("the disk did not do it"),
        "SQLITE_CORRUPT": not_whole(),
        "SQLITE_NOTADB": _("it is not a database"),
    }
    name = getattr(error, "sqlite_errorname", "")  # such as SQLITE_IOERR_WRITE
    return next((said for kind, said in words.items() if name.startswith(kind)), str(error))


def not_whole() -> str:
    return _("its parts don't fit together")


def in_use(path: Path) -> str:
    """Who else has the store open, where the system tells."""
    who = holders(path)
    if not who:
        return _("Another program is using your data in {folder}: wait until it is done, then try again.").format(
            folder=path.parent
        )
    return _("Another program is using your data in {folder} ({who}): wait until it is done, then try again.").format(
        folder=path.parent, who=", ".join(who)
    )


def damaged(path: Path, why: str) -> StoreError:
    return DamagedError(
        _("{file} is damaged or not Limber's: {why}. It was left as it is: put a copy of yours in its place.").format(
            file=path, why=why
        )
    )
