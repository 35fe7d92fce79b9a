"""Sessions and their finished sets. Everything done while one session is played is one step to undo."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import ColumnElement, select

from app.domain.training import FinishedSet, Session
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.database import Database
from app.store.errors import StoreError
from app.store.moments import lived, to_text
from app.store.shapes import session_columns, session_of, set_columns, set_of
from app.store.tables import new_id, sessions, sets

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
        session = Session(new_id(), routine_id, routine_name, started_at, finished_at=None, note="", sets=())
        return self._commands.run(PLAY, lambda tx: tx.insert(sessions, session_columns(session)), session_id=session.id)

    def save_set(self, session_id: str, finished: FinishedSet) -> Changes:
        """Keep a finished set. One of the same `work` is replaced; the id is ours, `finished.id` is not looked at."""
        return self._play(session_id, lambda tx, _session: tx.put(sets, set_columns(session_id, finished)))

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
                done[row["session_id"]].append(set_of(row))
            return [session_of(row, tuple(done[row["id"]])) for row in connection.execute(found).mappings()]


def _existing(tx: Transaction, session_id: str) -> Image:
    session = tx.find(sessions, session_id)
    if session is None or session["deleted_at"] is not None:
        raise StoreError(_("This session is not there any more: it was discarded or undone. Nothing was changed."))
    return session
