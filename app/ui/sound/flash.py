"""The last way to be noticed: the screen flashes where a cue can't be heard."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.playing.cues import Cue

LEAST_APART_S = 0.5  # at most two a second: more can harm people who are sensitive to flashing light


class Flash(QObject):
    """Asks for a gentle flash at important cues that nobody can hear. Who listens paints it."""

    asked = Signal()

    def __init__(
        self, unheard: Callable[[Cue], bool], parent: QObject, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._unheard = unheard
        self._now = now
        self._last_s = float("-inf")

    def announce(self, cue: Cue) -> None:
        now_s = self._now()
        if cue.important and now_s - self._last_s >= LEAST_APART_S and self._unheard(cue):
            self._last_s = now_s
            self.asked.emit()

    def hush(self) -> None:
        """A flash is over by itself."""
