"""How a session goes."""

from app.i18n import _
from app.ui.look import Look
from app.ui.settings.kept import Kept
from app.ui.settings.rows import SettingsCard, SwitchRow
from app.ui.widgets.buttons import show_checked


class SessionCard(SettingsCard):
    def __init__(self, kept: Kept, look: Look) -> None:
        super().__init__(_("Session"))
        self._kept = kept
        wait = SwitchRow(
            look,
            _("Wait for me"),
            _("Where other equipment is needed, the session goes on when you press Enter."),
        )
        sides = SwitchRow(
            look,
            _("Change the first side"),
            _("Every other session begins with the right side."),
        )
        self.wait, self.sides = wait.switch, sides.switch
        self.add_row(wait)
        self.add_row(sides)
        self.wait.toggled.connect(lambda on: kept.keep("wait_for_equipment", on))
        self.sides.toggled.connect(lambda on: kept.keep("alternate_sides", on))
        kept.changed.connect(self.show_kept)
        kept.refused.connect(self.show_kept)
        self.show_kept()

    def show_kept(self) -> None:
        """Both switches as they are kept."""
        show_checked(self.wait, self._kept.preferences.wait_for_equipment)
        show_checked(self.sides, self._kept.preferences.alternate_sides)
