"""Who the owners of a case's merchant are by its policy, and who of them is to be identified."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cases.ownership.beneficial import Owners, beneficial_owners
from cases.ownership.of_case import structure_of
from cases.ownership.structure import PartyKind, Structure
from cases.participants import PepDeclaration, PersonalField, subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from cases.regimes import Regime


class Found(NamedTuple):
    """A case's structure, the rules that apply to it, and who counts by them."""

    structure: Structure
    regime: Regime
    owners: Owners


def found_owners(record: CaseRecord, policy: Policy, day: date) -> Found | None:
    """The owners on a day; None where the policy does not ask or the structure is too large to tell."""
    rules, structure = policy.ownership, structure_of(record)
    if rules is None or structure is None:
        return None
    address = record.application.address
    regime = rules.regime(address.country if address else None, day)
    return regime and Found(structure, regime, _owners(structure.model_dump_json(), regime))


@lru_cache(maxsize=32)
def _owners(structure: str, regime: Regime) -> Owners:
    """Worked out once for a structure (as JSON): a page asks for it several times."""
    return beneficial_owners(Structure.model_validate_json(structure), regime)


def people_to_identify(found: Found) -> tuple[str, ...]:
    """The names of those who count, each once; a sole trader's are the people who are named as owners."""
    structure, owners = found.structure, found.owners
    if structure.kind(structure.subject) is PartyKind.PERSON:
        return tuple(
            party.name
            for party in structure.parties
            if party.kind is PartyKind.PERSON and party.id != structure.subject
        )
    return tuple(owner.name for owner in owners.owners)


def details_needed(record: CaseRecord, policy: Policy, subject: str) -> tuple[PersonalField, ...]:
    """What has to be known of somebody who counts."""
    if policy.ownership is None:
        return ()
    number = identity_number_of(record, subject)
    return tuple(
        number if field is PersonalField.IDENTITY_NUMBER else field for field in policy.ownership.identify
    )


def identity_number_of(record: CaseRecord, subject: str) -> PersonalField:
    """Which number identifies somebody: in the United States the social security number of its citizens.

    Source: 31 CFR 1020.220(a)(2)(i)(A)(4); of others the number of a passport or the like is enough there.
    """
    address = record.application.address
    nationality = record.details.get((subject_of(subject), PersonalField.NATIONALITY))
    is_american = nationality is None or nationality.value == "US"
    if address is not None and address.country == "US" and is_american:
        return PersonalField.SOCIAL_SECURITY_NUMBER
    return PersonalField.IDENTITY_NUMBER


def declared_peps(record: CaseRecord) -> tuple[str, ...]:
    """The subjects of all who are declared to be politically exposed, or near to somebody who is."""
    declared = PersonalField.PEP_DECLARATION
    return tuple(
        subject
        for (subject, field), detail in record.details.items()
        if field is declared and detail.value in (PepDeclaration.YES, PepDeclaration.RELATED)
    )
