"""How much is spoken, by which voice, how fast and how loud."""

from app.domain.preferences import VoiceMode
from app.i18n import _, pgettext
from app.ui.look import Look
from app.ui.settings.announcing import Announcing
from app.ui.settings.kept import Kept
from app.ui.settings.rows import CONTROL, Row, SettingsCard, SliderControl, percent_words
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.segments import Segments
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label
from app.ui.widgets.unwheeled import DropDown, Slider

TENTHS = 10  # of the rate: the slider counts whole numbers
LITTLE, MUCH = 1, 5


class VoiceCard(SettingsCard):
    """Where nothing is spoken there is nothing else to choose."""

    def __init__(self, kept: Kept, look: Look, announcers: Announcing) -> None:
        self.test_button = tinted(button(pgettext("button", "Test")), look, "play", pixels=16)
        self.test_button.setAccessibleName(_("Test the voice"))
        super().__init__(_("Voice"), self.test_button)
        self._kept, self._announcers = kept, announcers
        modes = [(VoiceMode.FULL, _("Full")), (VoiceMode.COUNT, _("Count only")), (VoiceMode.OFF, _("Off"))]
        self.modes = Segments(_("What is spoken"), modes, VoiceMode.FULL)
        self.about = label(kind="small", tone="muted", wrap=True)
        self.names = DropDown(_("Voice"))
        self.names.setFixedWidth(in_text(CONTROL))
        self.rate = SliderControl(Slider(_("Speed"), -TENTHS, TENTHS, 1), rate_words)
        self.volume = SliderControl(Slider(_("Volume of the voice"), 0, 100, 5), percent_words)
        self._parts = (Row(_("Voice"), self.names), Row(_("Speed"), self.rate), Row(_("Volume"), self.volume))
        self._arrange()
        self._connect()
        self.show_kept()

    def show_kept(self) -> None:
        """Every control as it is kept."""
        preferences = self._kept.preferences
        self.modes.choose(preferences.voice)
        self.about.setText(_mode_words(preferences.voice))
        self._offer_names()
        self.rate.show_value(round(preferences.voice_rate * TENTHS))
        self.volume.show_value(round(preferences.voice_volume * 100))
        for part in (*self._parts, self.test_button):
            part.setEnabled(preferences.voice is not VoiceMode.OFF)

    def _arrange(self) -> None:
        self.box.addSpacing(4)
        self.box.addWidget(self.modes)
        self.box.addSpacing(8)
        self.box.addWidget(self.about)
        self.box.addSpacing(8)
        for part in self._parts:
            self.add_row(part)

    def _connect(self) -> None:
        kept = self._kept
        self.modes.chosen.connect(lambda mode: kept.keep("voice", VoiceMode(mode)))
        self.names.activated.connect(lambda _row: kept.keep("voice_name", self.names.currentData()))
        self.rate.chosen.connect(lambda tenths: kept.keep("voice_rate", tenths / TENTHS))
        self.volume.chosen.connect(lambda percent: kept.keep("voice_volume", percent / 100))
        self.test_button.clicked.connect(self._test)
        kept.changed.connect(self.show_kept)
        kept.refused.connect(self.show_kept)
        self._announcers.voices_changed.connect(self._offer_names)

    def _offer_names(self) -> None:
        """The system's own voice, then the others; one that was chosen and is gone stays to be seen."""
        chosen, names = self._kept.preferences.voice_name, self._announcers.voices()
        self.names.clear()
        self.names.addItem(_("The system's voice"), "")
        for name in names:
            self.names.addItem(name, name)
        if chosen and chosen not in names:
            self.names.addItem(_("{voice} (not found)").format(voice=chosen), chosen)
        self.names.setCurrentIndex(self.names.findData(chosen))

    def _test(self) -> None:
        self._announcers.say(test_words())


def test_words() -> str:
    """What is spoken to try the voice."""
    return _("This is how I sound. Three, two, one, switch sides.")


def _mode_words(mode: VoiceMode) -> str:
    return {
        VoiceMode.FULL: _("Says the exercise and the side, what to do, and the count."),
        VoiceMode.COUNT: _("Says numbers alone: the reps, halfway and the last seconds."),
        VoiceMode.OFF: _("Says nothing. The tones and the screen lead you."),
    }[mode]


def rate_words(tenths: int) -> str:
    """What a step of the speed means."""
    if abs(tenths) <= LITTLE:
        return _("Usual")
    if tenths < 0:
        return _("Very slow") if tenths < -MUCH else _("Slow")
    return _("Very fast") if tenths > MUCH else _("Fast")
