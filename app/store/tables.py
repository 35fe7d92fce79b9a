"""The tables as they are now. `migrations/` leads here from every older store; a test compares the two.

All are STRICT. The people's tables share four columns: `id`, `created_at`, `updated_at`, `deleted_at` (UTC text);
nothing in them is ever removed, only marked. A moment somebody acted at also has its `*_offset_min`.
Ids are UUIDs: random, or derived from what must be unique, so that two copies of a store meet in one row.
"""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def new_id() -> str:
    return str(uuid4())


def _moment(name: str, nullable: bool = False) -> Column[Any]:
    """A column of stored moments (`moments.py`); `rows.py` looks for the mark."""
    return Column(name, Text, nullable=nullable, info={"moment": True})


def _day(name: str, nullable: bool = False) -> Column[Any]:
    """A column of days of the person's calendar."""
    return Column(name, Text, nullable=nullable, info={"day": True})


def _lived_moment(name: str, nullable: bool = False) -> tuple[Column[Any], Column[Any]]:
    """`<name>_at` and `<name>_offset_min`."""
    offset = Column(
        f"{name}_offset_min", Integer, CheckConstraint(f"{name}_offset_min BETWEEN -1439 AND 1439"), nullable=nullable
    )
    return _moment(f"{name}_at", nullable), offset


def _row() -> tuple[Column[Any], ...]:
    return (
        Column("id", Text, primary_key=True, nullable=False),
        _moment("created_at"),
        _moment("updated_at"),
        _moment("deleted_at", nullable=True),
    )


sessions = Table(
    "sessions",
    metadata,
    *_row(),
    Column("routine_id", Text, nullable=False),
    Column("routine_name", Text, nullable=False),
    *_lived_moment("started"),
    *_lived_moment("finished", nullable=True),
    Column("note", Text, nullable=False),
    CheckConstraint("(finished_at IS NULL) = (finished_offset_min IS NULL)"),
    Index("sessions_by_start", "started_at"),
    sqlite_strict=True,
)

sets = Table(
    "sets",
    metadata,
    *_row(),
    Column("session_id", Text, ForeignKey("sessions.id"), nullable=False),
    Column("work", Integer, CheckConstraint("work >= 0"), nullable=False),
    Column("exercise_id", Text, nullable=False),
    Column("exercise_name", Text, nullable=False),
    Column("planned", Text, nullable=False),
    Column("side", Text, CheckConstraint("side IN ('left', 'right', 'centre', 'alternate')")),
    Column("set_number", Integer, CheckConstraint("set_number >= 1"), nullable=False),
    Column("reps", Integer, CheckConstraint("reps >= 0")),
    Column("hold_s", REAL, CheckConstraint("hold_s >= 0")),
    Column("load_kg", REAL, CheckConstraint("load_kg >= 0")),
    Column("discomfort", Integer, CheckConstraint("discomfort BETWEEN 0 AND 10")),
    *_lived_moment("finished"),
    UniqueConstraint("session_id", "work"),
    sqlite_strict=True,
)

pain_stops = Table(
    "pain_stops",
    metadata,
    *_row(),
    Column("session_id", Text, ForeignKey("sessions.id"), nullable=False),
    Column("exercise_id", Text, nullable=False),
    Column("exercise_name", Text, nullable=False),
    Column("side", Text, CheckConstraint("side IN ('left', 'right', 'centre', 'alternate')")),
    Column("set_number", Integer, CheckConstraint("set_number >= 1")),
    *_lived_moment("stopped"),
    Index("pain_stops_by_session", "session_id"),
    sqlite_strict=True,
)

readings = Table(
    "readings",
    metadata,
    *_row(),
    Column("measure_id", Text, nullable=False),
    Column("side", Text, CheckConstraint("side IN ('left', 'right')")),
    Column("entered_unit", Text, CheckConstraint("entered_unit IN ('cm', 'in', 'deg')"), nullable=False),
    *_lived_moment("performed"),
    Column("aid", Text),
    Column("warm", Integer, CheckConstraint("warm IN (0, 1)"), nullable=False),
    Column("note", Text, nullable=False),
    Column("protocol_version", Integer, CheckConstraint("protocol_version >= 1"), nullable=False),
    Index("readings_by_measure", "measure_id", "performed_at"),
    sqlite_strict=True,
)

