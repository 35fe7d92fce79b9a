"""Sessions and readings as rows, as `Store.dump` gives them and the JSON file keeps them.

Only for what was never in a store, such as the made-up history: what was there keeps its own rows.
"""

from collections.abc import Iterable
from datetime import datetime

from app.domain.measurement import Reading
from app.domain.training import FinishedSet, Session
from app.store.moments import offset_min, to_text
from app.store.tables import derived_id

Row = dict[str, object]
Rows = dict[str, list[Row]]


def rows_of(sessions: Iterable[Session], readings: Iterable[Reading]) -> Rows:
    """Every row counts as made at the moment it tells of."""
    rows: Rows = {"sessions": [], "sets": [], "readings": [], "trials": []}
    for session in sessions:
        rows["sessions"].append(_session(session))
        rows["sets"] += [_set(session, finished) for finished in session.sets]
    for reading in readings:
        rows["readings"].append(_reading(reading))
        rows["trials"] += _trials(reading)
    return rows


def _made(row_id: str, moment: datetime) -> Row:
    made = to_text(moment)
    return {"id": row_id, "created_at": made, "updated_at": made, "deleted_at": None}


def _session(session: Session) -> Row:
    end = session.finished_at
    return {
        **_made(session.id, end or session.started_at),
        "routine_id": session.routine_id,
        "routine_name": session.routine_name,
        "started_at": to_text(session.started_at),
        "started_offset_min": offset_min(session.started_at),
        "finished_at": to_text(end) if end else None,
        "finished_offset_min": offset_min(end) if end else None,
        "note": session.note,
    }


def _set(session: Session, finished: FinishedSet) -> Row:
    return {
        **_made(derived_id("set", session.id, finished.work), finished.finished_at),
        "session_id": session.id,
        "work": finished.work,
        "exercise_id": finished.exercise_id,
        "exercise_name": finished.exercise_name,
        "planned": finished.planned,
        "side": finished.side and finished.side.value,
        "set_number": finished.set_number,
        "reps": finished.reps,
        "hold_s": finished.hold_s,
        "load_kg": finished.load_kg,
        "discomfort": finished.discomfort,
        "finished_at": to_text(finished.finished_at),
        "finished_offset_min": offset_min(finished.finished_at),
    }


def _reading(reading: Reading) -> Row:
    return {
        **_made(reading.id, reading.performed_at),
        "measure_id": reading.measure_id,
        "side": reading.side and reading.side.value,
        "entered_unit": reading.entered_unit,
        "performed_at": to_text(reading.performed_at),
        "performed_offset_min": offset_min(reading.performed_at),
        "aid": reading.aid,
        "warm": int(reading.warm),
        "note": reading.note,
        "protocol_version": reading.protocol_version,
    }


def _trials(reading: Reading) -> list[Row]:
    return [
        {
            **_made(derived_id("trial", reading.id, ordinal), reading.performed_at),
            "reading_id": reading.id,
            "ordinal": ordinal,
            "value": value,
        }
        for ordinal, value in enumerate(reading.trials, 1)
    ]
