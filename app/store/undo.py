"""Undo and redo of the last steps, from the images that the commands left.

A row goes to how it was before the step's first change, or after its last. One that the step had made is marked
deleted, never removed. Each row counts as newly changed, so that another copy of the store learns of it; but not one
of an import: what was taken over by mistake leaves no trace, and the same file can be taken over again.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select, update

from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.database import Database
from app.store.errors import StoreError
from app.store.merge import IMPORT
from app.store.moments import TICK, parse_utc, to_text
from app.store.tables import metadata, undo_records, undo_steps

Place = tuple[str, str]  # the name of a table, the id of a row
AnImage = TypeVar("AnImage", bound=Image | None)

NOTHING_TO_UNDO = N_("There is nothing to undo.")
NOTHING_TO_REDO = N_("There is nothing to do again.")
_LAST_DONE = select(func.max(undo_steps.c.id)).where(undo_steps.c.undone == 0).scalar_subquery()
_FIRST_UNDONE = select(func.min(undo_steps.c.id)).where(undo_steps.c.undone == 1).scalar_subquery()


class UndoSteps:
    """The steps kept, for the menu and the keys."""

    def __init__(self, database: Database, commands: Commands) -> None:
        self._database = database
        self._commands = commands

    @property
    def name(self) -> str | None:
        """What `undo` would take back, in the person's language; None if there is nothing."""
        return self._name(undone=False)

    @property
    def redo_name(self) -> str | None:
        return self._name(undone=True)

    def undo(self, only: int | None = None) -> Changes:
        """Take the last step back; a step that fails stays where it was.

        `only` is the step that is meant (`Changes.step`). StoreError if there is none, or the last is another.
        """
        with self._commands.transaction() as tx:
            step_id, op = _step(tx.connection, undone=False, otherwise=NOTHING_TO_UNDO)
            if only not in (None, step_id):
                raise StoreError(
                    _("Something else was recorded since. Open the menu to undo one thing after the other.")
                )
            records = reversed(_records(tx.connection, step_id))
            if op == IMPORT:
                _put_rows(tx, {place: before or _never_came(tx, after) for place, before, after in records})
            else:
                _make_rows(tx, {place: before for place, before, _after in records})
            _mark(tx.connection, step_id, undone=True)
        return tx.changes(op)

    def redo(self) -> Changes:
        """Do the step last taken back again."""
        with self._commands.transaction() as tx:
            step_id, op = _step(tx.connection, undone=True, otherwise=NOTHING_TO_REDO)
            make = _put_rows if op == IMPORT else _make_rows
            make(tx, {place: after for place, _before, after in _records(tx.connection, step_id)})
            _mark(tx.connection, step_id, undone=False)
        return tx.changes(op)

    def _name(self, undone: bool) -> str | None:
        with self._database.reading() as connection:
            step = _find(connection, undone)
        return _(step[1]) if step else None


def _find(connection: Connection, undone: bool) -> tuple[int, str] | None:
    wanted = _FIRST_UNDONE if undone else _LAST_DONE
    step = connection.execute(select(undo_steps.c.id, undo_steps.c.op).where(undo_steps.c.id == wanted)).first()
    return (step.id, step.op) if step else None


def _step(connection: Connection, undone: bool, otherwise: str) -> tuple[int, str]:
    step = _find(connection, undone)
    if step is None:
        raise StoreError(_(otherwise))
    return step


def _records(connection: Connection, step_id: int) -> list[tuple[Place, Image | None, Image]]:
    """The step's changes in their order: where, the image before, the image after."""
    found = connection.execute(
        select(undo_records).where(undo_records.c.step_id == step_id).order_by(undo_records.c.ordinal)
    )
    records = []
    for record in found:
        after = _image(record.table_name, record.after)
        before = _image(record.table_name, record.before) if record.before else None
        records.append(((record.table_name, after["id"]), before, after))
    return records


def _image(table_name: str, text: str) -> Image:
    """A row as it was written down. StoreError where a damage has made something else of it."""
    try:
        image = json.loads(text)
    except (ValueError, RecursionError):
        image = None
    table = metadata.tables.get(table_name)
    if table is None or not isinstance(image, dict) or image.keys() != set(table.columns.keys()):
        raise _broken()
    return image


def _make_rows(tx: Transaction, wanted: Mapping[Place, Image | None]) -> None:
    """Give each row the image of another time; None is a time when the row was not there."""
    for table, now, images in _by_table(tx, wanted):
        made = {row_id: images[row_id] or tx.deleted(now[row_id]) for row_id in images}
        tx.set_images(table, [(now[row_id], tx.newer(now[row_id], image)) for row_id, image in made.items()])


def _put_rows(tx: Transaction, wanted: Mapping[Place, Image]) -> None:
    """The same to the letter, with the moment at which each row was changed then."""
    for table, now, images in _by_table(tx, wanted):
        tx.set_images(table, [(now[row_id], image) for row_id, image in images.items()])


def _by_table(
    tx: Transaction, wanted: Mapping[Place, AnImage]
) -> Iterator[tuple[Table, dict[str, Image], dict[str, AnImage]]]:
    """A table, its rows as they are now, and what they are to be, both by id."""
    images: defaultdict[str, dict[str, AnImage]] = defaultdict(dict)
    for (table_name, row_id), image in wanted.items():
        images[table_name][row_id] = image
    for table_name, of_table in images.items():
        table = metadata.tables[table_name]
        now = tx.find_all(table, list(of_table))
        if now.keys() != of_table.keys():
            raise _broken()
        yield table, now, of_table


def _broken() -> StoreError:
    return StoreError(_("This step can't be taken back: what was kept of it is damaged. Nothing was changed."))


def _never_came(tx: Transaction, after: Image) -> Image:
    """A row that an import had made: gone, and older than the one in the file."""
    try:
        updated_at = to_text(parse_utc(after["updated_at"]) - TICK)
    except ValueError as error:
        raise _broken() from error
    return {**tx.deleted(after), "updated_at": updated_at}


def _mark(connection: Connection, step_id: int, undone: bool) -> None:
    connection.execute(update(undo_steps).where(undo_steps.c.id == step_id).values(undone=int(undone)))
