"""Said when the window is to close and the backup that was due could not be made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.store.errors import StoreError
from app.ui.keeping.calm_dialog import CalmDialog
from app.ui.widgets.buttons import button


class CloseDialog(CalmDialog):
    """Accepted, the window closes without a new backup. Esc stays."""

    export_asked = Signal()

    def __init__(self, problem: StoreError, parent: QWidget | None = None) -> None:
        kept = _("What you recorded is stored. You can close Limber all the same, or first save an export elsewhere.")
        super().__init__(_("No backup could be made"), (str(problem), kept), parent)
        self.close_button = button(_("Close Limber"), self.accept, kind="primary")
        self.export_button = button(_("Save an export…"), self._ask_for_export)
        self.stay_button = button(_("Stay"), self.reject)
        self.add_answers(self.close_button, self.export_button, last=self.stay_button)
        self.stay_button.setFocus()

    def _ask_for_export(self) -> None:
        self.reject()
        self.export_asked.emit()
