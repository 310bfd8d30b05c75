"""Webhooks over REST: who is told of public states, what was delivered, and sending it again."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, status
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from cases.errors import NotFound
from desk.announcing import Channel
from desk.webhooks import Told, Webhooks, webhooks_for
from web.api.callers import Caller, Installation
from web.api.idempotency import IdempotentRoute
from web.api.refusals import refusals

router = APIRouter(prefix="/api/webhooks", tags=["Webhooks"], route_class=IdempotentRoute)


def _administered(person: Caller, onboard: Installation) -> Webhooks:
    return webhooks_for(onboard.desk, person)


def _id(text: Annotated[str, Path(alias="webhook_id", json_schema_extra={"format": "uuid"})]) -> UUID:
    return _known(text)


def _delivery(text: Annotated[str, Path(alias="delivery_id", json_schema_extra={"format": "uuid"})]) -> UUID:
    return _known(text)


def _known(text: str) -> UUID:
    """What is no id at all is one that nothing has."""
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("There is nothing with this id.") from None


Administered = Annotated[Webhooks, Depends(_administered)]
WebhookId = Annotated[UUID, Depends(_id)]
DeliveryId = Annotated[UUID, Depends(_delivery)]


class Receiver(BaseModel):
    """Where public states are told; its address has to start with https://."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"url": "https://partner.example/hook"}]}
    )

    url: Annotated[str, Field(max_length=2000)]


class Registered(BaseModel):
    """A receiver that is told from now on. ``secret`` is shown this once."""

    id: UUID
    secret: str


class WebhookItem(BaseModel):
    """A receiver, without its secret."""

    id: UUID
    url: str
    created_at: datetime


class WebhookList(BaseModel):
    """Every receiver, oldest first."""

    webhooks: tuple[WebhookItem, ...]


class DeliveryItem(BaseModel):
    """What was to be told to whom, and how its newest attempt ended; webhooks have a ``public_state``."""

    id: UUID
    channel: Channel
    target: str
    request_id: UUID | None
    kind: str
    public_state: str | None
    at: datetime
    status: Literal["delivered", "given up", "waiting"]
    attempts: int
    outcome: str | None
    next_attempt_at: datetime | None


class DeliveryList(BaseModel):
    """Deliveries, newest first; ``next`` is the ``cursor`` of the next page."""

    deliveries: tuple[DeliveryItem, ...]
    next: UUID | None


class Since(BaseModel):
    """From when on everything is told again."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"since": "2026-03-01T09:30:00Z"}]}
    )

    since: AwareDatetime


class SentAgain(BaseModel):
    """How many deliveries go out again; what is still being tried is left alone."""

    sent_again: int


@router.get("", summary="List the receivers", responses=refusals(401, 403, 429))
async def list_webhooks(webhooks: Administered) -> WebhookList:
    """Who is told of public states; administrators only, as everything about webhooks."""
    return WebhookList(webhooks=tuple(WebhookItem(**vars(known)) for known in await webhooks.list()))


@router.post(
    "",
    status_code=status.HTTP_201_CREATED,
    summary="Register a receiver",
    responses=refusals(401, 403, 413, 422, 429),
)
async def add(webhooks: Administered, receiver: Receiver, onboard: Installation) -> Registered:
    """Tell a receiver of every change of a public state from now on, signed with the secret.

    The signature is that of Standard Webhooks 1.0. Nothing is sent to an inside address, wherever the
    name leads at that moment, and no redirect is followed.
    """
    webhook_id, secret = await webhooks.add(receiver.url, loopback=onboard.settings.webhooks_loopback)
    return Registered(id=webhook_id, secret=secret)


@router.get("/deliveries", summary="List the deliveries", responses=refusals(401, 403, 422, 429))
async def list_deliveries(
    webhooks: Administered,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> DeliveryList:
    """What partners and staff were to be told, newest first, and how it went."""
    told = await webhooks.deliveries(limit, cursor)
    more = told[-1].delivery.id if len(told) == limit else None
    return DeliveryList(deliveries=tuple(map(_item, told)), next=more)


@router.post(
    "/deliveries/{delivery_id}/replay",
    summary="Send a delivery again",
    responses=refusals(401, 403, 404, 422, 429),
)
async def replay(webhooks: Administered, delivery_id: DeliveryId) -> SentAgain:
    """Send again what was acknowledged (under a new id) or given up (under its own)."""
    return SentAgain(sent_again=await webhooks.replay(delivery_id))


@router.post(
    "/{webhook_id}/replay",
    summary="Send everything since a moment again",
    responses=refusals(401, 403, 404, 413, 422, 429),
)
async def replay_since(webhooks: Administered, webhook_id: WebhookId, asked: Since) -> SentAgain:
    """For a receiver that has lost something."""
    return SentAgain(sent_again=await webhooks.replay_since(asked.since, webhook_id))


@router.delete(
    "/{webhook_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="End a receiver",
    responses=refusals(401, 403, 404, 422, 429),
)
async def remove(webhooks: Administered, webhook_id: WebhookId) -> None:
    """Tell it nothing more; what still waits for it is given up."""
    await webhooks.remove(webhook_id)


def _item(told: Told) -> DeliveryItem:
    delivery = told.delivery
    return DeliveryItem(
        id=delivery.id,
        channel=delivery.channel,
        target=delivery.target,
        request_id=delivery.case_id,
        kind=delivery.kind,
        public_state=delivery.public_state,
        at=delivery.at,
        status=told.status,
        attempts=delivery.attempt,
        outcome=told.outcome,
        next_attempt_at=delivery.due_at if told.status == "waiting" else None,
    )
