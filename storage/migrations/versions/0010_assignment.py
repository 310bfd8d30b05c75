"""Whose a case is and until when, who is out of office, what the clock looks at, and who watches."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_WORKED_ON = "('in_review', 'awaiting_second_approval', 'check_failed', 'provisioning_failed')"


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("since", sa.String(27), nullable=False),
        sa.Column("until", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_leases_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_leases_person_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_leases")),
    )
    op.create_index(op.f("ix_leases_person_id"), "leases", ["person_id"])
    op.create_table(
        "absences",
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("deputy_id", sa.String(36), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_absences_person_id")),
        sa.ForeignKeyConstraint(["deputy_id"], ["people.id"], name=op.f("fk_absences_deputy_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_absences")),
    )
    op.create_table(
        "attention",
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("look_at", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_attention_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_attention")),
    )
    op.create_index(op.f("ix_attention_look_at"), "attention", ["look_at"])
    op.create_table(
        "watches",
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("seen_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_watches_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_watches_person_id")),
        sa.PrimaryKeyConstraint("case_id", "person_id", name=op.f("pk_watches")),
    )
    op.create_index(op.f("ix_watches_person_id"), "watches", ["person_id"])
    # The clock looks at once at what waits for a reviewer, and works the rest out itself.
    op.execute(
        "INSERT INTO attention (case_id, look_at) "  # noqa: S608 (a constant)
        f"SELECT id, updated_at FROM cases WHERE state IN {_WORKED_ON}"
    )
