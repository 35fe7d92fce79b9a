"""Makes the tones of a session, `resources/sounds/*.wav`, from this table: one calm set, like a soft marimba.

The same bytes on every run. No two kinds share a main frequency, so that they can be told apart, by ear and by
`tests/end_to_end/test_sound.py`.
"""

import math
import struct
import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE_HZ = 22_050
ATTACK_S = 0.006
RELEASE_S = 0.02
BAR = 3.9  # the second partial of a marimba's bar, as a multiple of the first
BAR_LEVEL = 0.12


@dataclass(frozen=True)
class Note:
    """A struck bar: main frequency, beginning and length, decay to 1/e, level in dB below full scale."""

    hz: float
    at_s: float = 0.0
    length_s: float = 0.5
    decay_s: float = 0.15
    level_db: float = -12.0

    def at(self, moment_s: float) -> float:
        """The sample, −1 to 1, `moment_s` seconds into the tone."""
        t = moment_s - self.at_s
        if not 0 <= t < self.length_s:
            return 0.0
        edge = min(1.0, t / ATTACK_S, (self.length_s - t) / RELEASE_S)
        body = math.exp(-t / self.decay_s) * math.sin(2 * math.pi * self.hz * t)
        strike = BAR_LEVEL * math.exp(-4 * t / self.decay_s) * math.sin(2 * math.pi * BAR * self.hz * t)
        return 10 ** (self.level_db / 20) * edge * (body + strike)


TONES: dict[str, tuple[Note, ...]] = {
    "ready": (Note(523.25, length_s=0.7, decay_s=0.22),),
    "countdown": (Note(880.0, length_s=0.25, decay_s=0.08),),
    "go": (Note(1046.5, length_s=0.6, decay_s=0.2),),
    "phase": (Note(783.99, length_s=0.35, decay_s=0.1, level_db=-15),),
    "turn": (Note(493.88, length_s=0.3, decay_s=0.1, level_db=-15),),
    "last": (Note(440.0, length_s=0.2, decay_s=0.08), Note(440.0, 0.2, 0.3, 0.1)),
    "halfway": (Note(739.99, length_s=0.5),),
    "soon": (Note(659.26, length_s=0.2, decay_s=0.08), Note(659.26, 0.2, 0.4)),
    "switch": (Note(587.33, length_s=0.25, decay_s=0.1), Note(698.46, 0.25)),
    "rest": (Note(392.0, length_s=0.8, decay_s=0.25),),
    "end": (
        Note(293.66, decay_s=0.3, level_db=-14),
        Note(369.99, 0.25, decay_s=0.3, level_db=-14),
        Note(466.16, 0.5, 0.9, 0.3, -14),
    ),
    "beat": (Note(1318.51, length_s=0.06, decay_s=0.015, level_db=-27),),
    "beat-first": (Note(1567.98, length_s=0.08, decay_s=0.02, level_db=-24),),
}
"""By file name. The frequencies are notes of the tempered scale."""


def samples(notes: Iterable[Note]) -> bytes:
    """The tone as 16-bit mono samples, as long as its last note."""
    notes = tuple(notes)
    length = math.ceil(max(note.at_s + note.length_s for note in notes) * RATE_HZ)
    sounds = (sum(note.at(i / RATE_HZ) for note in notes) for i in range(length))
    return b"".join(struct.pack("<h", round(32767 * sound)) for sound in sounds)


def main(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(samples(notes))


if __name__ == "__main__":
    main()
