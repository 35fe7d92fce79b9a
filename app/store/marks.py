"""What a person says of exercises and routines, built in or own: their favourites, and a note to each."""

from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.errors import StoreError
from app.store.tables import favourites, item_notes, own_id

FAVOURITE = N_("Favourite")
NOT_FAVOURITE = N_("No favourite any more")
NOTE = N_("Note")
LONGEST_NOTE = 2000  # characters


class MarkRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def set_favourite(self, item_id: str, favourite: bool) -> Changes:
        """Nothing is done where it is so already."""
        row = {"item_id": item_id}
        row_id = own_id(favourites, row)

        def work(tx: Transaction) -> None:
            before = tx.find(favourites, row_id)
            is_one = before is not None and before["deleted_at"] is None
            if favourite and not is_one:
                tx.put(favourites, {"id": row_id, **row})
            elif before is not None and is_one and not favourite:
                tx.delete(favourites, before)

        return self._commands.run(FAVOURITE if favourite else NOT_FAVOURITE, work)

    def set_note(self, item_id: str, note: str) -> Changes:
        """An empty one takes it away. StoreError for one that is too long."""
        if len(note) > LONGEST_NOTE:
            raise StoreError(_("The note is {count} characters long: up to {most} are kept.").format(
                count=len(note), most=LONGEST_NOTE))  # fmt: skip
        row = {"item_id": item_id, "note": note.strip()}
        row_id = own_id(item_notes, row)

        def work(tx: Transaction) -> None:
            before = tx.find(item_notes, row_id)
            is_there = before is not None and before["deleted_at"] is None
            if row["note"] and not (is_there and before is not None and before["note"] == row["note"]):
                tx.put(item_notes, {"id": row_id, **row})
            elif before is not None and is_there and not row["note"]:
                tx.delete(item_notes, before)

        return self._commands.run(NOTE, work)
