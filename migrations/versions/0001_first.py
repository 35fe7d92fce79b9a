"""The first schema: sessions with their sets, readings with their trials, settings, and the steps to undo."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _sessions()
    _sets()
    _readings()
    _trials()
    _settings()
    _undo()


def _row() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        *_row(),
        sa.Column("routine_id", sa.Text, nullable=False),
        sa.Column("routine_name", sa.Text, nullable=False),
        sa.Column("started_at", sa.Text, nullable=False),
        sa.Column(
            "started_offset_min",
            sa.Integer,
            sa.CheckConstraint("started_offset_min BETWEEN -1439 AND 1439"),
            nullable=False,
        ),
        sa.Column("finished_at", sa.Text),
        sa.Column("finished_offset_min", sa.Integer, sa.CheckConstraint("finished_offset_min BETWEEN -1439 AND 1439")),
        sa.Column("note", sa.Text, nullable=False),
        sa.CheckConstraint("(finished_at IS NULL) = (finished_offset_min IS NULL)"),
        sqlite_strict=True,
    )
    op.create_index("sessions_by_start", "sessions", ["started_at"])


def _sets() -> None:
    op.create_table(
        "sets",
        *_row(),
        sa.Column("session_id", sa.Text, sa.ForeignKey("sessions.id"), nullable=False),
        sa.Column("work", sa.Integer, sa.CheckConstraint("work >= 0"), nullable=False),
        sa.Column("exercise_id", sa.Text, nullable=False),
        sa.Column("exercise_name", sa.Text, nullable=False),
        sa.Column("planned", sa.Text, nullable=False),
        sa.Column("side", sa.Text, sa.CheckConstraint("side IN ('left', 'right', 'centre', 'alternate')")),
        sa.Column("set_number", sa.Integer, sa.CheckConstraint("set_number >= 1"), nullable=False),
        sa.Column("reps", sa.Integer, sa.CheckConstraint("reps >= 0")),
        sa.Column("hold_s", sa.REAL, sa.CheckConstraint("hold_s >= 0")),
        sa.Column("load_kg", sa.REAL, sa.CheckConstraint("load_kg >= 0")),
        sa.Column("discomfort", sa.Integer, sa.CheckConstraint("discomfort BETWEEN 0 AND 10")),
        sa.Column("finished_at", sa.Text, nullable=False),
        sa.Column(
            "finished_offset_min",
            sa.Integer,
            sa.CheckConstraint("finished_offset_min BETWEEN -1439 AND 1439"),
            nullable=False,
        ),
        sa.UniqueConstraint("session_id", "work"),
        sqlite_strict=True,
    )


def _readings() -> None:
    op.create_table(
        "readings",
        *_row(),
        sa.Column("measure_id", sa.Text, nullable=False),
        sa.Column("side", sa.Text, sa.CheckConstraint("side IN ('left', 'right')")),
        sa.Column("entered_unit", sa.Text, sa.CheckConstraint("entered_unit IN ('cm', 'in', 'deg')"), nullable=False),
        sa.Column("performed_at", sa.Text, nullable=False),
        sa.Column(
            "performed_offset_min",
            sa.Integer,
            sa.CheckConstraint("performed_offset_min BETWEEN -1439 AND 1439"),
            nullable=False,
        ),
        sa.Column("aid", sa.Text),
        sa.Column("warm", sa.Integer, sa.CheckConstraint("warm IN (0, 1)"), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("protocol_version", sa.Integer, sa.CheckConstraint("protocol_version >= 1"), nullable=False),
        sqlite_strict=True,
    )
    op.create_index("readings_by_measure", "readings", ["measure_id", "performed_at"])


def _trials() -> None:
    op.create_table(
        "trials",
        *_row(),
        sa.Column("reading_id", sa.Text, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("ordinal", sa.Integer, sa.CheckConstraint("ordinal >= 1"), nullable=False),
        sa.Column("value", sa.REAL, sa.CheckConstraint("abs(value) < 1e9"), nullable=False),
        sa.UniqueConstraint("reading_id", "ordinal"),
        sqlite_strict=True,
    )


def _settings() -> None:
    op.create_table(
        "settings",
        *_row(),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _undo() -> None:
    op.create_table(
        "undo_steps",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text),
        sa.Column("undone", sa.Integer, sa.CheckConstraint("undone IN (0, 1)"), nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "undo_records",
        sa.Column(
            "step_id", sa.Integer, sa.ForeignKey("undo_steps.id", ondelete="CASCADE"), primary_key=True, nullable=False
        ),
        sa.Column("ordinal", sa.Integer, primary_key=True, nullable=False),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text, nullable=False),
        sqlite_strict=True,
    )
