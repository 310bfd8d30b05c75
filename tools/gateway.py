"""The client of the provisioning services: one POST a step, tried again only where that can help."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Literal

import httpx
from pydantic import BaseModel, StringConstraints, ValidationError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential, wait_random

from cases.errors import OnboardError
from desk.desk import StepAnswer

ATTEMPTS = 5
FIRST_WAIT, LONGEST_BACKOFF = 0.5, 20.0
LONGEST_WAIT = 60.0
"""Seconds; a service that asks for more patience than this has failed for now."""

_TRIED_AGAIN = frozenset({408, 429})
_LOST = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)
_TIMEOUT = httpx.Timeout(15.0, connect=5.0)


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


class StepFailed(OnboardError):
    """A step failed for good; ``answered`` is the HTTP status, None where no answer came."""

    code = "step_failed"
    status = 502

    def __init__(self, message: str, *, attempts: int, answered: int | None = None) -> None:
        super().__init__(message)
        self.attempts = attempts
        self.answered = answered


class _Transient(Exception):
    def __init__(self, reason: str, answered: int | None = None, patience: float | None = None) -> None:
        super().__init__(reason)
        self.answered = answered
        self.patience = patience


class Gateway:
    """The services at ``url``; ``transport`` reaches those in this process."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url.rstrip("/") + "/",
            headers={"Authorization": f"Bearer {token}"} if token else {},
            transport=transport,
            timeout=_TIMEOUT,
        )
        self._sleep = sleep
        self._backoff = wait_exponential(FIRST_WAIT, max=LONGEST_BACKOFF) + wait_random(0, FIRST_WAIT)

    async def post(self, step: str, key: str, body: dict[str, object]) -> StepAnswer:
        """Call one service; raises StepFailed when it fails for good.

        Tried again: time-outs, broken connections, 408, 429 and 5xx. The key makes that safe.
        """
        attempts = AsyncRetrying(
            retry=retry_if_exception_type(_Transient),
            stop=stop_after_attempt(ATTEMPTS),
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            async for attempt in attempts:
                with attempt:
                    number = attempt.retry_state.attempt_number
                    data = await self._post_once(step, key, body, number)
                    return StepAnswer(data, number)
        except _Transient as error:
            raise StepFailed(str(error), attempts=ATTEMPTS, answered=error.answered) from None
        raise AssertionError("the loop returns or raises")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _post_once(
        self, step: str, key: str, body: dict[str, object], number: int
    ) -> dict[str, object]:
        try:
            answer = await self._client.post(step, json=body, headers={"Idempotency-Key": key})
        except _LOST as error:
            raise _Transient(f"{step}: no answer ({type(error).__name__})") from None
        except httpx.HTTPError as error:
            raise StepFailed(f"{step}: {type(error).__name__}", attempts=number) from None
        said = answer.status_code
        if said in _TRIED_AGAIN or said >= 500:
            raise _Transient(f"{step}: answered {said}", said, _patience(answer))
        if not answer.is_success:
            raise StepFailed(f"{step}: answered {said}", attempts=number, answered=said)
        return _read(step, answer, number)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        patience = error.patience if isinstance(error, _Transient) else None
        return self._backoff(state) if patience is None else patience


def _read(step: str, answer: httpx.Response, number: int) -> dict[str, object]:
    try:
        return ANSWERS[step].model_validate_json(answer.content).model_dump()
    except ValidationError:
        message = f"{step}: answered something else than the contract says"
        raise StepFailed(message, attempts=number, answered=answer.status_code) from None


def _patience(answer: httpx.Response) -> float | None:
    """Seconds that Retry-After asks for; None without one, or where it is a date or beyond reason."""
    asked = answer.headers.get("Retry-After", "").strip()
    if not asked.isdigit() or float(asked) > LONGEST_WAIT:
        return None
    return float(asked)
