"""Readings with their trials. Both always change together, so that a reading stays one thing in a merge."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.database import Database
from app.store.errors import StoreError
from app.store.measures import check_in_use
from app.store.moments import to_text
from app.store.shapes import reading_columns, reading_of, trials_columns
from app.store.tables import new_id, readings, trials

RECORD = N_("Record reading")
EDIT = N_("Edit reading")
DELETE = N_("Delete reading")


class ReadingRecords:
    """Finders answer the oldest first and leave deleted ones out. What is possible is `domain.reading_check`'s part."""

    def __init__(self, database: Database, commands: Commands) -> None:
        self._database = database
        self._commands = commands

    def all(self, measure_id: str | None = None) -> list[Reading]:
        return self._find() if measure_id is None else self._find(readings.c.measure_id == measure_id)

    def get(self, reading_id: str) -> Reading | None:
        return next(iter(self._find(readings.c.id == reading_id)), None)

    def since(self, moment: datetime) -> list[Reading]:
        """Those performed then or later."""
        return self._find(readings.c.performed_at >= to_text(moment))

    def latest(self, measure_id: str, side: Side | None, until: datetime | None = None) -> Reading | None:
        """The last one performed on that side, by then if told; `side` None is a measure without sides."""
        wanted = _of(measure_id, until, readings.c.side.is_(side))
        newest = select(readings.c.id).where(*wanted)
        newest = newest.order_by(readings.c.performed_at.desc(), readings.c.created_at.desc()).limit(1)
        return self._one(newest)

    def lowest(self, measure_id: str, until: datetime | None = None) -> Reading | None:
        """The one with the lowest median, by then if told; of equal ones the earliest."""
        here = trials.c.reading_id
        ranked = (
            select(
                here,
                readings.c.performed_at,
                trials.c.value,
                func.row_number().over(partition_by=here, order_by=trials.c.value).label("place"),
                func.count().over(partition_by=here).label("many"),
            )
            .join(readings, readings.c.id == here)
            .where(trials.c.deleted_at.is_(None), *_of(measure_id, until))
            .subquery()
        )
        middle = (ranked.c.place * 2).between(ranked.c.many, ranked.c.many + 2)  # the one or two in the middle
        best = select(ranked.c.reading_id).where(middle).group_by(ranked.c.reading_id)
        return self._one(best.order_by(func.avg(ranked.c.value), func.min(ranked.c.performed_at)).limit(1))

    def _one(self, wanted: Select[Any]) -> Reading | None:
        """The reading whose id is found, if one is."""
        return next(iter(self._find(readings.c.id == wanted.scalar_subquery())), None)

    def record(self, reading: Reading) -> Changes:
        """Keep a new reading; `ids[0]` of the answer is its id (`reading.id`, a new one where that is empty).

        StoreError where its test is an archived one of the person's own.
        """
        new = replace(reading, id=reading.id or new_id())

        def work(tx: Transaction) -> None:
            check_in_use(tx, new.measure_id)
            tx.insert(readings, reading_columns(new))
            _put_trials(tx, new)

        return self._commands.run(RECORD, work)

    def edit(self, reading: Reading) -> Changes:
        """Make the reading of that id look like `reading`."""

        def work(tx: Transaction) -> None:
            tx.update(readings, _existing(tx, reading.id), reading_columns(reading))
            _put_trials(tx, reading)
            for spare in _live_trials(tx, reading.id)[len(reading.trials) :]:
                tx.delete(trials, spare)

        return self._commands.run(EDIT, work)

    def delete(self, reading_id: str) -> Changes:
        def work(tx: Transaction) -> None:
            tx.delete(readings, _existing(tx, reading_id))
            for trial in _live_trials(tx, reading_id):
                tx.delete(trials, trial)

        return self._commands.run(DELETE, work)

    def _find(self, *conditions: ColumnElement[bool]) -> list[Reading]:
        wanted = (readings.c.deleted_at.is_(None), *conditions)
        found = select(readings).where(*wanted).order_by(readings.c.performed_at, readings.c.created_at)
        theirs = select(trials.c.reading_id, trials.c.value).where(
            trials.c.deleted_at.is_(None), trials.c.reading_id.in_(select(readings.c.id).where(*wanted))
        )
        values: defaultdict[str, list[float]] = defaultdict(list)
        with self._database.reading() as connection:
            for reading_id, value in connection.execute(theirs.order_by(trials.c.ordinal)):
                values[reading_id].append(value)
            return [reading_of(row, tuple(values[row["id"]])) for row in connection.execute(found).mappings()]


def _of(measure_id: str, until: datetime | None, *more: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """Which readings are of that test, there, and not from after `until`."""
    wanted = (readings.c.measure_id == measure_id, readings.c.deleted_at.is_(None), *more)
    return wanted if until is None else (*wanted, readings.c.performed_at <= to_text(until))


def _existing(tx: Transaction, reading_id: str) -> Image:
    reading = tx.find(readings, reading_id)
    if reading is None or reading["deleted_at"] is not None:
        raise StoreError(_("This reading is not there any more: it was deleted or undone. Nothing was changed."))
    return reading


def _live_trials(tx: Transaction, reading_id: str) -> list[Image]:
    live = select(trials).where(trials.c.reading_id == reading_id, trials.c.deleted_at.is_(None))
    return [dict(row) for row in tx.connection.execute(live.order_by(trials.c.ordinal)).mappings()]


def _put_trials(tx: Transaction, reading: Reading) -> None:
    if not reading.trials:
        raise ValueError("a reading has at least one trial")
    for trial in trials_columns(reading):
        tx.put(trials, trial)
