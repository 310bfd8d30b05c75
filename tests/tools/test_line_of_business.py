"""What a policy wants seen of a line of business: the check says what of it is there, and what is missing."""

from __future__ import annotations

from dataclasses import replace

from cases.application import Application, FieldName
from cases.checks import CheckStatus
from cases.documents import DocumentKind
from cases.policy import Policy
from cases.record import CaseRecord
from tests.cases.test_asking import RESTRICTED, a_paper, policy
from tests.desk.cast import BASIC, Case
from tools.line_of_business import check_business, check_evidence


def told(**fields: object) -> CaseRecord:
    return replace(Case().record, application=Application.model_validate(fields))


def with_paper(record: CaseRecord, kind: DocumentKind) -> CaseRecord:
    paper = a_paper(kind)
    return replace(record, documents={paper.id: paper})


def test_the_basic_policy_makes_neither_check() -> None:
    assert list(check_business(told(mcc="5921"), BASIC)) == []


def test_a_listed_line_is_told_with_its_rule_and_all_that_is_missing() -> None:
    check = check_evidence(told(business_type="wine shop"), policy(restricted=RESTRICTED))
    assert check.status is CheckStatus.FAILED
    assert "Alcohol is restricted (by “wine shop”): Alcohol is sold under a licence." in check.reason
    for missing in ("business licence", "share of sales online", "a document (licence)"):
        assert missing in check.reason


def test_it_holds_once_everything_is_there() -> None:
    record = told(business_type="wine shop", online_share=0, business_license="L-1")
    listed = policy(restricted=RESTRICTED)
    assert check_evidence(with_paper(record, DocumentKind.LICENCE), listed).status is CheckStatus.HELD
    assert check_evidence(with_paper(record, DocumentKind.OTHER), listed).status is CheckStatus.FAILED


def test_any_other_line_needs_nothing() -> None:
    check = check_evidence(told(business_type="bookshop"), policy(restricted=RESTRICTED))
    assert check.status is CheckStatus.NOT_REQUIRED


def test_the_documents_of_an_addition_are_looked_for_as_well() -> None:
    asking: Policy = policy(
        more=[
            {
                "when": {"legal_form": ["charity"]},
                "documents": ["registration"],
                "due": "later",
                "rule": "By deed.",
            }
        ]
    )
    charity = told(legal_form="charity")
    assert FieldName.LEGAL_FORM not in asking.required
    missing = check_evidence(charity, asking)
    assert (missing.status, missing.reason) == (
        CheckStatus.FAILED, "By deed. Missing: a document (registration).",
    )  # fmt: skip
    assert check_evidence(with_paper(charity, DocumentKind.REGISTRATION), asking).status is CheckStatus.HELD
    assert check_evidence(told(), asking).status is CheckStatus.NOT_REQUIRED
