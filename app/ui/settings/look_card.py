"""How large the text is, and how much may move."""

from PySide6.QtCore import Signal

from app.i18n import _
from app.ui.live import Live
from app.ui.look import LESS_MOTION, TEXT_SIZES, Look
from app.ui.settings.rows import CONTROL, Row, SettingsCard, SwitchRow, percent_words
from app.ui.widgets.buttons import show_checked
from app.ui.widgets.segments import Segments
from app.ui.widgets.sizes import in_text


class LookCard(SettingsCard):
    """The text size takes effect when the window opens anew; the motion at once."""

    size_chosen = Signal(int)  # percent

    def __init__(self, live: Live, look: Look) -> None:
        super().__init__(_("Look"))
        self._live, self._look = live, look
        sizes = [(str(percent), percent_words(percent)) for percent in TEXT_SIZES]
        self.sizes = Segments(_("Text size"), sizes, str(look.text_percent))
        self.sizes.setFixedWidth(in_text(CONTROL))
        motion = SwitchRow(look, _("Less motion"), _("Pictures change without a fade, and cards keep still."))
        self.motion = motion.switch
        self.motion.setChecked(look.less_motion)
        self.add_row(Row(_("Text size"), self.sizes, _("The window opens anew; a session goes on where it stands.")))
        self.add_row(motion)
        self.sizes.chosen.connect(lambda percent: self.size_chosen.emit(int(percent)))
        self.motion.toggled.connect(self._keep_motion)

    def _keep_motion(self, less: bool) -> None:
        if self._live.do(self._live.store.settings.set, LESS_MOTION, less) is None:
            show_checked(self.motion, self._look.less_motion)
        else:
            self._look.less_motion = less
