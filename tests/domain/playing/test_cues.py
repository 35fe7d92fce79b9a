"""Which cues are words, and for whom."""

import pytest

from app.domain.playing.cues import BEATS, Cue, CueKind, ready_cues, ready_end, spoken
from app.domain.preferences import VoiceMode

COUNT = {CueKind.COUNTDOWN, CueKind.REP, CueKind.LAST_REP, CueKind.HALFWAY, CueKind.SOON}


@pytest.mark.parametrize("kind", CueKind)
def test_full_says_everything_count_only_the_count_and_off_nothing(kind: CueKind) -> None:
    cue = Cue(0.0, kind, "words")
    assert spoken(cue, VoiceMode.FULL)
    assert spoken(cue, VoiceMode.COUNT) == (kind in COUNT)
    assert not spoken(cue, VoiceMode.OFF)


@pytest.mark.parametrize("mode", VoiceMode)
def test_a_tick_is_never_spoken(mode: VoiceMode) -> None:
    assert not any(spoken(Cue(0.0, kind, ""), mode) for kind in BEATS)


def test_getting_ready_says_nothing_where_there_is_nothing_to_say() -> None:
    assert all(cue.text for cue in ready_cues(60, "Crunch. 4 reps.", "", ""))
    assert [cue.text for cue in ready_cues(60, "Crunch.", "", "Feel it.") if cue.kind is CueKind.SAY] == ["Feel it."]


@pytest.mark.parametrize(
    ("length_s", "said"),
    [
        (0, []),
        (1, []),
        (1.5, ["1"]),
        (3, ["2", "1"]),
        (14.9, ["3", "2", "1"]),
        (15, ["Starting in ten", "3", "2", "1"]),
    ],
)
def test_the_end_of_getting_ready_has_what_there_is_time_for(length_s: float, said: list[str]) -> None:
    assert [cue.text for cue in ready_end(length_s)] == said
