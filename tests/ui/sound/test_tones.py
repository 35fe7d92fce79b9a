"""The tones as files, and which cue gets which; that they sound is shown in `tests/end_to_end/test_sound.py`."""

import runpy
import sys
import wave
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.domain.cues import Cue, CueKind
from app.paths import resources_dir
from app.ui.sound.missing import Missing
from app.ui.sound.tones import METRONOME, Tones, tone_of

SOUNDS = resources_dir() / "sounds"
ROOT = Path(__file__).resolve().parents[3]
MAKE_TONES = runpy.run_path(str(ROOT / "packaging" / "make_tones.py"))
TONES: dict[str, Any] = MAKE_TONES["TONES"]
ONLY_SAID = {CueKind.SAY}


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
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        samples = memoryview(file.readframes(file.getnframes())).cast("h").tolist()
    assert len(samples) < 1.5 * MAKE_TONES["RATE_HZ"]
    assert samples[0] == 0
    assert abs(samples[-1]) < 100
    assert 200 < max(map(abs, samples)) < 10 ** (-9 / 20) * 32768


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


def test_without_a_device_the_tones_say_so_and_do_no_harm(parent: QObject, qtbot: QtBot) -> None:
    tones = Tones(parent)
    with qtbot.waitSignal(tones.missing_found) as found:
        tones.open()
    assert found.args == [Missing.OUTPUT]
    assert not tones.able
    tones.choose(0.5, metronome=False)
    tones.announce(Cue(0.0, CueKind.READY, "Cat-cow"))
    tones.hush()
    tones.release()


def test_without_the_sound_library_the_tones_say_so(
    parent: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    tones = Tones(parent)
    with qtbot.waitSignal(tones.missing_found) as found:
        tones.open()
    assert found.args == [Missing.MULTIMEDIA]
    tones.announce(Cue(0.0, CueKind.READY, "Cat-cow"))
    tones.release()
