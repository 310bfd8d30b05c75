"""A structure of ownership as it was stated: parties, who holds how much of whom, and who does what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cases.application import Line

LARGEST = 60
"""Parties; with four holdings for each, in one circle, the exact sums take a second or two."""

PartyId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:\-]{0,63}$")]
Weights = Mapping[str, Mapping[str, Fraction]]
"""Held party → holder → part held, from 0 to 1."""

Percent = Annotated[Decimal, Field(ge=0, le=100, decimal_places=6)]


class PartyKind(StrEnum):
    """What a party is; a merchant that is a ``person`` is a sole trader."""

    PERSON = "person"
    COMPANY = "company"
    TRUST = "trust"
    FOUNDATION = "foundation"
    CHARITY = "charity"
    LISTED_COMPANY = "listed_company"
    PUBLIC_BODY = "public_body"


ARRANGEMENTS = frozenset({PartyKind.TRUST, PartyKind.FOUNDATION, PartyKind.CHARITY})
"""Nobody owns these: who is behind them follows from roles."""

CHAIN_ENDS = frozenset({PartyKind.LISTED_COMPANY, PartyKind.PUBLIC_BODY})
"""Nobody is looked for behind these."""


class Control(StrEnum):
    """Control by other means than shares and votes."""

    BOARD = "board"
    INFLUENCE = "influence"
    VETO = "veto"
    AGREEMENT = "agreement"


class RoleKind(StrEnum):
    """What somebody does for a party. The control person is a senior managing official.

    A signatory may sign for the merchant, and controls nothing by that.
    """

    DIRECTOR = "director"
    CONTROL_PERSON = "control_person"
    TRUSTEE = "trustee"
    SETTLOR = "settlor"
    BENEFICIARY = "beneficiary"
    PROTECTOR = "protector"
    SIGNATORY = "signatory"


class Measure(StrEnum):
    """What is counted: shares of the capital or votes."""

    SHARES = "shares"
    VOTES = "votes"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Strict):
    """A person, a company or another body; ``id`` is a name for it within the structure."""

    id: PartyId
    name: Line
    kind: PartyKind


class Holding(_Strict):
    """A direct share in percent; ``votes`` where they differ from it, ``control`` by other means."""

    owner: PartyId
    held: PartyId
    share: Percent
    votes: Percent | None = None
    control: Control | None = None

    @property
    def order(self) -> tuple[str, str, Decimal, Decimal, str]:
        """By what holdings are put in order, so that none depends on when it was told."""
        votes = Decimal(1) if self.votes is None else -self.votes
        return (self.held, self.owner, -self.share, votes, self.control or "")

    def fraction(self, measure: Measure) -> Fraction:
        """The share or the votes, from 0 to 1."""
        votes = measure is Measure.VOTES and self.votes is not None
        return Fraction(self.votes if votes and self.votes is not None else self.share) / 100


class Role(_Strict):
    """What a party does for another one."""

    party: PartyId
    at: PartyId
    kind: RoleKind


class Structure(_Strict):
    """Everything that is known about who is behind the merchant, who is ``subject``."""

    subject: PartyId
    parties: Annotated[tuple[Party, ...], Field(min_length=1, max_length=LARGEST)]
    holdings: Annotated[tuple[Holding, ...], Field(max_length=4 * LARGEST)] = ()
    roles: Annotated[tuple[Role, ...], Field(max_length=4 * LARGEST)] = ()

    @model_validator(mode="after")
    def _names_only_its_own_parties(self) -> Self:
        ids = [party.id for party in self.parties]
        twice = next((each for each in ids if ids.count(each) > 1), None)
        if twice is not None:
            raise ValueError(f"{twice} is named twice")
        stranger = next((each for each in self._mentioned() if each not in ids), None)
        if stranger is not None:
            raise ValueError(f"{stranger} is not one of the parties")
        held = next((h.held for h in self.holdings if self.kind(h.held) is PartyKind.PERSON), None)
        if held is not None:
            raise ValueError(f"{held} is a person: nobody holds a share of a person")
        return self

    def _mentioned(self) -> Iterable[str]:
        yield self.subject
        for holding in self.holdings:
            yield from (holding.owner, holding.held)
        for role in self.roles:
            yield from (role.party, role.at)

    def party(self, id_: str) -> Party:
        """The party of that id."""
        return next(party for party in self.parties if party.id == id_)

    def kind(self, id_: str) -> PartyKind:
        """What the party of that id is."""
        return self.party(id_).kind

    def name(self, id_: str) -> str:
        """What the party of that id is called."""
        return self.party(id_).name

    def held_by(self, measure: Measure) -> Weights:
        """For each party that is held: its direct holders and what they hold of it, from 0 to 1.

        Two holdings of one party in another are added; holdings of nothing are left out.
        """
        found: dict[str, dict[str, Fraction]] = {}
        for holding in self.holdings:
            if part := holding.fraction(measure):
                holders = found.setdefault(holding.held, {})
                holders[holding.owner] = holders.get(holding.owner, Fraction(0)) + part
        return {held: dict(sorted(holders.items())) for held, holders in sorted(found.items())}
