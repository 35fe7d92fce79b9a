"""Said when the window is to close and the backup that was due could not be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.store.errors import StoreError
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button

WIDTH = 640


class CloseDialog(Asking):
    """Accepted, the window closes without a new backup. Esc stays."""

    export_asked = Signal()

    def __init__(self, problem: StoreError, parent: QWidget | None = None) -> None:
        kept = _("What you recorded is stored. You can close Limber all the same, or first save an export elsewhere.")
        super().__init__(_("No backup could be made"), _("Close Limber"), parent, leave=_("Stay"), width=WIDTH)
        self.tell(str(problem), kept)
        self.export_button = self.add_answer(button(_("Save an export…"), self._ask_for_export))
        self.leave_button.setFocus()

    def _ask_for_export(self) -> None:
        self.reject()
        self.export_asked.emit()
