"""Cases of which it is known who is behind the merchant, under a policy that asks for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cases.application import Address, FieldName, Owner
from cases.events import FactRecorded, PartyStated, PersonalDetailEntered
from cases.ownership.stated import StatedParty
from cases.ownership.structure import Holding, PartyKind, Role
from cases.participants import PersonalField
from cases.policy import Policy
from cases.policy.ownership import OwnershipPolicy
from tests.cases.drawings import REGIMES
from tests.desk.cast import BASIC, Case

TODAY = date(2026, 11, 25)
RULES = OwnershipPolicy(regimes=REGIMES, countries={"US": "us", "GB": "uk", "DE": "eu"}, otherwise="eu")
FULL: Policy = BASIC.model_copy(update={"ownership": RULES})


def told(*owners: tuple[str, float | None], country: str = "GB") -> Case:
    """A case whose merchant has told its name, its country and its owners."""
    case = Case(policy=FULL)
    learn(case, FieldName.MERCHANT_NAME, "Harbour Books Ltd")
    learn(case, FieldName.ADDRESS, Address(line1="1 Quay", city="Leeds", country=country))
    learn(case, FieldName.OWNERS, tuple(Owner(name=n, ownership_percent=p) for n, p in owners))
    return case


def learn(case: Case, name: FieldName, value: object) -> None:
    fact = FactRecorded.model_validate({"field": name, "value": value, "source_seq": 1, "quote": ""})
    with case.command() as draft:
        draft.add(fact)


def state(case: Case, id_: str, name: str, kind: PartyKind, *links: Holding | Role) -> None:
    holdings = tuple(link for link in links if isinstance(link, Holding))
    roles = tuple(link for link in links if isinstance(link, Role))
    party = StatedParty(id=id_, name=name, kind=kind, holdings=holdings, roles=roles)
    with case.command() as draft:
        draft.add(PartyStated(party=party))


def holds(owner: str, held: str, share: int, **more: object) -> Holding:
    return Holding.model_validate({"owner": owner, "held": held, "share": Decimal(share), **more})


def detail(case: Case, subject: str, field: PersonalField, value: str) -> None:
    with case.command() as draft:
        draft.add(PersonalDetailEntered(subject=subject, field=field, value=value))
