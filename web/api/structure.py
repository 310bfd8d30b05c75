"""Who is behind a merchant, over REST: everybody at once, by name."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from desk.party_entries import StructureEntry
from desk.party_views import PartiesView
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants/{request_id}", tags=["Owners"], route_class=IdempotentRoute)


class Structure(StructureEntry):
    """Everybody behind the merchant; parties are told apart by their names."""

    model_config = ConfigDict(json_schema_extra={"examples": examples.STRUCTURE})


class Party(BaseModel):
    """One of them, with what they hold and do in words; ``needed``: details that are still asked for."""

    name: str
    kind: str
    lines: list[str]
    needed: str


class Parties(BaseModel):
    """Everybody as they are known, the merchant first, and what is still open."""

    parties: list[Party]
    missing: list[str]


@router.get("/structure", summary="Who is behind the merchant", responses=refusals(401, 404, 422, 429))
async def read_structure(person: Caller, case_id: CaseId, onboard: Installation) -> Parties:
    """Everybody who owns or runs the business, in words; 404 where the policy does not ask for them."""
    return _shown(await onboard.views.parties(person, case_id))


@router.put(
    "/structure",
    summary="State who is behind the merchant",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def state_structure(
    person: Caller, case_id: CaseId, structure: Structure, onboard: Installation
) -> Parties:
    """State everybody at once; who is not named is taken out. The merchant, or a reviewer.

    Holdings and roles name the party that they are in or for, and the merchant where they name none. The
    owners' shares of the merchant are those of the application; a change after submission has everything
    checked anew. Stated again, nothing happens.
    """
    stated = StructureEntry.model_validate(structure.model_dump())
    await onboard.desk.state_structure(person, case_id, stated)
    return _shown(await onboard.views.parties(person, case_id))


def _shown(view: PartiesView) -> Parties:
    return Parties(
        parties=[
            Party(name=each.name, kind=each.kind.value, lines=list(each.lines), needed=each.needed)
            for each in view.parties
        ],
        missing=list(view.missing),
    )
