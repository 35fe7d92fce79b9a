"""Rows out of a store and into another: the lossless ground of export and import.

A row is met again by its id; the newer `updated_at` wins, and a deletion is a change like any other. Trials go with
their reading, so that no reading is ever put together from two.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.errors import StoreError
from app.store.rows import READINGS_WITHOUT_TRIALS, problem
from app.store.tables import PEOPLES, readings, trials

IMPORT = N_("Import")


@dataclass(frozen=True, slots=True)
class MergeCounts:
    """Rows of every kind; trials are part of their reading and not counted again.

    What was not here or was deleted here is `added`; what is here and newer in the file, or deleted by it, `updated`.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "MergeCounts") -> "MergeCounts":
        return MergeCounts(self.added + other.added, self.updated + other.updated, self.unchanged + other.unchanged)


class _OnlyCountedError(Exception):
    """Ends a transaction that was only to be counted."""


def dump(connection: Connection) -> dict[str, list[dict[str, object]]]:
    """Every row of the people's tables, deleted ones too, by table, oldest first."""
    return {
        table.name: [
            dict(row) for row in connection.execute(select(table).order_by(table.c.created_at, table.c.id)).mappings()
        ]
        for table in PEOPLES
    }


def merge(
    commands: Commands, rows: Mapping[str, Sequence[Mapping[str, object]]], *, dry_run: bool, undoable: bool = True
) -> tuple[dict[str, MergeCounts], Changes | None]:
    """Take over `rows` as `dump` gives them: all of them or, with a StoreError that says why, none. One step to undo.

    `dry_run` does the same and takes it back, so that its counts and refusals are the true ones; it changes nothing.
    The counts are by table; trials are counted with their reading.
    """
    _check_shape(rows)
    _check_trials(rows)
    counts: dict[str, MergeCounts] = {}
    taken: dict[Table, list[str]] = {}

    def work(tx: Transaction) -> None:
        tx.end_steps_of_sessions()  # for a session that is imported while it is played
        for table in PEOPLES:
            if table is trials:
                _merge_trials(tx, rows.get(table.name, ()), taken[readings])
            else:
                counts[table.name], taken[table] = _merge_table(tx, table, rows.get(table.name, ()))
        _check_readings(tx)
        if dry_run:
            raise _OnlyCountedError

    changes = None
    with suppress(_OnlyCountedError):
        changes = commands.run(IMPORT, work, undoable=undoable)
    return counts, changes


def _merge_table(tx: Transaction, table: Table, rows: Sequence[Mapping[str, Any]]) -> tuple[MergeCounts, list[str]]:
    """Take over what is new or newer than ours: how much that was, and its ids."""
    known = tx.find_all(table, [row["id"] for row in rows])
    fresh = [dict(row) for row in rows if row["id"] not in known]
    newer = [row for row in rows if row["id"] in known and row["updated_at"] > known[row["id"]]["updated_at"]]
    back = sum(known[row["id"]]["deleted_at"] is not None for row in newer)
    tx.add_images(table, fresh)
    tx.set_images(table, [(known[row["id"]], dict(row)) for row in newer])
    counts = MergeCounts(len(fresh) + back, len(newer) - back, len(rows) - len(fresh) - len(newer))
    return counts, [row["id"] for row in [*fresh, *newer]]


def _merge_trials(tx: Transaction, rows: Sequence[Mapping[str, Any]], taken: Sequence[str]) -> None:
    """Give the readings that were taken over exactly their trials of `rows`; those of the others stay as they are."""
    winners = set(taken)
    ours = tx.find_all(trials, taken, "reading_id")
    theirs = [dict(row) for row in rows if row["reading_id"] in winners]
    tx.add_images(trials, [row for row in theirs if row["id"] not in ours])
    tx.set_images(trials, [(ours[row["id"]], row) for row in theirs if row["id"] in ours])
    for spare in sorted(ours.keys() - {row["id"] for row in theirs}):
        if ours[spare]["deleted_at"] is None:
            tx.delete(trials, ours[spare])


def _check_shape(rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Whether tables and rows are such as ours; SQLite looks at ranges and at what belongs to what."""
    tables = {table.name: table for table in PEOPLES}
    for name, of_table in rows.items():
        if name not in tables:
            raise StoreError(_("“{name}” is none of Limber's tables. Nothing was changed.").format(name=name))
        for number, row in enumerate(of_table, 1):
            why = problem(tables[name], row)
            if why:
                raise StoreError(
                    _("Row {number} of “{table}” can't be taken over: {why}. Nothing was changed.").format(
                        number=number, table=name, why=why
                    )
                )


def _check_trials(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    known = {row["id"] for row in rows.get(readings.name, ())}
    for row in rows.get(trials.name, ()):
        if row["reading_id"] not in known:
            raise StoreError(
                _("A trial came without its reading {id}. Nothing was changed.").format(id=row["reading_id"])
            )


def _check_readings(tx: Transaction) -> None:
    empty = tx.connection.exec_driver_sql(READINGS_WITHOUT_TRIALS).scalars().first()
    if empty is not None:
        raise StoreError(_("The reading {id} has no trials. Nothing was changed.").format(id=empty))
