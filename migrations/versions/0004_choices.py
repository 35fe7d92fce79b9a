"""What a person chose for single exercises, and what they answered to proposals."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "choices",
        *_row(),
        sa.Column("exercise_id", sa.Text, nullable=False),
        sa.Column(
            "amount",
            sa.Text,
            sa.CheckConstraint(
                "amount IN ('load_kg', 'reps', 'hold_s', 'sets', 'extra-left', 'extra-right', 'opened')"
            ),
            nullable=False,
        ),
        sa.Column("value", sa.REAL, sa.CheckConstraint("value >= 0"), nullable=False),
        *_lived("chosen"),
        sa.UniqueConstraint("exercise_id", "amount"),
        sqlite_strict=True,
    )
    op.create_table(
        "proposal_answers",
        *_row(),
        sa.Column("exercise_id", sa.Text, nullable=False),
        sa.Column(
            "kind", sa.Text, sa.CheckConstraint("kind IN ('load', 'reps', 'hold', 'ease', 'extra-set')"), nullable=False
        ),
        sa.Column("answer", sa.Text, sa.CheckConstraint("answer IN ('later', 'no')"), nullable=False),
        *_lived("answered"),
        sa.UniqueConstraint("exercise_id", "kind"),
        sqlite_strict=True,
    )


def _row() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text),
    )


def _lived(name: str) -> tuple[sa.Column, sa.Column]:
    minutes = f"{name}_offset_min"
    return (
        sa.Column(f"{name}_at", sa.Text, nullable=False),
        sa.Column(minutes, sa.Integer, sa.CheckConstraint(f"{minutes} BETWEEN -1439 AND 1439"), nullable=False),
    )
