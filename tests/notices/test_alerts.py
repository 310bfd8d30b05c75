"""Staff are alerted by Apprise: one line with a link, without anything of the application."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from cases.checks import Check, CheckStatus
from cases.events import CheckMade
from cases.screening import SCREENING, Topic
from desk import announcing, checking
from desk.delivering import PAUSES
from desk.draft import DESK
from notices.alerts import LINES
from tests.desk.cast import TWO_APPROVALS, make_checks, match_of
from tests.desk.office import Office
from tests.notices.partners import HOST, Partners
from tests.tools.scripted_server import Answer, ScriptedServer, serving


def lines(server: ScriptedServer) -> list[str]:
    return [request.body["message"] for request in server.requests]


def alerted(office: Office, *servers: ScriptedServer) -> Partners:
    return Partners(office, [server.url.replace("http", "json") for server in servers])


async def test_a_case_that_waits_for_review_is_one_line_with_a_link(office: Office) -> None:
    async with serving(Answer()) as target:
        partners = alerted(office, target)
        case_id = await office.in_review()
        await partners.deliver()
        await partners.deliver()
    assert lines(target) == [f"A case waits for review: {HOST}/chat/case/{case_id}"]


async def test_a_set_up_that_fails_is_alerted(office: Office) -> None:
    async with serving(Answer()) as target:
        partners = alerted(office, target)
        case_id = await office.in_review()
        await partners.approve(case_id)
        await partners.fail_set_up(case_id)
        await partners.deliver()
    assert f"Setting an account up has failed: {HOST}/chat/case/{case_id}" in lines(target)


async def test_a_check_that_could_not_be_made_is_alerted(office: Office) -> None:
    async with serving(Answer()) as target:
        partners = alerted(office, target)
        case_id = await office.submitted()
        async with office.desk.case(case_id) as draft:
            make_checks(draft, CheckStatus.ERROR, "low")
            checking.conclude(draft)
        await partners.deliver()
    assert lines(target) == [f"A check could not be made: {HOST}/chat/case/{case_id}"]


async def test_a_second_approval_that_is_waited_for_is_alerted(office: Office) -> None:
    office.desk.policy = TWO_APPROVALS
    async with serving(Answer()) as target:
        partners = alerted(office, target)
        case_id = await office.in_review()
        await partners.approve(case_id)
        await partners.deliver()
    assert lines(target)[-1] == f"A case waits for a second approval: {HOST}/chat/case/{case_id}"


async def test_an_account_is_alerted_once_when_a_changed_list_names_its_merchant(office: Office) -> None:
    async with serving(Answer()) as target:
        partners = alerted(office, target)
        case_id = await office.in_review()
        await partners.approve(case_id)
        await partners.set_up(case_id)
        for _ in range(2):
            async with office.desk.case(case_id) as draft:
                found = (match_of(Topic.PEP, "Harbour Books Ltd"),)
                screened = Check(key=SCREENING, status=CheckStatus.FAILED, reason="listed", matches=found)
                draft.add(CheckMade(check=screened), DESK)
        await partners.deliver()
    line = f"A decided case needs another look: {HOST}/chat/case/{case_id}"
    assert lines(target).count(line) == 1


def test_every_alert_has_its_line() -> None:
    others = (announcing.LOOK, announcing.GIVEN_UP, announcing.LETTER_GIVEN_UP, announcing.DISAGREES)
    assert set(LINES) == {*announcing.ALERTS.values(), *announcing.CALLS.values(), *others}


async def test_each_target_gets_each_alert_once_however_often_the_other_fails(office: Office) -> None:
    async with serving(Answer()) as good, serving(Answer(503), Answer(None), Answer()) as bad:
        partners = alerted(office, good, bad)
        await office.in_review()
        for pause in PAUSES[:5]:
            await partners.deliver()
            office.clock.pass_time(pause * 1.25)
    assert (len(good.requests), len(bad.requests)) == (1, 3)
    assert [told.status for told in await partners.told("alert")] == ["delivered", "delivered"]


async def test_a_target_that_hangs_holds_up_no_decision(office: Office) -> None:
    never = asyncio.Event()
    async with serving(Answer(once=never)) as hanging:
        partners = alerted(office, hanging)
        case_id = await office.in_review()
        await partners.deliverer.begin_due()
        await partners.deliverer.settle()
        await partners.deliverer.begin_due()
        await hanging.received(1)
        await partners.approve(case_id)
        assert len(await partners.told("alert")) == 1
        assert (await partners.told("alert"))[0].status == "waiting"
        never.set()
        await partners.deliverer.settle()
    assert (await partners.told("alert"))[0].status == "delivered"


async def test_a_webhook_that_is_given_up_is_alerted(office: Office) -> None:
    async with serving(Answer()) as target, serving(Answer(500)) as partner:
        partners = alerted(office, target)
        await partners.register(partner.url)
        case_id = await office.in_review()
        for pause in (*PAUSES, timedelta(seconds=1)):
            await partners.deliver()
            office.clock.pass_time(pause * 1.25)
        await partners.deliver()
    link = f"{HOST}/chat/case/{case_id}"
    assert lines(target)[-1] == f"A webhook was given up after its last attempt: {link}"


async def test_without_an_address_an_alert_is_a_line_in_the_log(
    partners: Partners, capsys: pytest.CaptureFixture[str]
) -> None:
    case_id = await partners.office.in_review()
    await partners.deliver()
    said = capsys.readouterr().out
    assert "alert" in said
    assert "review_waits" in said
    assert str(case_id) in said
    assert await partners.told("alert") == []
