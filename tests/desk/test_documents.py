"""Documents at the desk: who may send, see, take back and refuse one, and how it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, update

from cases.access import Audience, Person, Role
from cases.application import Address, FieldName
from cases.documents import MOST, DocumentKind, RefusalCode
from cases.errors import Conflict, Forbidden, Invalid, NotFound, Ungrounded
from cases.events import (
    DocumentReceived,
    FactOffered,
    FactRecorded,
    MessageSaid,
    ParticipantInvited,
)
from cases.participants import Part
from cases.states import State
from desk import documents, facts, offers
from desk.documents import Paper, sanitise
from desk.draft import DESK
from storage import tables
from storage.errors import LogDamaged
from tests.desk.cast import MERCHANT, PREPROCESSOR, REVIEWER, Case
from tests.desk.office import Office, found_office

LINES = (
    "CERTIFICATE OF REGISTRATION",
    "Company name: Tidewater Books Ltd",
    "Registered office: 4 Quay Street, Bristol BS1 4DJ, United Kingdom",
    "Tax identification number: GB 123 4567 82",
    "Card 4111 1111 1111 1111 must never be kept",
)


def paper(*lines: str, name: str = "certificate.pdf", content: bytes = b"%PDF-1.7 qx7secret") -> Paper:
    return Paper(
        name=name,
        kind=DocumentKind.REGISTRATION,
        media_type="application/pdf",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text="\n".join(lines),
    )


def send(case: Case, *lines: str, by: Person = MERCHANT, name: str = "certificate.pdf") -> UUID:
    document_id = uuid4()
    case.do(documents.receive, by, paper(*lines, name=name, content=document_id.bytes), document_id)
    return document_id


def seq_of(case: Case, document_id: UUID) -> int:
    return case.record.documents[document_id].seq


def offer(case: Case, document_id: UUID, name: FieldName, value: object, quote: str) -> object:
    seq = seq_of(case, document_id)
    return case.do(offers.offer_fact, PREPROCESSOR, name, value, source_seq=seq, quote=quote)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    office = await found_office(tmp_path / "data")
    yield office
    await office.close()


# -- sending -----------------------------------------------------------------------------------------


def test_a_document_with_text_is_read_by_the_team_and_a_picture_is_not() -> None:
    case = Case()
    send(case, name="photo.jpg")
    assert case.work == []
    assert not case.record.has_unread
    send(case, *LINES)
    assert case.work == ["turn"]
    assert case.record.has_unread


def test_the_merchant_is_told_that_it_arrived_in_their_language() -> None:
    case = Case()
    send(case, name="photo.jpg")
    told = [event.body for event in case.events if isinstance(event.body, MessageSaid)]
    assert "“photo.jpg” has arrived" in told[-1].text


def test_numbers_in_a_document_are_kept_as_tokens_and_a_card_number_not_at_all() -> None:
    case = Case()
    send(case, *LINES, name="acct 4111 1111 1111 1111 mona@harbourbooks.example.com.pdf")
    received = next(e.body for e in case.events if isinstance(e.body, DocumentReceived))
    assert "4111" not in received.model_dump_json()
    assert "mona@" not in received.name
    assert "123 4567" not in received.text
    assert set(received.secrets) <= set(case.record.secrets)
    assert received.text.splitlines()[1] == LINES[1]


def test_no_more_than_ten_documents_are_kept_and_a_refused_one_does_not_count() -> None:
    case = Case()
    sent = [send(case, name=f"{n}.pdf") for n in range(MOST)]
    with pytest.raises(Conflict) as refused:
        send(case)
    assert refused.value.code == "too_many_documents"
    case.do(documents.refuse, REVIEWER, sent[0], RefusalCode.BLURRED)
    send(case)


def test_the_same_document_sent_twice_is_one_document() -> None:
    case = Case()
    document_id = send(case)
    before = len(case.events)
    case.do(documents.receive, MERCHANT, paper(), document_id)
    same = paper(content=document_id.bytes)
    assert case.do(documents.receive, MERCHANT, same, uuid4()).id == document_id
    assert len(case.events) == before


def test_what_two_documents_say_alike_is_offered_once() -> None:
    case = Case()
    for document_id in (send(case, *LINES), send(case, *LINES)):
        offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1])
    assert len(case.record.offers) == 1


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REJECTED])
def test_nothing_can_be_sent_for_a_case_that_is_over(state: State) -> None:
    case = Case()
    if state is State.REJECTED:
        case.come_to_review()
        case.decline(reasons=("risk_appetite",), comments="no")
    else:
        case.do(lambda draft: draft.move(state, DESK))
    with pytest.raises(Conflict):
        send(case)


def test_nobody_sends_a_document_for_another() -> None:
    case = Case()
    stranger = Person(uuid4(), "s@people.example", "Sam", frozenset({Role.MERCHANT}))
    with pytest.raises(NotFound):
        send(case, by=stranger)
    with pytest.raises(Forbidden):
        send(case, by=REVIEWER)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\papers\\scan.pdf", "scan.pdf"),
        ('a"b<c>;\r\nX-Bad: 1.pdf', "a b c X-Bad 1.pdf"),
        ("\u202ethgir.pdf", "thgir.pdf"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
        ("  ", "document"),
        ("Gewerbeschein Müller.pdf", "Gewerbeschein Müller.pdf"),
    ],
)
def test_a_files_name_is_kept_without_what_means_something_to_a_system(given: str, kept: str) -> None:
    assert sanitise(given) == kept


# -- taking back, refusing ------------------------------------------------------------------------------


def test_a_document_can_be_taken_back_until_the_application_is_handed_in() -> None:
    case = Case()
    first, second = send(case), send(case)
    case.do(documents.remove, MERCHANT, first)
    assert set(case.record.documents) == {second}
    case.come_to_review()
    with pytest.raises(Conflict):
        case.do(documents.remove, MERCHANT, second)


def test_a_refused_document_stays_and_its_sender_reads_why_and_the_case_stays_where_it_is() -> None:
    case = Case()
    case.come_to_review()
    document_id = send(case, name="scan.pdf")
    case.do(documents.refuse, REVIEWER, document_id, RefusalCode.BLURRED, "the stamp mona@x.example.com")
    assert case.state is State.IN_REVIEW
    assert case.record.documents[document_id].refused is RefusalCode.BLURRED
    told = case.events[-1]
    assert isinstance(told.body, MessageSaid)
    assert told.audience is Audience.EVERYONE
    assert "too blurred to read" in told.body.text
    assert "the stamp" in told.body.text
    assert "mona@x" not in told.body.text
    with pytest.raises(Conflict):
        case.do(documents.refuse, REVIEWER, document_id, RefusalCode.BLURRED)


def test_only_a_reviewer_refuses_and_none_in_an_application_of_their_own() -> None:
    case = Case()
    document_id = send(case)
    with pytest.raises(Forbidden):
        case.do(documents.refuse, MERCHANT, document_id, RefusalCode.BLURRED)
    own = Case(opened_by=Person(uuid4(), "r@people.example", "Ria", frozenset(Role)))
    mine = send(own, by=own.opened_by)
    with pytest.raises(Forbidden):
        own.do(documents.refuse, own.opened_by, mine, RefusalCode.BLURRED)


def test_a_reason_that_says_nothing_needs_words() -> None:
    case = Case()
    document_id = send(case)
    with pytest.raises(Invalid):
        case.do(documents.refuse, REVIEWER, document_id, RefusalCode.OTHER, " ")


def test_a_participants_document_is_not_the_applicants_nor_the_other_way_round() -> None:
    case = Case()
    other = Person(uuid4(), "co@people.example", "Cleo", frozenset())
    invited = ParticipantInvited(person_id=other.id, name="Cleo", part=Part.CO_OWNER)
    case.do(lambda draft: draft.add(invited, DESK, Audience.EVERYONE))
    mine, theirs = send(case), send(case, *LINES, by=other, name="passport.pdf")
    assert [d.id for d in documents.visible(case.record, MERCHANT)] == [mine]
    assert [d.id for d in documents.visible(case.record, other)] == [theirs]
    assert [d.id for d in documents.visible(case.record, REVIEWER)] == [mine, theirs]
    for person, hidden in ((MERCHANT, theirs), (other, mine)):
        with pytest.raises(NotFound):
            case.do(documents.remove, person, hidden)
    received = next(e for e in case.events if e.body.kind == "document.received" and e.actor == str(other.id))
    assert (received.audience, received.participant) == (Audience.PARTICIPANT, other.id)
    assert case.work == [], "what somebody else sends is not read for the applicant"
    case.do(documents.refuse, REVIEWER, theirs, RefusalCode.EXPIRED)
    assert case.events[-1].participant == other.id
    assert not any("passport" in e.body.text for e in case.events if isinstance(e.body, MessageSaid))


# -- what was read ---------------------------------------------------------------------------------------


def test_what_a_document_says_is_offered_with_its_line_and_recorded_only_when_taken_over() -> None:
    case = Case()
    document_id = send(case, *LINES)
    offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1])
    assert case.record.application.merchant_name is None
    (offered,) = case.record.offers
    assert offered.line == 2
    case.do(offers.accept_offer, MERCHANT, FieldName.MERCHANT_NAME, offered.source_seq)
    assert case.record.application.merchant_name == "Tidewater Books Ltd"
    where = case.record.provenance[FieldName.MERCHANT_NAME]
    assert (where.certainty, where.quote, where.source_seq) == ("document", LINES[1], offered.source_seq)
    assert case.record.offers == ()


def test_an_offer_is_read_again_from_its_line_when_it_is_made() -> None:
    case = Case()
    document_id = send(case, *LINES)
    for name, value, quote in (
        (FieldName.MERCHANT_NAME, "Brightwater Books Ltd", LINES[1]),
        (FieldName.MERCHANT_NAME, "Brightwater", "Company name: Brightwater"),
        (FieldName.ANNUAL_REVENUE, 900_000, LINES[1]),
    ):
        with pytest.raises(Ungrounded):
            offer(case, document_id, name, value, quote)
    assert case.record.offers == ()


def test_a_documents_words_never_become_a_fact_without_the_merchant() -> None:
    case = Case()
    seq = seq_of(case, send(case, *LINES))
    named = {"source_seq": seq, "quote": LINES[1]}
    with pytest.raises(Ungrounded):
        case.do(facts.record_fact, PREPROCESSOR, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", **named)
    with pytest.raises(Ungrounded):
        case.do(facts.declare_absent, PREPROCESSOR, FieldName.WEBSITE, **named)
    said = case.say("we are Tidewater Books Ltd")
    with pytest.raises(Ungrounded):
        case.do(
            facts.record_fact,
            PREPROCESSOR,
            FieldName.MERCHANT_NAME,
            "Tidewater Books Ltd",
            source_seq=said,
            quote="we are Tidewater Books Ltd",
            certainty="document",
        )


def test_what_the_merchant_told_already_is_not_offered_again() -> None:
    case = Case()
    seq = case.say("we are TIDEWATER BOOKS LTD")
    quote = "we are TIDEWATER BOOKS LTD"
    name = FieldName.MERCHANT_NAME
    case.do(facts.record_fact, PREPROCESSOR, name, "TIDEWATER BOOKS LTD", source_seq=seq, quote=quote)
    document_id = send(case, *LINES)
    assert offer(case, document_id, name, "Tidewater Books Ltd", LINES[1]) is None
    assert case.record.offers == ()


def test_what_the_merchant_left_is_not_offered_again() -> None:
    case = Case()
    document_id = send(case, *LINES)
    offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1])
    case.do(offers.decline_offer, MERCHANT, FieldName.MERCHANT_NAME, seq_of(case, document_id))
    assert case.record.offers == ()
    assert offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1]) is None


def test_offers_go_with_the_document_that_they_were_read_from() -> None:
    case = Case()
    document_id = send(case, *LINES)
    offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1])
    seq = seq_of(case, document_id)
    case.do(documents.remove, MERCHANT, document_id)
    with pytest.raises(NotFound):
        case.do(offers.accept_offer, MERCHANT, FieldName.MERCHANT_NAME, seq)


def test_an_address_that_completes_what_was_told_is_offered_and_one_that_adds_nothing_is_not() -> None:
    case = Case()
    text = "we are at 4 Quay Street, Bristol"
    seq = case.say(text)
    told = Address(line1="4 Quay Street", city="Bristol")
    case.do(facts.record_fact, PREPROCESSOR, FieldName.ADDRESS, told, source_seq=seq, quote=text)
    document_id = send(case, *LINES)
    assert offer(case, document_id, FieldName.ADDRESS, told, LINES[2]) is None
    whole = told.model_copy(update={"postal_code": "BS1 4DJ", "country": "GB"})
    assert offer(case, document_id, FieldName.ADDRESS, whole, LINES[2]) == whole


def test_taking_over_a_material_change_after_submission_sends_the_case_back_to_be_checked() -> None:
    case = Case()
    case.come_to_review()
    document_id = send(case, *LINES)
    offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1])
    assert case.state is State.IN_REVIEW
    case.do(offers.accept_offer, MERCHANT, FieldName.MERCHANT_NAME, seq_of(case, document_id))
    assert (case.state, case.record.version) == (State.CHECKING, 2)


# -- how it is kept --------------------------------------------------------------------------------------


async def sent(office: Office, *lines: str) -> tuple[UUID, UUID]:
    case_id, document_id = await office.desk.open_case(office.merchant, "chat"), uuid4()
    await office.desk.receive_document(office.merchant, case_id, paper(*lines), document_id)
    return case_id, document_id


async def test_a_document_is_kept_whole_and_stands_in_clear_in_no_file(office: Office) -> None:
    case_id, document_id = await sent(office, *LINES)
    for person in (office.merchant, office.reviewer, office.analyst):
        kept = await office.views.document(person, case_id, document_id)
        assert kept.content == paper().content
    for file in office.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"qx7secret" not in content, file
            assert b"Tidewater" not in content, file
    assert (await office.verify()).holds


async def test_a_document_is_seen_by_nobody_else(office: Office) -> None:
    case_id, document_id = await sent(office)
    with pytest.raises(NotFound):
        await office.views.document(office.other, case_id, document_id)
    with pytest.raises(NotFound):
        await office.views.papers(office.other, case_id)
    with pytest.raises(NotFound):
        await office.views.document(office.merchant, case_id, uuid4())


async def test_a_document_that_was_taken_back_is_gone(office: Office) -> None:
    case_id, document_id = await sent(office)
    await office.desk.remove_document(office.merchant, case_id, document_id)
    async with office.desk.db.read() as connection:
        assert await office.desk.log.documents.read(connection, case_id, document_id) is None
    with pytest.raises(NotFound):
        await office.views.document(office.merchant, case_id, document_id)


async def test_a_document_that_was_changed_or_moved_to_another_case_does_not_open(office: Office) -> None:
    (case_id, document_id), (other, moved) = await sent(office), await sent(office)
    rows = tables.documents
    async with office.desk.db.write() as tx:
        body = (await tx.execute(select(rows.c.body).where(rows.c.id == document_id))).scalar_one()
        await tx.execute(update(rows).where(rows.c.id == moved).values(body=body))
        await tx.execute(update(rows).where(rows.c.id == document_id).values(body=body[:-1] + b"x"))
    for case, document in ((case_id, document_id), (other, moved)):
        with pytest.raises(LogDamaged):
            await office.views.document(office.merchant, case, document)


async def test_a_document_is_written_together_with_its_event_or_not_at_all(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    before = len(await office.events(case_id))

    async def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(office.desk.log.documents, "write", fail)
    with pytest.raises(Exception, match="No space"):
        await office.desk.receive_document(office.merchant, case_id, paper(), uuid4())
    assert len(await office.events(case_id)) == before
    async with office.desk.db.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(tables.documents)) == 0


async def test_a_merchant_reads_what_they_told_beside_what_the_document_says(office: Office) -> None:
    case_id, document_id = await sent(office, *LINES)
    said = await office.desk.say(office.merchant, case_id, "we are Brightwater Books")
    async with office.desk.case(case_id) as draft:
        name, quote = FieldName.MERCHANT_NAME, "we are Brightwater Books"
        facts.record_fact(draft, PREPROCESSOR, name, "Brightwater Books", source_seq=said.seq, quote=quote)
        seq = draft.record.documents[document_id].seq
        offers.offer_fact(draft, PREPROCESSOR, name, "Tidewater Books Ltd", source_seq=seq, quote=LINES[1])
    papers = await office.views.papers(office.merchant, case_id, "en")
    (shown,) = papers.offers
    assert shown.text == (
        "You told us Brightwater Books; your certificate of registration, line 2, says Tidewater Books Ltd."
    )
    assert (await office.views.papers(office.reviewer, case_id)).offers == ()
    await office.desk.accept_offer(office.merchant, case_id, name, seq)
    changed = [e.body for e in await office.events(case_id) if isinstance(e.body, FactRecorded)][-1]
    assert (changed.previous, changed.value) == ("Brightwater Books", "Tidewater Books Ltd")


async def test_an_analyst_reads_an_offered_number_masked(office: Office) -> None:
    case_id, document_id = await sent(office, *LINES)
    async with office.desk.case(case_id) as draft:
        seq = draft.record.documents[document_id].seq
        quote = draft.source(seq).text.splitlines()[3]
        value = next(v for v in draft.record.secrets.values() if "123" in v)
        offers.offer_fact(draft, PREPROCESSOR, FieldName.TAX_ID, value, source_seq=seq, quote=quote)
        assert any(isinstance(event.body, FactOffered) for event in draft.new)
    for person in (office.merchant, office.reviewer, office.analyst):
        transcript = await office.views.transcript(person, case_id)
        assert "4567" not in transcript.model_dump_json()
