"""The exercises and routines that a person made. An archived one is on no list; history and routines keep naming it."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Table, select

from app.domain.catalogue import Catalogue
from app.domain.own.ids import make_own_id
from app.domain.own.items import (
    Document,
    OwnItem,
    check_figure,
    check_routines,
    read_own_exercise,
    read_own_routine,
    take_picture,
)
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.errors import StoreError, refused_here
from app.store.settings import put_setting
from app.store.shapes import Row
from app.store.tables import own_exercises, own_id, own_routines, pictures

SAVE_EXERCISE, SAVE_ROUTINE, BRING_IN = N_("Save exercise"), N_("Save routine"), N_("Bring in")
ARCHIVE, BRING_BACK = N_("Archive"), N_("Bring back")
_NAMED_BY = {own_exercises: "exercise_id", own_routines: "routine_id"}


class ItemRecords:
    """Documents are those of `app.domain.own.items`; `Finders` has what is kept."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def save_exercise(self, document: Document, catalogue: Catalogue) -> Changes:
        """Keep a new exercise (no id: it gets one) or change the one of that id; an archived one is in use again.

        The document is the whole of it, its picture included: without `picture` it has none from now on. `catalogue` is
        what is known so far. `ids[0]` of the answer is its id. StoreError for what can't be one.
        """
        return self._save([document], [], catalogue, SAVE_EXERCISE)

    def save_routine(
        self, document: Document, catalogue: Catalogue, setting: tuple[str, object] | None = None
    ) -> Changes:
        """The same for a routine. `setting`, a key and its value, is kept in the same step."""
        return self._save([], [document], catalogue, SAVE_ROUTINE, setting)

    def bring_in(self, exercises: Sequence[Document], routines: Sequence[Document], catalogue: Catalogue) -> Changes:
        """Keep all of them or none, as one step to undo. Routines may name the exercises beside them."""
        return self._save(exercises, routines, catalogue, BRING_IN)

    def archive(self, item_id: str) -> Changes:
        """Take an exercise or a routine off the lists; what names it stays as it is."""
        return self._set_archived(item_id, archived=True)

    def bring_back(self, item_id: str) -> Changes:
        return self._set_archived(item_id, archived=False)

    def _save(
        self,
        exercises: Sequence[Document],
        routines: Sequence[Document],
        catalogue: Catalogue,
        op: str,
        setting: tuple[str, object] | None = None,
    ) -> Changes:
        def work(tx: Transaction) -> None:
            taken = {*catalogue.exercises, *catalogue.routines, *_ids(tx, own_exercises), *_ids(tx, own_routines)}
            named = [take_picture(_named(each, taken, "exercise")) for each in exercises]
            fresh = [read_own_exercise(document) for document, _picture in named]
            for exercise in fresh:
                check_figure(exercise, catalogue.exercises)
            known = catalogue.exercises | {exercise.id: exercise for exercise in fresh}
            steps = [_named(each, taken, "routine") for each in routines]
            for document in steps:
                read_own_routine(document, known)
            tx.put(own_exercises, *(_row(own_exercises, document) for document, _picture in named))
            tx.put(own_routines, *(_row(own_routines, document) for document in steps))
            _put_pictures(tx, {exercise.id: named[n][1] for n, exercise in enumerate(fresh)})
            if any(document.get("id") for document in exercises):  # a changed one may be part of a routine
                check_routines(_routines(tx), known)
            if setting is not None:
                put_setting(tx, *setting)

        with refused_here():
            return self._commands.run(op, work)

    def _set_archived(self, item_id: str, *, archived: bool) -> Changes:
        def work(tx: Transaction) -> None:
            for table in _NAMED_BY:
                row = tx.find(table, _row_id(table, item_id))
                if row is not None and row["archived"] != archived:
                    tx.update(table, row, {"archived": int(archived)})
            if not tx.touched:
                raise StoreError(_("This is not as it was any more: it was changed or undone. Nothing was changed."))

        return self._commands.run(ARCHIVE if archived else BRING_BACK, work)


def _routines(tx: Transaction) -> list[OwnItem]:
    live = select(own_routines).where(own_routines.c.deleted_at.is_(None))
    return [OwnItem(row["routine_id"], row["content"]) for row in tx.connection.execute(live).mappings()]


def _ids(tx: Transaction, table: Table) -> set[str]:
    """Every id that was ever given."""
    return set(tx.connection.execute(select(table.c[_NAMED_BY[table]])).scalars())


def _row_id(table: Table, item_id: str) -> str:
    return own_id(table, {_NAMED_BY[table]: item_id})


def _named(document: Document, taken: set[str], otherwise: str) -> Document:
    """With an id; a new one is added to `taken`."""
    if document.get("id"):
        return document
    item_id = make_own_id(str(document.get("name", "")), taken, otherwise)
    taken.add(item_id)
    return {"id": item_id, **document}


def _row(table: Table, document: Document) -> Row:
    content = json.dumps(document, ensure_ascii=False, allow_nan=False)
    row = {_NAMED_BY[table]: document["id"], "content": content, "archived": 0}
    return {"id": own_id(table, row), **row}


def _put_pictures(tx: Transaction, wanted: Mapping[str, str | None]) -> None:
    """Give each exercise its picture, or none; one that has it already is not touched."""
    rows = [{"exercise_id": exercise_id} for exercise_id in wanted]
    known = tx.find_all(pictures, [own_id(pictures, row) for row in rows])
    there = {row["exercise_id"]: row for row in known.values() if row["deleted_at"] is None}
    for exercise_id in there:
        if wanted[exercise_id] is None:
            tx.delete(pictures, there[exercise_id])
    fresh = [
        {"id": own_id(pictures, row), **row, "jpeg": jpeg}
        for row in rows
        if (jpeg := wanted[row["exercise_id"]]) is not None
        and (row["exercise_id"] not in there or there[row["exercise_id"]]["jpeg"] != jpeg)
    ]
    tx.put(pictures, *fresh)
