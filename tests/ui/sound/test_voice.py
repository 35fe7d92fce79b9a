"""The voice and its process: what is said, and what happens when nobody answers."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.playing.cues import Cue, CueKind
from app.ui.sound.missing import Missing
from app.ui.sound.voice import VOICE_ARGUMENT, voice_command
from tests.ui.sound.conftest import MOCK, MakeVoice
from tests.ui.sound.made_up_voice import DYING, PROMPT, STUCK, WAIT_MS, Script, reacting, said


def test_the_mock_engine_speaks_one_text_after_another(make_voice: MakeVoice, qtbot: QtBot) -> None:
    voice = make_voice()
    with qtbot.waitSignal(voice.voices_changed, timeout=WAIT_MS):
        voice.open()
    assert voice.names == ("Anne", "Bob", "Charly", "Mary")
    ended: list[int] = []
    helper = voice._helper
    assert helper is not None
    helper.answered.connect(lambda answer: ended.append(answer["number"]))
    voice.choose("Mary", 0.5, 0.5)
    for text in ("Cat-cow", "Three sets of twenty"):
        voice.announce(Cue(0.0, CueKind.READY, text))
    qtbot.waitUntil(lambda: ended == [1, 2], timeout=WAIT_MS)


def test_a_text_that_cuts_another_off_is_the_one_whose_end_is_told(make_voice: MakeVoice, qtbot: QtBot) -> None:
    voice = make_voice()
    with qtbot.waitSignal(voice.voices_changed, timeout=WAIT_MS):
        voice.open()
    helper = voice._helper
    assert helper is not None
    ended: list[int] = []
    helper.answered.connect(lambda answer: ended.append(answer["number"]))
    voice.announce(Cue(0.0, CueKind.SAY, "word " * 200))
    voice.announce(Cue(0.0, CueKind.COUNTDOWN, "3"))
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT_MS)
    assert ended == [2]


def test_what_is_due_while_the_voice_starts_is_said_when_it_is_ready(
    make_voice: MakeVoice, script: Script, qtbot: QtBot
) -> None:
    command = script(reacting(PROMPT))
    voice = make_voice(command=command, now=lambda: 0.0)
    voice.open()
    voice.announce(Cue(0.0, CueKind.READY, "Cat-cow"))
    qtbot.waitUntil(lambda: voice.names == ("Ann",), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: said(command) == ["started", "choose", "Cat-cow"], timeout=WAIT_MS)


def test_hush_reaches_the_voice(make_voice: MakeVoice, script: Script, qtbot: QtBot) -> None:
    command = script(reacting('tell(**{"is": "heard"})'))
    voice = make_voice(command=command, now=lambda: 0.0)
    voice.open()
    voice.announce(Cue(0.0, CueKind.READY, "Cat-cow"))
    voice.announce(Cue(0.0, CueKind.REST, "Rest"))
    qtbot.waitUntil(lambda: voice.names == ("Ann",), timeout=WAIT_MS)
    voice.hush()
    voice.announce(Cue(0.0, CueKind.END, "That was it"))
    expected = ["started", "choose", "Cat-cow", "hush", "That was it"]
    qtbot.waitUntil(lambda: said(command) == expected, timeout=WAIT_MS)


@pytest.mark.parametrize("reaction", [STUCK, DYING], ids=["stuck", "dying"])
def test_a_voice_that_does_not_answer_is_started_once_more_and_then_given_up(
    make_voice: MakeVoice, script: Script, qtbot: QtBot, reaction: str
) -> None:
    command = script(reacting(reaction))
    voice = make_voice(command=command, answer_ms=500)
    with qtbot.waitSignal(voice.missing_found, timeout=WAIT_MS) as found:
        voice.open()
    assert found.args == [Missing.ANSWER]
    assert said(command).count("started") == 2
    assert not voice.able
    voice.announce(Cue(0.0, CueKind.READY, "into the void"))
    voice.hush()


def test_a_voice_that_never_becomes_ready_is_given_up(make_voice: MakeVoice, script: Script, qtbot: QtBot) -> None:
    voice = make_voice(command=script(STUCK), start_ms=300)
    with qtbot.waitSignal(voice.missing_found, timeout=WAIT_MS) as found:
        voice.open()
    assert found.args == [Missing.ANSWER]


def test_a_voice_that_cannot_be_started_is_given_up(make_voice: MakeVoice, tmp_path: Path, qtbot: QtBot) -> None:
    voice = make_voice(command=[str(tmp_path / "nothing")])
    with qtbot.waitSignal(voice.missing_found, timeout=WAIT_MS) as found:
        voice.open()
    assert found.args == [Missing.ANSWER]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system has a voice of its own")
def test_without_a_speech_service_the_engine_is_missing(make_voice: MakeVoice, qtbot: QtBot) -> None:
    voice = make_voice(command=voice_command())
    with qtbot.waitSignal(voice.missing_found, timeout=WAIT_MS) as found:
        voice.open()
    assert found.args == [Missing.ENGINE]


def test_nonsense_from_the_process_is_passed_over(make_voice: MakeVoice, script: Script, qtbot: QtBot) -> None:
    nonsense = 'print("what?\\n[1]\\n{}\\n", flush=True)\n    print("oh", file=sys.stderr, flush=True)\n    '
    command = script(reacting(nonsense + PROMPT))
    voice = make_voice(command=command)
    voice.open()
    voice.announce(Cue(0.0, CueKind.READY, "Cat-cow"))
    voice.announce(Cue(0.0, CueKind.END, "That was it"))
    qtbot.waitUntil(lambda: voice.names == ("Ann",), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "That was it" in said(command), timeout=WAIT_MS)


def test_a_released_voice_can_be_opened_again(make_voice: MakeVoice, qtbot: QtBot) -> None:
    voice = make_voice()
    for _ in range(2):
        with qtbot.waitSignal(voice.voices_changed, timeout=WAIT_MS):
            voice.open()
        assert voice.able
        voice.release()
        assert not voice.able


def test_the_process_leaves_by_itself_when_its_parent_is_gone() -> None:
    process = subprocess.Popen(MOCK, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["is"] == "ready"
        process.communicate(timeout=60)
        assert process.returncode == 0
    finally:
        process.kill()


def test_a_process_that_hangs_does_not_hold_up_the_release(make_voice: MakeVoice, qtbot: QtBot) -> None:
    voice = make_voice()
    with qtbot.waitSignal(voice.voices_changed, timeout=WAIT_MS):
        voice.open()
    helper = voice._helper
    assert helper is not None
    assert helper._process is not None
    pid = helper._process.processId()
    os.kill(pid, signal.SIGSTOP)
    voice.announce(Cue(0.0, CueKind.READY, "Cat-cow"))
    voice.release()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_frozen_program_is_its_own_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert voice_command() == [sys.executable, VOICE_ARGUMENT]
