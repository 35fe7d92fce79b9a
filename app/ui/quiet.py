"""Stand-ins that leave the machine's sound and screen alone: for pictures and for tests."""

from app.domain.playing.cues import Cue
from app.domain.preferences import Preferences, VoiceMode
from app.ui.awake import KeepAwake
from app.ui.sound.announcers import Announcers


class Silence(Announcers):
    """Remembers what it should have announced and said."""

    def __init__(self) -> None:
        super().__init__()
        self.announced: list[Cue] = []
        self.said: list[str] = []
        self.hushed = 0
        self.preferences: Preferences | None = None
        self.mode: VoiceMode | None = None
        self.lacks: tuple[str, ...] = ()

    def use(self, preferences: Preferences, voice: VoiceMode) -> None:
        self.preferences, self.mode = preferences, voice

    def announce(self, cue: Cue) -> None:
        self.announced.append(cue)

    def hush(self) -> None:
        self.hushed += 1

    def wake(self) -> None:
        """There is nothing to find out."""

    def say(self, text: str) -> None:
        self.said.append(text)

    def voices(self) -> tuple[str, ...]:
        return ()

    def missing(self) -> tuple[str, ...]:
        return self.lacks

    def release(self) -> None:
        """There is nothing to end."""


class LetSleep(KeepAwake):
    """Holds nothing awake."""

    def hold(self) -> None:
        """The screen sleeps when it likes."""