trials = Table(
    "trials",
    metadata,
    *_row(),
    Column("reading_id", Text, ForeignKey("readings.id"), nullable=False),
    Column("ordinal", Integer, CheckConstraint("ordinal >= 1"), nullable=False),
    Column("value", REAL, CheckConstraint("abs(value) < 1e9"), nullable=False),
    UniqueConstraint("reading_id", "ordinal"),
    sqlite_strict=True,
)

own_measures = Table(
    "own_measures",
    metadata,
    *_row(),
    Column("measure_id", Text, CheckConstraint("measure_id GLOB 'own-*'"), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("unit", Text, CheckConstraint("unit IN ('cm', 'deg')"), nullable=False),
    Column("better", Text, CheckConstraint("better IN ('lower', 'higher')"), nullable=False),
    Column("sided", Integer, CheckConstraint("sided IN (0, 1)"), nullable=False),
    Column("hard_low", REAL, nullable=False),
    Column("hard_high", REAL, nullable=False),
    Column("soft_low", REAL),
    Column("soft_high", REAL),
    Column("steps", Text, nullable=False, info={"texts": True}),
    Column("archived", Integer, CheckConstraint("archived IN (0, 1)"), nullable=False),
    CheckConstraint("hard_low < hard_high"),
    CheckConstraint("(soft_low IS NULL) = (soft_high IS NULL)"),
    sqlite_strict=True,
)

own_exercises = Table(
    "own_exercises",
    metadata,
    *_row(),
    Column("exercise_id", Text, CheckConstraint("exercise_id GLOB 'own-*'"), nullable=False, unique=True),
    Column("content", Text, nullable=False, info={"json": True}),
    Column("archived", Integer, CheckConstraint("archived IN (0, 1)"), nullable=False),
    sqlite_strict=True,
)

own_routines = Table(
    "own_routines",
    metadata,
    *_row(),
    Column("routine_id", Text, CheckConstraint("routine_id GLOB 'own-*'"), nullable=False, unique=True),
    Column("content", Text, nullable=False, info={"json": True}),
    Column("archived", Integer, CheckConstraint("archived IN (0, 1)"), nullable=False),
    sqlite_strict=True,
)

pictures = Table(  # of own exercises; apart from them, so that a list does not read them all
    "pictures",
    metadata,
    *_row(),
    Column("exercise_id", Text, nullable=False, unique=True),
    Column("jpeg", Text, nullable=False, info={"jpeg": True}),
    sqlite_strict=True,
)

favourites = Table(
    "favourites",
    metadata,
    *_row(),
    Column("item_id", Text, nullable=False, unique=True),
    sqlite_strict=True,
)

item_notes = Table(
    "item_notes",
    metadata,
    *_row(),
    Column("item_id", Text, nullable=False, unique=True),
    Column("note", Text, nullable=False),
    sqlite_strict=True,
)

goals = Table(
    "goals",
    metadata,
    *_row(),
    Column("measure_id", Text, nullable=False),
    Column("side", Text, CheckConstraint("side IN ('left', 'right')")),
    Column("value", REAL, CheckConstraint("abs(value) < 1e9"), nullable=False),
    _day("due", nullable=True),
    *_lived_moment("set", nullable=True),
    Column("reached_by", Text),  # a reading that may not have come with an import
    CheckConstraint("(set_at IS NULL) = (set_offset_min IS NULL)"),
    sqlite_strict=True,
)

weeks_away = Table(
    "weeks_away",
    metadata,
    *_row(),
    Column("monday", Text, nullable=False, unique=True, info={"monday": True}),
    sqlite_strict=True,
)

choices = Table(  # what was accepted or opened for one exercise; see `domain/choices.py`
    "choices",
    metadata,
    *_row(),
    Column("exercise_id", Text, nullable=False),
    Column(
        "amount",
        Text,
        CheckConstraint("amount IN ('load_kg', 'reps', 'hold_s', 'sets', 'extra-left', 'extra-right', 'opened')"),
        nullable=False,
    ),
    Column("value", REAL, CheckConstraint("value >= 0"), nullable=False),
    *_lived_moment("chosen"),
    UniqueConstraint("exercise_id", "amount"),
    sqlite_strict=True,
)

proposal_answers = Table(  # the last "later" or "no" to one kind of proposal
    "proposal_answers",
    metadata,
    *_row(),
    Column("exercise_id", Text, nullable=False),
    Column("kind", Text, CheckConstraint("kind IN ('load', 'reps', 'hold', 'ease', 'extra-set')"), nullable=False),
    Column("answer", Text, CheckConstraint("answer IN ('later', 'no')"), nullable=False),
    *_lived_moment("answered"),
    UniqueConstraint("exercise_id", "kind"),
    sqlite_strict=True,
)

settings = Table(
    "settings",
    metadata,
    *_row(),
    Column("key", Text, nullable=False, unique=True),
    Column("value", Text, nullable=False, info={"json": True}),
    sqlite_strict=True,
)

checkpoint = Table(  # one row or none: where the session being played stands, on this machine alone
    "checkpoint",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, nullable=False),
    Column("session_id", Text, ForeignKey("sessions.id")),
    Column("content", Text, nullable=False, info={"json": True}),
    _moment("taken_at"),
    sqlite_strict=True,
)

