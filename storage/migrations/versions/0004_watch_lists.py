"""Watch lists as they were last read, with an index of their names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watch_lists",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("loaded_at", sa.String(27), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_watch_lists")),
    )
    op.create_table(
        "watch_list_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_name", sa.String(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_name"], ["watch_lists.name"], name=op.f("fk_watch_list_entries_list_name")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_list_entries")),
    )
    op.create_index(op.f("ix_watch_list_entries_list_name"), "watch_list_entries", ["list_name"])
