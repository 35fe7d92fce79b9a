"""What was deleted or archived lately, and its way back. Nothing is ever removed, so everything can come back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, select

from app.domain.exercise import Side
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.database import Database
from app.store.errors import StoreError
from app.store.moments import from_text, parse_utc
from app.store.tables import KINDS, PEOPLES, metadata, pain_stops, readings, sessions, sets, trials

RESTORE_SESSION = N_("Restore session")
RESTORE_READING = N_("Restore reading")
BRING_BACK = N_("Bring back")
MOST = 100

# What went together with a thing, by the column that names it.
_PARTS = {sessions.name: ((sets, "session_id"), (pain_stops, "session_id")), readings.name: ((trials, "reading_id"),)}
_NAMES = {sessions.name: RESTORE_SESSION, readings.name: RESTORE_READING}


@dataclass(frozen=True, slots=True)
class Deleted:
    """`table` and `row_id` say which; `name` is a session's routine, a reading's measure by id, an own thing's name.

    `when` it was done, None for what a person made; `values`, `side` and `unit` are those of a reading, as it was
    typed; `gone_at` is UTC. `archived` is what was put aside rather than deleted.
    """

    table: str
    row_id: str
    name: str
    when: datetime | None
    values: tuple[float, ...]
    gone_at: datetime
    archived: bool = False
    side: Side | None = None
    unit: str = ""


class DeletedRecords:
    def __init__(self, database: Database, commands: Commands) -> None:
        self._database = database
        self._commands = commands

    def all(self) -> list[Deleted]:
        """The latest first, at most `MOST`; not what an import had brought that was undone."""
        with self._database.reading() as connection:
            found = [
                *(self._session(row) for row in _gone(connection, sessions)),
                *(self._reading(connection, row) for row in _gone(connection, readings)),
                *_archived(connection),
            ]
        return sorted(found, key=lambda each: each.gone_at, reverse=True)[:MOST]

    def archived(self) -> list[Deleted]:
        """All that the person made and put aside, the latest first, however long ago."""
        with self._database.reading() as connection:
            return sorted(_archived(connection), key=lambda each: each.gone_at, reverse=True)

    def restore(self, gone: Deleted) -> Changes:
        """Bring it back with all that went with it. StoreError where it is back already."""

        def work(tx: Transaction) -> None:
            table = metadata.tables[gone.table]
            row = tx.find_all(table, [gone.row_id]).get(gone.row_id)
            if row is None or (row["deleted_at"] is None) != gone.archived or row.get("archived") == 0:
                raise StoreError(_("This is back already. Nothing was changed."))
            if gone.archived:
                tx.update(table, row, {"archived": 0})
                return
            tx.update(table, row, {"deleted_at": None})
            for part, column in _PARTS[table.name]:
                together = (part.c[column] == gone.row_id, part.c.deleted_at == row["deleted_at"])
                for each in tx.connection.execute(select(part).where(*together)).mappings().all():
                    tx.update(part, dict(each), {"deleted_at": None})

        return self._commands.run(_NAMES.get(gone.table, BRING_BACK), work)

    def _session(self, row: Image) -> Deleted:
        when = from_text(row["started_at"], row["started_offset_min"])
        return Deleted(sessions.name, row["id"], row["routine_name"], when, (), parse_utc(row["deleted_at"]))

    def _reading(self, connection: Connection, row: Image) -> Deleted:
        theirs = select(trials.c.value).where(
            trials.c.reading_id == row["id"], trials.c.deleted_at == row["deleted_at"]
        )
        values = tuple(connection.execute(theirs.order_by(trials.c.ordinal)).scalars())
        when = from_text(row["performed_at"], row["performed_offset_min"])
        return Deleted(
            readings.name,
            row["id"],
            row["measure_id"],
            when,
            values,
            parse_utc(row["deleted_at"]),
            side=Side(row["side"]) if row["side"] else None,
            unit=row["entered_unit"],
        )


def _gone(connection: Connection, table: Table) -> list[Image]:
    """Rows that somebody deleted: what only an undone import left behind is older than its deletion."""
    gone = select(table).where(table.c.deleted_at.is_not(None), table.c.updated_at >= table.c.deleted_at)
    found = connection.execute(gone.order_by(table.c.deleted_at.desc()).limit(MOST)).mappings()
    return [dict(row) for row in found]


def _archived(connection: Connection) -> Iterator[Deleted]:
    """What the person made and put aside."""
    for table in PEOPLES:
        if "archived" in table.columns:
            aside = select(table).where(table.c.deleted_at.is_(None), table.c.archived == 1)
            for row in connection.execute(aside).mappings():
                name = _name(dict(row), KINDS[table.name][1])
                yield Deleted(table.name, row["id"], name, None, (), parse_utc(row["updated_at"]), archived=True)


def _name(row: dict[str, Any], otherwise: str) -> str:
    """Its column, or what its content says, else its id."""
    if "name" in row:
        return str(row["name"])
    content = json.loads(row.get("content") or "{}")
    return str(content.get("name") or row[otherwise])
