"""The tones beside the voice, and the metronome."""

from app.domain.playing.cues import Cue, CueKind
from app.i18n import _, pgettext
from app.ui.look import Look
from app.ui.settings.announcing import Announcing
from app.ui.settings.kept import Kept
from app.ui.settings.rows import Row, SettingsCard, SliderControl, SwitchRow, percent_words
from app.ui.widgets.buttons import button, show_checked, tinted
from app.ui.widgets.unwheeled import Slider


class TonesCard(SettingsCard):
    """Where there are no tones there is nothing else to choose."""

    def __init__(self, kept: Kept, look: Look, announcers: Announcing) -> None:
        self.test_button = tinted(button(pgettext("button", "Test")), look, "play", pixels=16)
        self.test_button.setAccessibleName(_("Test the tones"))
        super().__init__(_("Tones"), self.test_button)
        self._kept, self._announcers = kept, announcers
        on = SwitchRow(look, _("Play tones"), _("A soft tone when something begins and ends, and in the last seconds."))
        metronome = SwitchRow(look, _("Metronome"), _("A quiet tick each second of a rep, so that you keep the tempo."))
        self.on, self.metronome = on.switch, metronome.switch
        self.volume = SliderControl(Slider(_("Volume of the tones"), 0, 100, 5), percent_words)
        volume = Row(_("Volume"), self.volume)
        self._parts = (volume, metronome)
        for part in (on, volume, metronome):
            self.add_row(part)
        self._connect()
        self.show_kept()

    def show_kept(self) -> None:
        """Every control as it is kept."""
        preferences = self._kept.preferences
        show_checked(self.on, preferences.tones)
        show_checked(self.metronome, preferences.metronome)
        self.volume.show_value(round(preferences.tones_volume * 100))
        for part in (*self._parts, self.test_button):
            part.setEnabled(preferences.tones)

    def _connect(self) -> None:
        kept = self._kept
        self.on.toggled.connect(lambda on: kept.keep("tones", on))
        self.metronome.toggled.connect(lambda on: kept.keep("metronome", on))
        self.volume.chosen.connect(lambda percent: kept.keep("tones_volume", percent / 100))
        self.test_button.clicked.connect(self._test)
        kept.changed.connect(self.show_kept)
        kept.refused.connect(self.show_kept)

    def _test(self) -> None:
        self._announcers.announce(Cue(0.0, CueKind.COUNTDOWN, ""))
