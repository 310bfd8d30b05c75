"""Who the beneficial owners are, for staff: by which rule and path, what is open, and a chart."""

from __future__ import annotations

from datetime import date

from cases.ownership.beneficial import BeneficialOwner
from cases.ownership.chains import Chain
from cases.ownership.chart import chart, sentences
from cases.ownership.figures import in_percent
from cases.ownership.found import Found, declared_peps, found_owners
from cases.ownership.of_case import unstated_shares
from cases.ownership.structure import Structure
from cases.ownership.ways import Reason
from cases.ownership.words import chain_text
from cases.participants import subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from desk.viewing import View


class OwnerReason(View):
    """Why somebody counts, the chains of shares that add up, and the rule."""

    text: str
    paths: tuple[str, ...]
    rule: str


class OwnerItem(View):
    """A beneficial owner; ``share``: the largest part that they count for, where it is one."""

    name: str
    share: str | None
    reasons: tuple[OwnerReason, ...]
    exposed: bool


class OwnersView(View):
    """What the regime says: the owners, or why nobody is looked for; what is known, and what is open."""

    regime: str
    exempt: str | None
    owners: tuple[OwnerItem, ...]
    accounting: str
    remarks: tuple[str, ...]
    open: tuple[str, ...]


class OwnershipPart(OwnersView):
    """The same with the structure: as SVG, and in sentences for who cannot see it."""

    svg: str
    sentences: tuple[str, ...]


def owners_view(record: CaseRecord, policy: Policy, day: date) -> OwnersView | None:
    """The owners by the merchant's regime; None where the policy has no rules on them."""
    found = found_owners(record, policy, day)
    return found and _view(record, found)


def ownership_part(record: CaseRecord, policy: Policy, day: date) -> OwnershipPart | None:
    """The owners with the chart; None where the policy has no rules on them."""
    found = found_owners(record, policy, day)
    if found is None:
        return None
    return OwnershipPart(
        **dict(_view(record, found)),
        svg=chart(found.structure, found.owners.parties, id_=f"owners-{record.id}"),
        sentences=sentences(found.structure),
    )


def _view(record: CaseRecord, found: Found) -> OwnersView:
    owners, exposed = found.owners, set(declared_peps(record))
    needed = {need.text for need in owners.needed}
    unknown = (f"How much {name} owns is not stated." for name in unstated_shares(record))
    return OwnersView(
        regime=owners.regime,
        exempt=owners.exempt,
        owners=tuple(_owner(found.structure, owner, exposed) for owner in owners.owners),
        accounting=owners.accounting,
        remarks=(*(p.text for p in owners.problems if p.text not in needed), *owners.ends),
        open=(*unknown, *(need.text for need in owners.needed)),
    )


def _owner(structure: Structure, owner: BeneficialOwner, exposed: set[str]) -> OwnerItem:
    parts = [reason.part for reason in owner.reasons if reason.part is not None]
    return OwnerItem(
        name=owner.name,
        share=in_percent(max(parts)) if parts else None,
        reasons=tuple(_reason(structure, reason) for reason in owner.reasons),
        exposed=subject_of(owner.name) in exposed,
    )


def _reason(structure: Structure, reason: Reason) -> OwnerReason:
    longer: tuple[Chain, ...] = tuple(each for each in reason.chains if len(each.parts) > 1)
    paths = reason.chains if longer else ()
    text = reason.text[:1].upper() + reason.text[1:]
    return OwnerReason(text=text, paths=tuple(chain_text(structure, p) for p in paths), rule=reason.rule)
