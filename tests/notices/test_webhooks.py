"""Partners are told of public states: signed, once each, and never at an inside address."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import timedelta
from uuid import UUID

import pytest

from cases.errors import Forbidden, Invalid, NotFound
from desk import review
from notices.addresses import is_outside, resolve
from tests.desk.office import Office
from tests.notices.partners import Partners
from tests.tools.scripted_server import Answer, Request, serving

WAY_TO_ACTIVE = ["In review", "Approved", "Being set up", "Active"]
HOLD = timedelta(seconds=60)


def states(requests: list[Request]) -> list[str]:
    return [request.body["public_state"] for request in requests]


async def test_every_change_of_the_public_state_is_told_once_and_in_order(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        await partners.register(f"{partner.url}/hook")
        case_id = await partners.office.in_review()
        await partners.approve(case_id)
        await partners.set_up(case_id)
        await partners.deliver()
        await partners.deliver()
    assert states(partner.requests) == WAY_TO_ACTIVE
    assert {request.path for request in partner.requests} == {"/hook"}
    assert {UUID(request.body["request_id"]) for request in partner.requests} == {case_id}


async def test_a_body_holds_ids_and_the_public_state_and_nothing_else(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        case_id = await partners.decline("compliance_failure")
        await partners.deliver()
    told = partner.requests[-1].body
    assert set(told) == {"id", "type", "request_id", "public_state", "version", "at"}
    assert (told["type"], told["public_state"], told["version"]) == ("case.state", "Declined", 1)
    assert told["request_id"] == str(case_id)


async def test_a_receiver_can_prove_who_sent_it_and_when(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        _, secret = await partners.register(partner.url)
        await partners.office.in_review()
        await partners.deliver()
    [request] = partner.requests
    sent = request.headers
    assert sent["webhook-id"] == request.body["id"]
    assert sent["webhook-timestamp"] == str(int(partners.office.clock().timestamp()))
    content = f"{sent['webhook-id']}.{sent['webhook-timestamp']}.".encode() + request.raw
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()
    assert sent["webhook-signature"] == f"v1,{expected}"


async def test_two_declines_for_different_reasons_are_told_alike(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        for reason in ("compliance_failure", "incomplete_information"):
            await partners.decline(reason)
        await partners.deliver()
    first, second = (r.body for r in partner.requests if r.body["public_state"] == "Declined")
    names = {"id": "", "request_id": ""}
    assert {**first, **names} == {**second, **names}


def rest(office: Office) -> None:
    deadlines = office.desk.policy.deadlines.model_copy(update={"hold_seconds": int(HOLD.total_seconds())})
    office.desk.policy = office.desk.policy.model_copy(update={"deadlines": deadlines})


async def test_an_approval_that_rests_is_told_only_when_the_set_up_begins(partners: Partners) -> None:
    rest(partners.office)
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        case_id = await partners.office.in_review()
        await partners.approve(case_id)
        await partners.deliver()
        assert states(partner.requests) == ["In review"]
        partners.office.clock.pass_time(HOLD)
        await partners.set_up(case_id)
        await partners.deliver()
    assert states(partner.requests) == WAY_TO_ACTIVE


async def test_an_approval_that_is_taken_back_in_time_is_never_told(partners: Partners) -> None:
    rest(partners.office)
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        case_id = await partners.office.in_review()
        await partners.approve(case_id)
        async with partners.office.desk.case(case_id) as draft:
            review.take_back(draft, partners.office.reviewer)
        await partners.deliver()
    assert states(partner.requests) == ["In review"]


async def test_an_inside_address_gets_no_request_whatever_it_is_called(partners: Partners) -> None:
    async with serving(Answer()) as inside:
        await partners.register(inside.url)
        await partners.register(inside.url.replace("127.0.0.1", "localhost"))
        await partners.office.in_review()
        guarded = partners.another_process(loopback=False)
        await guarded.begin_due()
        await guarded.settle()
    assert inside.requests == []
    assert {told.outcome for told in await partners.told()} == {"inside_address"}


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.8", "172.16.3.1", "192.168.1.1", "169.254.169.254", "100.100.100.200"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "168.63.129.16"),
        *("::1", "::", "fe80::1", "fd00:ec2::254"),
        *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:7f00:1::"),
    ],
)
async def test_inside_addresses_are_known_in_all_their_spellings(address: str) -> None:
    assert not is_outside(address)
    with pytest.raises(Forbidden):
        await resolve(address, 443, loopback=False)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
async def test_public_addresses_are_outside(address: str) -> None:
    assert await resolve(address, 443, loopback=False) == [address]


async def test_loopback_allowed_for_a_test_allows_no_other_inside_address() -> None:
    with pytest.raises(Forbidden):
        await resolve("169.254.169.254", 80, loopback=True)


async def test_a_redirect_is_not_followed(partners: Partners) -> None:
    async with serving(Answer()) as elsewhere:
        location = f"Location: {elsewhere.url}/metadata"
        async with serving(Answer(307, headers=(location,))) as partner:
            await partners.register(partner.url)
            await partners.office.in_review()
            await partners.deliver()
    assert (len(partner.requests), elsewhere.requests) == (1, [])
    [told] = await partners.told()
    assert told.outcome == "answered 307"


@pytest.mark.parametrize(
    "url",
    [
        "http://partner.example/hook",
        "ftp://partner.example",
        "https://",
        "https://u:p@partner.example",
        "hook",
    ],
)
async def test_only_a_plain_secure_address_is_registered(partners: Partners, url: str) -> None:
    with pytest.raises(Invalid):
        await partners.webhooks.add(url, loopback=False)


async def test_a_webhook_that_was_removed_is_told_nothing_more(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        webhook_id, _ = await partners.register(partner.url)
        case_id = await partners.office.in_review()
        await partners.webhooks.remove(webhook_id)
        await partners.approve(case_id)
        await partners.deliver()
    assert partner.requests == []
    assert [told.status for told in await partners.told()] == ["given up"]
    with pytest.raises(NotFound):
        await partners.webhooks.remove(webhook_id)


async def test_what_was_acknowledged_is_replayed_under_a_new_id(partners: Partners) -> None:
    async with serving(Answer()) as partner:
        await partners.register(partner.url)
        await partners.office.in_review()
        await partners.deliver()
        [told] = await partners.told()
        assert await partners.webhooks.replay(told.delivery.id) == 1
        await partners.deliver()
    first, second = (request.body for request in partner.requests)
    assert first["id"] != second["id"]
    assert {**first, "id": ""} == {**second, "id": ""}


async def test_a_partner_that_lost_a_day_is_told_all_of_it_again_and_others_are_not(
    partners: Partners,
) -> None:
    async with serving(Answer()) as partner, serving(Answer()) as other:
        lost, _ = await partners.register(partner.url)
        await partners.register(other.url)
        await partners.decline("compliance_failure")
        since = partners.office.clock()
        await partners.deliver()
        assert await partners.webhooks.replay_since(since, lost) == 2
        assert await partners.webhooks.replay_since(since + timedelta(days=1), lost) == 0
        await partners.deliver()
    assert (len(partner.requests), len(other.requests)) == (4, 2)
