"""The weeks somebody was away or ill, which count neither for nor against."""

from datetime import date, timedelta

from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.tables import own_id, weeks_away

AWAY = N_("Week away")
NOT_AWAY = N_("Week not away")


class WeekRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def set_away(self, monday: date, away: bool) -> Changes:
        """Whether the week of that day counts as away; nothing is done where it does so already."""
        row = {"monday": (monday - timedelta(days=monday.weekday())).isoformat()}
        row_id = own_id(weeks_away, row)

        def work(tx: Transaction) -> None:
            before = tx.find(weeks_away, row_id)
            is_away = before is not None and before["deleted_at"] is None
            if away and not is_away:
                tx.put(weeks_away, {"id": row_id, **row})
            elif before is not None and is_away and not away:
                tx.delete(weeks_away, before)

        return self._commands.run(AWAY if away else NOT_AWAY, work)
