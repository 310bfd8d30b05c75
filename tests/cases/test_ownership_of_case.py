"""The structure of a case: told in chat, completed on the page, and judged by the merchant's regime."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from cases.application import FieldName, Owner
from cases.events import PartyRemoved
from cases.obligations import obligations
from cases.ownership.found import declared_peps, found_owners, people_to_identify
from cases.ownership.guessed import guessed_kind
from cases.ownership.of_case import known_parties, structure_of, unstated_shares
from cases.ownership.stated import MERCHANT
from cases.ownership.structure import Control, PartyKind, Role, RoleKind
from cases.participants import PersonalField
from cases.policy import Policy
from cases.record import CaseRecord
from tests.cases.behind import FULL, TODAY, detail, holds, learn, state, told
from tests.desk.cast import BASIC


def owners_of(record: CaseRecord, policy: Policy = FULL, day: date = TODAY) -> list[str]:
    found = found_owners(record, policy, day)
    assert found is not None
    return [owner.name for owner in found.owners.owners]


def shares(record: CaseRecord) -> dict[tuple[str, str], Decimal]:
    structure = structure_of(record)
    assert structure is not None
    return {(structure.name(h.owner), structure.name(h.held)): h.share for h in structure.holdings}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ada Marsh", PartyKind.PERSON),
        ("Marsh Holding GmbH & Co. KG", PartyKind.COMPANY),
        ("Quay Holdings", PartyKind.COMPANY),
        ("Inversiones Sol S.L.", PartyKind.COMPANY),
        ("The Marsh Family Trust", PartyKind.TRUST),
        ("Fundación Mar", PartyKind.FOUNDATION),
        ("Karl-Marsh-Stiftung", PartyKind.FOUNDATION),
        ("Trustpilot Ltd", PartyKind.COMPANY),
    ],
)
def test_what_a_party_is_is_guessed_from_its_name(name: str, kind: PartyKind) -> None:
    assert guessed_kind(name) is kind


def test_the_owners_told_in_the_conversation_are_the_beginning_of_the_structure() -> None:
    case = told(("Ada Marsh", 60), ("Quay Holding Ltd", 40))
    structure = structure_of(case.record)
    assert structure is not None
    assert [(party.name, party.kind) for party in structure.parties] == [
        ("Harbour Books Ltd", PartyKind.COMPANY),
        ("Ada Marsh", PartyKind.PERSON),
        ("Quay Holding Ltd", PartyKind.COMPANY),
    ]
    assert set(shares(case.record).values()) == {Decimal(60), Decimal(40)}


def test_who_owns_an_owner_in_turn_is_an_owner_too() -> None:
    case = told(("Ada Marsh", 60), ("Quay Holding Ltd", 40))
    state(case, "p3", "Ben Cole", PartyKind.PERSON, holds("p3", "p2", 100))
    assert owners_of(case.record) == ["Ada Marsh", "Ben Cole"]


def test_what_is_told_later_about_the_shares_counts_and_what_else_was_stated_stays() -> None:
    case = told(("Ada Marsh", 60), ("Ben Cole", 40))
    veto = Control.VETO
    state(case, "p2", "Ben Cole", PartyKind.PERSON, holds("p2", MERCHANT, 40, votes=30, control=veto))
    learn(case, FieldName.OWNERS, (Owner(name="ben cole", ownership_percent=75),))
    (ben,) = (h for h in known_parties(case.record)["p2"].holdings)
    assert (ben.share, ben.votes, ben.control) == (Decimal(75), Decimal(30), veto)
    assert [party.name for party in known_parties(case.record).values()] == ["Harbour Books Ltd", "ben cole"]


def test_an_owner_keeps_the_same_id_however_often_the_owners_change() -> None:
    case = told(("Ada Marsh", 60), ("Ben Cole", 40))
    learn(case, FieldName.OWNERS, (Owner(name="Cleo Dane"), Owner(name="Ben Cole")))
    learn(case, FieldName.OWNERS, (Owner(name="BEN  COLE"), Owner(name="Ada Marsh")))
    assert list(known_parties(case.record)) == [MERCHANT, "p2", "p1"]


def test_who_is_removed_is_gone_with_all_that_hung_on_them() -> None:
    case = told(("Quay Holding Ltd", 100))
    state(case, "p2", "Top Ltd", PartyKind.COMPANY, holds("p2", "p1", 100))
    state(case, "p3", "Ben Cole", PartyKind.PERSON, holds("p3", "p2", 100))
    with case.command() as draft:
        draft.add(PartyRemoved(party="p2", name="Top Ltd"))
    assert list(known_parties(case.record)) == [MERCHANT, "p1"]


def test_under_another_name_somebody_keeps_what_was_entered_of_them() -> None:
    case = told(("Ada Marsh", 100))
    detail(case, "Ada Marsh", PersonalField.DATE_OF_BIRTH, "1985-03-24")
    state(case, "p1", "Ada Marsh-Cole", PartyKind.PERSON)
    learn(case, FieldName.OWNERS, (Owner(name="Ada Marsh-Cole", ownership_percent=100),))
    assert ("ada marsh-cole", PersonalField.DATE_OF_BIRTH) in case.record.details
    assert list(known_parties(case.record)) == [MERCHANT, "p1"]


def test_of_a_sole_trader_there_are_no_shares_and_the_person_is_identified() -> None:
    case = told(("Ada Marsh", 100))
    state(case, MERCHANT, "Harbour Books", PartyKind.PERSON)
    found = found_owners(case.record, FULL, TODAY)
    assert found is not None
    assert (found.structure.holdings, found.owners.owners) == ((), ())
    assert people_to_identify(found) == ("Ada Marsh",)


def test_the_legal_form_says_what_the_merchant_is_until_somebody_states_it() -> None:
    case = told(("Ada Marsh", 100))
    learn(case, FieldName.LEGAL_FORM, "sole_trader")
    assert known_parties(case.record)[MERCHANT].kind is PartyKind.PERSON
    state(case, MERCHANT, "Harbour Books", PartyKind.CHARITY)
    assert known_parties(case.record)[MERCHANT].kind is PartyKind.CHARITY


def test_a_share_that_was_not_stated_is_said_to_be_so() -> None:
    assert unstated_shares(told(("Ada Marsh", None), ("Ben Cole", 40)).record) == ("Ada Marsh",)


@pytest.mark.parametrize(
    ("country", "regime", "owners"),
    [
        ("US", "United States", ["Ada Marsh", "Ben Cole"]),
        ("GB", "United Kingdom", ["Ben Cole"]),
        ("DE", "European Union, Directive 2015/849", ["Ben Cole"]),
        ("JP", "European Union, Directive 2015/849", ["Ben Cole"]),
    ],
)
def test_the_merchants_country_says_which_rules_apply(country: str, regime: str, owners: list[str]) -> None:
    case = told(("Ada Marsh", 25), ("Ben Cole", 75), country=country)
    found = found_owners(case.record, FULL, TODAY)
    assert found is not None
    assert found.regime.name == regime
    assert sorted(owners_of(case.record)) == owners


def test_the_rules_are_those_of_the_day() -> None:
    case = told(("Ada Marsh", 25), ("Ben Cole", 75), country="DE")
    assert owners_of(case.record) == ["Ben Cole"]
    assert owners_of(case.record, day=date(2027, 7, 10)) == ["Ben Cole", "Ada Marsh"]


def test_a_policy_without_the_section_asks_what_it_asked_before() -> None:
    case = told(("Ada Marsh", 60), country="US")
    assert found_owners(case.record, BASIC, TODAY) is None
    assert [item.key for item in obligations(case.record, BASIC) if item.detail] == [
        "owners[0].date_of_birth",
        "owners[0].social_security_number",
    ]


def test_everybody_who_counts_is_identified_at_every_level_and_who_runs_it_as_well() -> None:
    case = told(("Quay Holding Ltd", 100), country="US")
    state(case, "p2", "Ben Cole", PartyKind.PERSON, holds("p2", "p1", 100))
    runs = Role(party="p3", at=MERCHANT, kind=RoleKind.CONTROL_PERSON)
    state(case, "p3", "Cleo Dane", PartyKind.PERSON, runs)
    detail(case, "Cleo Dane", PersonalField.NATIONALITY, "FR")
    asked = [(item.subject, item.detail) for item in obligations(case.record, FULL) if item.detail]
    field = PersonalField
    both = (field.DATE_OF_BIRTH, field.HOME_ADDRESS, field.NATIONALITY)
    assert asked == [
        *(("Ben Cole", each) for each in (*both, field.SOCIAL_SECURITY_NUMBER, field.PEP_DECLARATION)),
        *(("Cleo Dane", each) for each in (*both, field.IDENTITY_NUMBER, field.PEP_DECLARATION)),
    ]


def test_who_is_exposed_or_near_to_somebody_who_is_can_be_read_from_the_record() -> None:
    case = told(("Ada Marsh", 60), ("Ben Cole", 40))
    for name, answer in (("Ada Marsh", "related"), ("Ben Cole", "no"), ("Cleo Dane", "yes")):
        detail(case, name, PersonalField.PEP_DECLARATION, answer)
    assert declared_peps(case.record) == ("ada marsh", "cleo dane")


def test_the_structure_is_part_of_what_a_decision_is_bound_to_and_without_one_nothing_changes() -> None:
    case = told(("Ada Marsh", 60), ("Quay Holding Ltd", 40))
    before = FULL.application_hash(case.record.application, case.record.parties)
    assert before == BASIC.application_hash(case.record.application)
    state(case, "p3", "Ben Cole", PartyKind.PERSON, holds("p3", "p2", 100))
    after = FULL.application_hash(case.record.application, case.record.parties)
    assert after != before
    state(case, "p3", "Ben Cole", PartyKind.PERSON, holds("p3", "p2", 99))
    assert FULL.application_hash(case.record.application, case.record.parties) not in {before, after}


def test_more_parties_than_can_be_counted_are_not_counted_wrongly() -> None:
    case = told(*((f"Owner {n}", 1) for n in range(50)))
    for n in range(51, 70):
        state(case, f"p{n}", f"Holder {n}", PartyKind.PERSON, holds(f"p{n}", "p1", 1))
    assert structure_of(case.record) is None
    assert found_owners(case.record, FULL, TODAY) is None
