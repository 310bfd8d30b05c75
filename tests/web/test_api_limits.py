"""How much one caller may ask for."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.web.site import Site
from web.api.callers import caller_name
from web.api.limits import AT_ONCE, IN_A_MINUTE, Limits, TooMany


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_thousand_requests_fit_in_a_minute_and_no_more() -> None:
    clock = Clock()
    limits = Limits(clock)
    for _ in range(IN_A_MINUTE):
        limits.take("one")
        clock.now += 0.03125
    with pytest.raises(TooMany) as refused:
        limits.take("one")
    assert refused.value.details["retry_after"] == 29
    limits.take("another")
    clock.now += 29
    limits.take("one")


async def test_fifty_are_worked_on_at_once_and_the_next_waits_its_turn() -> None:
    limits, full, go = Limits(), asyncio.Barrier(AT_ONCE + 1), asyncio.Event()

    async def request() -> None:
        async with limits.slot("one"):
            await full.wait()
            await go.wait()

    async def late() -> None:
        async with limits.slot("one"):
            assert go.is_set()

    tasks = [asyncio.create_task(request()) for _ in range(AT_ONCE)]
    await full.wait()
    tasks.append(asyncio.create_task(late()))
    await asyncio.sleep(0)
    go.set()
    await asyncio.gather(*tasks)


def test_a_caller_over_the_limit_is_told_when_to_come_back(site: Site) -> None:
    _, secret = site.do(site.onboard.people.create_token("ines@example.com", None))
    for _ in range(IN_A_MINUTE - 1):
        site.api.state.limits.take(caller_name(secret))
    headers = {"Authorization": f"Bearer {secret}"}
    unknown = "/api/merchants/11111111-1111-4111-8111-111111111111"
    assert site.get(unknown, headers=headers).status_code == 404
    refused = site.get(unknown, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert site.get(unknown, "ines").status_code == 404


def test_fifty_at_once_are_served(site: Site) -> None:
    case = site.onboarded()
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        found = list(crowd.map(lambda _: site.get(f"/api/merchants/{case}", "ana").status_code, range(100)))
    assert set(found) == {200}
