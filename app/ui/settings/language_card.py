"""Which language Limber speaks."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from app.i18n import _
from app.ui.live import Live
from app.ui.settings.rows import CONTROL, Row, SettingsCard
from app.ui.widgets.sizes import in_text
from app.ui.widgets.unwheeled import DropDown

LANGUAGE = "language"  # the setting


class LanguageCard(SettingsCard):
    """`languages`: each code with the language's own name. The choice takes effect when the window opens anew."""

    chosen = Signal(str)  # the code, empty for the system's

    def __init__(self, live: Live, languages: Mapping[str, str]) -> None:
        super().__init__(_("Language"))
        self.names = DropDown(_("Language"))
        self.names.setFixedWidth(in_text(CONTROL))
        self.names.addItem(_("As the system"), "")
        for code, name in languages.items():
            self.names.addItem(name, code)
        kept = live.ask(live.store.find.setting, LANGUAGE, "")
        self.names.setCurrentIndex(max(0, self.names.findData(kept)))
        about = _("Words, numbers and the voice. The window opens anew; a session goes on where it stands.")
        self.add_row(Row(_("Language"), self.names, about))
        self.names.activated.connect(lambda _row: self.chosen.emit(self.names.currentData()))
