"""Changed times of a routine: what is kept, and what of it is taken back."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.domain.playing.times import apply_times, times_of, without_times
from app.domain.routine import Routine, RoutineStep
from tests.domain.sample_routines import counted, routine_of, series, step_of

USUAL = routine_of(step_of(counted("crunch")), step_of(series("bends")), step_of(counted("crunch")))


def first_step(saved: Any) -> RoutineStep:
    return apply_times(USUAL, saved).steps[0]


def test_what_was_changed_comes_back_as_it_was() -> None:
    steps = (
        replace(USUAL.steps[0], setup_s=25, self_paced=True),
        replace(USUAL.steps[1], transition_s=5.5, pulses=True),
        replace(USUAL.steps[2], rest_s=0, switch_s=600),
    )
    changed = replace(USUAL, steps=steps)
    saved = json.loads(json.dumps(times_of(changed, USUAL)))
    assert saved == [
        {"exercise": "crunch", "setup_s": 25, "self_paced": True},
        {"exercise": "bends", "transition_s": 5.5, "pulses": True},
        {"exercise": "crunch", "switch_s": 600},
    ]
    assert apply_times(USUAL, saved) == changed


def test_where_nothing_was_changed_nothing_is() -> None:
    assert apply_times(USUAL, times_of(USUAL, USUAL)) == USUAL


@pytest.mark.parametrize(
    "saved",
    [None, {}, [], "crunch", 5, [None], ["crunch"], [{}], [{"setup_s": 3}], [{"exercise": "twist", "setup_s": 3}]],
)
def test_what_does_not_fit_the_routine_is_passed_over(saved: Any) -> None:
    assert apply_times(USUAL, saved) == USUAL


def crunches(*seconds: float) -> list[dict[str, Any]]:
    """Saved for the routine as it is: the first crunch, the bends, the second crunch."""
    return [
        {"exercise": each, "setup_s": setup_s}
        for each, setup_s in zip(("crunch", "bends", "crunch"), seconds, strict=True)
    ]


def setups(routine: Routine, saved: Any) -> list[float]:
    return [step.setup_s for step in apply_times(routine, saved).steps]


def test_an_entry_goes_by_its_place_where_the_steps_are_as_they_were() -> None:
    assert setups(USUAL, crunches(1, 2, 3)) == [1, 2, 3]
    assert without_times(USUAL, crunches(1, 2, 3)) == []
    longer = replace(USUAL, steps=(*USUAL.steps, USUAL.steps[0]))
    assert setups(longer, crunches(1, 2, 3)) == [1, 2, 3, 10]


def test_in_another_order_an_entry_goes_with_its_exercise() -> None:
    first, bends, _last = USUAL.steps
    assert setups(replace(USUAL, steps=(bends, first)), crunches(1, 2, 3)[:2]) == [2, 1]


def test_in_another_order_no_time_goes_to_the_wrong_one_of_two_alike() -> None:
    first, bends, last = USUAL.steps
    for steps in ((bends, first, last), (first, last, bends), (first, bends)):
        now = replace(USUAL, steps=steps)
        usual = [2 if step is bends else step.setup_s for step in steps]
        assert setups(now, crunches(1, 2, 3)) == usual
        assert without_times(now, crunches(1, 2, 3)) == ["crunch"]
    gone = replace(USUAL, steps=(bends,))
    assert setups(gone, crunches(1, 2, 3)) == [2]
    assert without_times(gone, crunches(1, 2, 3)) == []


def test_what_was_never_changed_is_not_missed() -> None:
    now = replace(USUAL, steps=USUAL.steps[::-1][:2])
    assert (
        without_times(now, [{"exercise": "crunch"}, {"exercise": "bends", "setup_s": 2}, {"exercise": "crunch"}]) == []
    )


@pytest.mark.parametrize("seconds", [-0.1, 600.1, "20", None, True, float("nan"), float("inf"), [5]])
def test_seconds_that_can_not_be_are_passed_over(seconds: Any) -> None:
    saved = [{"exercise": "crunch", "setup_s": seconds, "transition_s": seconds, "rest_s": 12}]
    assert first_step(saved) == replace(USUAL.steps[0], rest_s=12)


@pytest.mark.parametrize("seconds", [0, 0.5, 600])
def test_seconds_from_none_to_ten_minutes_can_be(seconds: float) -> None:
    assert first_step([{"exercise": "crunch", "setup_s": seconds}]).setup_s == seconds


@pytest.mark.parametrize("flag", [1, 0, "yes", None])
def test_a_choice_that_is_neither_yes_nor_no_is_passed_over(flag: Any) -> None:
    assert first_step([{"exercise": "crunch", "self_paced": flag, "pulses": flag}]) == USUAL.steps[0]
