"""The structure of a case: the application's owners, and what was stated of everybody behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cases.legal_forms import LegalForm
from cases.ownership.guessed import guessed_kind
from cases.ownership.naming import with_owners
from cases.ownership.stated import MERCHANT, StatedParty
from cases.ownership.structure import LARGEST, Holding, PartyKind, Structure
from cases.participants import subject_of
from cases.record import CaseRecord

_FINEST = Decimal("0.000001")
"""Percent: as fine as a structure counts shares."""


_OF_FORM: Mapping[LegalForm | None, PartyKind] = {
    LegalForm.SOLE_TRADER: PartyKind.PERSON,
    LegalForm.PUBLIC_COMPANY: PartyKind.LISTED_COMPANY,
    LegalForm.CHARITY: PartyKind.CHARITY,
    LegalForm.TRUST: PartyKind.TRUST,
    LegalForm.PUBLIC_BODY: PartyKind.PUBLIC_BODY,
}


def structure_of(record: CaseRecord) -> Structure | None:
    """Who is behind the merchant, as far as it is known; None where there are more than can be counted."""
    parties = known_parties(record)
    if len(parties) > LARGEST:
        return None
    people = {party.id for party in parties.values() if party.kind is PartyKind.PERSON}
    return Structure(
        subject=MERCHANT,
        parties=tuple(party.party for party in parties.values()),
        # Of a sole trader there are no shares, and none of whoever turned out to be a person.
        holdings=tuple(h for party in parties.values() for h in party.holdings if h.held not in people),
        roles=tuple(role for party in parties.values() for role in party.roles),
    )


def known_parties(record: CaseRecord) -> Mapping[str, StatedParty]:
    """Everybody by their id: the merchant, the application's owners in their order, and those behind them.

    Whoever has nothing to do with anybody any more is left out.
    """
    merchant = _merchant(record)
    shares = _shares(record)
    owners = {id_: _owner(record, id_, name, share) for id_, (name, share) in shares.items()}
    others = {id_: _without_shares(p) for id_, p in record.parties.items() if id_ not in {MERCHANT, *owners}}
    everybody = {MERCHANT: merchant, **owners, **others}
    known = {id_: _among(party, everybody) for id_, party in everybody.items()}
    held = {holding.held for party in known.values() for holding in party.holdings}
    held |= {role.at for party in known.values() for role in party.roles}
    return {
        id_: party
        for id_, party in known.items()
        if id_ in held or id_ == MERCHANT or id_ in owners or party.holdings or party.roles
    }


def unstated_shares(record: CaseRecord) -> tuple[str, ...]:
    """The owners of whom the application does not say how much they own."""
    owners = record.application.owners or ()
    return tuple(owner.name for owner in owners if owner.ownership_percent is None)


def party_named(record: CaseRecord, name: str) -> StatedParty | None:
    """The party of that name, however it is written."""
    id_ = with_owners(record.party_ids, record.application.owners or ()).get(subject_of(name))
    return known_parties(record).get(id_) if id_ else None


def _merchant(record: CaseRecord) -> StatedParty:
    """As it was stated, else by the application's legal form."""
    name = record.application.merchant_name or "The business"
    stated = record.parties.get(MERCHANT)
    if stated is None:
        kind = _OF_FORM.get(record.application.legal_form, PartyKind.COMPANY)
        return StatedParty(id=MERCHANT, name=name, kind=kind)
    return stated.model_copy(update={"name": name})


def _shares(record: CaseRecord) -> Mapping[str, tuple[str, Decimal]]:
    """Each owner's name and share of the merchant (percent), twice named added up."""
    found: dict[str, tuple[str, Decimal]] = {}
    owners = record.application.owners or ()
    ids = with_owners(record.party_ids, owners)
    for owner in owners:
        id_ = ids[subject_of(owner.name)]
        name, before = found.get(id_, (owner.name, Decimal(0)))
        found[id_] = (name, before + Decimal(str(owner.ownership_percent or 0)).quantize(_FINEST).normalize())
    return found


def _owner(record: CaseRecord, id_: str, name: str, share: Decimal) -> StatedParty:
    stated = record.parties.get(id_) or StatedParty(id=id_, name=name, kind=guessed_kind(name))
    beside = next((h for h in stated.holdings if h.held == MERCHANT), None)
    extra = beside.model_dump(include={"votes", "control"}) if beside else {}
    own = Holding(owner=id_, held=MERCHANT, share=min(share, Decimal(100)), **extra)
    rest = tuple(h for h in stated.holdings if h.held != MERCHANT)
    return stated.model_copy(update={"name": name, "holdings": (own, *rest)})


def _without_shares(party: StatedParty) -> StatedParty:
    """Who is no owner by the application may have votes in it, or control it, but no share."""
    holdings = map(_without_share, party.holdings)
    return party.model_copy(update={"holdings": tuple(filter(_counts, holdings))})


def _without_share(holding: Holding) -> Holding:
    if holding.held != MERCHANT:
        return holding
    return holding.model_copy(update={"share": Decimal(0), "votes": holding.votes or Decimal(0)})


def _among(party: StatedParty, everybody: Mapping[str, StatedParty]) -> StatedParty:
    """Without what it holds of, or does for, parties that were removed."""
    return party.model_copy(
        update={
            "holdings": tuple(h for h in party.holdings if h.held in everybody),
            "roles": tuple(r for r in party.roles if r.at in everybody),
        }
    )


def _counts(holding: Holding) -> bool:
    return bool(holding.share or holding.votes or holding.control)


def holders_of(parties: Mapping[str, StatedParty], held: str) -> Iterator[tuple[StatedParty, Holding]]:
    """Who holds something of a party, and what, in the order in which they are known."""
    for party in parties.values():
        for holding in party.holdings:
            if holding.held == held:
                yield party, holding
