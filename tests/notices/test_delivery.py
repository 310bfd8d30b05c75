"""Receivers fail, hang, answer late and come back: each gets everything, nobody waits for them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cases.states import State
from desk import delivering
from desk.delivering import LEASE, PAUSES, Delivery
from desk.desk import Desk
from desk.draft import DESK
from notices import webhook
from tests.notices.partners import Partners
from tests.tools.scripted_server import Answer, serving

DOWN = (Answer(503), Answer(None), Answer(500), Answer(429))
LONGER = 1.25
"""More than a pause with all its jitter."""


async def test_what_a_receiver_missed_arrives_once_it_is_back_and_none_of_it_twice(
    partners: Partners,
) -> None:
    async with serving(*DOWN, Answer()) as partner:
        await partners.register(partner.url)
        await partners.office.in_review()
        for pause in PAUSES:
            await partners.deliver()
            partners.office.clock.pass_time(pause * LONGER)
    ids = [request.headers["webhook-id"] for request in partner.requests]
    assert len(ids) == len(DOWN) + 1
    assert len(set(ids)) == 1
    [told] = await partners.told()
    assert told.status == "delivered"
    problems = ["answered 503", "no answer (RemoteProtocolError)", "answered 500", "answered 429"]
    assert await partners.attempts(told.delivery.id) == [*problems, "delivered"]


async def test_it_is_tried_over_hours_and_no_sooner_than_its_pause(partners: Partners) -> None:
    assert timedelta(hours=24) < sum(PAUSES, timedelta()) < timedelta(hours=72)
    async with serving(Answer(503)) as partner:
        await partners.register(partner.url)
        await partners.office.in_review()
        for number, pause in enumerate(PAUSES, start=1):
            await partners.deliver()
            partners.office.clock.pass_time(pause - timedelta(seconds=1))
            await partners.deliver()
            assert len(partner.requests) == number
            partners.office.clock.pass_time(pause * (LONGER - 1) + timedelta(seconds=1))


async def test_it_is_given_up_after_the_last_attempt_with_an_alert_and_can_be_replayed_as_it_was(
    partners: Partners,
) -> None:
    failures = [Answer(503)] * (len(PAUSES) + 2)
    async with serving(*failures, Answer()) as partner:
        await partners.register(partner.url)
        await partners.office.in_review()
        for pause in (*PAUSES, *PAUSES):
            await partners.deliver()
            partners.office.clock.pass_time(pause * LONGER)
        assert len(partner.requests) == len(PAUSES) + 1
        [told] = await partners.told()
        assert told.status == "given up"
        assert await partners.webhooks.replay(told.delivery.id) == 1
        assert await partners.webhooks.replay(told.delivery.id) == 0
        for pause in PAUSES[:2]:
            await partners.deliver()
            partners.office.clock.pass_time(pause * LONGER)
    assert len({request.body["id"] for request in partner.requests}) == 1
    [told] = await partners.told()
    assert told.status == "delivered"


async def test_a_receiver_that_hangs_holds_up_neither_a_decision_nor_another_receiver(
    partners: Partners,
) -> None:
    never = asyncio.Event()
    async with serving(Answer(once=never)) as hanging, serving(Answer()) as quick:
        await partners.register(hanging.url)
        await partners.register(quick.url)
        case_id = await partners.office.in_review()
        await partners.deliverer.begin_due()
        await hanging.received(1)
        await partners.approve(case_id)
        assert await partners.office.state(case_id) is State.APPROVED
        await quick.received(1)
        while len(quick.requests) < 2:
            await partners.deliverer.begin_due()
            await asyncio.sleep(0)
        assert [request.body["public_state"] for request in quick.requests] == ["In review", "Approved"]
        assert len(hanging.requests) == 1
        never.set()
        await partners.deliverer.settle()


async def test_no_answer_in_time_is_tried_again_and_a_slow_one_is_not(
    partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, never = asyncio.Event(), asyncio.Event()
    async with serving(Answer(once=late), Answer(once=never)) as partner:
        await partners.register(partner.url)
        case_id = await partners.office.in_review()
        await partners.deliverer.begin_due()
        await partner.received(1)
        late.set()
        await partners.deliverer.settle()
        await partners.approve(case_id)
        monkeypatch.setattr(webhook, "SECONDS", 0.2)
        await partners.deliver()
        never.set()
    assert [told.outcome for told in await partners.told()] == ["delivered", "no answer in time"]


async def test_a_delivery_that_was_cut_off_before_its_acknowledgement_is_made_again_under_its_id(
    partners: Partners, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        await partners.office.in_review()
        with monkeypatch.context() as killed:
            killed.setattr(delivering, "acknowledge", _die)
            with pytest.raises(asyncio.CancelledError):
                await partners.deliver()
        partners.deliverer = partners.another_process()
        await partners.deliver()
        assert len(partner.requests) == 1
        partners.office.clock.pass_time(LEASE)
        await partners.deliver()
        partners.office.clock.pass_time(LEASE)
        await partners.deliver()
    first, second = (request.body["id"] for request in partner.requests)
    assert first == second
    [told] = await partners.told()
    assert await partners.attempts(told.delivery.id) == ["began", "delivered"]


async def _die(desk: Desk, delivery: Delivery) -> None:
    raise asyncio.CancelledError


async def test_two_processes_on_one_database_tell_it_once(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        await partners.decline("compliance_failure")
        processes = [partners.another_process() for _ in range(3)]
        await asyncio.gather(*(process.begin_due() for process in processes))
        await asyncio.gather(*(process.settle() for process in processes))
    assert len(partner.requests) == 2


async def test_what_was_not_written_is_not_told(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        case_id = await partners.office.desk.open_case(partners.office.merchant, "chat", uuid4())
        with pytest.raises(KeyboardInterrupt):
            await submit_and_break(partners, case_id)
        await partners.deliver()
    assert partner.requests == []
    assert await partners.told() == []


async def submit_and_break(partners: Partners, case_id: UUID) -> None:
    async with partners.office.desk.case(case_id) as draft:
        draft.move(State.CHECKING, DESK)
        raise KeyboardInterrupt
