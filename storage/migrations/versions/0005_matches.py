"""What people found about potential matches, and what each case was screened with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "match_memory",
        sa.Column("pair_hash", sa.String(64), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_match_memory_case_id")),
        sa.PrimaryKeyConstraint("pair_hash", name=op.f("pk_match_memory")),
    )
    op.create_table(
        "screenings",
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("lists_hash", sa.String(64), nullable=False),
        sa.Column("look_since", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_screenings_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_screenings")),
    )
    op.create_index(op.f("ix_screenings_look_since"), "screenings", ["look_since"])
