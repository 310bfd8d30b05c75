"""Who is behind the merchant as a form or a program states it: by name, shares may be unknown."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from cases.application import Line
from cases.ownership.stated import MERCHANT, CountryCode, StatedParty
from cases.ownership.structure import LARGEST, Control, Holding, PartyKind, Percent, Role, RoleKind


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class HoldingEntry(_Entry):
    """A direct share of the party named by ``of`` (by default the merchant) in percent, null where unknown.

    `votes` where they differ from the share; `control` by other means.
    """

    of: Line = MERCHANT
    share: Percent | None = None
    votes: Percent | None = None
    control: Control | None = None


class RoleEntry(_Entry):
    """What somebody does for the party named by `at`, by default the merchant."""

    role: RoleKind
    at: Line = MERCHANT


class PartyEntry(_Entry):
    """A person, company or other body: what it holds of others and does for them, by their names."""

    name: Line
    kind: PartyKind
    country: CountryCode | None = None
    registration_number: Line | None = None
    listed_on: Line | None = None
    holdings: Annotated[tuple[HoldingEntry, ...], Field(max_length=LARGEST)] = ()
    roles: Annotated[tuple[RoleEntry, ...], Field(max_length=4 * LARGEST)] = ()

    @property
    def own(self) -> HoldingEntry | None:
        """What it holds of the merchant."""
        return next((holding for holding in self.holdings if holding.of == MERCHANT), None)

    def stated(self, id_: str, find: Callable[[str], str]) -> StatedParty:
        """The party of that id; ``find`` tells the id of a name, and raises for nobody."""
        return StatedParty(
            **self.model_dump(exclude={"holdings", "roles"}),
            id=id_,
            holdings=tuple(_holding(id_, find(each.of), each) for each in self.holdings),
            roles=tuple(Role(party=id_, at=find(each.at), kind=each.role) for each in self.roles),
        )


class StructureEntry(_Entry):
    """Everybody behind a merchant at once. `kind`: what the merchant itself is; a person is a sole trader."""

    kind: PartyKind = PartyKind.COMPANY
    registration_number: Line | None = None
    listed_on: Line | None = None
    parties: Annotated[tuple[PartyEntry, ...], Field(max_length=LARGEST)] = ()


def _holding(owner: str, held: str, entry: HoldingEntry) -> Holding:
    share = entry.share if entry.share is not None else Decimal(0)
    return Holding(owner=owner, held=held, share=share, votes=entry.votes, control=entry.control)
