"""What a policy asks of some businesses besides: by its additions and by its listed lines of business."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cases.application import Application, FieldName
from cases.asking import documents_of, extras_of, later_of, optional_of, required_of
from cases.checks import Scorecard
from cases.documents import Document, DocumentKind, RefusalCode
from cases.obligations import obligations
from cases.policy import Policy
from cases.record import CaseRecord, Provenance
from cases.requirements import outstanding
from cases.restriction import missing_evidence, restriction_of, tier_floor
from tests.desk.cast import BASIC, NOW, Case

F = FieldName
ADDRESS = {"line1": "12 High Street", "city": "Leeds", "country": "GB"}
RESTRICTED: dict[str, Any] = {
    "alcohol": {
        "label": "Alcohol",
        "mcc": ["5921"],
        "words": ["*whisky*", "wine shop"],
        "rule": "Alcohol is sold under a licence.",
        "documents": ["licence"],
        "licence": True,
        "fields": ["online_share"],
        "tier_floor": "medium",
    }
}
REGISTRATION: dict[str, Any] = {
    "tobacco": {
        "label": "Tobacco",
        "mcc": ["5993"],
        "rule": "Schemes want it registered.",
        "tier_floor": "high",
    }
}


def policy(**sections: object) -> Policy:
    return Policy.model_validate({**BASIC.model_dump(), **sections})


def told(**fields: object) -> CaseRecord:
    return replace(Case().record, application=Application.model_validate(fields))


def asking(when: dict[str, object], **items: object) -> Policy:
    addition = {"when": when, "fields": ["refund_policy"], "rule": "Because.", **items}
    return policy(more=[addition], restricted=RESTRICTED, registration=REGISTRATION)


@pytest.mark.parametrize(
    ("when", "known", "holds"),
    [
        ({}, {}, True),
        ({"country": ["GB", "IE"]}, {"address": ADDRESS}, True),
        ({"country": ["US"]}, {"address": ADDRESS}, False),
        ({"country": ["GB"]}, {}, False),
        ({"legal_form": ["charity", "trust"]}, {"legal_form": "charity"}, True),
        ({"legal_form": ["charity"]}, {"legal_form": "sole_trader"}, False),
        ({"mcc": ["5921"]}, {"mcc": "5921"}, True),
        ({"mcc": ["5921"]}, {"mcc": "5942"}, False),
        ({"restricted": True}, {"mcc": "5921"}, True),
        ({"restricted": ["alcohol"]}, {"business_type": "Single malt whiskys"}, True),
        ({"restricted": ["gambling"]}, {"mcc": "5921"}, False),
        ({"restricted": True}, {"mcc": "5993"}, False),
        ({"registration": True}, {"mcc": "5993"}, True),
        ({"registration": True}, {"mcc": "5921"}, False),
        ({"revenue_over": 1_000_000}, {"annual_revenue": 1_000_000, "currency": "GBP"}, True),
        ({"revenue_over": 1_000_000}, {"annual_revenue": 1_000_000, "currency": "USD"}, False),
        ({"revenue_over": 1_000_000}, {"annual_revenue": 9_000_000}, False),
        ({"tier": ["high"]}, {}, False),
        ({"country": ["GB"], "mcc": ["5921"]}, {"address": ADDRESS, "mcc": "5942"}, False),
        ({"country": ["GB"], "mcc": ["5921"]}, {"address": ADDRESS, "mcc": "5921"}, True),
    ],
)
def test_an_addition_is_asked_while_everything_that_it_names_is_so(
    when: dict[str, object], known: dict[str, object], holds: bool
) -> None:
    assert (F.REFUND_POLICY in required_of(told(**known), asking(when))) == holds


def test_an_addition_for_a_tier_goes_by_the_last_scorecard() -> None:
    card = Scorecard(score=0.2, level="high", reasons=(), policy="p", policy_hash="h")
    record = replace(told(), scorecard=card)
    assert F.REFUND_POLICY in required_of(record, asking({"tier": ["high"]}))
    assert F.REFUND_POLICY not in required_of(record, asking({"tier": ["medium"]}))


def test_what_is_due_later_is_no_reason_to_wait_and_is_listed_as_such() -> None:
    record, later = told(), asking({}, due="later")
    assert F.REFUND_POLICY not in outstanding(record, later)
    assert F.REFUND_POLICY in later_of(record, later)
    item = next(item for item in obligations(record, later) if item.field is F.REFUND_POLICY)
    assert item.rule == "later"


def test_an_optional_field_that_an_addition_needs_is_asked_for_once() -> None:
    needed = asking({}, fields=["website"])
    assert F.WEBSITE in required_of(told(), needed)
    assert F.WEBSITE not in optional_of(told(), needed)


def test_a_policy_without_additions_asks_what_it_asked_before() -> None:
    for record in (told(), told(mcc="5921", business_type="wine shop")):
        assert required_of(record, BASIC) == BASIC.required
        assert optional_of(record, BASIC) == BASIC.optional
        assert extras_of(record, BASIC) == ()


def test_a_policy_that_does_not_ask_for_a_field_does_not_take_it() -> None:
    assert F.REFUND_POLICY not in BASIC.taken
    assert F.MCC in BASIC.taken
    assert F.REFUND_POLICY in asking({"country": ["US"]}).taken
    assert F.ONLINE_SHARE in policy(restricted=RESTRICTED).taken


def test_an_addition_cannot_ask_for_what_follows_from_other_fields() -> None:
    with pytest.raises(ValueError, match="mcc follows from other fields"):
        asking({}, fields=["mcc"])


def test_a_restricted_line_asks_for_its_licence_its_fields_and_its_documents() -> None:
    listed = policy(restricted=RESTRICTED)
    record = told(business_type="wine shop")
    assert required_of(record, listed)[-1] is F.ONLINE_SHARE
    assert F.BUSINESS_LICENSE in required_of(record, listed)
    assert documents_of(record, listed)[DocumentKind.LICENCE].rule == "Alcohol is sold under a licence."


def test_a_restriction_says_by_what_it_was_found() -> None:
    listed = policy(restricted=RESTRICTED, registration=REGISTRATION)
    (by_word,) = restriction_of(told(business_type="A wine shop"), listed)
    (by_code,) = restriction_of(told(business_type="cigars", mcc="5993"), listed)
    assert (by_word.kind, by_word.by) == ("restricted", "“wine shop”")
    assert (by_code.kind, by_code.by) == ("registration", "category 5993")
    assert restriction_of(told(business_type="bookshop", mcc="5942"), listed) == ()


def test_a_case_does_not_get_below_the_highest_floor_of_its_lines() -> None:
    listed = policy(restricted=RESTRICTED, registration=REGISTRATION)
    assert tier_floor(told(mcc="5942"), listed) == "low"
    assert tier_floor(told(mcc="5921"), listed) == "medium"
    assert tier_floor(told(mcc="5993", business_type="whisky and cigars"), listed) == "high"


def test_a_licence_that_there_is_none_of_and_a_refused_document_are_missing_evidence() -> None:
    listed = policy(restricted=RESTRICTED)
    record = told(business_type="wine shop", online_share=0)
    record = replace(record, absent={F.BUSINESS_LICENSE: Provenance(2, "none", NOW)})
    (found,) = restriction_of(record, listed)
    assert missing_evidence(record, found) == ((F.BUSINESS_LICENSE,), (DocumentKind.LICENCE,))
    paper = a_paper(DocumentKind.LICENCE)
    there = replace(record, documents={paper.id: paper})
    assert missing_evidence(there, found) == ((F.BUSINESS_LICENSE,), ())
    blurred = paper._replace(refused=RefusalCode.BLURRED)
    assert missing_evidence(replace(record, documents={paper.id: blurred}), found)[1] == (
        DocumentKind.LICENCE,
    )


def test_nobody_has_to_have_subscriptions_a_former_processor_or_terminations() -> None:
    listed = asking({}, fields=["subscriptions", "former_processor", "terminations", "delivery_days"])
    where = Provenance(2, "none", NOW)
    record = replace(told(), absent=dict.fromkeys(listed.more[0].fields, where))
    assert outstanding(record, listed)[-1] is F.DELIVERY_DAYS
    assert F.TERMINATIONS not in outstanding(record, listed)


def a_paper(kind: DocumentKind) -> Document:
    case = Case()
    return Document(
        id=case.record.id,
        seq=2,
        kind=kind,
        name="paper.pdf",
        media_type="application/pdf",
        size=10,
        sha256="0" * 64,
        pages=1,
        by=str(case.opened_by.id),
        at=NOW,
    )
