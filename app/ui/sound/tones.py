"""Plays a tone with each cue. QtMultimedia is imported when tones are first opened, not with the program: it is big."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from app.domain.cues import Cue
from app.paths import resources_dir
from app.ui.sound.missing import Missing

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

STUCK_S = 3.0  # longer than any tone
METRONOME = frozenset({"beat", "beat-first"})
_BY_KIND = {
    "ready": "ready",
    "soon": "soon",
    "countdown": "countdown",
    "phase": "phase",
    "rep": "turn",
    "last-rep": "last",
    "halfway": "halfway",
    "switch": "switch",
    "rest": "rest",
    "end": "end",
    "beat": "beat",
    "beat-first": "beat-first",
}


def tone_of(cue: Cue) -> str | None:
    """The name of the tone for `cue` in `resources/sounds`; None for what is only said.

    Work begins with its own tone: the phase at its very start.
    """
    if cue.kind == "phase" and cue.at_s == 0:
        return "go"
    return _BY_KIND.get(cue.kind)


class Tones(QObject):
    """All tones in memory, each on a stream of its own. `open` and `release` as often as wanted.

    When the sound server dies nobody tells; but then a tone never comes to its end, and that is seen.
    """

    missing_found = Signal(object)  # Missing

    def __init__(self, parent: QObject, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._folder = resources_dir() / "sounds" if folder is None else folder
        self._devices: QMediaDevices | None = None
        self._effects: dict[str, QSoundEffect] = {}
        self._played_s: dict[str, float] = {}  # when each was last begun
        self._volume = 1.0
        self.metronome = True
        self.missing: Missing | None = None

    @property
    def able(self) -> bool:
        """Whether there is anything to play on, as far as known: before `open` nothing is."""
        return self.missing is None

    def open(self) -> None:
        """Look for a device and load the tones."""
        if self._devices is None:
            try:
                from PySide6.QtMultimedia import QMediaDevices
            except ImportError:
                self._miss(Missing.MULTIMEDIA)
                return
            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._look_for_device)
        self._look_for_device()

    def choose(self, volume: float, metronome: bool) -> None:
        """`volume` 0 to 1."""
        self._volume, self.metronome = volume, metronome
        for effect in self._effects.values():
            effect.setVolume(volume)

    def wants(self, cue: Cue) -> bool:
        """Whether `cue` has a tone, heard or not."""
        name = tone_of(cue)
        return name is not None and (self.metronome or name not in METRONOME)

    def announce(self, cue: Cue) -> None:
        name = tone_of(cue) or ""
        effect = self._effects.get(name)
        if effect is None or not self.able or not self.wants(cue):
            return
        now_s = time.monotonic()
        if effect.isPlaying() and now_s - self._played_s[name] > STUCK_S:
            self._miss(Missing.OUTPUT)
            return
        self._played_s[name] = now_s
        effect.play()

    def hush(self) -> None:
        for effect in self._effects.values():
            effect.stop()

    def release(self) -> None:
        self.hush()
        for effect in self._effects.values():
            effect.deleteLater()
        self._effects.clear()
        if self._devices is not None:
            self._devices.deleteLater()
            self._devices = None

    def _look_for_device(self) -> None:
        """A loudspeaker came, went or changed: play on the one the system prefers."""
        from PySide6.QtMultimedia import QMediaDevices

        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            self._miss(Missing.OUTPUT)
            return
        self.missing = None
        self._load()
        for effect in self._effects.values():
            if effect.audioDevice() != output:
                effect.setAudioDevice(output)

    def _load(self) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        if self._effects:
            return
        for file in sorted(self._folder.glob("*.wav")):
            effect = self._effects[file.stem] = QSoundEffect(self)
            effect.setVolume(self._volume)
            effect.setSource(QUrl.fromLocalFile(str(file)))

    def _miss(self, missing: Missing) -> None:
        self.missing = missing
        self.missing_found.emit(missing)
