"""What was done without Limber, written down afterwards as the dose that was planned."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from app.domain.exercise import Exercise, Source
from app.domain.playing.timeline import Segment, SegmentKind, build_timeline
from app.domain.routine import Routine, own_step
from app.domain.training.logged import ELSEWHERE
from app.domain.training.sessions import FinishedSet, Session
from app.i18n import _


def free_routine(exercises: Sequence[Exercise]) -> Routine:
    """The exercises of one's choice, each in its own dose."""
    steps = tuple(own_step(exercise) for exercise in exercises)
    return Routine(ELSEWHERE, _("Elsewhere"), "", Source.LIMBER, voice=False, steps=steps)


def session_elsewhere(
    routine: Routine, exercises: Mapping[str, Exercise], started_at: datetime, length: timedelta | None, note: str
) -> Session:
    """Every set of `routine` as planned, spread over `length`; None: as long as playing it takes."""
    timeline = build_timeline(routine, exercises)
    length = timedelta(seconds=timeline.total_s) if length is None else length
    sets = tuple(
        _done(work, exercises, started_at + length * (work[-1].end_s / timeline.total_s))
        for work in _works(timeline.segments)
    )
    return Session(
        id="", routine_id=routine.id, routine_name=routine.name, started_at=started_at, finished_at=started_at + length,
        note=note, sets=sets,
    )  # fmt: skip


def _works(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """The segments of each set: the positions of a series together."""
    working = [segment for segment in segments if segment.work is not None]
    for _work, parts in groupby(working, key=lambda segment: segment.work):
        yield list(parts)


def _done(work: Sequence[Segment], exercises: Mapping[str, Exercise], finished_at: datetime) -> FinishedSet:
    last = work[-1]
    exercise = exercises[last.exercise_id or ""]
    held = sum(part.hold_s or 0.0 for part in work)
    return FinishedSet(
        work=last.work or 0, exercise_id=exercise.id, exercise_name=exercise.name, planned=last.dose,
        side=None if last.position else last.side, set_number=last.set_number or 1, reps=last.reps,
        hold_s=held if last.kind is SegmentKind.HOLD else None, load_kg=last.load_kg, finished_at=finished_at,
    )  # fmt: skip
