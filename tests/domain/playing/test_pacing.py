"""How a practice and three reaches are paced."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.domain.measurement import Measure
from app.domain.playing.cues import Cue, CueKind, spoken_s
from app.domain.playing.pacing import PaceKind, Pacing, lay_out_pacing, trial_name
from app.paths import resources_dir

MEASURES = tuple(load_catalogue(resources_dir()).measures.values())
FLOOR_TOUCH = MEASURES[0]


@pytest.fixture(params=MEASURES, ids=lambda measure: measure.id)
def measure(request: pytest.FixtureRequest) -> Measure:
    chosen = request.param
    assert isinstance(chosen, Measure)
    return chosen


def reaches(pacing: Pacing) -> list[list[Cue]]:
    """The cues of each reach, from its beginning to that of what follows it."""
    starts = [part.start_s for part in pacing.parts if part.kind is PaceKind.REACH]
    ends = [part.end_s for part in pacing.parts if part.kind is PaceKind.RETURN]
    return [[cue for cue in pacing.cues if start <= cue.at_s < end] for start, end in zip(starts, ends, strict=True)]


def test_every_measure_has_one_practice_and_three_that_count_each_held_two_seconds(measure: Measure) -> None:
    pacing = lay_out_pacing(measure)
    holds = [part for part in pacing.parts if part.kind is PaceKind.HOLD]
    assert [part.trial for part in holds] == [0, 1, 2, 3]
    assert {part.length_s for part in holds} == {2.0}


def test_the_parts_follow_one_another_without_a_gap(measure: Measure) -> None:
    parts = lay_out_pacing(measure).parts
    assert parts[0].start_s == 0
    assert all(before.end_s == after.start_s for before, after in pairwise(parts))


def test_a_forward_bend_is_said_as_reach_hold_two_up() -> None:
    pacing = lay_out_pacing(FLOOR_TOUCH)
    for said in reaches(pacing):
        assert [cue.text for cue in said] == ["Reach", "Hold", "two", "Up"]
    first = reaches(pacing)[0]
    assert [cue.at_s - first[1].at_s for cue in first[1:]] == [0, 1, 2]


def test_other_directions_have_words_of_their_own() -> None:
    words = {each.id: [cue.text for cue in reaches(lay_out_pacing(each))[0]] for each in MEASURES}
    assert words["seated-rotation"] == ["Turn", "Hold", "two", "Back"]
    assert words["press-up"] == ["Press up", "Hold", "two", "Down"]
    assert words["hand-to-knee"] == ["Slide down", "Hold", "two", "Up"]


def test_every_reach_is_counted_in_and_the_end_asks_for_the_three() -> None:
    pacing = lay_out_pacing(FLOOR_TOUCH)
    for part in pacing.parts:
        if part.kind is PaceKind.REACH:
            before = [cue for cue in pacing.cues if part.start_s - 3 <= cue.at_s < part.start_s]
            assert [(cue.text, part.start_s - cue.at_s) for cue in before] == [("3", 3), ("2", 2), ("1", 1)]
    last = pacing.cues[-1]
    assert (last.kind, last.at_s) == (CueKind.END, pacing.total_s)
    assert "all three" in last.text


def test_the_beginning_names_the_test_and_the_side() -> None:
    hand_to_knee = next(each for each in MEASURES if each.id == "hand-to-knee")
    assert lay_out_pacing(hand_to_knee, "Left").cues[0].text == "Hand to knee, left. First a practice."
    assert lay_out_pacing(FLOOR_TOUCH).cues[0].text == "Floor touch. First a practice."


def test_no_text_is_talked_over_by_the_next(measure: Measure) -> None:
    cues = [cue for cue in lay_out_pacing(measure, "Right").cues if cue.kind is not CueKind.COUNTDOWN]
    assert all(before.at_s + spoken_s(before.text) <= after.at_s for before, after in pairwise(cues))


def test_a_value_is_read_after_each_that_counts_but_not_after_the_practice() -> None:
    rests = [part for part in lay_out_pacing(FLOOR_TOUCH).parts if part.kind is PaceKind.REST]
    assert [(part.trial, "Read" in part.word) for part in rests] == [(1, False), (2, True), (3, True)]
    assert [trial_name(trial) for trial in range(4)] == [
        "Practice", "First of three", "Second of three", "Third of three"
    ]  # fmt: skip


@given(st.floats(0, 200))
def test_a_reach_that_was_broken_off_begins_anew_counted_in(elapsed: float) -> None:
    pacing = lay_out_pacing(FLOOR_TOUCH)
    again, part = pacing.again_from(elapsed), pacing.part_at(elapsed)
    if part.kind in (PaceKind.READY, PaceKind.REST):
        assert again == elapsed
    else:
        assert again < part.start_s or part.kind is PaceKind.REACH
        assert pacing.part_at(again + 3).kind is PaceKind.REACH
        assert pacing.part_at(again + 3).trial == part.trial
