"""Voice, tones and flash for one session after another: everything a person hears, or sees in its stead."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.playing.cues import Cue, CueKind, spoken
from app.domain.preferences import Preferences, VoiceMode
from app.ui.sound.flash import Flash
from app.ui.sound.listener import Listener
from app.ui.sound.missing import Missing, sentence

if TYPE_CHECKING:
    from app.ui.sound.tones import Tones
    from app.ui.sound.voice import Voice


class Announcers(QObject):
    """Made once with the program, at no cost: what it needs comes with the first that is to be heard.

    `release` ends them after the session; they can be used again.
    """

    flash_asked = Signal()
    missing_found = Signal(str)  # a sentence, once in a run of the program for each thing that is missing
    missing_changed = Signal()
    voices_changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        voice_command: Sequence[str] | None = None,
        tones_command: Sequence[str] | None = None,
        told: set[Missing] | None = None,
    ) -> None:
        """`told` is what the windows before have told already; it is added to."""
        super().__init__(parent)
        self._preferences = Preferences()
        self._mode = VoiceMode.OFF
        self._muted = False
        self._told: set[Missing] = set() if told is None else told
        self._voice_command, self._tones_command = voice_command, tones_command
        self._flash = Flash(self._unheard, self)
        self._flash.asked.connect(self.flash_asked)

    @cached_property
    def _voice(self) -> "Voice":
        from app.ui.sound.voice import Voice

        voice = Voice(self, self._voice_command)
        voice.voices_changed.connect(self.voices_changed)
        voice.missing_found.connect(self._tell)
        return voice

    @cached_property
    def _tones(self) -> "Tones":
        from app.ui.sound.tones import Tones

        tones = Tones(self, self._tones_command)
        tones.missing_found.connect(self._tell)
        return tones

    @property
    def _listeners(self) -> tuple[Listener, ...]:
        return (self._voice, self._tones, self._flash)

    def use(self, preferences: Preferences, voice: VoiceMode) -> None:
        """From now on sound as chosen; `voice` instead of the chosen mode, since a routine may do without."""
        self._preferences, self._mode = preferences, voice
        self._tones.choose(preferences.tones_volume, preferences.metronome)
        self._voice.choose(preferences.voice_name, preferences.voice_rate, preferences.voice_volume)
        if preferences.tones or voice is not VoiceMode.OFF:
            self._tones.open()
        if voice is VoiceMode.OFF:
            self._voice.hush()
        else:
            self._voice.open()

    @property
    def muted(self) -> bool:
        return self._muted

    @muted.setter
    def muted(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self.hush()

    def announce(self, cue: Cue) -> None:
        """`cue` is due now."""
        self._flash.announce(cue)
        if self._muted:
            return
        if self._preferences.tones:
            self._tones.announce(cue)
        if spoken(cue, self._mode):
            self._voice.announce(cue)

    def hush(self) -> None:
        """Be silent at once: a pause, a jump."""
        for listener in self._listeners:
            listener.hush()

    def wake(self) -> None:
        """Find out what there is and what is missing, for the settings; the session does so by `use`."""
        self._tones.open()
        self._voice.open()

    def say(self, text: str) -> None:
        """Try the voice, whatever the mode."""
        self.wake()
        self._voice.hush()
        self._voice.announce(Cue(0.0, CueKind.READY, text))

    def voices(self) -> tuple[str, ...]:
        """The names there are for the language: none until `voices_changed`, which follows `wake`."""
        return self._voice.names

    def missing(self) -> tuple[str, ...]:
        """A sentence for each thing known to be missing now."""
        found = (self._tones.missing, self._voice.missing)
        return tuple(sentence(missing) for missing in dict.fromkeys(filter(None, found)))

    def release(self) -> None:
        """The session or the settings are over."""
        self._voice.release()
        self._tones.release()

    def _unheard(self, cue: Cue) -> bool:
        """Muted, or all that should sound with `cue` can't. Silence that the person chose is not to be flashed at.

        A voice without a device is not heard either.
        """
        if self._muted:
            return True
        tone = self._preferences.tones and self._tones.wants(cue)
        speech = spoken(cue, self._mode)
        heard = self._tones.able and (tone or (speech and self._voice.able))
        return (tone or speech) and not heard

    def _tell(self, missing: Missing) -> None:
        self.missing_changed.emit()
        if missing not in self._told:
            self._told.add(missing)
            self.missing_found.emit(sentence(missing))
