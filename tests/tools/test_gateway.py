"""The services are called again only where that can help, with the same key each time."""

from __future__ import annotations

import pytest

from tests.tools.scripted_server import Answer, ScriptedServer, serving
from tools.gateway import ATTEMPTS, LONGEST_WAIT, Gateway, StepFailed

DONE = Answer(body={"welcome_sent": True})


class Waits(list[float]):
    """Takes the place of sleeping, and keeps how long each would have been."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


async def post(server: ScriptedServer, waits: Waits) -> int:
    gateway = Gateway(server.url, "t0ken", sleep=waits)
    try:
        return (await gateway.post("welcome/send", "r:g:welcome/send", {"version": 1})).attempts
    finally:
        await gateway.aclose()


async def test_a_step_is_posted_as_the_contract_says() -> None:
    async with serving(DONE) as server:
        assert await post(server, Waits()) == 1
    (request,) = server.requests
    assert request.path == "/welcome/send"
    assert request.headers["authorization"] == "Bearer t0ken"
    assert request.headers["idempotency-key"] == "r:g:welcome/send"
    assert request.body == {"version": 1}


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, None])
async def test_what_may_pass_is_tried_again_with_the_same_key(status: int | None) -> None:
    waits = Waits()
    async with serving(Answer(status), Answer(status), DONE) as server:
        assert await post(server, waits) == 3
    assert {request.headers["idempotency-key"] for request in server.requests} == {"r:g:welcome/send"}
    assert len(waits) == 2
    assert 0 < waits[0] < waits[1] + 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 410, 422])
async def test_another_refusal_fails_at_once(status: int) -> None:
    async with serving(Answer(status), DONE) as server:
        with pytest.raises(StepFailed) as failed:
            await post(server, Waits())
    assert (failed.value.attempts, failed.value.answered) == (1, status)
    assert len(server.requests) == 1


async def test_it_is_given_up_after_so_many_attempts() -> None:
    waits = Waits()
    async with serving(Answer(503)) as server:
        with pytest.raises(StepFailed) as failed:
            await post(server, waits)
    assert (failed.value.attempts, failed.value.answered) == (ATTEMPTS, 503)
    assert len(server.requests) == ATTEMPTS
    assert len(waits) == ATTEMPTS - 1


@pytest.mark.parametrize(("asked", "waited"), [("7", 7.0), ("0", 0.0)])
async def test_retry_after_is_honoured(asked: str, waited: float) -> None:
    waits = Waits()
    async with serving(Answer(429, headers=(f"Retry-After: {asked}",)), DONE) as server:
        await post(server, waits)
    assert waits == [waited]


@pytest.mark.parametrize("asked", ["86400", "soon", "-1", "9" * 400])
async def test_retry_after_beyond_reason_is_not(asked: str) -> None:
    waits = Waits()
    async with serving(Answer(429, headers=(f"Retry-After: {asked}",)), DONE) as server:
        await post(server, waits)
    assert 0 < waits[0] < LONGEST_WAIT


@pytest.mark.parametrize("body", [b"", b"<html>", {"welcome_sent": False}, {}, [], b"\xff"])
async def test_an_answer_that_says_something_else_fails_at_once(body: object) -> None:
    async with serving(Answer(body=body), DONE) as server:
        with pytest.raises(StepFailed, match="something else"):
            await post(server, Waits())
    assert len(server.requests) == 1


async def test_a_service_that_is_not_there_is_tried_again_and_given_up() -> None:
    async with serving(DONE) as server:
        gone = server.url
    waits = Waits()
    with pytest.raises(StepFailed) as failed:
        await Gateway(gone, "t", sleep=waits).post("welcome/send", "k", {})
    assert (failed.value.attempts, failed.value.answered) == (ATTEMPTS, None)


async def test_a_redirect_is_not_followed() -> None:
    async with serving(Answer(302, headers=("Location: http://127.0.0.1:1/",)), DONE) as server:
        with pytest.raises(StepFailed):
            await post(server, Waits())
    assert len(server.requests) == 1
