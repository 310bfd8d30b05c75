"""The embedded provisioning services: the contract's HTTP, answered in this process."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated
from uuid import UUID

import httpx
from fastapi import Depends, FastAPI, Header, HTTPException
from pydantic import BaseModel, ConfigDict, StringConstraints
from starlette.concurrency import run_in_threadpool

from cases.decision import Conditions
from cases.errors import Unavailable
from storage.settings import Settings
from tools import accounts
from tools.accounts import Accounts, Answer, Refused
from tools.gateway import Gateway

INSIDE = "http://services.onboard.internal"
"""Never resolved: requests to it are answered in this process."""

FILE = "services.db"

Welcome = Callable[[UUID], Awaitable[None]]
"""Sends the welcome letter of a case, once; raises Unavailable."""


class StepRequest(BaseModel):
    """What every step is sent; anything else is refused, so that no personal data comes here."""

    model_config = ConfigDict(extra="forbid")

    request_id: UUID
    merchant_id: Annotated[str, StringConstraints(pattern=r"^MERCH_[0-9a-f]{8}([0-9a-f]{4})?$")]
    version: int
    conditions: Conditions


Key = Annotated[str, Header(alias="Idempotency-Key", min_length=1, max_length=200)]
Act = Callable[[sqlite3.Connection, StepRequest], Answer]


def create_services(file: Path, token: str, welcome: Welcome) -> FastAPI:
    """The services over their own SQLite file, for callers who know the token."""
    book = Accounts(file)
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, dependencies=[Depends(_guard(token))])

    def once(request: StepRequest, key: str, act: Act) -> Answer:
        try:
            return book.once(key, lambda tx: act(tx, request))
        except Refused as refused:
            raise HTTPException(refused.status, str(refused)) from None

    def serve(path: str, act: Act) -> None:
        def step(request: StepRequest, key: Key) -> Answer:
            return once(request, key, act)

        app.post(path)(step)

    async def send_welcome(request: StepRequest, key: Key) -> Answer:
        answer = await run_in_threadpool(once, request, key, _send_welcome)
        try:
            await welcome(request.request_id)
        except Unavailable as failed:
            # Asked for again under the same key; the letter is one however often it is sent.
            raise HTTPException(failed.status, str(failed)) from None
        return answer

    serve("/accounts/create", _create)
    serve("/dashboard/configure", _configure_dashboard)
    app.post("/welcome/send")(send_welcome)
    serve("/accounts/activate", _activate)
    serve("/accounts/close", _close)
    return app


def open_gateway(settings: Settings, welcome: Welcome) -> Gateway:
    """The gateway that the settings name; without one the embedded services."""
    if settings.services_url is not None:
        token = settings.services_token
        return Gateway(settings.services_url, token.get_secret_value() if token else "")
    return embedded_gateway(settings.data_dir / FILE, welcome)


def embedded_gateway(file: Path, welcome: Welcome) -> Gateway:
    """A gateway to services in this process; their token lives as long as it does."""
    token = secrets.token_urlsafe(32)
    transport = httpx.ASGITransport(create_services(file, token, welcome), raise_app_exceptions=False)
    return Gateway(INSIDE, token, transport=transport)


def _guard(token: str) -> Callable[[str], None]:
    def check(authorization: Annotated[str, Header()] = "") -> None:
        if not secrets.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
            raise HTTPException(401, "Unknown token.")

    return check


def _create(tx: sqlite3.Connection, request: StepRequest) -> Answer:
    conditions = request.conditions.model_dump_json(exclude_none=True)
    accounts.create(tx, request.merchant_id, str(request.request_id), request.version, conditions)
    return {"merchant_id": request.merchant_id, "account_created": True}


def _configure_dashboard(tx: sqlite3.Connection, request: StepRequest) -> Answer:
    accounts.configure_dashboard(tx, request.merchant_id, str(request.request_id))
    return {"dashboard_configured": True}


def _send_welcome(tx: sqlite3.Connection, request: StepRequest) -> Answer:
    accounts.send_welcome(tx, request.merchant_id, str(request.request_id))
    return {"welcome_sent": True}


def _activate(tx: sqlite3.Connection, request: StepRequest) -> Answer:
    accounts.activate(tx, request.merchant_id, str(request.request_id))
    return {"status": "active"}


def _close(tx: sqlite3.Connection, request: StepRequest) -> Answer:
    accounts.close(tx, request.merchant_id, str(request.request_id))
    return {"status": "closed"}
