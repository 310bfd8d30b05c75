"""What the merchant states, and the application that it adds up to."""

from __future__ import annotations

from dataclasses import replace

from cases.application import FieldName
from cases.events import (
    AbsenceDeclared,
    ApplicationChanged,
    ApplicationSubmitted,
    EntryMade,
    Event,
    FactOffered,
    FactRecorded,
    ItemPostponed,
    OfferDeclined,
    PersonalDetailEntered,
    RequestReceived,
    SummaryPresented,
)
from cases.ownership.naming import with_owners
from cases.participants import PersonalDetail, subject_of
from cases.record import CaseRecord, Provenance
from cases.replay.pieces import check_anew, undeclared, without


def fold(record: CaseRecord, event: Event) -> CaseRecord | None:
    """The record after an event of this area; None for one of another."""
    body = event.body
    match body:
        case RequestReceived():
            return replace(record, secrets={**record.secrets, **body.secrets}, last_heard=event.seq)
        case EntryMade():
            return replace(record, secrets={**record.secrets, **body.secrets})
        case FactRecorded():
            return _learn(record, event, body)
        case FactOffered():
            others = _offers_but(record, body.field, body.source_seq)
            return replace(record, offers=(*others, body))
        case OfferDeclined():
            return replace(record, offers=_offers_but(record, body.field, body.source_seq))
        case AbsenceDeclared():
            where = Provenance(body.source_seq, body.quote, event.at, event.actor)
            return replace(
                record,
                absent={**record.absent, body.field: where},
                postponed=without(record.postponed, body.field),
            )
        case ItemPostponed():
            where = Provenance(body.source_seq, body.quote, event.at, event.actor)
            return replace(record, postponed={**record.postponed, body.field: where})
        case PersonalDetailEntered():
            key = (subject_of(body.subject), body.field)
            detail = PersonalDetail(body.value, event.actor, event.at)
            changed = undeclared(record, event.actor)
            return replace(changed, details={**record.details, key: detail})
        case SummaryPresented():
            return replace(record, summary_hash=body.application_hash, asked=())
        case ApplicationSubmitted():
            return replace(
                record,
                submitted=body,
                submitted_seq=event.seq,
                submission=event.id,
                version=body.version,
                version_hash=body.application_hash,
                open_question=None,
            )
        case ApplicationChanged():
            return check_anew(
                replace(record, version=body.version, version_hash=body.application_hash), event.seq
            )
        case _:
            return None


def _learn(record: CaseRecord, event: Event, body: FactRecorded) -> CaseRecord:
    record = undeclared(record, event.actor)
    provenance = {
        **record.provenance,
        body.field: Provenance(body.source_seq, body.quote, event.at, event.actor, body.certainty),
    }
    application = record.application.having(body.field, body.value)
    # Another line of business is another question: its category is to be confirmed anew.
    category = None if body.field in _OF_CATEGORY else record.category
    return replace(
        record,
        category=category,
        application=application,
        party_ids=with_owners(record.party_ids, application.owners or ()),
        provenance=provenance,
        absent=without(record.absent, body.field),
        postponed=without(record.postponed, body.field),
        offers=tuple(offer for offer in record.offers if offer.field is not body.field),
    )


_OF_CATEGORY = (FieldName.BUSINESS_TYPE, FieldName.MCC)


def _offers_but(record: CaseRecord, name: FieldName, source_seq: int) -> tuple[FactOffered, ...]:
    return tuple(o for o in record.offers if (o.field, o.source_seq) != (name, source_seq))
