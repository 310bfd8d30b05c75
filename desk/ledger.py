"""Writing a draft: its events, the case's row, its grants, the work and the news, in one transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.access import Audience
from cases.errors import Conflict, Forbidden, NotFound
from cases.events import (
    BODY,
    CheckMade,
    DecisionLinkUsed,
    DeclineLetterWritten,
    DocumentReceived,
    DocumentRemoved,
    Event,
    GrantMade,
    GrantVoided,
    MatchReopened,
    MatchResolved,
    ParticipantInvited,
    ParticipantRemoved,
    ProvisioningBegun,
    StateMoved,
)
from cases.resolutions import lists_hash, needs_look
from cases.screening import SCREENING
from cases.traits import traits_of
from desk import announcing, information_answers, keeping, pauses, together
from desk.case_summary import summarize
from desk.draft import Draft
from storage import complaints, screenings, tables, watches
from storage.log import EventLog
from storage.match_memory import Place
from storage.records import NewEvent, StoredEvent


async def write(log: EventLog, tx: AsyncConnection, draft: Draft) -> None:
    """Write everything that the draft adds; nothing where it adds nothing."""
    if not draft.new:
        if draft.work:
            raise ValueError("work follows from something that happened; nothing did")
        return
    information_answers.watch(draft)
    pauses.watch(draft)
    together.watch(draft)
    await keeping.settle(log, tx, draft)
    record = draft.record
    row = await log.row(tx, record.id)
    if row is None:
        raise NotFound("There is no such case.")
    changed = replace(
        row,
        state=record.state.value,
        version=record.version,
        assignee=record.assignee,
        waiting_since=record.state_since,
        summary=summarize(draft).model_dump(mode="json"),
    )
    await log.append(tx, record.id, [_new_event(event) for event in draft.new], row=changed)
    await _write_grants(tx, draft)
    await _write_links(tx, draft)
    await _write_participants(tx, draft)
    await _write_documents(log, tx, draft)
    await _write_matches(log, tx, draft)
    await _write_screening(tx, draft)
    await _write_fingerprints(log, tx, draft)
    await _write_complaints(tx, draft)
    await _write_watches(tx, draft)
    await _write_work(tx, draft)
    await keeping.keep(tx, draft)
    await announcing.announce(tx, draft)


def event_of(stored: StoredEvent) -> Event:
    """An entry of the log as the domain knows it."""
    return Event(
        id=stored.id,
        case_id=stored.case_id,
        seq=stored.seq,
        at=stored.at,
        actor=stored.actor,
        role=stored.role,
        audience=Audience(stored.audience),
        participant=stored.participant,
        body=BODY.validate_python({**stored.body, "kind": stored.kind}),
    )


def _new_event(event: Event) -> NewEvent:
    body: Mapping[str, object] = json.loads(event.body.model_dump_json(exclude={"kind"}))
    return NewEvent(
        id=event.id,
        at=event.at,
        actor=event.actor,
        role=event.role,
        kind=event.body.kind,
        audience=event.audience.value,
        participant=event.participant,
        body=body,
    )


async def _write_grants(tx: AsyncConnection, draft: Draft) -> None:
    """Keep the table of grants in step: a grant is used at most once, whoever asks."""
    grants = tables.grants
    for event in draft.new:
        match event.body:
            case GrantMade(grant=grant):
                values = grant.model_dump(
                    include={"id", "case_id", "version", "application_hash", "expires_at"}
                )
                await tx.execute(insert(grants).values(**values))
            case GrantVoided(grant_id=grant_id):
                voided = update(grants).where(grants.c.id == grant_id)
                await tx.execute(voided.values(voided_at=event.at))
            case ProvisioningBegun(grant_id=grant_id):
                unused = (grants.c.used_at.is_(None), grants.c.voided_at.is_(None))
                used = update(grants).where(grants.c.id == grant_id, *unused)
                if (await tx.execute(used.values(used_at=event.at))).rowcount != 1:
                    raise Forbidden("This grant is used or void.", code="no_grant")
            case _:
                continue


async def _write_links(tx: AsyncConnection, draft: Draft) -> None:
    """Use a link up with the decision that came by it: at most once, however often it is sent."""
    links = tables.decision_links
    for event in draft.new:
        if isinstance(event.body, DecisionLinkUsed):
            unused = (links.c.id == event.body.link_id, links.c.used_at.is_(None))
            used = update(links).where(*unused).values(used_at=event.at)
            if (await tx.execute(used)).rowcount != 1:
                raise Conflict("This link was used already.", code="link_used")


async def _write_participants(tx: AsyncConnection, draft: Draft) -> None:
    """Keep the table in step by which a person finds the cases that they have a part in."""
    table = tables.participants
    for event in draft.new:
        match event.body:
            case ParticipantInvited(person_id=person_id):
                await _forget_participant(tx, draft, person_id)
                await tx.execute(insert(table).values(case_id=draft.record.id, person_id=person_id))
            case ParticipantRemoved(person_id=person_id):
                await _forget_participant(tx, draft, person_id)
            case _:
                continue


async def _forget_participant(tx: AsyncConnection, draft: Draft, person_id: UUID) -> None:
    table = tables.participants
    of_theirs = (table.c.case_id == draft.record.id, table.c.person_id == person_id)
    await tx.execute(delete(table).where(*of_theirs))


async def _write_documents(log: EventLog, tx: AsyncConnection, draft: Draft) -> None:
    """Keep each file with the event that tells of it, and forget it with the one that takes it back."""
    case_id = draft.record.id
    for event in draft.new:
        match event.body:
            case DocumentReceived(document_id=document_id) | DeclineLetterWritten(document_id=document_id):
                await log.documents.write(tx, case_id, document_id, draft.files[document_id], event.at)
            case DocumentRemoved(document_id=document_id):
                await log.documents.remove(tx, case_id, document_id)
            case _:
                continue


async def _write_matches(log: EventLog, tx: AsyncConnection, draft: Draft) -> None:
    """Remember what a person found about a pair for the next application that it comes up in."""
    for event in draft.new:
        match event.body:
            case MatchResolved(pair=pair, resolution=resolution) if not resolution.remembered:
                await log.matches.keep(tx, pair, Place(draft.record.id, event.seq))
            case MatchReopened(pair=pair):
                await log.matches.forget(tx, pair)
            case _:
                continue


async def _write_screening(tx: AsyncConnection, draft: Draft) -> None:
    """Keep beside the log with which lists a case was screened, and whether it has to be looked at."""
    record = draft.record
    for event in draft.new:
        if isinstance(event.body, CheckMade) and event.body.check.key == SCREENING:
            await screenings.note_lists(tx, record.id, lists_hash(event.body.check.lists))
    waits = needs_look(record) or record.drawn is not None
    await screenings.note_look(tx, record.id, draft.now if waits else None)


async def _write_fingerprints(log: EventLog, tx: AsyncConnection, draft: Draft) -> None:
    """Keep what the case is known again by in step with what was told of it."""
    record = draft.record
    traits = traits_of(record)
    if draft.base == 0 or traits != traits_of(draft.before):
        await log.fingerprints.replace(tx, record.id, traits)


async def _write_complaints(tx: AsyncConnection, draft: Draft) -> None:
    """Keep the list of complaints in step."""
    for each in draft.record.complaints.values():
        if each != draft.before.complaints.get(each.id):
            row = (each.id, draft.record.id, each.state.value, each.made_at, each.answer_by, each.owner)
            await complaints.keep(tx, complaints.ComplaintRow(*row))


async def _write_watches(tx: AsyncConnection, draft: Draft) -> None:
    """Whoever moves a case that they watch has seen it move."""
    for event in draft.new:
        if isinstance(event.body, StateMoved) and event.role not in ("agent", "desk"):
            await watches.note_seen(tx, draft.record.id, UUID(event.actor), event.seq)


async def _write_work(tx: AsyncConnection, draft: Draft) -> None:
    record = draft.record
    for kind, rest in draft.work.items():
        await tx.execute(
            insert(tables.work).values(
                case_id=record.id,
                kind=kind,
                key=f"{kind}:{record.id}:{record.last_seq}",
                created_at=draft.now,
                due_at=draft.now + rest,
                attempt=0,
            )
        )
