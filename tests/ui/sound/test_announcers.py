"""Voice, tones and flash together: who is told of what, and what happens when nothing can be heard."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.playing.cues import Cue, CueKind
from app.domain.preferences import Preferences, VoiceMode
from app.ui.sound.announcers import Announcers
from app.ui.sound.flash import Flash
from app.ui.sound.missing import Missing, sentence
from tests.ui.sound.conftest import MOCK
from tests.ui.sound.made_up_voice import PROMPT, WAIT_MS, Script, reacting, said

READY = Cue(0.0, CueKind.READY, "Cat-cow")
SAY = Cue(1.0, CueKind.SAY, "On your knees.")
COUNT = Cue(1.0, CueKind.COUNTDOWN, "3")
NO_TONES = Preferences(tones=False)
Make = Callable[..., Announcers]


@pytest.fixture
def make(qapp: QApplication) -> Iterator[Make]:
    made: list[Announcers] = []

    def announcers(command: list[str] = MOCK) -> Announcers:
        made.append(Announcers(voice_command=command))
        return made[-1]

    yield announcers
    for one in made:
        one.release()
        one.deleteLater()


def flashes(announcers: Announcers, *cues: Cue) -> int:
    asked: list[None] = []
    announcers.flash_asked.connect(lambda: asked.append(None))
    for cue in cues:
        announcers.announce(cue)
    return len(asked)


def test_a_program_that_has_not_played_yet_has_loaded_nothing_for_sound() -> None:
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; from app.ui.sound.announcers import Announcers; "
        "application = QCoreApplication([]); Announcers(); "
        "sys.exit('PySide6.QtMultimedia' in sys.modules or 'PySide6.QtTextToSpeech' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=60, check=False).returncode == 0


def wait_until_said(qtbot: QtBot, command: list[str], text: str) -> None:
    qtbot.waitUntil(lambda: said(command)[-1] == text, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("mode", "heard"),
    [(VoiceMode.FULL, ["Cat-cow", "3"]), (VoiceMode.COUNT, ["3"])],
)
def test_the_voice_says_what_its_mode_lets_it(
    make: Make, script: Script, qtbot: QtBot, mode: VoiceMode, heard: list[str]
) -> None:
    command = script(reacting(PROMPT))
    announcers = make(command)
    with qtbot.waitSignal(announcers.voices_changed, timeout=WAIT_MS):
        announcers.use(NO_TONES, mode)
    for cue in (READY, COUNT):
        announcers.announce(cue)
        if cue.text in heard:
            wait_until_said(qtbot, command, cue.text)
    assert [text for text in said(command) if text not in {"started", "choose"}] == heard


def test_muted_nothing_is_said_and_the_screen_flashes(make: Make, script: Script, qtbot: QtBot) -> None:
    command = script(reacting(PROMPT))
    announcers = make(command)
    with qtbot.waitSignal(announcers.voices_changed, timeout=WAIT_MS):
        announcers.use(NO_TONES, VoiceMode.FULL)
    announcers.muted = True
    assert flashes(announcers, READY, SAY) == 1
    announcers.muted = False
    announcers.say("Hello")
    qtbot.waitUntil(lambda: "Hello" in said(command), timeout=WAIT_MS)
    assert "Cat-cow" not in said(command)


def test_without_a_device_the_screen_flashes_at_what_is_important_and_says_why_once(make: Make, qtbot: QtBot) -> None:
    announcers = make()
    told: list[str] = []
    announcers.missing_found.connect(told.append)
    for _ in range(2):
        announcers.use(Preferences(), VoiceMode.OFF)
        qtbot.waitUntil(lambda: announcers._tones.missing is Missing.OUTPUT, timeout=WAIT_MS)
        announcers.release()
    assert flashes(announcers, SAY, READY) == 1
    assert told == [sentence(Missing.OUTPUT)]
    assert announcers.missing() == (sentence(Missing.OUTPUT),)


def test_silence_that_was_chosen_is_not_flashed_at(make: Make) -> None:
    announcers = make()
    announcers.use(NO_TONES, VoiceMode.OFF)
    assert flashes(announcers, READY) == 0
    assert announcers.missing() == ()


def test_with_the_voice_given_up_and_no_tones_the_screen_flashes(make: Make, script: Script, qtbot: QtBot) -> None:
    announcers = make(script("import os; os._exit(1)"))
    announcers.use(NO_TONES, VoiceMode.FULL)
    qtbot.waitUntil(lambda: sentence(Missing.ANSWER) in announcers.missing(), timeout=WAIT_MS)
    assert flashes(announcers, READY) == 1


def test_the_settings_wake_it_to_learn_the_voices_and_what_is_missing(make: Make, qtbot: QtBot) -> None:
    announcers = make()
    assert (announcers.voices(), announcers.missing()) == ((), ())
    with qtbot.waitSignal(announcers.voices_changed, timeout=WAIT_MS):
        announcers.wake()
    assert "Mary" in announcers.voices()
    qtbot.waitUntil(lambda: announcers.missing() == (sentence(Missing.OUTPUT),), timeout=WAIT_MS)


def test_the_voice_turned_off_while_it_speaks_falls_silent(make: Make, script: Script, qtbot: QtBot) -> None:
    command = script(reacting('tell(**{"is": "heard"})'))
    announcers = make(command)
    with qtbot.waitSignal(announcers.voices_changed, timeout=WAIT_MS):
        announcers.use(NO_TONES, VoiceMode.FULL)
    announcers.announce(READY)
    announcers.use(NO_TONES, VoiceMode.OFF)
    announcers.announce(READY)
    qtbot.waitUntil(lambda: said(command)[-1] == "hush", timeout=WAIT_MS)
    assert said(command).count("Cat-cow") == 1


def test_a_choice_made_while_playing_reaches_the_voice(make: Make, script: Script, qtbot: QtBot) -> None:
    command = script(reacting(PROMPT))
    announcers = make(command)
    with qtbot.waitSignal(announcers.voices_changed, timeout=WAIT_MS):
        announcers.use(NO_TONES, VoiceMode.FULL)
    announcers.use(replace(NO_TONES, voice_name="Ann", voice_rate=1.0), VoiceMode.FULL)
    qtbot.waitUntil(lambda: said(command).count("choose") == 2, timeout=WAIT_MS)


def test_the_screen_never_flashes_more_than_twice_a_second(qapp: QApplication) -> None:
    parent = QObject()
    now_s = 0.0
    flash = Flash(lambda cue: True, parent, lambda: now_s)
    moments: list[float] = []
    flash.asked.connect(lambda: moments.append(now_s))
    for _ in range(100):
        flash.announce(COUNT)
        now_s += 0.1
    assert len(moments) >= 10
    assert all(later - earlier >= 0.5 - 1e-9 for earlier, later in pairwise(moments))
    flash.hush()
    parent.deleteLater()


@pytest.mark.parametrize("missing", Missing)
@pytest.mark.parametrize("system", ["debian", "linux", "win32", "darwin"])
def test_every_missing_thing_has_a_sentence_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, missing: Missing, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux" if system == "debian" else system)
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if system == "debian" else None)
    text = sentence(missing)
    assert text.endswith(".")
    assert len(text) > 40
    installs = missing in {Missing.MULTIMEDIA, Missing.ENGINE, Missing.VOICES}
    assert ("sudo apt install" in text) == (system == "debian" and installs)
