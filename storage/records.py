"""What goes into the log and comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to be written.

    ``body`` is JSON-able and kept encrypted; everything else stands in clear, so ``actor`` is an
    id or an agent's name and never an e-mail address.
    """

    id: UUID
    at: datetime
    actor: str
    role: str
    kind: str
    audience: str
    participant: UUID | None
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event of the log; ``position`` orders events of all cases, ``seq`` those of one."""

    id: UUID
    at: datetime
    actor: str
    role: str
    kind: str
    audience: str
    participant: UUID | None
    body: Mapping[str, object]
    case_id: UUID
    seq: int
    position: int
    hash: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as it stands.

    Whoever appends may hand in a copy with another state, version, assignee, waiting_since or
    summary (``dataclasses.replace``); the rest is the log's own. ``summary`` is None once the
    case's key was destroyed.
    """

    id: UUID
    opened_at: datetime
    updated_at: datetime
    state: str
    version: int
    opened_by: UUID
    assignee: UUID | None
    waiting_since: datetime | None
    summary: Mapping[str, object] | None
    head_seq: int
    head_hash: str
    sealed_seq: int
