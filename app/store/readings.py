"""Readings with their trials. Both always change together, so that a reading stays one thing in a merge."""

from dataclasses import replace

from sqlalchemy import select

from app.domain.measurement import Reading
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.errors import StoreError
from app.store.measures import check_in_use
from app.store.shapes import reading_columns, trials_columns
from app.store.tables import new_id, readings, trials

RECORD = N_("Record reading")
EDIT = N_("Edit reading")
DELETE = N_("Delete reading")


class ReadingRecords:
    """What is possible is `domain.reading_check`'s part."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

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


def _existing(tx: Transaction, reading_id: str) -> Image:
    reading = tx.find(readings, reading_id)
    if reading is None:
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
