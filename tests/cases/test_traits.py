"""By what a case is known again, in whatever spelling it was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from cases.application import Address, Application
from cases.documents import Document, DocumentKind
from cases.duplicates import Duplicate, Suspicion, TraitKind
from cases.record import CaseRecord
from cases.states import State
from cases.traits import traits_of

AT = datetime(2026, 11, 2, tzinfo=UTC)
LEEDS = Address(line1="12 High Street", city="Leeds", postal_code="LS1 4DY", country="GB")


def case_of(**told: Any) -> CaseRecord:
    return CaseRecord(id=uuid4(), opened_by=uuid4(), opened_at=AT, application=Application(**told))


def shared(one: CaseRecord, other: CaseRecord) -> set[TraitKind]:
    return {trait.kind for trait in traits_of(one) & traits_of(other)}


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (TraitKind.PHONE, {"phone": "+442083661177"}, {"phone": "020 8366 1177", "address": LEEDS}),
        (TraitKind.PHONE, {"phone": "+44 20 8366 1177"}, {"phone": "+44 (0)20-8366-1177"}),
        (TraitKind.EMAIL, {"email": "Ann.Lee@Shop.example"}, {"email": "ann.lee+two@shop.example"}),
        (TraitKind.EMAIL, {"email": "annlee@gmail.com"}, {"email": "Ann.Lee@googlemail.com"}),
        (TraitKind.TAX_ID, {"tax_id": "GB 980 7806 84", "address": LEEDS}, {"tax_id": "980780684"}),
        (TraitKind.TAX_ID, {"tax_id": "91-1144442"}, {"tax_id": "911144442"}),
        (TraitKind.ACCOUNT, {"iban": "DE89 3704 0044 0532 0130 00"}, {"iban": "DE89370400440532013000"}),
        (
            TraitKind.ACCOUNT,
            {"routing_number": "111000025", "account_number": "44-309177"},
            {"routing_number": "111000025", "account_number": "44309177"},
        ),
    ],
)
def test_a_value_is_known_again_in_another_spelling(
    kind: TraitKind, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert kind in shared(case_of(**one), case_of(**other))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Harbor Books Ltd", LEEDS),
        ("The Harbour Bookshop", LEEDS),
        ("Zephyr & Sons", LEEDS.model_copy(update={"line1": "12, High Str."})),
        ("Harbour Books", LEEDS.model_copy(update={"postal_code": None})),
    ],
)
def test_nearly_the_same_name_or_house_makes_a_candidate(name: str, address: Address) -> None:
    one = case_of(merchant_name="Harbour Books", address=LEEDS)
    assert shared(one, case_of(merchant_name=name, address=address)) == {TraitKind.NEARBY}


def test_the_same_name_in_another_town_is_no_candidate() -> None:
    york = Address(line1="3 Stonegate", city="York", postal_code="YO1 8AS", country="GB")
    one = case_of(merchant_name="Harbour Books", address=LEEDS)
    assert not shared(one, case_of(merchant_name="Harbour Books", address=york))


def test_a_document_is_known_by_its_content_unless_the_company_attached_it() -> None:
    paper = Document(
        uuid4(), 3, DocumentKind.LICENCE, "a.pdf", "application/pdf", 9, "ab" * 32, 1, "someone", AT
    )
    one = replace(case_of(), documents={paper.id: paper})
    other = replace(case_of(), documents={uuid4(): paper._replace(name="b.pdf")})
    attached = replace(case_of(), documents={uuid4(): paper._replace(internal=True)})
    assert shared(one, other) == {TraitKind.DOCUMENT}
    assert not shared(one, attached)


@pytest.mark.parametrize(
    ("own", "state", "suspicion"),
    [
        (True, State.WITHDRAWN, None),
        (True, State.EXPIRED, None),
        (True, State.REJECTED, "duplicate_turned_away"),
        (True, State.SUSPENDED, "duplicate_turned_away"),
        (True, State.ACTIVE, "duplicate_own"),
        (True, State.COLLECTING, "duplicate_own"),
        (False, State.WITHDRAWN, "duplicate_other_person"),
        (False, State.ACTIVE, "duplicate_other_person"),
        (False, State.REJECTED, "duplicate_turned_away"),
    ],
)
def test_only_what_one_gave_up_oneself_is_no_suspicion(
    own: bool, state: State, suspicion: Suspicion | None
) -> None:
    found = Duplicate(case_id=UUID(int=1), kinds=(TraitKind.PHONE,), own=own, state=state)
    assert found.suspicion == suspicion
