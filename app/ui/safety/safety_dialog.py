"""The safety page: always within reach, with the one choice that goes with it."""

from PySide6.QtWidgets import QWidget

from app.domain.safety import informs, notes
from app.i18n import _
from app.ui.live import Live
from app.ui.look import Look
from app.ui.safety.safety_notes import SafetyNotes
from app.ui.settings.kept import Kept
from app.ui.settings.training_choices import deep_bending_row
from app.ui.widgets.asking import Asking
from app.ui.widgets.card import rule

WIDTH = 680


class SafetyDialog(Asking):
    """Esc or Enter closes. Leaving out deep forward bending is kept at once."""

    def __init__(self, live: Live, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(_("Safety"), "", parent, width=WIDTH)
        deep = deep_bending_row(Kept(live, self), look)
        self.deep_bending = deep.switch
        self.inside.addWidget(SafetyNotes())
        self.inside.addWidget(rule())
        self.inside.addWidget(deep)
        self.setAccessibleDescription(" ".join((*(" ".join(note.sentences) for note in notes()), informs())))
        live.failed.connect(self.say_problem)
        self.leave_button.setFocus()


def open_safety(live: Live, look: Look, window: QWidget) -> None:
    """Open it over `window`."""
    dialog = SafetyDialog(live, look, window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
