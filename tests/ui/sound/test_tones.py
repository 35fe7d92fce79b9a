"""The tones as files, which cue gets which, their mixing and their process; that they sound is shown in
`tests/end_to_end/test_sound.py`.
"""

import json
import runpy
import subprocess
import sys
import wave
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.__main__ import _HELPERS as HELPERS
from app.domain.playing.cues import Cue, CueKind
from app.paths import resources_dir
from app.ui.sound import tones_process, voice_process
from app.ui.sound.missing import Missing
from app.ui.sound.tones import METRONOME, TONES_ARGUMENT, Tones, tone_of, tones_command
from app.ui.sound.tones_process import LOUDEST, RATE_HZ, Mixer
from app.ui.sound.voice import VOICE_ARGUMENT
from tests.ui.sound.made_up_voice import DYING, PROMPT, STUCK, WAIT_MS, Script, reacting, said

SOUNDS = resources_dir() / "sounds"
ROOT = Path(__file__).resolve().parents[3]
MAKE_TONES = runpy.run_path(str(ROOT / "packaging" / "make_tones.py"))
TONES: dict[str, Any] = MAKE_TONES["TONES"]
ONLY_SAID = {CueKind.SAY}
READY = Cue(0.0, CueKind.READY, "Cat-cow")
SAY = Cue(1.0, CueKind.SAY, "On your knees.")
COUNT = Cue(1.0, CueKind.COUNTDOWN, "3")
FIRST = Cue(1.0, CueKind.BEAT_FIRST, "")
TICK = Cue(2.0, CueKind.BEAT, "")
SPINNING = "while True: pass"
MakeTones = Callable[..., Tones]


@pytest.fixture
def make_tones(parent: QObject) -> Iterator[MakeTones]:
    """`make_tones(command=…)`; all are released at the end."""
    made: list[Tones] = []

    def make(**options: Any) -> Tones:
        made.append(Tones(parent, **options))
        return made[-1]

    yield make
    for tones in made:
        tones.release()


def ready_tones(tones: Tones, qtbot: QtBot) -> Tones:
    tones.open()
    qtbot.waitUntil(lambda: tones.ready, timeout=WAIT_MS)
    return tones


def samples(raw: bytes) -> list[int]:
    return array("h", raw).tolist()


