"""Small made-up measures, readings and sessions for tests that don't care about the real catalogue."""

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from app.domain.exercise import Direction, Range, Side
from app.domain.measurement import Aid, Better, Measure, Reading, Unit
from app.domain.training.sessions import FinishedSet, Session

BERLIN_WINTER = timezone(timedelta(hours=1))
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN_WINTER)  # a Monday
POSSIBLE = Range(-40, 80)
USUAL = Range(-25, 45)


def a_measure(
    measure_id: str = "floor-touch",
    *,
    name: str = "Floor touch",
    unit: Unit = Unit.CM,
    better: Better = Better.LOWER,
    sided: bool = False,
    hard: Range = POSSIBLE,
    soft: Range | None = USUAL,
    error: float | None = 5,
    aids: tuple[Aid, ...] = (),
    one_scale: bool = False,
    below_zero_aid: str | None = None,
) -> Measure:
    return Measure(
        id=measure_id,
        name=name,
        aliases=(),
        about="",
        direction=Direction.FLEXION,
        unit=unit,
        better=better,
        sided=sided,
        hard=hard,
        soft=soft,
        typical="",
        error=error,
        error_source="",
        strict_error=None,
        steps=(),
        cautions=(),
        aids=aids,
        one_scale=one_scale,
        below_zero_aid=below_zero_aid,
        zero_label="",
        default=True,
        protocol_version=1,
    )


def floor_touch() -> Measure:
    aids = (Aid("floor", "On the floor", 5), Aid("step", "On a step", 5))
    return a_measure(aids=aids, one_scale=True, below_zero_aid="step")


def rotation() -> Measure:
    aids = (Aid("phone", "Banded phone", 6), Aid("eye", "By eye", 17))
    return a_measure("seated-rotation", name="Seated rotation", unit=Unit.DEG, better=Better.HIGHER, sided=True,
                     hard=Range(0, 100), soft=Range(20, 80), error=6, aids=aids)  # fmt: skip


def a_reading(
    *trials: float,
    measure: str = "floor-touch",
    side: Side | None = None,
    at: datetime = NOON,
    aid: str | None = None,
    entered_unit: str = "cm",
    protocol_version: int = 1,
) -> Reading:
    return Reading(
        id=f"{measure}-{at.isoformat()}-{side}",
        measure_id=measure,
        side=side,
        trials=trials,
        entered_unit=entered_unit,
        performed_at=at,
        aid=aid,
        protocol_version=protocol_version,
    )


def a_session(at: datetime, exercises: Sequence[str], routine: str = "whole-back") -> Session:
    """A session that started at `at` with one set a minute of each exercise."""
    sets = tuple(
        FinishedSet(
            work=number,
            exercise_id=exercise,
            exercise_name=exercise.capitalize(),
            planned="5 reps",
            side=None,
            set_number=1,
            reps=5,
            hold_s=None,
            load_kg=None,
            finished_at=at + timedelta(minutes=number + 1),
        )
        for number, exercise in enumerate(exercises)
    )
    return Session(
        id=f"session-{at.isoformat()}",
        routine_id=routine,
        routine_name=routine.capitalize(),
        started_at=at,
        finished_at=at + timedelta(minutes=len(exercises)),
        note="",
        sets=sets,
    )
