"""Goals, tests that a person adds, and weeks away."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _own_measures()
    _goals()
    _weeks_away()


def _row() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text),
    )


def _own_measures() -> None:
    op.create_table(
        "own_measures",
        *_row(),
        sa.Column("measure_id", sa.Text, sa.CheckConstraint("measure_id GLOB 'own-*'"), nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, sa.CheckConstraint("unit IN ('cm', 'deg')"), nullable=False),
        sa.Column("better", sa.Text, sa.CheckConstraint("better IN ('lower', 'higher')"), nullable=False),
        sa.Column("sided", sa.Integer, sa.CheckConstraint("sided IN (0, 1)"), nullable=False),
        sa.Column("hard_low", sa.REAL, nullable=False),
        sa.Column("hard_high", sa.REAL, nullable=False),
        sa.Column("soft_low", sa.REAL),
        sa.Column("soft_high", sa.REAL),
        sa.Column("steps", sa.Text, nullable=False),
        sa.Column("archived", sa.Integer, sa.CheckConstraint("archived IN (0, 1)"), nullable=False),
        sa.CheckConstraint("hard_low < hard_high"),
        sa.CheckConstraint("(soft_low IS NULL) = (soft_high IS NULL)"),
        sqlite_strict=True,
    )


def _goals() -> None:
    op.create_table(
        "goals",
        *_row(),
        sa.Column("measure_id", sa.Text, nullable=False),
        sa.Column("side", sa.Text, sa.CheckConstraint("side IN ('left', 'right')")),
        sa.Column("value", sa.REAL, sa.CheckConstraint("abs(value) < 1e9"), nullable=False),
        sa.Column("due", sa.Text),
        sa.Column("set_at", sa.Text),
        sa.Column("set_offset_min", sa.Integer, sa.CheckConstraint("set_offset_min BETWEEN -1439 AND 1439")),
        sa.Column("reached_by", sa.Text),
        sa.CheckConstraint("(set_at IS NULL) = (set_offset_min IS NULL)"),
        sqlite_strict=True,
    )


def _weeks_away() -> None:
    op.create_table(
        "weeks_away",
        *_row(),
        sa.Column("monday", sa.Text, nullable=False, unique=True),
        sqlite_strict=True,
    )
