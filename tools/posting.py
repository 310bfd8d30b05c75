"""POST to a service of somebody else's, tried again only where that can help."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

import httpx
from pydantic import BaseModel, ValidationError
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential, wait_random

from cases.errors import OnboardError

FIRST_WAIT, LONGEST_BACKOFF = 0.5, 20.0
LONGEST_WAIT = 60.0
"""Seconds; a service that asks for more patience than this has failed for now."""

_TRIED_AGAIN = frozenset({408, 429})
_LOST = (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError)

Sleep = Callable[[float], Awaitable[None]]


class CallFailed(OnboardError):
    """A call failed for good; ``answered`` is the HTTP status, None where no answer came."""

    code = "call_failed"
    status = 502

    def __init__(self, message: str, *, attempts: int, answered: int | None = None) -> None:
        super().__init__(message)
        self.attempts = attempts
        self.answered = answered


class Posted(NamedTuple):
    """What a service answered, and after how many attempts."""

    answer: BaseModel
    attempts: int


class _Transient(Exception):
    def __init__(self, reason: str, answered: int | None = None, patience: float | None = None) -> None:
        super().__init__(reason)
        self.answered = answered
        self.patience = patience


class Service:
    """A service at ``url``; ``transport`` reaches one in this process. ``seconds``: to wait for an answer."""

    def __init__(
        self,
        url: str,
        token: str,
        *,
        attempts: int,
        seconds: float = 15.0,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url.rstrip("/") + "/",
            headers={"Authorization": f"Bearer {token}"} if token else {},
            transport=transport,
            timeout=httpx.Timeout(seconds, connect=5.0),
        )
        self._attempts = attempts
        self._sleep = sleep
        self._backoff = wait_exponential(FIRST_WAIT, max=LONGEST_BACKOFF) + wait_random(0, FIRST_WAIT)

    async def post(self, path: str, key: str, body: dict[str, object], expects: type[BaseModel]) -> Posted:
        """Call it; raises CallFailed when that fails for good.

        Tried again: time-outs, broken connections, 408, 429 and 5xx. The key makes that safe.
        """
        attempts = AsyncRetrying(
            retry=retry_if_exception_type(_Transient),
            stop=stop_after_attempt(self._attempts),
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            async for attempt in attempts:
                with attempt:
                    number = attempt.retry_state.attempt_number
                    answer = await self._post_once(path, key, body, number)
                    return Posted(_read(path, answer, expects, number), number)
        except _Transient as error:
            raise CallFailed(str(error), attempts=self._attempts, answered=error.answered) from None
        raise AssertionError("the loop returns or raises")

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _post_once(self, path: str, key: str, body: dict[str, object], number: int) -> httpx.Response:
        try:
            answer = await self._client.post(path, json=body, headers={"Idempotency-Key": key})
        except _LOST as error:
            raise _Transient(f"{path}: no answer ({type(error).__name__})") from None
        except httpx.HTTPError as error:
            raise CallFailed(f"{path}: {type(error).__name__}", attempts=number) from None
        said = answer.status_code
        if said in _TRIED_AGAIN or said >= 500:
            raise _Transient(f"{path}: answered {said}", said, _patience(answer))
        if not answer.is_success:
            raise CallFailed(f"{path}: answered {said}", attempts=number, answered=said)
        return answer

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        patience = error.patience if isinstance(error, _Transient) else None
        return self._backoff(state) if patience is None else patience


def _read(path: str, answer: httpx.Response, expects: type[BaseModel], number: int) -> BaseModel:
    try:
        return expects.model_validate_json(answer.content)
    except ValidationError:
        message = f"{path}: answered something else than the contract says"
        raise CallFailed(message, attempts=number, answered=answer.status_code) from None


def _patience(answer: httpx.Response) -> float | None:
    """Seconds that Retry-After asks for; None without one, or where it is a date or beyond reason."""
    asked = answer.headers.get("Retry-After", "").strip()
    if not asked.isdigit() or float(asked) > LONGEST_WAIT:
        return None
    return float(asked)
