"""What a person says of exercises and routines, built in or own: their favourites, and a note to each."""

from app.domain.training.sessions import LONGEST_ITEM_NOTE
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands
from app.store.errors import StoreError
from app.store.tables import favourites, item_notes, own_id

FAVOURITE = N_("Favourite")
NOT_FAVOURITE = N_("No favourite any more")
NOTE = N_("Note")


class MarkRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def set_favourite(self, item_id: str, favourite: bool) -> Changes:
        """Nothing is done where it is so already."""
        row = {"item_id": item_id}
        row["id"] = own_id(favourites, row)
        return self._commands.run(
            FAVOURITE if favourite else NOT_FAVOURITE, lambda tx: tx.put_or_delete(favourites, row, there=favourite)
        )

    def set_note(self, item_id: str, note: str) -> Changes:
        """An empty one takes it away. StoreError for one that is too long."""
        if len(note) > LONGEST_ITEM_NOTE:
            raise StoreError(_("The note is {count} characters long: up to {most} are kept.").format(
                count=len(note), most=LONGEST_ITEM_NOTE))  # fmt: skip
        row = {"item_id": item_id, "note": note.strip()}
        row["id"] = own_id(item_notes, row)
        return self._commands.run(NOTE, lambda tx: tx.put_or_delete(item_notes, row, there=bool(row["note"])))
