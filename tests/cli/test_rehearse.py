"""`rehearse --as-played` prints what the player does and says; `rehearse` what is written."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.clock import SystemClock
from app.domain.plan import GATE_MEASURE, locks
from app.domain.playing.cues import spoken
from app.domain.playing.events import CueReached, Event, SegmentStarted
from app.domain.playing.laying_out import LaidOut, lay_out
from app.domain.playing.player import Player
from app.domain.playing.playhead import PlayerState
from app.domain.preferences import KEYS, Preferences, VoiceMode, read_preferences
from app.paths import profile_dir, resources_dir
from app.store.store import Store
from tests.cli.conftest import Limber
from tests.fakes import FakeClock
from tests.samples import NOON

CATALOGUE = load_catalogue(resources_dir())
SLOWLY = {
    "starter": [
        {"exercise": "chair-twist", "setup_s": 33, "transition_s": 5.5},
        {"exercise": "side-bend", "switch_s": 21},
        {"exercise": "segmental-cat-cow", "self_paced": True},
        {}, {}, {},
        {"exercise": "straddle-bends", "pulses": True, "transition_s": 2},
    ]
}  # fmt: skip
CHOICES = {
    "as it comes": Preferences(),
    "count only": Preferences(voice=VoiceMode.COUNT),
    "silent": Preferences(voice=VoiceMode.OFF),
    "other times": Preferences(times=SLOWLY),
    "right first": Preferences(alternate_sides=True),
    "everything": Preferences(VoiceMode.COUNT, wait_for_equipment=True, alternate_sides=True, times=SLOWLY),
}


def keep(data: Path, preferences: Preferences) -> LaidOut:
    """Settings, one session begun before, the floor not reached; what the session page would play of Starter."""
    store = Store.open(profile_dir(data, "default"), SystemClock())
    for name, value in asdict(preferences).items():
        store.settings.set(KEYS[name], value)
    store.sessions.start("starter", "Starter", NOON)
    laid_out = lay_out(
        CATALOGUE.routine("starter"),
        CATALOGUE.exercises,
        locks(store.find.readings(GATE_MEASURE), CATALOGUE.exercises),
        read_preferences(store.find.setting),
        len(store.find.sessions()),
    )
    store.close()
    return laid_out


def played(laid_out: LaidOut) -> tuple[list[float], list[tuple[float, str]]]:
    """When each segment starts and each text is said, by a clock that is looked at when something is due.

    What waits is done a moment later; such time and that of the player's own looks are left out, as in a rehearsal.
    """
    clock = FakeClock()
    player = Player(laid_out.timeline, clock)
    stood_s = 0.0
    starts: list[float] = []
    texts: list[tuple[float, str]] = []

    def hear(events: tuple[Event, ...]) -> None:
        now_s = clock.monotonic() - stood_s
        for event in events:
            if isinstance(event, SegmentStarted):
                starts.append(now_s)
            elif isinstance(event, CueReached) and spoken(event.cue, laid_out.voice):
                texts.append((now_s, event.cue.text))

    hear(player.start())
    while player.state is not PlayerState.FINISHED:
        due_s = player.due_in()
        if due_s is None:
            clock.advance(1.5)
            stood_s += 1.5
            hear(player.done())
        else:
            clock.advance(due_s)
            hear(player.advance())
    return starts, texts


@pytest.mark.parametrize("preferences", CHOICES.values(), ids=list(CHOICES))
def test_the_player_starts_each_segment_and_says_each_text_when_the_rehearsal_says_so(
    limber: Limber, own_data_folder: Path, preferences: Preferences
) -> None:
    laid_out = keep(own_data_folder, preferences)
    rehearsed = limber("rehearse", "starter", "--as-played", "--json").document
    starts, texts = played(laid_out)
    segments = rehearsed["segments"]
    said = [(each["at_s"], each["text"]) for segment in segments for each in segment["says"]]
    assert starts == pytest.approx([segment["start_s"] for segment in segments], abs=0.002)
    assert [text for _, text in texts] == [text for _, text in said]
    assert [at for at, _ in texts] == pytest.approx([at for at, _ in said], abs=0.002)
    assert all(text for _, text in said)
    assert [segment["side"] for segment in segments] == [segment.side for segment in laid_out.timeline.segments]


def test_each_choice_shows_in_the_rehearsal(limber: Limber, own_data_folder: Path) -> None:
    keep(own_data_folder, CHOICES["everything"])
    segments = limber("rehearse", "starter", "--as-played", "--json").document["segments"]
    ready, first = segments[:2]
    assert (ready["length_s"], first["length_s"]) == (33, 5.5 + 10 + 5.5)
    assert (ready["side"], first["side"]) == ("right", "right")
    counts = {each["text"] for segment in segments for each in segment["says"]}
    assert counts == {"Starting in ten", "Last one", *map(str, range(1, 8))}
    cat_cow = next(each for each in segments if each["exercise"] == "segmental-cat-cow" and each["kind"] == "reps")
    assert cat_cow["waits_at_s"] == cat_cow["start_s"] + cat_cow["length_s"]
    waits = {each["exercise"] for each in segments if each["kind"] == "ready" and each["waits_at_s"] is not None}
    assert "side-bend" in waits


def test_as_written_nothing_that_a_person_chose_matters(limber: Limber, own_data_folder: Path) -> None:
    before = limber("rehearse", "starter", "--json").document
    keep(own_data_folder, CHOICES["everything"])
    assert limber("rehearse", "starter", "--json").document == before
    assert all(segment["waits_at_s"] is None for segment in before["segments"])
    assert all(each["text"] for segment in before["segments"] for each in segment["says"])


def test_a_routine_without_the_voice_is_played_in_silence(limber: Limber) -> None:
    def texts(*words: str) -> list[Any]:
        document = limber("rehearse", "desk-break", "--json", *words).document
        return [each for segment in document["segments"] for each in segment["says"]]

    assert texts()
    assert texts("--as-played") == []


def test_every_second_session_begins_with_the_right(limber: Limber, own_data_folder: Path) -> None:
    def first_side() -> str:
        document = limber("rehearse", "whole-back", "--as-played", "--json").document
        return next(str(segment["side"]) for segment in document["segments"] if segment["side"])

    assert first_side() == "left"
    keep(own_data_folder, CHOICES["right first"])
    assert first_side() == "right"
    keep(own_data_folder, CHOICES["right first"])
    assert first_side() == "left"


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_rehearsing_makes_no_store(limber: Limber, own_data_folder: Path, form: tuple[str, ...]) -> None:
    for words in ((), ("--as-played",)):
        assert limber("rehearse", "starter", *words, *form).code == 0
    assert list(own_data_folder.iterdir()) == []


def test_a_damaged_setting_counts_as_not_chosen(limber: Limber, own_data_folder: Path) -> None:
    usual = limber("rehearse", "starter", "--as-played", "--json").document
    store = Store.open(profile_dir(own_data_folder, "default"), SystemClock())
    for key in KEYS.values():
        store.settings.set(key, ["damaged"])
    store.settings.set(KEYS["times"], {"starter": "damaged"})
    store.close()
    assert limber("rehearse", "starter", "--as-played", "--json").document == usual


def test_the_text_says_each_word_at_its_moment_below_what_is_done(limber: Limber) -> None:
    lines = limber("rehearse", "starter", "--as-played").out.splitlines()
    hold = next(number for number, line in enumerate(lines) if "hold" in line)
    assert lines[hold + 1].strip().startswith("0:15 Grow tall and turn · 0:18 Hold and breathe")
    assert lines[-1].strip() == "9:01 That was the whole session."
    assert "·" not in limber("rehearse", "desk-break", "--as-played").out
