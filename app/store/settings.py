"""What the person chose, as JSON values by key."""

import json
from typing import Any

from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.tables import own_id, settings

CHANGE = N_("Change setting")


class SettingRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def set(self, key: str, value: Any, *, op: str = CHANGE, undoable: bool = False) -> Changes:
        """Keep a JSON `value`, as the command `op` (marked with `N_`). Undo passes over it unless asked for: a window's
        place is nobody's work.
        """
        return self._commands.run(op, lambda tx: put_setting(tx, key, value), undoable=undoable)


def put_setting(tx: Transaction, key: str, value: Any) -> None:
    """Keep a JSON `value` within a command."""
    row = {"key": key, "value": json.dumps(value, allow_nan=False)}
    tx.put(settings, {**row, "id": own_id(settings, row)})
