"""What the merchant's side told anew: fields, people, documents, parts."""

from __future__ import annotations

from collections.abc import Iterator

from cases.application import FieldName
from cases.events import (
    AbsenceDeclared,
    CategoryConfirmed,
    DocumentRefused,
    DocumentRemoved,
    Event,
    FactRecorded,
    ParticipantFinished,
    PartyRemoved,
    PartyStated,
    PersonalDetailEntered,
)
from cases.participants import subject_of
from cases.record import CaseRecord
from desk.changes.change import Change, Span
from desk.document_views import shown_name
from desk.evidence_words import fact_label
from desk.labels import FIELDS, value_in_words, within_a_sentence
from desk.party_words import party_text
from desk.sources import OnEvent, Source, each_once, on_events
from desk.wordbook import wordbook


def fields(span: Span) -> Iterator[Change]:
    """Fields whose value is another, or of which there is none after all."""
    for name in FieldName:
        source = _source(span, name)
        if source is not None and _differs(span, name):
            before, after = _value(span, span.before, name), _value(span, span.after, name)
            yield Change(
                kind="field",
                key=name.value,
                text=_field_in_words(span, source, name, before, after),
                before=before,
                after=after,
                sources=each_once(source, *_earlier(span, name)),
            )


def _differs(span: Span, name: FieldName) -> bool:
    told_otherwise = span.before.application.get(name) != span.after.application.get(name)
    return told_otherwise or (name in span.after.absent and name not in span.before.absent)


def _source(span: Span, name: FieldName) -> OnEvent | None:
    """The words that say what holds now."""
    last: Event | None = None
    for event in span.new:
        body = event.body
        told = isinstance(body, FactRecorded | AbsenceDeclared) and body.field is name
        if told or (isinstance(body, CategoryConfirmed) and name is FieldName.MCC):
            last = event
    if last is None:
        return None
    seq = last.body.source_seq if isinstance(last.body, FactRecorded | AbsenceDeclared) else last.seq
    return OnEvent(seq=seq, field=name)


def _earlier(span: Span, name: FieldName) -> Iterator[Source]:
    where = span.before.provenance.get(name)
    if where is not None and span.before.application.get(name) is not None:
        yield OnEvent(seq=where.source_seq, field=name)


def _value(span: Span, record: CaseRecord, name: FieldName) -> str | None:
    application = record.application
    clear = span.reader.clear_fields
    return value_in_words(name, application.get(name), currency=application.currency, clear=clear)


def _field_in_words(
    span: Span, source: OnEvent, name: FieldName, before: str | None, after: str | None
) -> str:
    who, label = span.who(span.at(source.seq)), within_a_sentence(FIELDS[name], "en")
    if name in span.after.absent:
        return f"{who} says that there is no {label}."
    if after is None:
        return f"{who} took back the {label}: {before}."
    if before is None:
        return f"{who} gave the {label}: {after}."
    # Both may read the same behind their masks.
    return f"{who} changed the {label} from {before} to {after}."


def details(span: Span) -> Iterator[Change]:
    """Details of people, which are named and never shown."""
    last = {(subject_of(body.subject), body.field): event for event, body in span.of(PersonalDetailEntered)}
    for (subject, field), event in last.items():
        label = fact_label(span.after, f"{subject}.{field.value}")
        known = (subject, field) in span.before.details
        yield Change(
            kind="detail",
            key=f"{subject}.{field.value}",
            text=f"{label}: {'changed' if known else 'given'}.",
            sources=on_events(event.seq),
        )


def parties(span: Span) -> Iterator[Change]:
    """Who is behind the merchant."""
    stated = {body.party.id: (event, body) for event, body in span.of(PartyStated)}
    for id_, (event, body) in stated.items():
        if span.before.parties.get(id_) != span.after.parties.get(id_) is not None:
            text = f"Behind the merchant: {party_text(body.party, span.after)}"
            yield Change(kind="party", key=id_, text=text, sources=on_events(event.seq))
    for event, body in span.of(PartyRemoved):
        if body.party not in span.after.parties:
            text = f"{body.name} is no longer among those behind the business."
            yield Change(kind="party", key=body.party, text=text, sources=on_events(event.seq))


def documents(span: Span) -> Iterator[Change]:
    """Documents that came, cannot be used, or went."""
    words = wordbook("en")
    for id_, document in span.after.documents.items():
        if id_ not in span.before.documents:
            name, kind = shown_name(span.after, document), words(f"document.kind_{document.kind.value}")
            came = "A colleague attached a document" if document.internal else "A document came"
            text = f"{came}: “{name}” ({within_a_sentence(kind, 'en')})."
            yield Change(kind="document", key=str(id_), text=text, sources=on_events(document.seq))
    for event, body in span.of(DocumentRefused):
        if body.document_id in span.after.documents:
            name = shown_name(span.after, span.after.documents[body.document_id])
            text = f"“{name}” cannot be used: {body.reason.value.replace('_', ' ')}."
            yield Change(kind="document", key=str(body.document_id), text=text, sources=on_events(event.seq))
    for event, body in span.of(DocumentRemoved):
        if gone := span.before.documents.get(body.document_id):
            text = f"“{shown_name(span.before, gone)}” was taken back."
            yield Change(
                kind="document", key=str(gone.id), text=text, sources=on_events(event.seq, [gone.seq])
            )


def parts(span: Span) -> Iterator[Change]:
    """Others on the merchant's side who are done with their part."""
    for event, body in span.of(ParticipantFinished):
        if participant := span.after.participants.get(body.person_id):
            part = participant.part.value.replace("_", "-")
            text = f"{participant.name} filled in the part as {part}."
            yield Change(kind="part", key=str(body.person_id), text=text, sources=on_events(event.seq))
