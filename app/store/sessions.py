"""Sessions, their finished sets and pain stops. All that is done while one session is played is one step to undo.

What is corrected in a finished session is a step of its own. What is possible is `domain.training.sessions`'s part.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Table, select

from app.domain.training.logged import check_logged, check_times
from app.domain.training.sessions import FinishedSet, PainStop, Session, check_amounts, check_discomfort, check_note
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.checkpoint import forget
from app.store.commands import Commands, Image, Transaction
from app.store.errors import StoreError, refused_here
from app.store.finders import Finders
from app.store.moments import from_text, lived
from app.store.shapes import pain_stop_columns, session_columns, set_columns
from app.store.tables import new_id, own_id, pain_stops, sessions, sets

PLAY = N_("Session")
LOG = N_("Logged session")
MOVE = N_("Move session")
DISCARD = N_("Discard session")
CORRECT = N_("Correct set")
NOTE = N_("Session note")
DISCOMFORT = N_("Discomfort")

Work = Callable[[Transaction, Image], None]


class SessionRecords:
    def __init__(self, find: Finders, commands: Commands) -> None:
        self._find = find
        self._commands = commands

    def start(self, routine_id: str, routine_name: str, started_at: datetime) -> Changes:
        """Begin a session; `ids[0]` of the answer is its id."""
        session = Session(new_id(), routine_id, routine_name, started_at, finished_at=None, note="", sets=())
        return self._commands.run(PLAY, lambda tx: tx.insert(sessions, session_columns(session)), session_id=session.id)

    def log(self, session: Session) -> Changes:
        """Keep a whole session that was done elsewhere; `ids[0]` of the answer is its id (a new one where that is "").

        Its sets are numbered in their order. StoreError for one that can't be.
        """
        whole = replace(session, id=session.id or new_id())

        def work(tx: Transaction) -> None:
            with refused_here():
                check_logged(whole, tx.now)
            tx.insert(sessions, session_columns(whole))
            for number, done in enumerate(whole.sets):
                tx.insert(sets, set_columns(whole.id, replace(done, work=number)))
            for stop in whole.pain_stops:
                tx.insert(pain_stops, pain_stop_columns(whole.id, stop))

        return self._commands.run(LOG, work)

    def edit_time(self, session_id: str, started_at: datetime, finished_at: datetime) -> Changes:
        """It was at another time: what was done in it moves along with its beginning."""

        def work(tx: Transaction, session: Image) -> None:
            with refused_here():
                check_times(started_at, finished_at, tx.now)
            later = started_at - from_text(session["started_at"], session["started_offset_min"])
            tx.update(sessions, session, lived("started", started_at) | lived("finished", finished_at))
            for table, name in ((sets, "finished"), (pain_stops, "stopped")):
                for row in _live_rows(tx, table, session_id):
                    moment = from_text(row[f"{name}_at"], row[f"{name}_offset_min"]) + later
                    tx.update(table, row, lived(name, moment.astimezone(started_at.tzinfo)))

        return self._amend(MOVE, session_id, work)

    def save_set(self, session_id: str, finished: FinishedSet) -> Changes:
        """Keep a finished set. One of the same `work` is replaced; the id is ours, `finished.id` is not looked at."""
        return self._play(session_id, lambda tx, _session: tx.put(sets, set_columns(session_id, finished)))

    def stop_for_pain(self, session_id: str, stop: PainStop) -> Changes:
        """Log a pain stop; `ids[0]` of the answer is its id (`stop.id`, a new one where that is empty)."""
        return self._play(session_id, lambda tx, _session: tx.insert(pain_stops, pain_stop_columns(session_id, stop)))

    def take_back_pain_stop(self, session_id: str, stop_id: str) -> Changes:
        """It was pressed by mistake."""

        def work(tx: Transaction, _session: Image) -> None:
            stop = tx.find(pain_stops, stop_id)
            if stop is None or stop["session_id"] != session_id:
                raise StoreError(_("This pain stop is not there any more: it was taken back. Nothing was changed."))
            tx.delete(pain_stops, stop)

        return self._play(session_id, work)

    def finish(self, session_id: str, finished_at: datetime, note: str | None = None) -> Changes:
        """The session is over, or was over at another moment; a `note` of None leaves the one that is there."""
        if note is not None:
            with refused_here():
                check_note(note)
        values = lived("finished", finished_at) | ({} if note is None else {"note": note})
        return self._play(session_id, lambda tx, session: tx.update(sessions, session, values))

    def set_note(self, session_id: str, note: str) -> Changes:
        with refused_here():
            check_note(note)
        return self._write_in(NOTE, session_id, lambda tx, session: _change(tx, sessions, session, {"note": note}))

    def set_discomfort(self, session_id: str, answers: Mapping[int, int | None]) -> Changes:
        """The answers, 0 to 10, by the work of the set they are kept with; None takes an answer back."""
        with refused_here():
            for answer in answers.values():
                check_discomfort(answer)

        def work(tx: Transaction, _session: Image) -> None:
            for number, answer in answers.items():
                _change(tx, sets, _existing_set(tx, session_id, number), {"discomfort": answer})

        return self._write_in(DISCOMFORT, session_id, work)

    def correct_set(self, session_id: str, *done: FinishedSet) -> Changes:
        """Give the sets of those works the reps, hold and load of `done`; nothing else of them is looked at."""
        with refused_here():
            for each in done:
                check_amounts(each)

        def work(tx: Transaction, _session: Image) -> None:
            for each in done:
                values = {"reps": each.reps, "hold_s": each.hold_s, "load_kg": each.load_kg}
                _change(tx, sets, _existing_set(tx, session_id, each.work), values)

        return self._amend(CORRECT, session_id, work)

    def discard(self, session_id: str) -> Changes:
        """Mark the session and all in it deleted: a step of its own, so that undo brings the session back."""

        def work(tx: Transaction) -> None:
            session = _existing(tx, session_id)
            for table in (sets, pain_stops):
                for row in _live_rows(tx, table, session_id):
                    tx.delete(table, row)
            tx.delete(sessions, session)
            forget(tx.connection, session_id)

        return self._commands.run(DISCARD, work)

    def _play(self, session_id: str, work: Work) -> Changes:
        """A command that belongs to the session's step."""
        return self._commands.run(PLAY, lambda tx: work(tx, _existing(tx, session_id)), session_id=session_id)

    def _amend(self, op: str, session_id: str, work: Work) -> Changes:
        """A command that is a step of its own, after the session's."""

        def amend(tx: Transaction) -> None:
            work(tx, _existing(tx, session_id))
            if tx.touched:
                tx.end_steps_of_sessions()

        return self._commands.run(op, amend)

    def _write_in(self, op: str, session_id: str, work: Work) -> Changes:
        """A command that belongs to the session's step while it is played, and is one of its own afterwards."""
        session = self._find.session(session_id)
        if session is not None and session.finished_at is None:
            return self._play(session_id, work)
        return self._amend(op, session_id, work)


def _change(tx: Transaction, table: Table, before: Image, values: Mapping[str, Any]) -> None:
    """Change the row unless it is like that already."""
    if any(before[name] != value for name, value in values.items()):
        tx.update(table, before, values)


def _live_rows(tx: Transaction, table: Table, session_id: str) -> list[Image]:
    live = select(table).where(table.c.session_id == session_id, table.c.deleted_at.is_(None))
    return [dict(row) for row in tx.connection.execute(live.order_by(table.c.created_at, table.c.id)).mappings()]


def _existing(tx: Transaction, session_id: str) -> Image:
    session = tx.find(sessions, session_id)
    if session is None:
        raise StoreError(_("This session is not there any more: it was discarded or undone. Nothing was changed."))
    return session


def _existing_set(tx: Transaction, session_id: str, work: int) -> Image:
    done = tx.find(sets, own_id(sets, {"session_id": session_id, "work": work}))
    if done is None:
        raise StoreError(_("This set is not there any more: it was undone. Nothing was changed."))
    return done
