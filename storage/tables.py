"""The tables, portable between SQLite and PostgreSQL; the migrations create them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, final
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


@final
class Id(TypeDecorator[UUID]):
    """A UUID, stored as its 36 characters so that the chain hashes what anybody can read."""

    impl = String(36)
    cache_ok = True

    def process_bind_param(self, value: UUID | str | None, dialect: Dialect) -> str | None:
        """Also takes the text of a UUID; anything else raises ValueError."""
        del dialect
        return None if value is None else str(UUID(str(value)))

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        """The UUID."""
        del dialect
        return None if value is None else UUID(value)


@final
class Moment(TypeDecorator[datetime]):
    """An aware time, stored as ISO 8601 in UTC with microseconds: sorts as text."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Raises ValueError for a time without a zone."""
        del dialect
        return None if value is None else write_moment(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The aware time, in UTC."""
        del dialect
        return None if value is None else read_moment(value)


def write_moment(value: datetime) -> str:
    """The stored text of an aware time; raises ValueError for one without a zone."""
    if value.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read_moment(text: str) -> datetime:
    """The aware time of a stored text."""
    return datetime.fromisoformat(text)


people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("email_hash", String(64), nullable=False, unique=True),
    Column("email_encrypted", LargeBinary, nullable=False),
    Column("name_encrypted", LargeBinary, nullable=False),
    Column("password_hash", String),
    Column("roles", JSON, nullable=False),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("created_at", Moment, nullable=False),
    # Sessions that began before this are over: after a new password, or a sign-out everywhere.
    Column("sessions_from", Moment),
    Column("totp_encrypted", LargeBinary),
    # None while the authenticator app is only being set up.
    Column("totp_since", Moment),
    # The last time step that was used (RFC 6238, 5.2): a code is good once.
    Column("totp_step", BigInteger),
    Column("recovery_hashes", JSON),
)

links = Table(
    "links",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String, nullable=False),
    Column("secret_hash", String(64), nullable=False, unique=True),
    # Whom it is for, by the keyed hash of the address, so that a new one can end the older ones.
    Column("email_hash", String(64), nullable=False, index=True),
    Column("body_encrypted", LargeBinary, nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("case_id", Id, ForeignKey("cases.id"), index=True),
    Column("created_by", Id, ForeignKey("people.id")),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
)

attempts = Table(
    "attempts",
    metadata,
    # The keyed hash of what is counted: an account, a device, a network address.
    Column("key_hash", String(64), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("free_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False, index=True),
)

watch_lists = Table(
    "watch_lists",
    metadata,
    Column("name", String, primary_key=True),
    # None until it was read once.
    Column("digest", String(64)),
    Column("published", Date),
    Column("loaded_at", Moment),
    Column("size", Integer, nullable=False),
    # Why it could not be read the last time; what was read before then stays.
    Column("problem", String),
)

watch_list_entries = Table(
    "watch_list_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("list_name", String, ForeignKey("watch_lists.name"), nullable=False, index=True),
    # Each of its names as normalised words, so that nothing is normalised again at a start.
    Column("words", JSON, nullable=False),
    Column("body", JSON, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, index=True),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
    Column("last_used_at", Moment),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Id, primary_key=True),
    Column("opened_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("state", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_by", Id, ForeignKey("people.id"), nullable=False),
    Column("assignee", Id, ForeignKey("people.id")),
    Column("waiting_since", Moment),
    Column("summary_encrypted", LargeBinary),
    Column("data_key_wrapped", LargeBinary),
    Column("head_seq", Integer, nullable=False),
    Column("head_hash", String(64), nullable=False),
    Column("head_mac", String(64), nullable=False),
    Column("sealed_seq", Integer, nullable=False),
    Index(None, "state", "opened_at"),
    Index(None, "opened_by"),
    Index(None, "opened_at", "id"),
    Index(
        "ix_cases_unsealed",
        "id",
        sqlite_where=text("head_seq > sealed_seq"),
        postgresql_where=text("head_seq > sealed_seq"),
    ),
)

events = Table(
    "events",
    metadata,
    # The order over all cases, 1, 2, 3 … without a gap; part of the hash like every column.
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor", String, nullable=False),
    Column("role", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("audience", String, nullable=False),
    Column("participant", Id),
    Column("body", LargeBinary, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("case_id", "seq"),
    sqlite_autoincrement=True,
)

work = Table(
    "work",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("attempt", Integer, nullable=False, default=0),
    Column("done_at", Moment),
    Index(None, "done_at", "due_at"),
    sqlite_autoincrement=True,
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", Id, primary_key=True),
    # Encrypted like the secret: partners put keys of their own into addresses.
    Column("url_encrypted", LargeBinary, nullable=False),
    Column("secret_encrypted", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("removed_at", Moment),
)

deliveries = Table(
    "deliveries",
    metadata,
    # What is to be told, to whom, by which channel: ids and public states, never personal data.
    # A letter's own words stand, encrypted, in "letters".
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("channel", String, nullable=False),
    # A webhook's, person's or letter's id, or the digest of an alert's address; empty until an alert is
    # spread over them. Of a notice that is not spread yet: a person, a role, or the approvers.
    Column("target", String, nullable=False),
    # None for a letter to somebody who has no case yet.
    Column("case_id", Id, ForeignKey("cases.id")),
    Column("kind", String, nullable=False),
    Column("public_state", String),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("attempt", Integer, nullable=False),
    # Attempts before it was replayed; the schedule begins again behind them.
    Column("attempts_before", Integer, nullable=False),
    Column("delivered_at", Moment),
    Column("given_up_at", Moment),
    Index(None, "delivered_at", "given_up_at", "due_at"),
    sqlite_autoincrement=True,
)

delivery_attempts = Table(
    "delivery_attempts",
    metadata,
    Column("delivery_id", Id, ForeignKey("deliveries.id"), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    # "began" where the process ended before the answer was on record.
    Column("outcome", String, nullable=False),
    PrimaryKeyConstraint("delivery_id", "attempt"),
)

letters = Table(
    "letters",
    metadata,
    # A letter that waits to be delivered, under the id of its delivery; gone once it was.
    Column("id", Id, primary_key=True),
    Column("body_encrypted", LargeBinary, nullable=False),
)

decision_links = Table(
    "decision_links",
    metadata,
    # Links that were mailed to decide a case by: each for one person and one version, good once.
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

notification_choices = Table(
    "notification_choices",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("occasion", String, nullable=False),
    Column("way", String, nullable=False),
    PrimaryKeyConstraint("person_id", "occasion"),
)

notification_addresses = Table(
    "notification_addresses",
    metadata,
    # Where somebody wants to be told besides their mailbox; such an address holds keys.
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
    Column("url_encrypted", LargeBinary, nullable=False),
)

grants = Table(
    "grants",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("application_hash", String(64), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("voided_at", Moment),
)

match_memory = Table(
    "match_memory",
    metadata,
    # The keyed hash of the pair: what we know of a party and what a list says.
    Column("pair_hash", String(64), primary_key=True),
    # Where the finding is written.
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("seq", Integer, nullable=False),
)

screenings = Table(
    "screenings",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    # The digest of the lists' versions.
    Column("lists_hash", String(64), nullable=False),
    # Since when a decided case has to be looked at again.
    Column("look_since", Moment, index=True),
)

leases = Table(
    "leases",
    metadata,
    # Whose a case is since when, and until when; no end while it waits for others and the lease rests.
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, index=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment),
)

absences = Table(
    "absences",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
    # Both days are included.
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("deputy_id", Id, ForeignKey("people.id")),
)

attention = Table(
    "attention",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), primary_key=True),
    # When the clock has to look at the case next: a lease ends, a case wakes, a review is late.
    Column("look_at", Moment, index=True),
)

watches = Table(
    "watches",
    metadata,
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, index=True),
    # The move that they have seen last, by its seq.
    Column("seen_seq", Integer, nullable=False),
    PrimaryKeyConstraint("case_id", "person_id"),
)

threads = Table(
    "threads",
    metadata,
    Column("thread_id", String, primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, index=True),
    UniqueConstraint("case_id", "person_id"),
)

last_looks = Table(
    "last_looks",
    metadata,
    # How far each person had read a case when they last left it.
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("case_id", "person_id"),
)

complaints = Table(
    "complaints",
    metadata,
    # Beside the log, which has their words, so that they are found without reading every case.
    Column("id", Id, primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("state", String, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("answer_by", Moment, nullable=False),
    Column("owner", Id, ForeignKey("people.id")),
    Index(None, "state", "answer_by"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    # The file, encrypted with the case's key: destroying that erases it too.
    Column("body", LargeBinary, nullable=False),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    # What cases are known again by, each a keyed hash: see storage/fingerprints.py.
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("digest", String(64), nullable=False),
    PrimaryKeyConstraint("case_id", "kind", "digest"),
    Index(None, "kind", "digest"),
)

participants = Table(
    "participants",
    metadata,
    # Beside the log, so that a person's parts are found without reading every case.
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, index=True),
    PrimaryKeyConstraint("case_id", "person_id"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("route", String, nullable=False),
    Column("key", String, nullable=False),
    Column("request_hash", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("response_encrypted", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
    PrimaryKeyConstraint("person_id", "route", "key"),
)

seals = Table(
    "seals",
    metadata,
    # One row: the last line of the seals file that is known to be on the disk, and where it ends.
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    Column("line_hash", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("mac", String(64), nullable=False),
)
