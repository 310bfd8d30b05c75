"""The client of the provisioning services: one POST a step, tried again only where that can help."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Annotated, Literal

import httpx
from pydantic import BaseModel, StringConstraints

from desk.outside import StepAnswer
from tools.posting import LONGEST_WAIT, CallFailed, Service, Sleep

__all__ = ["ATTEMPTS", "LONGEST_WAIT", "Gateway", "StepFailed"]

ATTEMPTS = 5


class AccountCreated(BaseModel):
    """Answer of accounts/create."""

    merchant_id: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    account_created: Literal[True]


class DashboardConfigured(BaseModel):
    """Answer of dashboard/configure."""

    dashboard_configured: Literal[True]


class WelcomeSent(BaseModel):
    """Answer of welcome/send."""

    welcome_sent: Literal[True]


class AccountActivated(BaseModel):
    """Answer of accounts/activate."""

    status: Literal["active"]


class AccountClosed(BaseModel):
    """Answer of accounts/close; what it says is the service's own affair."""


ANSWERS: Mapping[str, type[BaseModel]] = {
    "accounts/create": AccountCreated,
    "dashboard/configure": DashboardConfigured,
    "welcome/send": WelcomeSent,
    "accounts/activate": AccountActivated,
    "accounts/close": AccountClosed,
}


class StepFailed(CallFailed):
    """A step failed for good; ``answered`` is the HTTP status, None where no answer came."""

    code = "step_failed"


class Gateway:
    """The services at ``url``; ``transport`` reaches those in this process."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._service = Service(url, token, attempts=ATTEMPTS, transport=transport, sleep=sleep)

    async def post(self, step: str, key: str, body: dict[str, object]) -> StepAnswer:
        """Call one service; raises StepFailed when it fails for good."""
        try:
            posted = await self._service.post(step, key, body, ANSWERS[step])
        except CallFailed as error:
            raise StepFailed(str(error), attempts=error.attempts, answered=error.answered) from None
        return StepAnswer(posted.answer.model_dump(), posted.attempts)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._service.aclose()
