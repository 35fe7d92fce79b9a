"""What the person chose, as JSON values by key."""

import json
from typing import Any

from sqlalchemy import select

from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.database import Database
from app.store.tables import own_id, settings

CHANGE = N_("Change setting")


class SettingRecords:
    def __init__(self, database: Database, commands: Commands) -> None:
        self._database = database
        self._commands = commands

    def get(self, key: str, default: Any) -> Any:
        """The value kept under `key`, else `default`."""
        wanted = select(settings.c.value).where(settings.c.key == key, settings.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            text = connection.execute(wanted).scalar_one_or_none()
        return default if text is None else json.loads(text)

    def all(self) -> dict[str, Any]:
        """Every value by its key, for who wants many."""
        kept = select(settings.c.key, settings.c.value).where(settings.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            return {key: json.loads(text) for key, text in connection.execute(kept)}

    def set(self, key: str, value: Any, *, undoable: bool = False) -> Changes:
        """Keep a JSON `value`. Undo passes over it unless asked for: a window's place is nobody's work."""
        row = {"key": key, "value": json.dumps(value, allow_nan=False)}

        def work(tx: Transaction) -> None:
            tx.put(settings, {**row, "id": own_id(settings, row)})

        return self._commands.run(CHANGE, work, undoable=undoable)
