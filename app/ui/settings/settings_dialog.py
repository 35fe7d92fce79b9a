"""The settings: a page of cards in a window of its own. A choice is kept at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.preferences import Preferences
from app.i18n import _, languages
from app.paths import resources_dir
from app.ui.live import Live
from app.ui.look import TEXT_PERCENT, Look
from app.ui.reminding.autostart import Autostart, own_data
from app.ui.reminding.tray import has_tray
from app.ui.settings.announcing import Announcing
from app.ui.settings.kept import Kept
from app.ui.settings.language_card import LANGUAGE, LanguageCard
from app.ui.settings.look_card import LookCard
from app.ui.settings.missing_note import MissingNote
from app.ui.settings.reminders_card import RemindersCard
from app.ui.settings.session_card import SessionCard
from app.ui.settings.tones_card import TonesCard
from app.ui.settings.training_card import TrainingCard
from app.ui.settings.voice_card import VoiceCard
from app.ui.widgets.asking import Asking

WIDTH = 680


class SettingsDialog(Asking):
    """Every change goes into the store and to `announcers` at once; `changed` tells everybody else. Esc closes."""

    changed = Signal(object)  # Preferences
    anew_asked = Signal(str, object)  # a setting and its value, for a window opened anew; this one is closed by then

    def __init__(self, live: Live, look: Look, announcers: Announcing, parent: QWidget | None = None) -> None:
        super().__init__(_("Settings"), "", parent, leave=_("Done"), width=WIDTH)
        self._announcers = announcers
        self._kept = Kept(live, self)
        self.missing = MissingNote(look)
        self.training = TrainingCard(self._kept, look)
        self.voice = VoiceCard(self._kept, look, announcers)
        self.tones = TonesCard(self._kept, look, announcers)
        self.session = SessionCard(self._kept, look)
        self.look = LookCard(live, look)
        self.language = LanguageCard(live, languages(resources_dir() / "i18n"))
        self.reminders = RemindersCard(live, look, Autostart(data=own_data(live.store.path)), has_tray())
        self._connect(live)
        announcers.use(self._kept.preferences, self._kept.preferences.voice)
        announcers.wake()  # even with the voice off its names are to be offered
        self._show_missing()
        self._arrange()
        self.voice.modes.buttons[self.voice.modes.key].setFocus()

    def _arrange(self) -> None:
        cards = (
            self.voice,
            self.tones,
            self.session,
            self.training,
            self.reminders,
            self.look,
            self.language,
        )
        for card in cards:
            self.inside.addWidget(card)
        self.inside.addStretch(1)
        self.add_below(self.missing)  # it is often found missing while somebody chooses already

    def _connect(self, live: Live) -> None:
        live.failed.connect(self.say_problem)
        self._kept.changed.connect(self._hand_over)
        self.language.chosen.connect(partial(self._leave_for, LANGUAGE))
        self.look.size_chosen.connect(partial(self._leave_for, TEXT_PERCENT))
        self._announcers.voices_changed.connect(self._show_missing)
        self._announcers.missing_changed.connect(self._show_missing)

    def done(self, result: int) -> None:
        """Closed, however: voice and tones rest until they are needed."""
        self._announcers.hush()
        self._announcers.release()
        super().done(result)

    def _leave_for(self, setting: str, value: object) -> None:
        self.accept()
        self.anew_asked.emit(setting, value)

    def _hand_over(self, preferences: Preferences) -> None:
        self.problem.hide()
        self._announcers.use(preferences, preferences.voice)
        self.changed.emit(preferences)

    def _show_missing(self) -> None:
        self.missing.show_missing(self._announcers.missing())
