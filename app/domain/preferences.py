"""What the person chose for their sessions, read from the settings. What is kept there may be old or damaged.

Each field has its key in `KEYS`; a value that does not fit counts as not chosen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any


class VoiceMode(StrEnum):
    FULL = "full"
    COUNT = "count"  # numbers only
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`voice_rate` −1 (slow) to 1 (fast), 0 the voice's own; volumes 0 to 1; `voice_name` empty: the system's voice.

    `wait_for_equipment`: getting ready waits for a key where other equipment is needed. `alternate_sides`: every other
    session begins with the right. `times`: what was changed in a routine's steps, by the routine's id; see `times.py`.
    """

    voice: VoiceMode = VoiceMode.FULL
    voice_name: str = ""
    voice_rate: float = -0.1
    voice_volume: float = 0.9
    tones: bool = True
    tones_volume: float = 0.6
    metronome: bool = True
    wait_for_equipment: bool = False
    alternate_sides: bool = False
    times: Mapping[str, Any] = field(default_factory=dict)


KEYS = {
    "voice": "voice.mode",
    "voice_name": "voice.name",
    "voice_rate": "voice.rate",
    "voice_volume": "voice.volume",
    "tones": "tones.on",
    "tones_volume": "tones.volume",
    "metronome": "tones.metronome",
    "wait_for_equipment": "session.wait_for_equipment",
    "alternate_sides": "session.alternate_sides",
    "times": "session.times",
}
_ALLOWED = {"voice_rate": (-1.0, 1.0), "voice_volume": (0.0, 1.0), "tones_volume": (0.0, 1.0)}


def read_preferences(get: Callable[[str, Any], Any]) -> Preferences:
    """`get(key, default)` gives what is kept, as `store.settings.get` does."""
    otherwise = Preferences()
    chosen = {
        each.name: _fitting(each.name, get(KEYS[each.name], None), getattr(otherwise, each.name))
        for each in fields(Preferences)
    }
    return Preferences(**chosen)


def _fitting(name: str, value: Any, otherwise: Any) -> Any:
    """`value` where it is of the same kind as `otherwise` and within its limits, else `otherwise`."""
    if isinstance(otherwise, VoiceMode):
        return VoiceMode(value) if value in list(VoiceMode) else otherwise
    if isinstance(otherwise, float):
        low, high = _ALLOWED[name]
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if number and low <= value <= high else otherwise
    kind = Mapping if isinstance(otherwise, Mapping) else type(otherwise)
    return value if isinstance(value, kind) else otherwise
