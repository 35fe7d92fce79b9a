"""In which colours, how large the text is, and how much may move."""

from PySide6.QtCore import Signal

from app.i18n import _
from app.ui.live import Live
from app.ui.look import LESS_MOTION, TEXT_SIZES, Look
from app.ui.settings.rows import CONTROL, Row, SettingsCard, SwitchRow, percent_words
from app.ui.themes import choose_theme, theme_names
from app.ui.widgets.buttons import show_checked
from app.ui.widgets.segments import Segments
from app.ui.widgets.sizes import in_text
from app.ui.widgets.unwheeled import DropDown


class LookCard(SettingsCard):
    """The text size takes effect when the window opens anew; the theme and the motion at once."""

    size_chosen = Signal(int)  # percent

    def __init__(self, live: Live, look: Look) -> None:
        super().__init__(_("Look"))
        self._live, self._look = live, look
        self.themes = DropDown(_("Theme"))
        self.themes.setFixedWidth(in_text(CONTROL))
        for choice, name in theme_names().items():
            self.themes.addItem(name, choice)
        self._show_theme()
        sizes = [(str(percent), percent_words(percent)) for percent in TEXT_SIZES]
        self.sizes = Segments(_("Text size"), sizes, str(look.text_percent))
        self.sizes.setFixedWidth(in_text(CONTROL))
        motion = SwitchRow(look, _("Less motion"), _("Pictures change without a fade, and cards keep still."))
        self.motion = motion.switch
        self.motion.setChecked(look.less_motion)
        self.add_row(Row(_("Theme"), self.themes))
        self.add_row(Row(_("Text size"), self.sizes, _("The window opens anew; a session goes on where it stands.")))
        self.add_row(motion)
        self.themes.activated.connect(self._choose_theme)
        self.sizes.chosen.connect(lambda percent: self.size_chosen.emit(int(percent)))
        self.motion.toggled.connect(self._keep_motion)

    def _choose_theme(self) -> None:
        choose_theme(self._live, self._look, self.themes.currentData())
        self._show_theme()

    def _show_theme(self) -> None:
        self.themes.setCurrentIndex(self.themes.findData(self._look.choice))

    def _keep_motion(self, less: bool) -> None:
        if self._live.do(self._live.store.settings.set, LESS_MOTION, less) is None:
            show_checked(self.motion, self._look.less_motion)
        else:
            self._look.less_motion = less