undo_steps = Table(
    "undo_steps",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    Column("op", Text, nullable=False),
    Column("session_id", Text),
    Column("undone", Integer, CheckConstraint("undone IN (0, 1)"), nullable=False),
    _moment("created_at"),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # who still holds the id of a step that was dropped must never mean another
)

undo_records = Table(
    "undo_records",
    metadata,
    Column("step_id", Integer, ForeignKey("undo_steps.id", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("ordinal", Integer, primary_key=True, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("before", Text),
    Column("after", Text, nullable=False),
    sqlite_strict=True,
)

# Parents before children.
PEOPLES = (
    sessions, sets, pain_stops, own_measures, readings, trials, goals, weeks_away, choices, proposal_answers,
    own_exercises, own_routines, pictures, favourites, item_notes, settings,
)  # fmt: skip

# The kind of a thing of which there is one row only, and the columns that say which one.
_ONE_OF = {
    sets.name: ("set", "session_id", "work"),
    trials.name: ("trial", "reading_id", "ordinal"),
    own_measures.name: ("measure", "measure_id"),
    goals.name: ("goal", "measure_id", "side"),
    weeks_away.name: ("week", "monday"),
    choices.name: ("choice", "exercise_id", "amount"),
    proposal_answers.name: ("proposal", "exercise_id", "kind"),
    own_exercises.name: ("exercise", "exercise_id"),
    own_routines.name: ("routine", "routine_id"),
    pictures.name: ("picture", "exercise_id"),
    favourites.name: ("favourite", "item_id"),
    item_notes.name: ("note", "item_id"),
    settings.name: ("setting", "key"),
}


def own_id(table: Table, row: Mapping[str, Any]) -> str:
    """The id that `row` must have: its own, or for a thing with one row only the one that follows from the thing."""
    if table.name not in _ONE_OF:
        return str(row["id"])
    kind, *columns = _ONE_OF[table.name]
    named = ["" if row[column] is None else str(row[column]) for column in columns]
    return str(uuid5(NAMESPACE_URL, "/".join(["limber", kind, *named])))


# For `Changes`: the kind of thing a row belongs to, and the column that names the thing.
KINDS = {
    sessions.name: ("session", "id"),
    sets.name: ("set", "id"),
    pain_stops.name: ("session", "id"),  # part of its session; its own id, since whoever logs one may take it back
    readings.name: ("reading", "id"),
    trials.name: ("reading", "reading_id"),
    own_measures.name: ("measure", "measure_id"),
    goals.name: ("goal", "measure_id"),
    weeks_away.name: ("week", "monday"),
    choices.name: ("choice", "exercise_id"),
    proposal_answers.name: ("proposal", "exercise_id"),
    own_exercises.name: ("exercise", "exercise_id"),
    own_routines.name: ("routine", "routine_id"),
    pictures.name: ("exercise", "exercise_id"),
    favourites.name: ("favourite", "item_id"),
    item_notes.name: ("note", "item_id"),
    settings.name: ("setting", "key"),
}
