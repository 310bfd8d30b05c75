"""Ownership in the words of a reviewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from cases.ownership.chains import Chain
from cases.ownership.control import Grip
from cases.ownership.figures import in_percent
from cases.ownership.structure import Control, Holding, PartyKind, Role, RoleKind, Structure

KINDS: Mapping[PartyKind, str] = {
    PartyKind.PERSON: "person",
    PartyKind.COMPANY: "company",
    PartyKind.TRUST: "trust",
    PartyKind.FOUNDATION: "foundation",
    PartyKind.CHARITY: "charity",
    PartyKind.LISTED_COMPANY: "listed company",
    PartyKind.PUBLIC_BODY: "public body",
}
ROLES: Mapping[RoleKind, str] = {
    RoleKind.DIRECTOR: "director",
    RoleKind.CONTROL_PERSON: "control person",
    RoleKind.TRUSTEE: "trustee",
    RoleKind.SETTLOR: "settlor",
    RoleKind.BENEFICIARY: "beneficiary",
    RoleKind.PROTECTOR: "protector",
    RoleKind.SIGNATORY: "signatory",
}
MEANS: Mapping[Control, str] = {
    Control.BOARD: "appoints most of the directors",
    Control.INFLUENCE: "has significant influence",
    Control.VETO: "has a veto",
    Control.AGREEMENT: "has control by agreement",
}


def listed(names: Iterable[str]) -> str:
    """Names as they stand in a sentence: "A, B and C"."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def chain_text(structure: Structure, chain: Chain) -> str:
    """A chain with its arithmetic: "Ada has 60 % of Holding, which has 50 % of Shop: 30 %"."""
    links = zip(chain.parts, chain.parties[1:], strict=True)
    held = ", which has ".join(f"{in_percent(part)} of {structure.name(party)}" for part, party in links)
    product = f": {in_percent(chain.product)}" if len(chain.parts) > 1 else ""
    return f"{structure.name(chain.parties[0])} has {held}{product}"


def grip_text(grip: Grip) -> str:
    """How a party is controlled, in brackets after its name."""
    if grip.role is not None:
        return f"as {ROLES[grip.role]}"
    if grip.control is not None:
        return MEANS[grip.control]
    return f"{in_percent(grip.majority or Fraction(0))} of the {grip.measure}"


def holding_text(structure: Structure, holding: Holding) -> str:
    """A direct holding: "Ada holds 60 % of Holding, with 80 % of the votes"."""
    text = f"{structure.name(holding.owner)} holds {share_text(holding)} of {structure.name(holding.held)}"
    if holding.votes is not None and holding.votes != holding.share:
        text += f", with {_plain(holding.votes)} % of the votes"
    if holding.control is not None:
        text += f", and {MEANS[holding.control]}"
    return f"{text}."


def role_text(structure: Structure, role: Role) -> str:
    """A role: "Ada is trustee of Family Trust."."""
    return f"{structure.name(role.party)} is {ROLES[role.kind]} of {structure.name(role.at)}."


def share_text(holding: Holding) -> str:
    """The share as it was stated: "33.3 %"."""
    return f"{_plain(holding.share)} %"


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
