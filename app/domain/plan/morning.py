"""Loaded bends wait for the first hour after waking: discs are swollen then (Adams 1987, PubMed 3589804).

It is asked, never blocked: only the person knows when they got up.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from app.domain.exercise import Direction, Exercise
from app.domain.routine import Routine

ASKED_BEFORE = time(10)
BENDS = frozenset({Direction.FLEXION, Direction.LATERAL_FLEXION})


def asks_if_up(routine: Routine, exercises: Mapping[str, Exercise], now: datetime) -> bool:
    """Whether to ask "up for at least an hour?" before `routine`, as it is played, begins at the local time `now`."""
    return now.time() < ASKED_BEFORE and any(
        step.load_kg and not BENDS.isdisjoint(exercises[step.exercise_id].directions) for step in routine.steps
    )


def without_weights(routine: Routine) -> Routine:
    return replace(routine, steps=tuple(replace(step, load_kg=step.load_kg and 0.0) for step in routine.steps))
