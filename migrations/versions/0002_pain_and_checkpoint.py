"""Where a sharp pain ended an exercise, where a session being played stands, and ids of steps that never come again."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _pain_stops()
    _checkpoint()
    _number_steps_once()


def _pain_stops() -> None:
    op.create_table(
        "pain_stops",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text),
        sa.Column("session_id", sa.Text, sa.ForeignKey("sessions.id"), nullable=False),
        sa.Column("exercise_id", sa.Text, nullable=False),
        sa.Column("exercise_name", sa.Text, nullable=False),
        sa.Column("side", sa.Text, sa.CheckConstraint("side IN ('left', 'right', 'centre', 'alternate')")),
        sa.Column("set_number", sa.Integer, sa.CheckConstraint("set_number >= 1")),
        sa.Column("stopped_at", sa.Text, nullable=False),
        sa.Column(
            "stopped_offset_min",
            sa.Integer,
            sa.CheckConstraint("stopped_offset_min BETWEEN -1439 AND 1439"),
            nullable=False,
        ),
        sqlite_strict=True,
    )
    op.create_index("pain_stops_by_session", "pain_stops", ["session_id"])


def _checkpoint() -> None:
    op.create_table(
        "checkpoint",
        sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1"), primary_key=True, nullable=False),
        sa.Column("session_id", sa.Text, sa.ForeignKey("sessions.id")),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("taken_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _number_steps_once() -> None:
    """AUTOINCREMENT can't be added to a table: the few rows are held while it is made anew."""
    connection = op.get_bind()
    steps = [dict(row) for row in connection.execute(sa.text("SELECT * FROM undo_steps ORDER BY id")).mappings()]
    op.drop_table("undo_steps")
    table = op.create_table(
        "undo_steps",
        sa.Column("id", sa.Integer, primary_key=True, nullable=False),
        sa.Column("op", sa.Text, nullable=False),
        sa.Column("session_id", sa.Text),
        sa.Column("undone", sa.Integer, sa.CheckConstraint("undone IN (0, 1)"), nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
    op.bulk_insert(table, steps)
