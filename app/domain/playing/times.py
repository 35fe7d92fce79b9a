"""What a person changed in the times of a routine's steps. It is kept as a list with one entry for each step.

[{"exercise": "chair-twist", "setup_s": 30}, {"exercise": "side-bend"}, …]
"""

from dataclasses import replace
from typing import Any

from app.domain.routine import Routine, RoutineStep

LONGEST_S = 600.0
SECONDS = ("setup_s", "switch_s", "rest_s", "transition_s")
FLAGS = ("self_paced", "pulses")


def apply_times(routine: Routine, saved: Any) -> Routine:
    """`routine` with what was `saved` for it. An entry that does not fit its step is passed over."""
    entries = entries_for(routine, saved)
    return replace(
        routine, steps=tuple(_changed(step, entry) for step, entry in zip(routine.steps, entries, strict=True))
    )


def entries_for(routine: Routine, saved: Any) -> list[dict[str, Any]]:
    """The entry for each step, an empty one where none was saved.

    Where the steps are others than they were, or in another order, an entry goes with its exercise. Those of an
    exercise that is done more than once can't be told apart then and are passed over: see `without_times`.
    """
    entries = _entries(saved)
    told, order = _exercises(entries), [step.exercise_id for step in routine.steps]
    if told == order[: len(told)]:
        return entries + [{}] * (len(order) - len(told))
    by_id = {
        exercise_id: entry for exercise_id, entry in zip(told, entries, strict=True) if told.count(exercise_id) == 1
    }
    return [by_id.get(each, {}) if order.count(each) == 1 else {} for each in order]


def without_times(routine: Routine, saved: Any) -> list[str]:
    """The ids of the exercises of `routine` whose changed times fit none of its steps any more."""
    entries, fitting = _entries(saved), entries_for(routine, saved)
    return [
        each
        for each in dict.fromkeys(step.exercise_id for step in routine.steps)
        if any(_changes(entry) for entry in entries if entry.get("exercise") == each)
        and not any(entry.get("exercise") == each for entry in fitting)
    ]


def times_of(routine: Routine, usual: Routine) -> list[dict[str, Any]]:
    """What differs in `routine` from the `usual` one, to be saved."""
    return [
        {"exercise": step.exercise_id}
        | {name: getattr(step, name) for name in (*SECONDS, *FLAGS) if getattr(step, name) != getattr(before, name)}
        for step, before in zip(routine.steps, usual.steps, strict=True)
    ]


def _entries(saved: Any) -> list[dict[str, Any]]:
    found = saved if isinstance(saved, list) else []
    return [entry if isinstance(entry, dict) else {} for entry in found]


def _exercises(entries: list[dict[str, Any]]) -> list[Any]:
    return [entry["exercise"] if isinstance(entry.get("exercise"), str) else None for entry in entries]


def _changed(step: RoutineStep, entry: dict[str, Any]) -> RoutineStep:
    return replace(step, **_changes(entry))


def _changes(entry: dict[str, Any]) -> dict[str, Any]:
    """What of an entry can be."""
    changes: dict[str, Any] = {name: float(entry[name]) for name in SECONDS if is_time(entry.get(name))}
    return changes | {name: entry[name] for name in FLAGS if isinstance(entry.get(name), bool)}


def is_time(value: Any) -> bool:
    """Whether `value`, of whatever kind, is a number of seconds that a step can have."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LONGEST_S
