"""What was done: sessions and their finished sets."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.exercise import Side


@dataclass(frozen=True, slots=True)
class FinishedSet:
    """One stored set: one hold, one run of reps on one side, or one series of positions.

    `work` is its place in the session's timeline: doing it again replaces it. `exercise_name` and `planned`
    (the dose as text) are snapshots, so that history never changes with the catalogue.
    Seconds, kilograms; None where it does not apply or is not known.
    """

    work: int
    exercise_id: str
    exercise_name: str
    planned: str
    side: Side | None
    set_number: int
    reps: int | None
    hold_s: float | None
    load_kg: float | None
    finished_at: datetime
    discomfort: int | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One playing of a routine; `finished_at` is None while it runs or when it was cut off."""

    id: str
    routine_id: str
    routine_name: str
    started_at: datetime
    finished_at: datetime | None
    note: str
    sets: tuple[FinishedSet, ...]
