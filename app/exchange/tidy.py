"""What was measured and trained as tidy tables: one row a trial, a session, a set, a pain stop; one column a fact.

`resources/schemas/datapackage.json` says what the columns mean.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from app.domain.measurement import Measure, Reading, Unit
from app.domain.training.sessions import Session

COLUMNS = (
    "id", "measure", "protocol_version", "performed_at", "side", "trial", "value", "unit", "aid", "warm",
    "pain", "note",
)  # fmt: skip
SESSION_COLUMNS = ("id", "routine", "routine_name", "started_at", "finished_at", "note")
SET_COLUMNS = (
    "id", "session", "work", "exercise", "exercise_name", "planned", "side", "set", "reps", "hold_s", "load_kg",
    "discomfort", "finished_at",
)  # fmt: skip
STOP_COLUMNS = ("id", "session", "exercise", "exercise_name", "side", "set", "stopped_at")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int | float | None


def readings_csv(readings: Iterable[Reading], measures: Mapping[str, Measure]) -> str:
    """`trial` counts from 1; `pain` is empty, not asked yet."""
    return _csv(COLUMNS, (row for reading in readings for row in _trials(reading, measures)))


def sessions_csv(sessions: Iterable[Session]) -> str:
    return _csv(
        SESSION_COLUMNS,
        (
            (each.id, each.routine_id, each.routine_name, each.started_at.isoformat(),
             each.finished_at.isoformat() if each.finished_at else None, each.note)
            for each in sessions
        ),
    )  # fmt: skip


def sets_csv(sessions: Iterable[Session]) -> str:
    return _csv(
        SET_COLUMNS,
        (
            (done.id, session.id, done.work, done.exercise_id, done.exercise_name, done.planned, done.side,
             done.set_number, done.reps, done.hold_s, done.load_kg, done.discomfort, done.finished_at.isoformat())
            for session in sessions
            for done in session.sets
        ),
    )  # fmt: skip


def pain_stops_csv(sessions: Iterable[Session]) -> str:
    return _csv(
        STOP_COLUMNS,
        (
            (stop.id, session.id, stop.exercise_id, stop.exercise_name, stop.side, stop.set_number,
             stop.stopped_at.isoformat())
            for session in sessions
            for stop in session.pain_stops
        ),
    )  # fmt: skip


def rows_csv(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A chart's rows as they are read: its headings, then a line for each."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in (headings, *rows):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue()


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula, and so that `as_written` finds it again."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def as_written(cell: str) -> str:
    """The text that `harmless` made `cell` of."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def unit_of(reading: Reading, measures: Mapping[str, Measure]) -> Unit:
    """The unit its trials are in, also where the catalogue no longer knows the measure."""
    measure = measures.get(reading.measure_id)
    if measure is not None:
        return measure.unit
    return Unit.DEG if reading.entered_unit == Unit.DEG else Unit.CM


def _trials(reading: Reading, measures: Mapping[str, Measure]) -> Iterable[Sequence[Cell]]:
    unit, warm = unit_of(reading, measures), "true" if reading.warm else "false"
    for trial, value in enumerate(reading.trials, 1):
        yield (
            reading.id, reading.measure_id, reading.protocol_version, reading.performed_at.isoformat(), reading.side,
            trial, value, unit, reading.aid, warm, None, reading.note,
        )  # fmt: skip


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A header and the rows, lines ended as RFC 4180 asks. Numbers stay numbers, text is made harmless."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(str(cell)) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()
