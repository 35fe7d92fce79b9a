"""How long a routine takes one person, step by step, by the very timeline that is played."""

from collections.abc import Callable, Collection, Mapping, MutableMapping
from dataclasses import dataclass, replace

from app.domain.exercise import Exercise
from app.domain.playing.timeline import FINISH_S, Timeline, as_played, build_timeline
from app.domain.routine import Routine, RoutineStep


@dataclass(frozen=True, slots=True)
class Lengths:
    """Seconds; `steps` has one entry for each step of the routine, 0 where it is left out.

    `instead` names the stand-in's id where a step's exercise is not open yet.
    """

    total_s: float
    steps: tuple[float, ...]
    instead: tuple[str | None, ...]


def lengths(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    locked: Collection[str],
    known: MutableMapping[RoutineStep, float] | None = None,
    suited: Callable[[Routine], Routine] = lambda played: played,
) -> Lengths:
    """A step of an exercise that is not there takes no time. `suited` makes what is open suit the person.

    Steps do not depend on one another, so each is laid out by itself; `known` keeps what was, for the next time.
    """
    there = replace(routine, steps=tuple(step for step in routine.steps if step.exercise_id in exercises))
    played = suited(as_played(there, exercises, locked))
    found = iter(played_places(there, played))
    places = [next(found) if step.exercise_id in exercises else None for step in routine.steps]
    known = {} if known is None else known
    for step in played.steps:
        if step not in known:
            known[step] = build_timeline(replace(routine, steps=(step,)), exercises).total_s - FINISH_S
    taken = [known[step] for step in played.steps]
    return Lengths(
        total_s=sum(taken) + FINISH_S if taken else 0.0,
        steps=tuple(0.0 if place is None else taken[place] for place in places),
        instead=tuple(_stand_in(played, place) for place in places),
    )


def played_places(routine: Routine, played: Routine) -> tuple[int | None, ...]:
    """For each step of `routine` the place of the step that is played for it; None where it is left out.

    `played` is what `as_played` makes of `routine`, and `suit` of that.
    """
    places: list[int | None] = []
    place = 0
    for step in routine.steps:
        there = played.steps[place] if place < len(played.steps) else None
        if there is not None and step.exercise_id == (there.stands_in_for or there.exercise_id):
            places.append(place)
            place += 1
        else:
            places.append(None)
    return tuple(places)


def first_segment(timeline: Timeline, routine: Routine, played: Routine, place: int) -> int:
    """The index in `timeline`, that of `played`, of where `routine` goes on from the step at `place`.

    Past what is left out; where nothing is left to do, the finish.
    """
    places = played_places(routine, played)[place:]
    step = next((each for each in places if each is not None), None)
    indexes = (index for index, segment in enumerate(timeline.segments) if segment.step == step)
    return len(timeline.segments) - 1 if step is None else next(indexes)


def _stand_in(played: Routine, place: int | None) -> str | None:
    step = None if place is None else played.steps[place]
    return step.exercise_id if step is not None and step.stands_in_for else None
