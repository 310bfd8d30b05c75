"""What was verified elsewhere, bound to the values that it was about."""

from __future__ import annotations

from dataclasses import replace

from cases.events import Event, VerificationRecorded
from cases.evidence import value_of
from cases.record import CaseRecord
from cases.verification import Verification, digest_of


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    if not isinstance(body, VerificationRecorded):
        return None
    values = {key: value_of(record, key) for key in body.about}
    made = Verification(
        seq=event.seq,
        at=event.at,
        by=event.actor,
        about={key: digest_of(value) for key, value in values.items() if value is not None},
        method=body.method,
        source=body.source,
        result=body.result,
        reference=body.reference,
        comment=body.comment,
        document_id=body.document_id,
        made_at=body.made_at,
        expires_on=body.expires_on,
    )
    return replace(
        record,
        verifications=(*record.verifications, made),
        secrets={**record.secrets, **body.secrets},
    )
