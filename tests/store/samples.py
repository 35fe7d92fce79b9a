"""What a test of the store puts into it, and how it looks at what is there."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.training.sessions import FinishedSet, PainStop
from app.store.store import Store
from tests.fakes import A_MORNING


def reading(*trials: float, day: int = 0, measure: str = "floor-touch", side: Side | None = None) -> Reading:
    """A reading still without an id."""
    return Reading(
        id="",
        measure_id=measure,
        side=side,
        trials=trials or (4.5, 4.0, 3.5),
        entered_unit="in",
        performed_at=A_MORNING + timedelta(days=day, microseconds=7),
        aid="floor",
        warm=True,
        note="slept badly",
        protocol_version=2,
    )


def finished(work: int, **changes: object) -> FinishedSet:
    done = FinishedSet(
        work=work,
        exercise_id="elephant-walk",
        exercise_name="Elephant walk",
        planned="3 × 20",
        side=Side.ALTERNATE,
        set_number=1 + work,
        reps=20,
        hold_s=None,
        load_kg=7.5,
        finished_at=A_MORNING + timedelta(minutes=work + 1, microseconds=1),
        discomfort=2,
    )
    return replace(done, **changes)  # type: ignore[arg-type]  # the callers name real fields


def pain_stop(minute: int = 3, **changes: object) -> PainStop:
    """One still without an id."""
    at = A_MORNING + timedelta(minutes=minute, microseconds=1)
    stop = PainStop("elephant-walk", "Elephant walk", Side.LEFT, set_number=2, stopped_at=at)
    return replace(stop, **changes)  # type: ignore[arg-type]  # the callers name real fields


def play(store: Store, works: int = 2, at: datetime = A_MORNING) -> str:
    """A whole session of `works` sets; its id."""
    session_id = store.sessions.start("starter", "Starter", at).ids[0]
    for work in range(works):
        store.sessions.save_set(session_id, finished(work))
    store.sessions.finish(session_id, at + timedelta(minutes=20), "went well")
    return session_id


def live_rows(store: Store) -> dict[str, list[dict[str, object]]]:
    """The rows a person can see, without the moment of their last change."""
    return {
        table: [{name: value for name, value in row.items() if name != "updated_at"} for row in rows
                if row["deleted_at"] is None]
        for table, rows in store.dump().items()
    }  # fmt: skip
