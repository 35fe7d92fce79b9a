"""The weeks somebody was away or ill, which count neither for nor against."""

from datetime import date, timedelta

from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands
from app.store.tables import own_id, weeks_away

AWAY = N_("Week away")
NOT_AWAY = N_("Week not away")


class WeekRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def set_away(self, monday: date, away: bool) -> Changes:
        """Whether the week of that day counts as away; nothing is done where it does so already."""
        row = {"monday": (monday - timedelta(days=monday.weekday())).isoformat()}
        row["id"] = own_id(weeks_away, row)
        return self._commands.run(AWAY if away else NOT_AWAY, lambda tx: tx.put_or_delete(weeks_away, row, there=away))
