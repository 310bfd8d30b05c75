"""Whom on staff to tell of what and how, letters that wait, and links to decide by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _let_deliveries_have_no_case()
    op.create_table(
        "letters",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("body_encrypted", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
    )
    op.create_table(
        "decision_links",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.String(27), nullable=False),
        sa.Column("used_at", sa.String(27), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_decision_links_person_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_decision_links_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision_links")),
    )
    op.create_table(
        "notification_choices",
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_notification_choices_person_id")),
        sa.PrimaryKeyConstraint("person_id", "occasion", name=op.f("pk_notification_choices")),
    )
    op.create_table(
        "notification_addresses",
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("url_encrypted", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_notification_addresses_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_notification_addresses")),
    )


def _let_deliveries_have_no_case() -> None:
    """SQLite does it by copying the table, which its attempts must not refer to meanwhile."""
    op.execute("CREATE TEMPORARY TABLE kept_attempts AS SELECT * FROM delivery_attempts")
    op.execute("DELETE FROM delivery_attempts")
    with op.batch_alter_table("deliveries", table_kwargs={"sqlite_autoincrement": True}) as deliveries:
        deliveries.alter_column("case_id", existing_type=sa.String(36), nullable=True)
    op.execute("INSERT INTO delivery_attempts SELECT * FROM kept_attempts")
    op.execute("DROP TABLE kept_attempts")
