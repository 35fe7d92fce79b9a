"""What is really to be heard: the sound of a session, recorded and searched for every cue at its time."""

import json
import subprocess
import sys
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.domain.playing.cues import Cue, CueKind
from app.paths import resources_dir
from app.ui.sound.missing import Missing, sentence
from app.ui.sound.tones import tone_of
from tests.end_to_end.conftest import ROOT
from tests.end_to_end.sound_server import RATE_HZ, Sound, SoundServer

LONGEST_S = 100
LATE_S = 0.25  # the machine may be busy; a session's cues lie a second apart
FOUND = 0.7  # of the tone's loudness
APART_S = 0.4
BETWEEN_TONES_S = (0.75, 1.5, 1.75, 2.5, 2.75)
HEARD = 0.005  # root mean square; the null sink is silent without a voice
NAMES = sorted(file.stem for file in (resources_dir() / "sounds").glob("*.wav"))


@dataclass(frozen=True)
class Heard:
    """What a program did, by its own words, and what was recorded meanwhile."""

    said: list[dict[str, Any]]
    sound: Sound

    @property
    def cues(self) -> list[tuple[float, Cue]]:
        """Each cue with its moment."""
        told = [(line["at_s"], line["cue"]) for line in self.said if "cue" in line]
        return [(at_s, Cue(cue["at_s"], CueKind(cue["kind"]), cue["text"])) for at_s, cue in told]

    def due(self, name: str) -> list[float]:
        """When the tone `name` was due."""
        return [at_s for at_s, cue in self.cues if tone_of(cue) == name]

    def offset_s(self) -> float:
        """From the program's clock to the recording's, by its first tone."""
        name = tone_of(self.cues[0][1])
        assert name is not None
        return found(self.sound, name)[0] - self.cues[0][0]


def found(sound: Sound, name: str) -> list[float]:
    """The seconds at which the tone `name` begins in `sound`, by a matched filter.

    1 is the tone as loud as it was made. A tone resembles itself a moment later, so only the best of each
    neighbourhood counts.
    """
    with wave.open(str(resources_dir() / "sounds" / f"{name}.wav")) as file:
        tone = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2") / 32768
    size = 1 << (len(sound) + len(tone)).bit_length()
    likeness = np.fft.irfft(np.fft.rfft(sound, size) * np.conj(np.fft.rfft(tone, size)), size)[: len(sound)]
    likeness /= np.dot(tone, tone)
    around = int(APART_S * RATE_HZ)
    moments = []
    while likeness.max() > FOUND:
        best = int(likeness.argmax())
        moments.append(best / RATE_HZ)
        likeness[max(0, best - around) : best + around] = 0
    return sorted(moments)


def loudness(sound: Sound, start_s: float, length_s: float) -> float:
    """Root mean square of that stretch."""
    stretch = sound[int(start_s * RATE_HZ) : int((start_s + length_s) * RATE_HZ)]
    return float(np.sqrt(np.mean(stretch**2)))


@pytest.fixture
def hear(tmp_path: Path) -> Callable[..., Heard]:
    """`hear("scale")` runs the program with sound of its own."""

    def run(*arguments: str) -> Heard:
        command = [sys.executable, "-m", "tests.end_to_end.sound_session", *arguments]
        with SoundServer(tmp_path) as server:
            done = subprocess.run(
                command, cwd=ROOT, env=server.environment(), capture_output=True, text=True, timeout=LONGEST_S
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            return Heard([json.loads(line) for line in done.stdout.splitlines()], server.recorded())

    return run


def assert_each_tone_is_there_once_at_its_time(heard: Heard, names: list[str]) -> None:
    offset_s = heard.offset_s()
    for name in names:
        expected = [at_s + offset_s for at_s in heard.due(name)]
        assert found(heard.sound, name) == pytest.approx(expected, abs=LATE_S), name


def test_in_a_session_every_tone_sounds_once_at_its_time_and_the_voice_says_the_name(
    hear: Callable[..., Heard],
) -> None:
    heard = hear()
    assert not [line for line in heard.said if "missing" in line]
    assert_each_tone_is_there_once_at_its_time(heard, [name for name in NAMES if not name.startswith("beat")])
    assert len(heard.due("countdown")) >= 10
    for at_s, cue in heard.cues:
        if cue.kind is CueKind.READY:
            assert is_spoken(heard, at_s)


def is_spoken(heard: Heard, at_s: float) -> bool:
    """Whether something is heard after the cue at `at_s`, in the moments in which no tone of the countdown sounds."""
    start_s = at_s + heard.offset_s()
    return sum(loudness(heard.sound, start_s + after_s, 0.25) > HEARD for after_s in BETWEEN_TONES_S) >= 2


def test_the_tones_of_all_kinds_can_be_told_apart(hear: Callable[..., Heard]) -> None:
    heard = hear("scale")
    assert not [line for line in heard.said if "missing" in line]
    assert {tone_of(cue) for _, cue in heard.cues} - {None} >= set(NAMES) - {"beat", "beat-first"}
    assert_each_tone_is_there_once_at_its_time(heard, [name for name in NAMES if not name.startswith("beat")])
    tick_s = heard.due("beat")[0] + heard.offset_s()  # so soft that louder tones have as much of it in them
    assert any(abs(at_s - tick_s) < LATE_S for at_s in found(heard.sound, "beat"))


def test_when_the_sound_server_dies_it_is_said_and_the_screen_flashes(hear: Callable[..., Heard]) -> None:
    heard = hear("lost")
    assert [line["missing"] for line in heard.said if "missing" in line] == [sentence(Missing.OUTPUT)]
    assert heard.said[-1]["flashed"]
