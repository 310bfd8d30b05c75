"""Files that the company attaches to a case: staff see them, the merchant's side does not."""

from __future__ import annotations

import hashlib
from uuid import UUID, uuid4

import pytest

from cases.access import Audience, Person, Role
from cases.documents import MOST, MOST_ATTACHED, DocumentKind, RefusalCode
from cases.errors import Conflict, Forbidden, NotFound
from desk import documents
from desk.documents import Paper
from tests.desk.cast import ANALYST, COMPLIANCE, MERCHANT, OTHER, REVIEWER, SECOND, STAFF_ONLY, Case
from tests.desk.office import Office

BOTH = Person(uuid4(), "both@people.example", "Bo", frozenset({Role.MERCHANT, Role.REVIEWER}))


def extract(content: bytes = b"%PDF-1.7 register") -> Paper:
    return Paper(
        name=f"{STAFF_ONLY}.pdf",
        kind=DocumentKind.OTHER,
        media_type="application/pdf",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text="Company name: Tidewater Books Ltd",
    )


def attach(case: Case, by: Person = REVIEWER) -> UUID:
    document_id = uuid4()
    case.do(documents.attach, by, extract(document_id.bytes), document_id)
    return document_id


@pytest.mark.parametrize("by", [REVIEWER, COMPLIANCE, SECOND])
def test_reviewers_and_compliance_attach_a_file_that_the_merchant_neither_sees_nor_hears_of(
    by: Person,
) -> None:
    case = Case()
    before = len(case.events)
    document_id = attach(case, by)
    assert [event.audience for event in case.events[before:]] == [Audience.STAFF]
    assert documents.visible(case.record, MERCHANT) == ()
    assert [d.id for d in documents.visible(case.record, ANALYST)] == [document_id]
    assert case.work == []
    assert not case.record.has_unread


@pytest.mark.parametrize(("by", "refusal"), [(MERCHANT, Forbidden), (ANALYST, Forbidden), (OTHER, NotFound)])
def test_nobody_else_attaches_a_file(by: Person, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        attach(Case(), by)


def test_nobody_attaches_a_file_to_an_application_of_their_own() -> None:
    with pytest.raises(Forbidden):
        attach(Case(opened_by=BOTH), BOTH)


def test_what_the_company_attaches_does_not_use_up_the_merchants_places() -> None:
    case = Case()
    for _ in range(MOST):
        attach(case)
    document_id = uuid4()
    case.do(documents.receive, MERCHANT, extract(document_id.bytes), document_id)
    assert [d.id for d in documents.visible(case.record, MERCHANT)] == [document_id]


def test_there_is_an_end_to_what_the_company_attaches() -> None:
    case = Case()
    first = attach(case)
    for _ in range(MOST_ATTACHED - 1):
        attach(case)
    with pytest.raises(Conflict):
        attach(case)
    case.do(documents.refuse, REVIEWER, first, RefusalCode.WRONG_KIND)
    assert case.events[-1].audience is Audience.STAFF
    attach(case)


def test_the_same_file_again_is_the_same_document() -> None:
    case = Case()
    document_id = attach(case)
    again = case.do(documents.attach, REVIEWER, extract(document_id.bytes), uuid4())
    assert again.id == document_id


async def test_an_attached_file_is_handed_to_staff_and_never_to_the_merchant(
    office: Office,
) -> None:
    case_id = await office.in_review()
    document_id = uuid4()
    await office.desk.attach_document(office.reviewer, case_id, extract(), document_id)
    got = await office.views.document(office.analyst, case_id, document_id)
    assert got.content == extract().content
    with pytest.raises(NotFound):
        await office.views.document(office.merchant, case_id, document_id)
    everything = "".join(
        [
            (await office.views.card(office.merchant, case_id)).model_dump_json(),
            (await office.views.status(office.merchant, case_id)).model_dump_json(),
            (await office.views.transcript(office.merchant, case_id)).model_dump_json(),
            (await office.views.papers(office.merchant, case_id)).model_dump_json(),
        ]
    )
    assert str(document_id) not in everything
    assert STAFF_ONLY not in everything
