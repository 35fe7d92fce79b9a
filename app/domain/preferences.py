"""What the person chose for their sessions, read from the settings. What is kept there may be old or damaged.

Each field has its key in `KEYS`; a value that does not fit counts as not chosen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from app.domain.catalogue_items import EQUIPMENT
from app.domain.training.sessions import HEAVIEST_KG


class VoiceMode(StrEnum):
    FULL = "full"
    COUNT = "count"  # numbers only
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`voice_rate` −1 (slow) to 1 (fast), 0 the voice's own; volumes 0 to 1; `voice_name` empty: the system's voice.

    `wait_for_equipment`: getting ready waits for a key where other equipment is needed. `alternate_sides`: every other
    session begins with the right. `times`: what was changed in a routine's steps, by the routine's id; see `times.py`.
    `equipment` is what is at hand, by the catalogue's names; None as long as it was never said, and then all of it is.
    `weights_kg` are the dumbbells or kettlebells owned. `weekly_target`: training days a week, 3 to 7.
    `length_unit`: lengths are shown in cm or in.
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
    equipment: tuple[str, ...] | None = None
    weights_kg: tuple[float, ...] = ()
    weekly_target: int = 3
    leave_out_deep_bending: bool = False
    length_unit: str = "cm"


LENGTH_UNITS = ("cm", "in")
LEAST_DAYS, MOST_DAYS = 3, 7
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
    "equipment": "plan.equipment",
    "weights_kg": "plan.weights_kg",
    "weekly_target": "plan.weekly_target",
    "leave_out_deep_bending": "plan.leave_out_deep_bending",
    "length_unit": "units.length",
}
SAFETY_ACKNOWLEDGED = "safety.acknowledged"  # the key: nothing that a session needs
_ALLOWED = {"voice_rate": (-1.0, 1.0), "voice_volume": (0.0, 1.0), "tones_volume": (0.0, 1.0)}


def read_preferences(get: Callable[[str, Any], Any]) -> Preferences:
    """`get(key, default)` gives what is kept, as `store.find.setting` does."""
    otherwise = Preferences()
    chosen = {
        each.name: _fitting(each.name, get(KEYS[each.name], None), getattr(otherwise, each.name))
        for each in fields(Preferences)
    }
    return Preferences(**chosen)


def _fitting(name: str, value: Any, otherwise: Any) -> Any:
    """`value` where it is of the same kind as `otherwise` and within its limits, else `otherwise`."""
    if name in _READERS:
        return _READERS[name](value, otherwise)
    if isinstance(otherwise, VoiceMode):
        return VoiceMode(value) if value in list(VoiceMode) else otherwise
    if isinstance(otherwise, float):
        low, high = _ALLOWED[name]
        return float(value) if _is_number(value) and low <= value <= high else otherwise
    kind = Mapping if isinstance(otherwise, Mapping) else type(otherwise)
    return value if isinstance(value, kind) else otherwise


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _equipment(value: Any, otherwise: Any) -> Any:
    fits = isinstance(value, list | tuple) and all(isinstance(each, str) and each in EQUIPMENT for each in value)
    return tuple(value) if fits else otherwise


def _weights(value: Any, otherwise: Any) -> Any:
    fits = isinstance(value, list | tuple) and all(_is_number(each) and 0 < each <= HEAVIEST_KG for each in value)
    return tuple(sorted({float(each) for each in value})) if fits else otherwise


def _weekly_target(value: Any, otherwise: Any) -> Any:
    fits = isinstance(value, int) and not isinstance(value, bool) and LEAST_DAYS <= value <= MOST_DAYS
    return value if fits else otherwise


def _length_unit(value: Any, otherwise: Any) -> Any:
    return value if value in LENGTH_UNITS else otherwise


_READERS: Mapping[str, Callable[[Any, Any], Any]] = {
    "equipment": _equipment,
    "weights_kg": _weights,
    "weekly_target": _weekly_target,
    "length_unit": _length_unit,
}
