"""Sessions and their finished sets. Everything done while one session is played is one step to undo."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, select

from app.domain.exercise import Side
from app.domain.training import FinishedSet, Session
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.database import Database
from app.store.errors import StoreError
from app.store.moments import from_text, lived, to_text
from app.store.tables import derived_id, new_id, sessions, sets

PLAY = N_("Session")
DISCARD = N_("Discard session")


class SessionRecords:
    """Finders answer the oldest first and leave deleted ones out."""

    def __init__(self, database: Database, commands: Commands) -> None:
        self._database = database
        self._commands = commands

    def all(self) -> list[Session]:
        return self._find()

    def since(self, day: datetime) -> list[Session]:
        """Those begun at `day` or later."""
        return self._find(sessions.c.started_at >= to_text(day))

    def get(self, session_id: str) -> Session | None:
        return next(iter(self._find(sessions.c.id == session_id)), None)

    def start(self, routine_id: str, routine_name: str, started_at: datetime) -> Changes:
        """Begin a session; `ids[0]` of the answer is its id."""
        session_id = new_id()
        values = lived("started", started_at) | lived("finished", None)
        values |= {"id": session_id, "routine_id": routine_id, "routine_name": routine_name, "note": ""}
        return self._commands.run(PLAY, lambda tx: tx.insert(sessions, values), session_id=session_id)

    def save_set(self, session_id: str, finished: FinishedSet) -> Changes:
        """Keep a finished set. One of the same `work` is replaced; the id is ours, `finished.id` is not looked at."""
        values = asdict(finished) | {"id": derived_id("set", session_id, finished.work), "session_id": session_id}
        values |= lived("finished", finished.finished_at)
        return self._play(session_id, lambda tx, _session: tx.put(sets, values))

    def finish(self, session_id: str, finished_at: datetime, note: str = "") -> Changes:
        values = lived("finished", finished_at) | {"note": note}
        return self._play(session_id, lambda tx, session: tx.update(sessions, session, values))

    def discard(self, session_id: str) -> Changes:
        """Mark the session and its sets deleted: a step of its own, so that undo brings the session back."""

        def work(tx: Transaction) -> None:
            session = _existing(tx, session_id)
            live = select(sets).where(sets.c.session_id == session_id, sets.c.deleted_at.is_(None))
            for row in tx.connection.execute(live.order_by(sets.c.work)).mappings().all():
                tx.delete(sets, dict(row))
            tx.delete(sessions, session)

        return self._commands.run(DISCARD, work)

    def _play(self, session_id: str, work: Callable[[Transaction, Image], None]) -> Changes:
        return self._commands.run(PLAY, lambda tx: work(tx, _existing(tx, session_id)), session_id=session_id)

    def _find(self, *conditions: ColumnElement[bool]) -> list[Session]:
        wanted = (sessions.c.deleted_at.is_(None), *conditions)
        found = select(sessions).where(*wanted).order_by(sessions.c.started_at, sessions.c.created_at)
        theirs = select(sets).where(
            sets.c.deleted_at.is_(None), sets.c.session_id.in_(select(sessions.c.id).where(*wanted))
        )
        done: defaultdict[str, list[FinishedSet]] = defaultdict(list)
        with self._database.reading() as connection:
            for row in connection.execute(theirs.order_by(sets.c.work)).mappings():
                done[row["session_id"]].append(_set_of(row))
            return [_session_of(row, tuple(done[row["id"]])) for row in connection.execute(found).mappings()]


def _existing(tx: Transaction, session_id: str) -> Image:
    session = tx.find(sessions, session_id)
    if session is None or session["deleted_at"] is not None:
        raise StoreError(_("This session is not there any more: it was discarded or undone. Nothing was changed."))
    return session


def _set_of(row: RowMapping) -> FinishedSet:
    return FinishedSet(
        work=row["work"],
        exercise_id=row["exercise_id"],
        exercise_name=row["exercise_name"],
        planned=row["planned"],
        side=Side(row["side"]) if row["side"] else None,
        set_number=row["set_number"],
        reps=row["reps"],
        hold_s=row["hold_s"],
        load_kg=row["load_kg"],
        finished_at=from_text(row["finished_at"], row["finished_offset_min"]),
        discomfort=row["discomfort"],
        id=row["id"],
    )


def _session_of(row: RowMapping, done: tuple[FinishedSet, ...]) -> Session:
    finished_at = row["finished_at"]
    return Session(
        id=row["id"],
        routine_id=row["routine_id"],
        routine_name=row["routine_name"],
        started_at=from_text(row["started_at"], row["started_offset_min"]),
        finished_at=from_text(finished_at, row["finished_offset_min"]) if finished_at else None,
        note=row["note"],
        sets=done,
    )
