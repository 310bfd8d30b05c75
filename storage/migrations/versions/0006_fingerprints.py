"""Keyed hashes of what cases are known again by, to find two of the same merchant."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fingerprints",
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_fingerprints_case_id")),
        sa.PrimaryKeyConstraint("case_id", "kind", "digest", name=op.f("pk_fingerprints")),
    )
    op.create_index(op.f("ix_fingerprints_kind_digest"), "fingerprints", ["kind", "digest"])
