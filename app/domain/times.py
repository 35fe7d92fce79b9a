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
    entries = saved if isinstance(saved, list) else []
    steps = list(routine.steps)
    for index, entry in enumerate(entries[: len(steps)]):
        if isinstance(entry, dict) and entry.get("exercise") == steps[index].exercise_id:
            steps[index] = _changed(steps[index], entry)
    return replace(routine, steps=tuple(steps))


def times_of(routine: Routine, usual: Routine) -> list[dict[str, Any]]:
    """What differs in `routine` from the `usual` one, to be saved."""
    return [
        {"exercise": step.exercise_id}
        | {name: getattr(step, name) for name in (*SECONDS, *FLAGS) if getattr(step, name) != getattr(before, name)}
        for step, before in zip(routine.steps, usual.steps, strict=True)
    ]


def _changed(step: RoutineStep, entry: dict[str, Any]) -> RoutineStep:
    changes: dict[str, Any] = {name: float(entry[name]) for name in SECONDS if is_time(entry.get(name))}
    changes |= {name: entry[name] for name in FLAGS if isinstance(entry.get(name), bool)}
    return replace(step, **changes)


def is_time(value: Any) -> bool:
    """Whether `value`, of whatever kind, is a number of seconds that a step can have."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LONGEST_S
