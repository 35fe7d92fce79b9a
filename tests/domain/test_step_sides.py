"""A routine's step may do an exercise on other sides, or in another tempo, than the exercise says."""

from dataclasses import replace

import pytest

from app.domain.exercise import Exercise, Side, Sides
from app.domain.playing.timeline import Segment, SegmentKind, build_timeline
from app.domain.routine import RoutineStep, in_step, sides_to_choose
from app.domain.wording import describe_step
from tests.domain.sample_routines import counted, held, hold, reps, routine_of, series, step_of

LEFT, RIGHT = Side.LEFT, Side.RIGHT
BEND = counted("bend", reps(2), Sides.EACH)
TWIST = held("twist", hold(10), Sides.EACH)
BRIDGE = counted("bridge", reps(3), Sides.ALTERNATE)


def played(exercise: Exercise, step: RoutineStep) -> tuple[Segment, ...]:
    return build_timeline(routine_of(step), {exercise.id: exercise}).segments


def work(exercise: Exercise, step: RoutineStep) -> list[Segment]:
    return [part for part in played(exercise, step) if part.work is not None]


@pytest.mark.parametrize("exercise", [BEND, TWIST, BRIDGE])
@pytest.mark.parametrize(("sides", "side"), [(Sides.LEFT, LEFT), (Sides.RIGHT, RIGHT)])
def test_one_side_alone_is_done_on_that_side_and_never_switches(exercise: Exercise, sides: Sides, side: Side) -> None:
    step = replace(step_of(exercise), sides=sides, dose=replace(exercise.dose, sets=2), rest_s=20)
    assert [part.side for part in work(exercise, step)] == [side, side]
    assert {phase.side for part in work(exercise, step) for phase in part.phases} == {side}
    kinds = [part.kind for part in played(exercise, step)]
    assert SegmentKind.SWITCH not in kinds
    assert kinds.count(SegmentKind.REST) == 1


def test_one_side_alone_is_read_and_heard_so() -> None:
    step = replace(step_of(BEND), sides=Sides.RIGHT)
    assert describe_step(BEND, step) == "2 reps, right only"
    assert describe_step(TWIST, replace(step_of(TWIST), sides=Sides.LEFT)) == "10 s, left only"
    assert played(BEND, step)[0].cues[0].text == "Bend, right side. 2 reps."


def test_what_alternates_can_be_done_one_side_after_the_other_and_the_other_way_round() -> None:
    after = work(BRIDGE, replace(step_of(BRIDGE), sides=Sides.EACH))
    assert [(part.side, part.reps) for part in after] == [(LEFT, 3), (RIGHT, 3)]
    (each,) = work(BEND, replace(step_of(BEND), sides=Sides.ALTERNATE))
    assert (each.side, each.reps) == (Side.ALTERNATE, 4)
    assert [phase.side for phase in each.phases[::3]] == [LEFT, RIGHT, LEFT, RIGHT]


def test_there_is_nothing_to_choose_without_sides_and_within_a_series_and_holds_do_not_alternate() -> None:
    assert sides_to_choose(counted()) == (Sides.NONE,)
    assert sides_to_choose(series()) == (Sides.WITHIN,)
    assert Sides.ALTERNATE not in sides_to_choose(TWIST)
    assert set(sides_to_choose(BRIDGE)) == {Sides.EACH, Sides.ALTERNATE, Sides.LEFT, Sides.RIGHT}


def test_a_tempo_of_its_own_makes_each_rep_as_long_as_it_says() -> None:
    step = replace(step_of(BEND), tempo=(4.0, 2.0, 5.0))
    (left, right) = work(BEND, step)
    assert [phase.length_s for phase in left.phases] == [4, 2, 5, 4, 2, 5]
    assert left.length_s == right.length_s == 22


def test_what_no_longer_fits_an_exercise_that_was_changed_is_passed_over() -> None:
    assert in_step(BEND, replace(step_of(BEND), tempo=(4.0, 2.0))) is BEND
    assert in_step(TWIST, replace(step_of(TWIST), tempo=(4.0, 2.0, 4.0))) is TWIST
    assert in_step(counted(), replace(step_of(counted()), sides=Sides.LEFT)).sides is Sides.NONE
