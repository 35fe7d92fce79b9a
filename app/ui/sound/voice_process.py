"""The voice, in a process of its own: `python -m app.ui.sound.voice_process [engine]`; the engine "mock" speaks without
sound, for tests.

Orders and answers as in `app.ui.sound.helper_process`: `{"do": "choose", "name", "rate", "volume"}`,
`{"do": "say", "number", "text"}` and `{"do": "hush"}`. “ready” brings the names of the `voices`, and
`{"is": "ended", "number"}` follows each text that was not cut off. Where something is missing the process ends.
"""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer

from app.ui.sound.helper_process import Order, Tell, bounded, fail, lack, serve, tell
from app.ui.sound.missing import Missing

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

SILENT_ENGINES = frozenset({"mock"})
FAVOURITES = ("speechd", "flite", "winrt")
CUT_MS = 400


class Speaker(QObject):
    """Does the orders on one engine. A text that cuts another off waits until the engine has fallen silent."""

    def __init__(self, engine: "QTextToSpeech", voices: "dict[str, QVoice]", tell: Tell) -> None:
        super().__init__()
        self._engine, self._voices, self._tell = engine, voices, tell
        self._own = engine.voice().name() if engine.voice().name() in voices else next(iter(voices))
        self._spoken: int | None = None
        self._next: tuple[int, str] | None = None
        self._cut = QTimer(self, singleShot=True, interval=CUT_MS)
        self._cut.timeout.connect(self._say_next)
        engine.stateChanged.connect(self._state_changed)
        engine.errorOccurred.connect(self._fail)

    @property
    def voices(self) -> list[str]:
        return list(self._voices)

    def do(self, order: Order) -> None:
        getattr(self, f"_{order['do']}")(order)

    def _choose(self, order: Order) -> None:
        self._engine.setVoice(self._voices.get(order["name"], self._voices[self._own]))
        self._engine.setRate(order["rate"])
        self._engine.setVolume(order["volume"])

    def _say(self, order: Order) -> None:
        self._next = (order["number"], order["text"])
        if self._engine.state() is self._engine.State.Speaking:
            self._silence()
            self._cut.start()
        else:
            self._say_next()

    def _hush(self, order: Order) -> None:
        self._next = None
        self._cut.stop()
        self._silence()

    def _silence(self) -> None:
        self._spoken = None
        self._engine.stop(self._engine.BoundaryHint.Immediate)

    def _say_next(self) -> None:
        self._cut.stop()
        if self._next is None:
            return
        self._spoken, text = self._next
        self._next = None
        with bounded():
            self._engine.say(text)

    def _state_changed(self) -> None:
        if self._engine.state() is not self._engine.State.Ready:
            return
        if self._spoken is not None:
            self._tell({"is": "ended", "number": self._spoken})
            self._spoken = None
        self._say_next()

    def _fail(self) -> None:
        fail(self._engine.errorString())


def make_speaker(wanted: str) -> "Speaker | Missing":
    """The first engine that works, with the voices it has for the language; else what is missing."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError as error:
        sys.stderr.write(f"{error}\n")
        return Missing.MULTIMEDIA
    names = [wanted] if wanted else _by_preference(QTextToSpeech.availableEngines())
    found = Missing.ENGINE
    for name in names:
        engine = QTextToSpeech(name)
        if engine.state() is QTextToSpeech.State.Error:
            sys.stderr.write(f"{name}: {engine.errorString()}\n")
            continue
        voices = _voices(engine)
        if voices:
            return Speaker(engine, voices, tell)
        found = Missing.VOICES
    return found


def _language() -> QLocale.Language:
    """What the window speaks; whoever started this process has put it where languages are looked for."""
    return QLocale(os.environ.get("LANGUAGE") or "en").language()


def _by_preference(engines: list[str]) -> list[str]:
    rank = {name: place for place, name in enumerate(FAVOURITES)}
    return sorted(set(engines) - SILENT_ENGINES, key=lambda name: (rank.get(name, len(rank)), name))


def _voices(engine: "QTextToSpeech") -> "dict[str, QVoice]":
    """The voices of the language by name, sorted. eSpeak's hundred disguises of each (“Name+Max”) are left out."""
    before, spoken = engine.locale(), _language()
    found: dict[str, QVoice] = {}
    for locale in engine.availableLocales():
        if locale.language() == spoken:
            engine.setLocale(locale)
            found |= {voice.name(): voice for voice in engine.availableVoices() if "+" not in voice.name()}
    engine.setLocale(before)
    return dict(sorted(found.items()))


def main(engine: str = "") -> int:
    """Speak until the input ends. The exit code is 0 then, and when something is missing."""
    application = QCoreApplication([])
    with bounded():
        speaker = make_speaker(engine)
    if isinstance(speaker, Missing):
        lack(speaker)
        return 0
    tell({"is": "ready", "voices": speaker.voices})
    return serve(application, speaker.do)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
