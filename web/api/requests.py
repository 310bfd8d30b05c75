"""Requests for information over REST: a reviewer asks for several things, the merchant answers each."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, status
from pydantic import BaseModel, ConfigDict, Field

from cases.information import How
from desk.information import LONGEST_TEXT, MOST_ITEMS, ItemAsked
from desk.information_difference import RequestView
from web.api import examples
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.merchants import CaseId
from web.api.refusals import refusals

router = APIRouter(
    prefix="/api/merchants/{request_id}/requests",
    tags=["Requests for information"],
    route_class=IdempotentRoute,
)

Item = Annotated[
    str,
    Field(
        max_length=200,
        description="A field, `documents.<kind>`, `<name of a person>.<detail>`, or `question`.",
    ),
]


class InformationAsked(BaseModel):
    """What is asked for, each with the code of a reason of the policy; `note` is for colleagues alone.

    Without `until` (the last day, where the merchant is) the policy's own days hold.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.INFORMATION})

    items: Annotated[list[ItemAsked], Field(min_length=1, max_length=MOST_ITEMS)]
    until: date | None = None
    note: Annotated[str, Field(max_length=LONGEST_TEXT)] = ""


class MoreTime(BaseModel):
    """The last day of the new deadline, where the merchant is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.MORE_TIME})

    until: date


class NotNeeded(BaseModel):
    """What is not needed any more; without `item` nothing of the request is."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.NOT_NEEDED})

    item: Item | None = None


class ItemAnswer(BaseModel):
    """An answer in words. `given` answers a question, `confirmed` says that a field is right as it stands,
    and `none` that there is no such thing: `text` says why.

    Values, details of people and documents are answered where they are always sent.
    """

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": examples.ITEM_ANSWER})

    item: Item
    how: How
    text: Annotated[str, Field(max_length=LONGEST_TEXT)] = ""


class Requested(BaseModel):
    """The latest request of the application; null where there was none."""

    request: RequestView | None


@router.get("", summary="What was asked for, and how far it is", responses=refusals(401, 404, 422, 429))
async def read(person: Caller, case_id: CaseId, onboard: Installation) -> Requested:
    """The latest request as the caller may see it; staff also get what each thing was before and is now."""
    return await _requested(person, case_id, onboard)


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    summary="Ask the merchant for several things",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def request_information(
    person: Caller, case_id: CaseId, asked: InformationAsked, onboard: Installation
) -> Requested:
    """Reviewers, in review: the merchant is told here and by mail, reminded, and the case comes back.

    One request at a time. After its last day the application is closed as incomplete and can be reopened.
    """
    await onboard.desk.request_information(person, case_id, asked.items, asked.until, asked.note)
    return await _requested(person, case_id, onboard)


@router.post(
    "/extend", summary="Give the merchant more time", responses=refusals(401, 403, 404, 409, 413, 422, 429)
)
async def extend(person: Caller, case_id: CaseId, asked: MoreTime, onboard: Installation) -> Requested:
    """Put the last day off; the merchant is told."""
    await onboard.desk.extend_request(person, case_id, asked.until)
    return await _requested(person, case_id, onboard)


@router.post(
    "/withdraw",
    summary="Do without what was asked for",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def withdraw(person: Caller, case_id: CaseId, asked: NotNeeded, onboard: Installation) -> Requested:
    """Take one thing back, or all of it; what nobody has changed then goes on its way by itself."""
    await onboard.desk.withdraw_request(person, case_id, asked.item)
    return await _requested(person, case_id, onboard)


@router.post(
    "/answer",
    summary="Answer in words what was asked for",
    responses=refusals(401, 403, 404, 409, 413, 422, 429),
)
async def answer(person: Caller, case_id: CaseId, given: ItemAnswer, onboard: Installation) -> Requested:
    """The merchant of the application; it is submitted once everything is dealt with."""
    await onboard.desk.answer_item(person, case_id, given.item, given.how, given.text)
    return await _requested(person, case_id, onboard)


async def _requested(person: Caller, case_id: CaseId, onboard: Installation) -> Requested:
    return Requested(request=(await onboard.views.card(person, case_id)).request)
