"""Where the session being played stands, so that a program that was killed can go on within the same set.

One row that is written over. It belongs to this machine: never undone, exported or merged, and it tells no page.
"""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert

from app.domain.clock import Clock
from app.store.database import Database
from app.store.moments import to_text
from app.store.tables import checkpoint


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

    def clear(self) -> None:
        with self._database.writing() as connection:
            forget(connection)


def forget(connection: Connection, session_id: str | None = None) -> None:
    """Keep nothing, or nothing of that session, within a transaction."""
    mine = [] if session_id is None else [checkpoint.c.session_id == session_id]
    connection.execute(delete(checkpoint).where(*mine))
