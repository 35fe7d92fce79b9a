"""What a person chose for their sessions, whatever is kept in the settings."""

from typing import Any

import pytest

from app.domain.preferences import KEYS, Preferences, VoiceMode, read_preferences

CHOSEN = {
    "voice.mode": "count", "voice.name": "Anna", "voice.rate": 0.5, "voice.volume": 0, "tones.on": False,
    "tones.volume": 1.0, "tones.metronome": False, "session.wait_for_equipment": True, "session.alternate_sides": True,
    "session.times": {"starter": []}, "plan.equipment": ["mat", "chair"], "plan.weights_kg": [4, 2.5, 4],
    "plan.weekly_target": 5, "plan.leave_out_deep_bending": True, "units.length": "in",
}  # fmt: skip
LISTS = {"plan.equipment", "plan.weights_kg"}


def read(kept: dict[str, Any]) -> Preferences:
    return read_preferences(lambda key, otherwise: kept.get(key, otherwise))


def test_nothing_chosen_is_the_usual() -> None:
    assert read({}) == Preferences()


def test_every_choice_is_read_by_its_own_key() -> None:
    assert CHOSEN.keys() == set(KEYS.values())
    assert read(CHOSEN) == Preferences(
        voice=VoiceMode.COUNT, voice_name="Anna", voice_rate=0.5, voice_volume=0.0, tones=False, tones_volume=1.0,
        metronome=False, wait_for_equipment=True, alternate_sides=True, times={"starter": []},
        equipment=("mat", "chair"), weights_kg=(2.5, 4.0), weekly_target=5, leave_out_deep_bending=True,
        length_unit="in",
    )  # fmt: skip


@pytest.mark.parametrize("key", KEYS.values())
@pytest.mark.parametrize("value", [None, [], [1], 17, -17, float("nan"), object()])
def test_what_does_not_fit_counts_as_not_chosen(key: str, value: Any) -> None:
    if not (key in LISTS and isinstance(value, list)):
        assert read({key: value}) == Preferences()


def test_nothing_at_hand_is_another_thing_than_never_said() -> None:
    assert read({"plan.equipment": []}).equipment == ()
    assert read({}).equipment is None


@pytest.mark.parametrize(
    ("key", "value"),
    [("voice.mode", "loud"), ("voice.mode", {}), ("voice.rate", True), ("voice.rate", "0"), ("tones.on", 1),
     ("tones.on", "true"), ("voice.name", True), ("session.times", [{}]), ("voice.volume", 1.01),
     ("plan.equipment", "mat"), ("plan.equipment", [1]), ("plan.equipment", ["mat", "ladder"]),
     ("plan.weights_kg", [0]), ("plan.weights_kg", [2, "4"]),
     ("plan.weights_kg", [100.5]), ("plan.weekly_target", 2), ("plan.weekly_target", 8), ("plan.weekly_target", 3.0),
     ("plan.weekly_target", True), ("units.length", "mm"), ("plan.leave_out_deep_bending", 1)],
)  # fmt: skip
def test_a_near_miss_does_not_fit_either(key: str, value: Any) -> None:
    assert read({key: value}) == Preferences()
