"""Where the session being played stands, so that a program that was killed can go on within the same set.

One row that is written over. It belongs to this machine: never undone, exported or merged, and it tells no page.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from app.domain.clock import Clock
from app.store.database import Database
from app.store.moments import parse_utc, to_text
from app.store.tables import checkpoint, sessions

_KEPT = select(
    checkpoint, sessions.c.id.label("kept_session"), sessions.c.deleted_at, sessions.c.finished_at
).outerjoin_from(checkpoint, sessions, sessions.c.id == checkpoint.c.session_id)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`session_id` is None before the first set is stored; `taken_at` is UTC."""

    session_id: str | None
    content: dict[str, Any]
    taken_at: datetime


class CheckpointRecord:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, session_id: str | None, content: Mapping[str, Any]) -> None:
        """Put this in the place of what was kept; `content` is JSON. On the disk when it returns."""
        row = {
            "id": 1,
            "session_id": session_id,
            "content": json.dumps(content, allow_nan=False),
            "taken_at": to_text(self._clock.now()),
        }
        with self._database.writing() as connection:
            forget(connection)
            connection.execute(insert(checkpoint), row)

    def get(self) -> Checkpoint | None:
        """The one kept; None also where it is damaged, or its session has ended or is not there any more."""
        with self._database.reading() as connection:
            row = connection.execute(_KEPT).mappings().first()
        return _read(row) if row and _can_go_on(row) else None

    def clear(self) -> None:
        with self._database.writing() as connection:
            forget(connection)


def forget(connection: Connection, session_id: str | None = None) -> None:
    """Keep nothing, or nothing of that session, within a transaction."""
    mine = [] if session_id is None else [checkpoint.c.session_id == session_id]
    connection.execute(delete(checkpoint).where(*mine))


def _can_go_on(row: RowMapping) -> bool:
    if row["session_id"] is None:
        return True
    return row["kept_session"] is not None and row["deleted_at"] is None and row["finished_at"] is None


def _read(row: RowMapping) -> Checkpoint | None:
    try:
        content, taken_at = json.loads(row["content"]), parse_utc(row["taken_at"])
    except (ValueError, RecursionError):
        return None
    return Checkpoint(row["session_id"], content, taken_at) if isinstance(content, dict) else None
