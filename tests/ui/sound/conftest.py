"""A voice without sound. No sound server is within reach; see `tests/conftest.py`."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.ui.sound.voice import Voice, voice_command

MOCK = voice_command("mock")
MakeVoice = Callable[..., Voice]


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def make_voice(parent: QObject) -> Iterator[MakeVoice]:
    """`make_voice(command=…)`; every voice is released at the end."""
    voices: list[Voice] = []

    def make(**options: object) -> Voice:
        voices.append(Voice(parent, **{"command": MOCK, **options}))  # type: ignore[arg-type]  # as the test says
        return voices[-1]

    yield make
    for voice in voices:
        voice.release()


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., list[str]]:
    """The command of a made-up process that runs `code`."""

    def write(code: str, name: str = "voice") -> list[str]:
        file = tmp_path / f"{name}.py"
        file.write_text(code, encoding="utf-8")
        return [sys.executable, str(file)]

    return write
