"""What a person chose for their sessions, whatever is kept in the settings."""

from typing import Any

import pytest

from app.domain.preferences import KEYS, Preferences, VoiceMode, read_preferences

CHOSEN = {
    "voice.mode": "count", "voice.name": "Anna", "voice.rate": 0.5, "voice.volume": 0, "tones.on": False,
    "tones.volume": 1.0, "tones.metronome": False, "session.wait_for_equipment": True, "session.alternate_sides": True,
    "session.times": {"starter": []},
}  # fmt: skip


def read(kept: dict[str, Any]) -> Preferences:
    return read_preferences(lambda key, otherwise: kept.get(key, otherwise))


def test_nothing_chosen_is_the_usual() -> None:
    assert read({}) == Preferences()


def test_every_choice_is_read_by_its_own_key() -> None:
    assert CHOSEN.keys() == set(KEYS.values())
    assert read(CHOSEN) == Preferences(
        voice=VoiceMode.COUNT, voice_name="Anna", voice_rate=0.5, voice_volume=0.0, tones=False, tones_volume=1.0,
        metronome=False, wait_for_equipment=True, alternate_sides=True, times={"starter": []},
    )  # fmt: skip


@pytest.mark.parametrize("key", KEYS.values())
@pytest.mark.parametrize("value", [None, [], [1], 17, -17, float("nan"), object()])
def test_what_does_not_fit_counts_as_not_chosen(key: str, value: Any) -> None:
    assert read({key: value}) == Preferences()


@pytest.mark.parametrize(
    ("key", "value"),
    [("voice.mode", "loud"), ("voice.mode", {}), ("voice.rate", True), ("voice.rate", "0"), ("tones.on", 1),
     ("tones.on", "true"), ("voice.name", True), ("session.times", [{}]), ("voice.volume", 1.01)],
)  # fmt: skip
def test_a_near_miss_does_not_fit_either(key: str, value: Any) -> None:
    assert read({key: value}) == Preferences()
