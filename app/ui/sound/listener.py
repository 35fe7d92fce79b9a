"""What voice, tones and flash have in common."""

from typing import Protocol

from app.domain.playing.cues import Cue


class Listener(Protocol):
    """Hears of every cue at its moment. Neither method ever waits, fails or raises."""

    def announce(self, cue: Cue) -> None: ...

    def hush(self) -> None:
        """Be silent at once: a pause, a jump, the mute key."""
        ...
