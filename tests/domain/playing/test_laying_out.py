"""A routine as it is played for one person."""

from dataclasses import replace

import pytest

from app.domain.exercise import Side, Sides
from app.domain.playing.laying_out import lay_out
from app.domain.playing.timeline import PlayOptions, build_timeline
from app.domain.preferences import Preferences, VoiceMode
from tests.domain.sample_routines import counted, held, reps, routine_of, series, step_of

EXERCISES = {
    each.id: each
    for each in (
        replace(counted("curl"), stand_in="cat"), counted("cat", reps(2, sets=2)), held("twist", sides=Sides.EACH),
        replace(series("bends"), equipment=("plate",)),
    )
}  # fmt: skip
ROUTINE = routine_of(*(step_of(EXERCISES[each]) for each in ("curl", "twist", "bends")))
USUAL = Preferences()


def test_with_nothing_chosen_and_all_open_it_is_the_routine_as_written() -> None:
    laid_out = lay_out(ROUTINE, EXERCISES, (), USUAL, 0)
    assert (laid_out.routine, laid_out.voice, laid_out.options) == (ROUTINE, VoiceMode.FULL, PlayOptions())
    assert laid_out.timeline == build_timeline(ROUTINE, EXERCISES)


def test_changed_times_stay_with_their_exercises_where_another_has_given_way() -> None:
    times = {"mine": [{"exercise": "curl", "setup_s": 99}, {"exercise": "twist", "setup_s": 33}], "other": [{}]}
    laid_out = lay_out(ROUTINE, EXERCISES, {"curl"}, replace(USUAL, times=times), 0)
    assert [(step.exercise_id, step.setup_s) for step in laid_out.routine.steps] == [
        ("cat", 10), ("twist", 33), ("bends", 10)]  # fmt: skip
    assert laid_out.routine.steps[0].stands_in_for == "curl"
    assert laid_out.timeline == build_timeline(laid_out.routine, EXERCISES)


@pytest.mark.parametrize(
    ("alternate", "sessions", "first"),
    [(False, 1, "left"), (True, 0, "left"), (True, 1, "right"), (True, 2, "left"), (True, 33, "right")],
)
def test_every_other_session_begins_with_the_right_where_that_is_chosen(
    alternate: bool, sessions: int, first: str
) -> None:
    laid_out = lay_out(ROUTINE, EXERCISES, (), replace(USUAL, alternate_sides=alternate), sessions)
    assert laid_out.options.first_side == first
    assert next(part.side for part in laid_out.timeline.segments if part.side) == Side(first)


def test_waiting_for_equipment_is_an_option() -> None:
    laid_out = lay_out(ROUTINE, EXERCISES, (), replace(USUAL, wait_for_equipment=True), 0)
    assert [part.exercise_id for part in laid_out.timeline.segments if part.waits_at_s is not None] == ["bends"]


@pytest.mark.parametrize("chosen", VoiceMode)
def test_a_routine_without_the_voice_is_silent_whatever_is_chosen(chosen: VoiceMode) -> None:
    preferences = replace(USUAL, voice=chosen)
    assert lay_out(ROUTINE, EXERCISES, (), preferences, 0).voice is chosen
    silent = lay_out(replace(ROUTINE, voice=False), EXERCISES, (), preferences, 0)
    assert silent.voice is VoiceMode.OFF
    assert not any(part.cues for part in silent.as_heard().segments)


def test_what_is_heard_has_no_other_text_than_the_spoken_ones_and_the_same_segments() -> None:
    laid_out = lay_out(ROUTINE, EXERCISES, (), replace(USUAL, voice=VoiceMode.COUNT), 0)
    heard = laid_out.as_heard()
    texts = {cue.text for part in heard.segments for cue in part.cues}
    assert texts == {"1", "2", "3", "Last one"}
    assert [replace(part, cues=()) for part in heard.segments] == [
        replace(part, cues=()) for part in laid_out.timeline.segments
    ]


def test_times_that_fit_no_more_are_told() -> None:
    twice = replace(ROUTINE, steps=(ROUTINE.steps[1], *ROUTINE.steps))
    times = {ROUTINE.id: [{"exercise": step.exercise_id, "setup_s": 33} for step in ROUTINE.steps]}
    laid_out = lay_out(twice, EXERCISES, (), replace(USUAL, times=times), 0)
    name = EXERCISES[ROUTINE.steps[1].exercise_id].name
    assert laid_out.left_out == (f"The routine was changed, so these have their usual times again: {name}.",)
    assert [step.setup_s for step in laid_out.routine.steps].count(33) == len(ROUTINE.steps) - 1
