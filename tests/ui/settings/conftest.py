"""Announcers that make no sound and remember, and the settings opened with them."""

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app.domain.playing.cues import Cue
from app.domain.preferences import Preferences, VoiceMode
from app.ui.live import Live
from app.ui.look import Look
from app.ui.settings.settings_dialog import SettingsDialog


class QuietAnnouncers(QObject):
    """In the shape of the announcers."""

    voices_changed = Signal()
    missing_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ("Anna", "Ben")
        self.lacking: tuple[str, ...] = ()
        self.used: list[tuple[Preferences, VoiceMode]] = []
        self.heard: list[str | Cue] = []
        self.awake = False

    def voices(self) -> tuple[str, ...]:
        return self.names

    def missing(self) -> tuple[str, ...]:
        return self.lacking

    def use(self, preferences: Preferences, voice: VoiceMode) -> None:
        self.used.append((preferences, voice))

    def wake(self) -> None:
        self.awake = True

    def say(self, text: str) -> None:
        self.heard.append(text)

    def announce(self, cue: Cue) -> None:
        self.heard.append(cue)

    def hush(self) -> None:
        self.heard.clear()

    def release(self) -> None:
        self.awake = False


@pytest.fixture
def announcers() -> QuietAnnouncers:
    return QuietAnnouncers()


@pytest.fixture
def dialog(qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers) -> SettingsDialog:
    made = SettingsDialog(live, look, announcers)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made
