"""The tests that a person added. An archived one keeps its readings and takes no new ones."""

from dataclasses import replace

from sqlalchemy import select

from app.domain.own.ids import make_own_id
from app.domain.own.measure import OwnMeasure, check_own_measure
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.errors import StoreError, refused_here
from app.store.shapes import own_measure_columns
from app.store.tables import own_id, own_measures, readings
from app.store.values import own_measure_of

SAVE = N_("Save test")
ARCHIVE = N_("Archive test")


class MeasureRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def save(self, own: OwnMeasure) -> Changes:
        """Keep a new test (id "": it gets one) or change the one of that id; an archived one is in use again.

        `ids[0]` of the answer is its id. StoreError for what can't be one, and for another unit or other sides than
        the readings have that were recorded with it.
        """

        def work(tx: Transaction) -> None:
            there = _live(tx)
            with refused_here():
                check_own_measure(own, [own_measure_of(row) for row in there.values() if not row["archived"]])
            named = own if own.id else replace(own, id=make_own_id(own.name, there, "test"))
            if named.id in there:
                _check_readings(tx, there[named.id], named)
            tx.put(own_measures, own_measure_columns(named))

        return self._commands.run(SAVE, work)

    def archive(self, measure_id: str) -> Changes:
        """Take it off the lists; its readings stay."""

        def work(tx: Transaction) -> None:
            measure = _live(tx).get(measure_id)
            if measure is None or measure["archived"]:
                raise StoreError(_("This test is not in use any more: it was archived or undone. Nothing was changed."))
            tx.update(own_measures, measure, {"archived": 1})

        return self._commands.run(ARCHIVE, work)


def check_in_use(tx: Transaction, measure_id: str) -> None:
    """StoreError for the id of an archived test."""
    row = tx.find(own_measures, own_id(own_measures, {"measure_id": measure_id}))
    if row is not None and row["archived"]:
        raise StoreError(_("“{measure}” is archived and takes no new readings. Nothing was changed.").format(
            measure=row["name"]))  # fmt: skip


def _live(tx: Transaction) -> dict[str, Image]:
    """Those that are there, archived or not, by the measure's id."""
    live = select(own_measures).where(own_measures.c.deleted_at.is_(None)).order_by(own_measures.c.created_at)
    return {row["measure_id"]: dict(row) for row in tx.connection.execute(live).mappings()}


def _check_readings(tx: Transaction, before: Image, own: OwnMeasure) -> None:
    """What the values of readings mean must not change under them."""
    if (before["unit"], before["sided"]) == (own.unit, int(own.sided)):
        return
    theirs = select(readings.c.id).where(readings.c.measure_id == own.id, readings.c.deleted_at.is_(None))
    if tx.connection.execute(theirs.limit(1)).first():
        raise StoreError(
            _("“{measure}” has readings already: its unit and its sides stay. Add another test instead.").format(
                measure=before["name"]
            )
        )
