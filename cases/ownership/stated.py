"""Parties as somebody stated them: what the application's names and shares of owners leave open."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from cases.application import Line
from cases.ownership.structure import Holding, Party, PartyId, PartyKind, Role

MERCHANT = "merchant"
"""The id of the merchant within its own structure."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class StatedParty(BaseModel):
    """A party, what it holds of others and what it does for them.

    Its share in the merchant is the application's: the ``owners`` fact has the last word. ``country``
    (ISO 3166-1 alpha-2) and ``registration_number`` are those of a register; ``listed_on`` is the stock
    exchange of a listed company.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: PartyId
    name: Line
    kind: PartyKind
    country: CountryCode | None = None
    registration_number: Line | None = None
    listed_on: Line | None = None
    holdings: tuple[Holding, ...] = ()
    roles: tuple[Role, ...] = ()

    @model_validator(mode="after")
    def _speaks_of_itself(self) -> Self:
        others = {h.owner for h in self.holdings} | {r.party for r in self.roles}
        if others - {self.id}:
            raise ValueError(f"these holdings and roles are not those of {self.id}")
        if any(holding.held == self.id for holding in self.holdings) and self.kind is PartyKind.PERSON:
            raise ValueError("nobody holds a share of a person")
        return self

    @property
    def party(self) -> Party:
        """What it is within a structure."""
        return Party(id=self.id, name=self.name, kind=self.kind)
