"""Recording a check that was made elsewhere: who may, about what, and who hears of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from pydantic import ValidationError

from cases.access import Audience, Person, Role
from cases.documents import RefusalCode
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import VerificationRecorded
from cases.evidence import evidence_of
from cases.evidence_level import EvidenceLevel
from cases.states import State
from cases.verification import Method, Result
from desk import documents, verifying
from tests.desk.cast import (
    ANALYST,
    CHANGES,
    COMPLIANCE,
    DEVELOPER,
    MERCHANT,
    NOW,
    OTHER,
    REVIEWER,
    SECOND,
    STAFF_ONLY,
    Case,
)
from tests.desk.office import Office
from tests.desk.test_attachments import attach
from tests.desk.test_documents import send
from tests.desk.verifications import report

BOTH = Person(uuid4(), "both@people.example", "Bo", frozenset({Role.MERCHANT, Role.REVIEWER}))


def in_review(**given: object) -> Case:
    case = Case(**given)  # type: ignore[arg-type]
    case.come_to_review()
    return case


@pytest.mark.parametrize("by", [REVIEWER, SECOND, COMPLIANCE])
def test_reviewers_and_compliance_record_a_check_and_only_staff_hear_of_it(by: Person) -> None:
    case = in_review()
    event = case.do(verifying.record_verification, by, report())
    assert event.audience is Audience.STAFF
    assert (event.actor, case.events[-1]) == (str(by.id), event)
    assert case.state is State.IN_REVIEW


@pytest.mark.parametrize(
    ("by", "refusal"),
    [(MERCHANT, Forbidden), (ANALYST, Forbidden), (OTHER, NotFound), (DEVELOPER, NotFound)],
)
def test_nobody_else_records_one(by: Person, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        in_review().do(verifying.record_verification, by, report())


def test_nobody_records_one_in_an_application_of_their_own() -> None:
    with pytest.raises(Forbidden):
        in_review(opened_by=BOTH).do(verifying.record_verification, BOTH, report())


def test_it_changes_no_check_score_or_recommendation_of_the_team() -> None:
    case = in_review()
    before = case.record
    case.do(verifying.record_verification, REVIEWER, report(result=Result.NOT_CONFIRMED))
    after = case.record
    assert (after.checks, after.scorecard, after.compliance, after.recommendation, after.version) == (
        before.checks,
        before.scorecard,
        before.compliance,
        before.recommendation,
        before.version,
    )


@pytest.mark.parametrize("key", ["tax_id", "mcc", "nothing", "ada finch.date_of_birth", "."])
def test_what_is_not_there_cannot_have_been_checked(key: str) -> None:
    case = in_review()
    with pytest.raises(Invalid) as refused:
        case.do(verifying.record_verification, REVIEWER, report("merchant_name", key))
    assert refused.value.code == "no_such_fact"
    assert case.record.verifications == ()


def test_what_has_changed_since_it_was_seen_has_to_be_looked_at_again() -> None:
    case = in_review()
    seen = case.record.last_seq
    case.learn(CHANGES[0])
    with pytest.raises(Conflict) as refused:
        case.do(verifying.record_verification, REVIEWER, report(seen=seen))
    assert (refused.value.code, refused.value.details) == ("stale_facts", {"about": ["merchant_name"]})
    case.do(verifying.record_verification, REVIEWER, report("email", seen=seen))


def test_a_check_is_not_made_in_the_future_and_does_not_run_out_before_it_was_made() -> None:
    case = in_review()
    for dates, code in (
        ({"made_at": NOW + timedelta(hours=1)}, "made_in_future"),
        ({"expires_on": NOW.date() - timedelta(days=1)}, "expires_before_made"),
    ):
        with pytest.raises(Invalid) as refused:
            case.do(verifying.record_verification, REVIEWER, report(**dates))
        assert refused.value.code == code
    case.do(verifying.record_verification, REVIEWER, report(made_at=NOW - timedelta(days=30)))
    assert case.record.verifications[-1].made_at == NOW - timedelta(days=30)


def test_a_check_of_a_document_names_a_document_of_the_case_that_was_not_refused() -> None:
    case = in_review()
    refused_one = send(case)
    case.do(documents.refuse, REVIEWER, refused_one, RefusalCode.BLURRED)
    for document_id, refusal in ((None, Invalid), (uuid4(), NotFound), (refused_one, Invalid)):
        with pytest.raises(refusal):
            case.do(
                verifying.record_verification,
                REVIEWER,
                report(method=Method.BANK_LETTER, document_id=document_id),
            )


def test_a_file_of_the_team_backs_a_registry_search() -> None:
    case = in_review()
    document_id = attach(case)
    case.do(verifying.record_verification, REVIEWER, report(document_id=document_id))
    found = evidence_of(case.record, "merchant_name", NOW.date())
    assert found is not None
    assert found.level is EvidenceLevel.VERIFIED


@pytest.mark.parametrize(
    "wrong", [{"about": ()}, {"source": " "}, {"source": "x" * 201}, {"result": "maybe"}]
)
def test_a_report_says_about_what_by_whom_and_with_which_result(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        report(**wrong)


def test_what_is_sensitive_is_kept_as_tokens_and_a_bare_reference_stays_readable() -> None:
    case = in_review()
    case.say("our tax number is GB 123 4567 82")
    made = report(
        source="Call with mona@harbourbooks.example.com, card 4111 1111 1111 1111",
        reference="08123456",
        comment="They read GB 123 4567 82 to me.",
    )
    event = case.do(verifying.record_verification, REVIEWER, made)
    body = event.body
    assert isinstance(body, VerificationRecorded)
    assert "mona@" not in body.source
    assert "4111" not in event.model_dump_json()
    assert "123 4567" not in body.comment
    assert body.reference == "08123456"
    assert set(body.secrets) <= set(case.record.secrets)


def test_a_reference_that_is_a_known_secret_stays_one() -> None:
    case = in_review()
    case.say("our account number is 30201234")
    event = case.do(verifying.record_verification, REVIEWER, report(reference="30201234"))
    assert "30201234" not in event.model_dump_json(exclude={"body": {"secrets"}})


async def test_the_merchant_reads_nothing_of_it_at_any_view(office: Office) -> None:
    case_id = await office.in_review()
    made = report(source=STAFF_ONLY, reference="08123456")
    await office.desk.record_check(office.reviewer, case_id, made)
    seen = (await office.views.transcript(office.analyst, case_id)).events[-1]
    assert seen.text == f"Registry search: confirmed. Business name ({STAFF_ONLY}, 08123456)."
    for view in (office.views.card, office.views.status, office.views.transcript, office.views.papers):
        read = (await view(office.merchant, case_id)).model_dump_json()
        assert STAFF_ONLY not in read
        assert "08123456" not in read
