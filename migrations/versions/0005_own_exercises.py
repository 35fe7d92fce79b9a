"""Exercises and routines that a person makes, their pictures, favourites and notes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _items("own_exercises", "exercise_id")
    _items("own_routines", "routine_id")
    _about_one("pictures", "exercise_id", sa.Column("jpeg", sa.Text, nullable=False))
    _about_one("favourites", "item_id")
    _about_one("item_notes", "item_id", sa.Column("note", sa.Text, nullable=False))


def _row() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("deleted_at", sa.Text),
    )


def _items(table: str, named_by: str) -> None:
    op.create_table(
        table,
        *_row(),
        sa.Column(named_by, sa.Text, sa.CheckConstraint(f"{named_by} GLOB 'own-*'"), nullable=False, unique=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("archived", sa.Integer, sa.CheckConstraint("archived IN (0, 1)"), nullable=False),
        sqlite_strict=True,
    )


def _about_one(table: str, named_by: str, *columns: sa.Column) -> None:
    op.create_table(
        table,
        *_row(),
        sa.Column(named_by, sa.Text, nullable=False, unique=True),
        *columns,
        sqlite_strict=True,
    )
