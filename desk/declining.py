"""What follows on a decline: its letter is written, kept as it is, and mailed, once for each decision."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid5

from cases.access import Audience
from cases.decision import Decision
from cases.disclosure import disclosure_of, told
from cases.events import DeclineLetterMailed, DeclineLetterWritten
from cases.record import CaseRecord
from cases.record import DeclineLetter as KeptLetter
from cases.states import State
from desk.decline_letter import DeclineLetter, decline_letter
from desk.draft import DESK, Draft

WRITE_OF_DECLINE = "write_of_decline"


def follow_up(draft: Draft) -> None:
    """Have the letter written: as work of its own, so that no letter is faster than another."""
    if draft.policy.declining.notices:
        draft.enqueue(WRITE_OF_DECLINE)


def wanted(draft: Draft) -> DeclineLetter | None:
    """The letter that is to be written; None where there is none, or it is written."""
    decision = _decline(draft.record)
    if decision is None or letter_of(draft.record) is not None:
        return None
    given = decision.disclosure or disclosure_of(decision.reasons, draft.policy, decision.at.date())
    disclosed = given.model_copy(update={"reasons": told(decision, draft.policy)})
    return decline_letter(draft.record, draft.policy, disclosed, decision.at)


def keep(draft: Draft, letter: DeclineLetter, pdf: bytes) -> None:
    """Keep the letter as it will be read; nothing where the case went on meanwhile, or one is kept."""
    decision = _decline(draft.record)
    if decision is None or wanted(draft) != letter:
        return
    document_id = uuid5(draft.record.id, f"decline letter {decision.at.isoformat()}")
    draft.files[document_id] = pdf
    written = DeclineLetterWritten(
        document_id=document_id,
        decided_at=decision.at,
        regime=letter.regime,
        language=letter.language,
        notice_version=letter.notice_version,
        notice_hash=letter.notice_hash,
        sha256=hashlib.sha256(pdf).hexdigest(),
        size=len(pdf),
    )
    draft.add(written, DESK, Audience.STAFF)


def note_mailed(draft: Draft, document_id: UUID) -> None:
    """Put on record that a letter went out."""
    if any(each.document_id == document_id and not each.is_mailed for each in draft.record.decline_letters):
        draft.add(DeclineLetterMailed(document_id=document_id), DESK, Audience.STAFF)


def letter_of(record: CaseRecord) -> KeptLetter | None:
    """The letter about the decision that holds; None while there is none."""
    decision = _decline(record)
    letters = (each for each in record.decline_letters if decision and each.decided_at == decision.at)
    return next(letters, None)


def _decline(record: CaseRecord) -> Decision | None:
    return record.decision if record.state is State.REJECTED else None