def test_the_tones_are_what_the_script_makes_to_the_byte(tmp_path: Path) -> None:
    MAKE_TONES["main"](tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert made == {file.name: file.read_bytes() for file in SOUNDS.iterdir()}


def test_no_two_tones_share_a_frequency() -> None:
    notes = [(name, note.hz) for name, tone in TONES.items() for note in tone]
    assert len(set(notes)) == len({hz for _, hz in notes})


@pytest.mark.parametrize("name", TONES)
def test_a_tone_is_short_gentle_and_not_too_loud(name: str) -> None:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        tone = samples(file.readframes(file.getnframes()))
    assert len(tone) < 1.5 * RATE_HZ
    assert tone[0] == 0
    assert abs(tone[-1]) < 100
    assert 200 < max(map(abs, tone)) < 10 ** (-9 / 20) * 32768


def test_every_kind_of_cue_but_those_that_are_only_said_has_a_tone() -> None:
    for kind in CueKind:
        name = tone_of(Cue(1.0, kind, ""))
        assert (name is None) == (kind in ONLY_SAID), kind
        assert name is None or (SOUNDS / f"{name}.wav").is_file()


def test_work_begins_with_a_tone_of_its_own() -> None:
    assert tone_of(Cue(0.0, CueKind.PHASE, "Turn")) == "go"
    assert tone_of(Cue(3.0, CueKind.PHASE, "Breathe")) == "phase"


def test_every_tone_of_the_metronome_is_a_file() -> None:
    assert {f"{name}.wav" for name in METRONOME} <= {file.name for file in SOUNDS.iterdir()}


def test_the_mixer_gives_the_sum_of_what_sounds_and_silence_without_end() -> None:
    mixer = Mixer()
    assert bytes(mixer.readData(4)) == bytes(4)
    mixer.add(array("h", [100, 200, 300, 400]), 0.5)
    assert samples(mixer.readData(4)) == [50, 100]
    mixer.add(array("h", [1, 2, 3]), 1.0)
    assert samples(mixer.readData(8)) == [151, 202, 3, 0]
    assert mixer.silent
    assert samples(mixer.readData(4)) == [0, 0]


def test_tones_together_are_never_louder_than_can_be() -> None:
    mixer = Mixer()
    for _ in range(3):
        mixer.add(array("h", [30_000, -30_000]), 1.0)
    assert samples(mixer.readData(4)) == [LOUDEST, -LOUDEST]


def test_a_hush_leaves_nothing_to_sound() -> None:
    mixer = Mixer()
    mixer.add(array("h", [1, 2, 3]), 1.0)
    mixer.clear()
    assert samples(mixer.readData(4)) == [0, 0]


@given(tone=st.lists(st.integers(-LOUDEST, LOUDEST), max_size=300), shares=st.lists(st.integers(1, 50), min_size=1))
def test_however_a_tone_is_taken_it_comes_whole_and_once(tone: list[int], shares: list[int]) -> None:
    mixer = Mixer()
    mixer.add(array("h", tone), 1.0)
    taken: list[int] = []
    while not mixer.silent:
        for share in shares:
            taken += samples(mixer.readData(2 * share))
    assert taken[: len(tone)] == tone
    assert not any(taken[len(tone) :])


def test_without_a_device_the_tones_say_so_once_and_do_no_harm(make_tones: MakeTones, qtbot: QtBot) -> None:
    tones = make_tones()
    with qtbot.waitSignal(tones.missing_found, timeout=WAIT_MS) as found:
        tones.open()
    assert found.args == [Missing.OUTPUT]
    assert not tones.able
    tones.choose(0.5, metronome=False)
    tones.announce(READY)
    tones.hush()


def test_without_the_sound_library_the_tones_say_so(make_tones: MakeTones, qtbot: QtBot) -> None:
    code = (
        "import sys; sys.modules['PySide6.QtMultimedia'] = None\n"
        "from app.ui.sound.tones_process import main\nsys.exit(main())"
    )
    tones = make_tones(command=[sys.executable, "-c", code])
    with qtbot.waitSignal(tones.missing_found, timeout=WAIT_MS) as found:
        tones.open()
    assert found.args == [Missing.MULTIMEDIA]
    tones.announce(READY)


def test_each_cue_has_its_tone_played_and_ticks_only_where_they_are_wanted(
    make_tones: MakeTones, script: Script, qtbot: QtBot
) -> None:
    command = script(reacting(PROMPT))
    tones = ready_tones(make_tones(command=command), qtbot)
    for metronome in (True, False):
        tones.choose(0.5, metronome)
        for cue in (READY, SAY, FIRST, TICK):
            tones.announce(cue)
    tones.hush()
    expected = ["started", "ready", "beat-first", "beat", "ready", "hush"]
    qtbot.waitUntil(lambda: said(command) == expected, timeout=WAIT_MS)


@pytest.mark.parametrize(("late_s", "played"), [(60.0, ["countdown"]), (0.5, ["ready", "countdown"])])
def test_what_is_due_while_the_process_starts_is_played_as_long_as_it_is_worth_it(
    make_tones: MakeTones, script: Script, qtbot: QtBot, late_s: float, played: list[str]
) -> None:
    now_s = 0.0
    command = script(reacting(PROMPT))
    tones = make_tones(command=command, now=lambda: now_s)
    tones.open()
    tones.announce(READY)
    now_s = late_s
    qtbot.waitUntil(lambda: tones.ready, timeout=WAIT_MS)
    tones.announce(COUNT)
    qtbot.waitUntil(lambda: said(command)[-1] == "countdown", timeout=WAIT_MS)
    assert said(command)[1:] == played


def test_a_hush_while_the_process_starts_leaves_nothing_to_play(
    make_tones: MakeTones, script: Script, qtbot: QtBot
) -> None:
    command = script(reacting(PROMPT))
    tones = make_tones(command=command, now=lambda: 0.0)
    tones.open()
    tones.announce(READY)
    tones.hush()
    qtbot.waitUntil(lambda: tones.ready, timeout=WAIT_MS)
    tones.announce(COUNT)
    qtbot.waitUntil(lambda: said(command) == ["started", "countdown"], timeout=WAIT_MS)


def test_a_loudspeaker_that_comes_later_is_played_on(make_tones: MakeTones, script: Script, qtbot: QtBot) -> None:
    come_and_go = (
        'tell(**{"is": "heard"})\n    tell(**{"is": "missing", "what": "output"})\n    tell(**{"is": "ready"})'
    )
    tones = ready_tones(make_tones(command=script(reacting(come_and_go))), qtbot)
    with qtbot.waitSignal(tones.missing_found, timeout=WAIT_MS):
        tones.announce(READY)
    qtbot.waitUntil(lambda: tones.ready and tones.able, timeout=WAIT_MS)


@pytest.mark.parametrize("reaction", [STUCK, DYING, SPINNING], ids=["stuck", "dying", "spinning"])
def test_a_process_that_does_not_answer_is_started_once_more_and_then_given_up(
    make_tones: MakeTones, script: Script, qtbot: QtBot, reaction: str
) -> None:
    command = script(reacting(reaction))
    tones = make_tones(command=command, answer_ms=500, now=lambda: 0.0)
    tones.open()
    with qtbot.waitSignal(tones.missing_found, timeout=WAIT_MS) as found:
        for _ in range(2):
            qtbot.waitUntil(lambda: tones.ready, timeout=WAIT_MS)
            tones.announce(READY)
            qtbot.waitUntil(lambda: not tones.ready, timeout=WAIT_MS)
    assert found.args == [Missing.TONES]
    assert said(command).count("started") == 2
    tones.announce(READY)
    tones.hush()


def test_the_process_leaves_by_itself_when_its_parent_is_gone() -> None:
    process = subprocess.Popen(tones_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"is": "missing", "what": "output"}
        process.communicate(timeout=60)
        assert process.returncode == 0
    finally:
        process.kill()


def test_a_frozen_program_is_its_own_process_for_tones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert tones_command() == [sys.executable, TONES_ARGUMENT]
    assert HELPERS[TONES_ARGUMENT] == tones_process.__name__
    assert HELPERS[VOICE_ARGUMENT] == voice_process.__name__
