"""The queue over REST: a listing, the next case, and what is done about those that are unfinished."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from cases.errors import Invalid
from cases.states import State
from desk.case_lines import CaseLine, Mark
from desk.matching import LONGEST_REASON
from desk.queue.filters import CaseFilter, Part
from desk.queue.queue import MOST
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId, Stands, stands
from web.api.refusals import refusals

router = APIRouter(prefix="/api/merchants", tags=["Queue"], route_class=IdempotentRoute)

Level = Literal["low", "medium", "high", "none"]


class ListedRisk(BaseModel):
    """The level of risk, and the whole of it in words."""

    level: str
    words: str


class ListedMerchant(BaseModel):
    """An application in a list; everything from `state` on is absent for its merchant.

    `answer_by`: when an open complaint has to be answered.
    """

    request_id: UUID
    merchant_name: str | None
    public_state: str
    opened_at: datetime
    updated_at: datetime
    waiting_since: datetime
    missing: int
    state: State | None = None
    needs_look: bool = False
    risk: ListedRisk | None = None
    mcc: str | None = None
    country: str | None = None
    assignee: str | None = None
    assignee_id: UUID | None = None
    due: datetime | None = None
    marks: tuple[Mark, ...] = ()
    answer_by: datetime | None = None
    overrides: tuple[str, ...] = ()


class ListedMerchants(BaseModel):
    """Some applications; `total` of them are like that, and `next` is the `cursor` of the next page."""

    merchants: tuple[ListedMerchant, ...]
    total: int
    next: UUID | None


class Incomplete(BaseModel):
    """Why an application is closed as incomplete."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.INCOMPLETE})

    reason: Annotated[str, Field(max_length=LONGEST_REASON, description="Stays on record; staff read it.")]


class After(BaseModel):
    """The case that one comes from; the next one behind it is taken."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.AFTER})

    after: UUID | None = None


class Taken(BaseModel):
    """The case that is the caller's now; null where nothing waits that is nobody's or theirs."""

    request_id: UUID | None


def _wanted(
    part: Annotated[Part, Query(description="Whose turn it is.")] = "all",
    state: Annotated[tuple[State, ...], Query(description="May be repeated, as all others but `days`.")] = (),
    level: Annotated[tuple[Level, ...], Query(description="Of risk; `none`: not scored yet.")] = (),
    line: Annotated[
        tuple[str, ...],
        Query(description="Of business: a category code (`5462`), a group of them (`5000-5599`), or `none`."),
    ] = (),
    country: Annotated[tuple[str, ...], Query(description="ISO 3166-1 alpha-2, or `none`.")] = (),
    days: Annotated[int, Query(ge=0, le=3650, description="Stands as it does for so many days.")] = 0,
    assignee: Annotated[tuple[str, ...], Query(description="`me`, `nobody`, or somebody's id.")] = (),
    mark: Annotated[
        tuple[Mark, ...],
        Query(
            description="`asked`: for the caller's second opinion; `complaint`: one is open; `escalated`: "
            "raised to the leads; `watched`: by the caller, and it has moved since they looked."
        ),
    ] = (),
    name: Annotated[str, Query(max_length=200, description="Words that its name holds.")] = "",
) -> CaseFilter:
    return CaseFilter(
        part=part,
        state=state,
        level=level,
        line=line,
        country=country,
        days=days,
        assignee=assignee,
        mark=mark,
        name=name,
    )


@router.get(
    "",
    summary="List applications",
    response_model_exclude_unset=True,
    responses=refusals(401, 403, 422, 429),
)
async def list_merchants(
    person: Caller,
    onboard: Installation,
    wanted: Annotated[CaseFilter, Depends(_wanted)],
    order: Annotated[Literal["opened", "urgency"], Query(description="See above.")] = "opened",
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
    cursor: Annotated[UUID | None, Query(description="The `next` of the page before.")] = None,
) -> ListedMerchants:
    """All applications for reviewers, analysts and compliance; a merchant's own, by name and age alone.

    `opened`: the latest opened first, page by page; none is lost or comes twice, whatever changes meanwhile.
    `urgency`: as the queue has them, what is due first and then the riskier first; for staff, and without
    a cursor, as that order changes while one reads.
    """
    if order == "opened":
        page = await onboard.queue.opened(person, wanted, limit, cursor)
        return ListedMerchants(merchants=_lines(page.cases), total=page.total, next=page.next)
    if cursor is not None:
        raise Invalid("There is no cursor in the order of urgency.")
    urgent = await onboard.queue.urgent(person, wanted, limit)
    return ListedMerchants(merchants=_lines(urgent.cases), total=urgent.total, next=None)


@router.post("/next", summary="Take on the next case", responses=refusals(401, 403, 413, 422, 429))
async def take_next(person: Caller, asked: After, onboard: Installation) -> Taken:
    """Take on the most urgent case that is nobody's or the caller's already; reviewers only."""
    return Taken(request_id=await onboard.queue.take_next(person, asked.after))


@router.post(
    "/{request_id}/remind",
    summary="Remind the merchant",
    responses=refusals(401, 403, 404, 409, 422, 429),
)
async def remind(person: Caller, case_id: CaseId, onboard: Installation) -> Stands:
    """Send the merchant of an unfinished application a link to go on with, at most once a day; reviewers."""
    await onboard.desk.remind(person, case_id)
    return await stands(onboard, person, case_id)


@router.post(
    "/{request_id}/close-incomplete",
    summary="Close as incomplete",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def close_incomplete(
    person: Caller, case_id: CaseId, asked: Incomplete, onboard: Installation
) -> Stands:
    """Close an application that waits for its merchant, who may reopen it; reviewers only."""
    await onboard.desk.close_as_incomplete(person, case_id, asked.reason)
    return await stands(onboard, person, case_id)


def _lines(cases: tuple[CaseLine, ...]) -> tuple[ListedMerchant, ...]:
    return tuple(_line(case) for case in cases)


def _line(case: CaseLine) -> ListedMerchant:
    names = (*_TOLD, *_INSIDE) if case.state else _TOLD
    told: dict[str, object] = {name: getattr(case, name) for name in names}
    if case.level and case.risk:
        told["risk"] = ListedRisk(level=case.level, words=case.risk)
    return ListedMerchant.model_validate({"request_id": case.case_id, "merchant_name": case.name, **told})


_TOLD = ("public_state", "opened_at", "updated_at", "waiting_since", "missing")
_INSIDE = (
    *("state", "needs_look", "mcc", "country", "assignee", "assignee_id", "due"),
    *("marks", "answer_by", "overrides"),
)
