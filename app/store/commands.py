"""The one way to change data: a named command in one transaction that keeps what it takes to undo it.

Every change of a row is kept as its image before and after, as JSON, in the same transaction. The steps live in the
store, so that undo works across restarts and beside the command line.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from app.domain.clock import Clock
from app.i18n import _
from app.store.changes import Changes
from app.store.database import Database
from app.store.moments import TICK, parse_utc, to_text
from app.store.tables import KINDS, undo_records, undo_steps

STEPS_KEPT = 30
Image = dict[str, Any]  # a whole row by its columns' names


@dataclass(frozen=True, slots=True)
class Touched:
    """One changed row; `before` is None where there was none."""

    table: Table
    before: Image | None
    after: Image


class Transaction:
    """What a command may do to rows, remembered in `touched`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.touched: list[Touched] = []
        self.now = now

    def find(self, table: Table, row_id: str) -> Image | None:
        """The row's image; None where there is none or it is deleted."""
        live = select(table).where(table.c.id == row_id, table.c.deleted_at.is_(None))
        row = self.connection.execute(live).mappings().first()
        return dict(row) if row else None

    def find_all(self, table: Table, ids: Sequence[str], column: str = "id") -> dict[str, Image]:
        """The images of the rows that have one of `ids` in `column`, deleted or not, by their own id."""
        wanted = func.json_each(json.dumps(ids)).table_valued("value")
        found = select(table).where(table.c[column].in_(select(wanted.c.value)))
        return {row["id"]: dict(row) for row in self.connection.execute(found).mappings()}

    def insert(self, table: Table, *rows: Mapping[str, Any]) -> None:
        """New rows; the moments of their making are filled in."""
        now = to_text(self.now)
        self.add_images(table, [{"created_at": now, "updated_at": now, "deleted_at": None, **row} for row in rows])

    def add_images(self, table: Table, images: Sequence[Image]) -> None:
        """New rows exactly as they are."""
        if images:
            _insert_all(self.connection, table, images)
            self.touched += [Touched(table, None, image) for image in images]

    def update(self, table: Table, before: Image, values: Mapping[str, Any]) -> None:
        """Change the row that looks like `before`."""
        self.set_images(table, [(before, self.newer(before, {**before, **values}))])

    def newer(self, before: Image, after: Image) -> Image:
        """`after`, changed now; and after `before` even if the clock went back."""
        return {**after, "updated_at": to_text(max(self.now, _moment_after(before["updated_at"])))}

    def set_images(self, table: Table, images: Sequence[tuple[Image, Image]]) -> None:
        """Make each row exactly its second image; the first is how it looks now."""
        if images:
            named: dict[str, Any] = {column.name: bindparam(f"new_{column.name}") for column in table.columns}
            change = update(table).where(table.c.id == bindparam("new_id")).values(named)
            self.connection.execute(
                change, [{f"new_{name}": value for name, value in after.items()} for _before, after in images]
            )
            self.touched += [Touched(table, before, after) for before, after in images]

    def put(self, table: Table, *rows: Mapping[str, Any]) -> None:
        """Insert each row, or change the one of that `id`, deleted or not, so that it is there."""
        known = self.find_all(table, [row["id"] for row in rows])
        self.insert(table, *(row for row in rows if row["id"] not in known))
        changed = [(known[row["id"]], row) for row in rows if row["id"] in known]
        self.set_images(
            table, [(before, self.newer(before, {**before, "deleted_at": None, **row})) for before, row in changed]
        )

    def put_or_delete(self, table: Table, row: Mapping[str, Any], *, there: bool) -> None:
        """Have it there like this, or not at all; where it is so already nothing is touched."""
        before = self.find(table, row["id"])
        if there and (before is None or any(before[name] != value for name, value in row.items())):
            self.put(table, row)
        elif before is not None and not there:
            self.delete(table, before)

    def delete(self, table: Table, before: Image) -> None:
        """Mark the row deleted."""
        self.update(table, before, self.deleted(before))

    def deleted(self, image: Image) -> Image:
        return {**image, "deleted_at": to_text(self.now)}

    def end_steps_of_sessions(self) -> None:
        """What is done in a session from now on is a new step: steps are taken back in the order they were done."""
        self.connection.execute(update(undo_steps).values(session_id=None))

    def changes(self, op: str, step: int | None = None) -> Changes:
        """What was touched, under the name `op` (not yet translated); `step` takes it back."""
        kinds = [KINDS[row.table.name] for row in self.touched]
        ids = [str(row.after[column]) for row, (_kind, column) in zip(self.touched, kinds, strict=True)]
        return Changes(_(op), frozenset(kind for kind, _column in kinds), tuple(dict.fromkeys(ids)), step)


def _moment_after(text: str) -> datetime:
    """The first moment after a stored one; one that a damage made unreadable comes before everything."""
    try:
        return parse_utc(text) + TICK
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


class Commands:
    """Runs commands and keeps their steps."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """All of it or nothing, without a step of its own."""
        with self._database.writing() as connection:
            yield Transaction(connection, self._clock.now())

    def run(
        self,
        op: str,
        work: Callable[[Transaction], None],
        *,
        session_id: str | None = None,
        undoable: bool = True,
    ) -> Changes:
        """Do `work` as the command `op` (marked with `N_`). Commands of one played session share one step."""
        with self.transaction() as tx:
            work(tx)
            step = self._keep(tx, op, session_id) if undoable and tx.touched else None
        return tx.changes(op, step)

    def _keep(self, tx: Transaction, op: str, session_id: str | None) -> int:
        """Write the step, drop what had been undone, and drop the oldest step beyond those kept. The step's id."""
        steps = tx.connection
        steps.execute(delete(undo_steps).where(undo_steps.c.undone == 1))
        step_id = self._step_of_session(steps, session_id) or self._new_step(steps, op, session_id)
        highest = select(func.coalesce(func.max(undo_records.c.ordinal), 0)).where(undo_records.c.step_id == step_id)
        first = steps.execute(highest).scalar_one() + 1
        records = [
            {"step_id": step_id, "ordinal": ordinal, "table_name": row.table.name,
             "before": json.dumps(row.before) if row.before else None, "after": json.dumps(row.after)}
            for ordinal, row in enumerate(tx.touched, first)
        ]  # fmt: skip
        _insert_all(steps, undo_records, records)
        kept = select(undo_steps.c.id).order_by(undo_steps.c.id.desc()).limit(STEPS_KEPT)
        steps.execute(delete(undo_steps).where(undo_steps.c.id.not_in(kept)))
        return step_id

    def _step_of_session(self, steps: Connection, session_id: str | None) -> int | None:
        if session_id is None:
            return None
        newest = select(func.max(undo_steps.c.id)).where(undo_steps.c.session_id == session_id)
        step_id: int | None = steps.execute(newest).scalar_one()
        return step_id

    def _new_step(self, steps: Connection, op: str, session_id: str | None) -> int:
        values = {"op": op, "session_id": session_id, "undone": 0, "created_at": to_text(self._clock.now())}
        key = steps.execute(insert(undo_steps).values(values)).inserted_primary_key
        assert key is not None  # noqa: S101  # for mypy: SQLite always tells
        return int(key[0])


def _insert_all(connection: Connection, table: Table, rows: Sequence[Image]) -> None:
    """Straight to the driver: of an import of twenty years SQLAlchemy would read every value again."""
    statement = insert(table).compile(dialect=connection.dialect)
    values = itemgetter(*(statement.positiontup or ()))
    connection.exec_driver_sql(str(statement), [values(row) for row in rows])
