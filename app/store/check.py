"""Whether a store is sound, and what is wrong with it in sentences. Only reads."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import CheckConstraint, Table

from app.i18n import _
from app.paths import migrations_dir
from app.store.database import errors_in_words, open_to_look
from app.store.errors import StoreError
from app.store.migrate import newest_revision, stored_revision
from app.store.rows import READINGS_WITHOUT_TRIALS, problem
from app.store.tables import PEOPLES, checkpoint, own_id

MOST_PROBLEMS = 100
LOOKED_AT = (*PEOPLES, checkpoint)


def check(path: Path) -> list[str]:
    """The problems of the store at `path`; none for a sound one. Any file may be given."""
    if not path.is_file():
        return [_("There is no data in {folder} yet: {file} is not there.").format(folder=path.parent, file=path.name)]
    try:
        with errors_in_words(path), closing(open_to_look(path)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")
            return list(_problems(path, connection))
    except StoreError as error:
        return [str(error)]


def _problems(path: Path, connection: sqlite3.Connection) -> Iterator[str]:
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
    yield from _lost_rows(connection)
    yield from _broken_rules(connection)
    yield from _wrong_rows(connection)
    yield from _empty_readings(connection)


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


def _empty_readings(connection: sqlite3.Connection) -> Iterator[str]:
    for (row_id,) in connection.execute(READINGS_WITHOUT_TRIALS):
        yield _("The reading {id} has no trials.").format(id=row_id)
