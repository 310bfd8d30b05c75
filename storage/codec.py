"""Between the log's records and the rows as they are stored: encrypted, hashed and signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from storage.chain import (
    Stored,
    bind_body,
    bind_summary,
    first_prev_hash,
    hash_event,
    head_material,
)
from storage.errors import LogDamaged
from storage.records import CaseRow, NewEvent, StoredEvent
from storage.secrets import Keyring
from storage.tables import read_moment, write_moment
from storage.vault import Vault

FIRST_STATE = "collecting"


class Codec:
    """Writes and reads stored rows with one installation's keys."""

    def __init__(self, keyring: Keyring):
        self._keyring = keyring
        self._vault = Vault(keyring)

    def holds(self, case: Stored) -> bool:
        """Whether a case's row is as it was signed."""
        return self._keyring.holds_head(head_material(case), case["head_mac"])

    def sign(self, case: Stored) -> dict[str, Any]:
        """The row with its keyed head; only for a row that held before it was changed."""
        return {**case, "head_mac": self._keyring.sign_head(head_material(case))}

    def make_case(self, case_id: UUID, opened_by: UUID, at: datetime) -> dict[str, Any]:
        """The row of a case without events, with a fresh data key."""
        return self.sign(
            {
                "id": str(case_id),
                "opened_at": write_moment(at),
                "updated_at": write_moment(at),
                "state": FIRST_STATE,
                "version": 1,
                "opened_by": str(opened_by),
                "assignee": None,
                "waiting_since": None,
                "summary_encrypted": None,
                "data_key_wrapped": self._vault.make_key(),
                "head_seq": 0,
                "head_hash": first_prev_hash(str(case_id)),
                "sealed_seq": 0,
            }
        )

    def write_case(self, case: Stored, row: CaseRow, updated_at: datetime) -> dict[str, Any]:
        """The case's row with ``row``'s values, signed anew; what it was must hold."""
        key = case["data_key_wrapped"]
        summary = row.summary
        written = {
            **case,
            "updated_at": write_moment(updated_at),
            "state": row.state,
            "version": row.version,
            "assignee": None if row.assignee is None else str(row.assignee),
            "waiting_since": None if row.waiting_since is None else write_moment(row.waiting_since),
            "summary_encrypted": None
            if summary is None
            else self._vault.encrypt(key, summary, bind_summary(case["id"])),
        }
        return self.sign(written)

    def read_case(self, case: Stored) -> CaseRow:
        """The case of a row that holds."""
        key, summary = case["data_key_wrapped"], case["summary_encrypted"]
        bound = bind_summary(case["id"])
        assignee, waiting_since = case["assignee"], case["waiting_since"]
        return CaseRow(
            id=UUID(case["id"]),
            opened_at=read_moment(case["opened_at"]),
            updated_at=read_moment(case["updated_at"]),
            state=case["state"],
            version=case["version"],
            opened_by=UUID(case["opened_by"]),
            assignee=None if assignee is None else UUID(assignee),
            waiting_since=None if waiting_since is None else read_moment(waiting_since),
            summary=None if summary is None or key is None else self._vault.decrypt(key, summary, bound),
            head_seq=case["head_seq"],
            head_hash=case["head_hash"],
            sealed_seq=case["sealed_seq"],
        )

    def opens(self, case: Stored) -> bool:
        """Whether the bodies of a case can be decrypted at all."""
        return self._vault.opens(case["data_key_wrapped"])

    def write_event(self, case: Stored, event: NewEvent, position: int) -> dict[str, Any]:
        """The row of the next event of a case; ``case`` as stored, with its present head."""
        stored: dict[str, Any] = {
            "position": position,
            "id": str(event.id),
            "case_id": case["id"],
            "seq": case["head_seq"] + 1,
            "at": write_moment(event.at),
            "actor": event.actor,
            "role": event.role,
            "kind": event.kind,
            "audience": event.audience,
            "participant": None if event.participant is None else str(event.participant),
            "prev_hash": case["head_hash"],
        }
        key = case["data_key_wrapped"]
        stored["body"] = self._vault.encrypt(key, event.body, bind_body(stored))
        stored["hash"] = hash_event(stored)
        return stored

    def read_event(self, event: Stored, key: bytes | None) -> StoredEvent:
        """The event of a row, ``key`` being its case's; raises ``LogDamaged``."""
        try:
            body = self._vault.decrypt(key, event["body"], bind_body(event))
        except LogDamaged as error:
            raise LogDamaged(
                str(error), case_id=event["case_id"], seq=event["seq"], position=event["position"]
            ) from error
        participant = event["participant"]
        return StoredEvent(
            id=UUID(event["id"]),
            at=read_moment(event["at"]),
            actor=event["actor"],
            role=event["role"],
            kind=event["kind"],
            audience=event["audience"],
            participant=None if participant is None else UUID(participant),
            body=body,
            case_id=UUID(event["case_id"]),
            seq=event["seq"],
            position=event["position"],
            hash=event["hash"],
        )
