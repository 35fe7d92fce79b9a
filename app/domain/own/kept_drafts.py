"""Routines that were begun and not saved yet: they are kept as a setting, the one left last at the end."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.domain.playing.times import is_time
from app.domain.playing.unfinished import routine_from
from app.domain.routine import Routine, RoutineStep

KEY = "library.drafts"
MOST = 9  # of which the oldest gives way


def read_drafts(kept: Any) -> list[Routine]:
    """What `write_drafts` made; one that is damaged is passed over."""
    found = [_read(each) for each in (kept if isinstance(kept, list) else ())]
    return [each for each in found if each is not None]


def write_drafts(drafts: Sequence[Routine]) -> list[dict[str, Any]]:
    return [asdict(each) for each in drafts[-MOST:]]


def instead_of(drafts: Sequence[Routine], before: Routine | None, now: Routine | None) -> list[Routine]:
    """`drafts` with `now` last and no longer `before`; None is none."""
    others = [each for each in drafts if each not in (before, now)]
    return others if now is None else [*others, now]


def _read(content: Any) -> Routine | None:
    try:
        routine = routine_from(content)
    except (KeyError, TypeError, ValueError):
        return None
    texts = (routine.id, routine.name, routine.about, *(step.note for step in routine.steps))
    return routine if all(isinstance(each, str) for each in texts) and all(map(_is_sound, routine.steps)) else None


def _is_sound(step: RoutineStep) -> bool:
    """Whether it says amounts and seconds where they belong; what else is wrong the page tells that makes it."""
    amounts = [amount for span in (step.dose.reps, step.dose.hold_s) if span for amount in (span.low, span.high)]
    amounts += [] if step.load_kg is None else [step.load_kg]
    times = [step.setup_s, step.switch_s, step.rest_s, *(step.tempo or ())]
    times += [] if step.transition_s is None else [step.transition_s]
    return (
        isinstance(step.exercise_id, str)
        and all(isinstance(each, int | float) and each == each for each in amounts)
        and all(map(is_time, times))
    )
