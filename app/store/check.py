"""Whether a store is sound, and what is wrong with it in sentences. Only reads."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import MAXYEAR, UTC, datetime
from pathlib import Path

from sqlalchemy import CheckConstraint, Table

from app.domain.catalogue import Catalogue
from app.i18n import _
from app.paths import migrations_dir
from app.store.copies import told
from app.store.database import errors_in_words, open_to_look
from app.store.errors import StoreError
from app.store.migrate import check_length, newest_revision, stored_revision
from app.store.possible import impossible
from app.store.rows import READINGS_WITHOUT_TRIALS, problem
from app.store.tables import PEOPLES, checkpoint, own_id

MOST_PROBLEMS = 100
END_OF_TIME = datetime(MAXYEAR, 1, 1, tzinfo=UTC)
NO_CATALOGUE = Catalogue({}, {}, {})
LOOKED_AT = (*PEOPLES, checkpoint)


def check(path: Path, catalogue: Catalogue = NO_CATALOGUE) -> list[str]:
    """The problems of the store at `path`; none for a sound one. Any file may be given.

    `catalogue` is the built-in one: what was recorded or made of it is judged by its ranges and doses too.
    """
    if not path.is_file():
        return [_("There is no data in {folder} yet: {file} is not there.").format(folder=path.parent, file=path.name)]
    try:
        check_length(path)
        with errors_in_words(path), closing(open_to_look(path)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")
            return [*_problems(path, connection, catalogue), *told(path)]
    except StoreError as error:
        return [str(error), *told(path)]


def _problems(path: Path, connection: sqlite3.Connection, catalogue: Catalogue) -> Iterator[str]:
    """First the file, then the schema, then what rows must be; each only makes sense if the one before is sound."""
    lines = [row[0] for row in connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})")]
    if lines != ["ok"]:
        yield from (_("SQLite says: {what}").format(what=line) for line in lines)
        return
    newest = newest_revision(migrations_dir())
    stored = stored_revision(path, connection)
    if stored != newest:
        yield _("The data is of version {stored}, this Limber works with {newest}.").format(
            stored=stored, newest=newest
        )
        return
    looks = (_lost_rows, _broken_rules, _wrong_rows, _empty_readings)
    yield from [problem for look in looks for problem in look(connection)] or _impossible_rows(connection, catalogue)


def _lost_rows(connection: sqlite3.Connection) -> Iterator[str]:
    for table, _rowid, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        yield _("A row of “{table}” belongs to a row of “{parent}” that is not there.").format(
            table=table, parent=parent
        )


def _broken_rules(connection: sqlite3.Connection) -> Iterator[str]:
    """The tables' CHECKs, asked here since SQLite's own look leaves them out where it can't write."""
    for table in LOOKED_AT:
        constraints = [each for owner in (table, *table.columns) for each in owner.constraints]
        for rule in (each for each in constraints if isinstance(each, CheckConstraint)):
            query = f"SELECT id FROM {table.name} WHERE NOT ({rule.sqltext})"  # noqa: S608  # both are our own
            for (row_id,) in connection.execute(query):
                yield _("Row {id} of “{table}” breaks the rule {rule}.").format(
                    id=row_id, table=table.name, rule=rule.sqltext
                )


def _wrong_rows(connection: sqlite3.Connection) -> Iterator[str]:
    for table in LOOKED_AT:
        for row in connection.execute(f"SELECT * FROM {table.name}"):  # noqa: S608  # the name is our own
            why = problem(table, dict(row))
            if not why and row["id"] != (needed := _needed_id(table, row)):
                why = _("its id must be {id}").format(id=needed)
            if why:
                yield _("Row {id} of “{table}”: {why}.").format(id=row["id"], table=table.name, why=why)


def _needed_id(table: Table, row: sqlite3.Row) -> object:
    """Where copies of the store meet; the row's own where it is a random one."""
    return own_id(table, dict(row)) if table in PEOPLES else row["id"]


def _impossible_rows(connection: sqlite3.Connection, catalogue: Catalogue) -> Iterator[str]:
    """What the domain refuses. A date in the future is none of it: here the clock may be what is wrong."""
    rows = {
        table.name: [dict(row) for row in connection.execute(f"SELECT * FROM {table.name}")]  # noqa: S608  # our own
        for table in PEOPLES
    }
    for table, number, why in impossible(rows, catalogue, END_OF_TIME):
        yield _("Row {id} of “{table}”: {why}.").format(id=rows[table][number]["id"], table=table, why=why)


def _empty_readings(connection: sqlite3.Connection) -> Iterator[str]:
    for (row_id,) in connection.execute(READINGS_WITHOUT_TRIALS):
        yield _("The reading {id} has no trials.").format(id=row_id)
