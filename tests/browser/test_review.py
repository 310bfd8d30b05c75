"""A reviewer's window beside the merchant's: the queue, the buttons, and who sees what."""

from __future__ import annotations

import re

import pytest_asyncio
from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.windows import PHONE, Window, window
from tests.server_process import BAKERY, Caller, Server


@pytest_asyncio.fixture(loop_scope="session")
async def merchant(new_person: NewPerson) -> tuple[str, Caller]:
    return await new_person(Role.MERCHANT, "Maya Lindqvist")


async def in_review(caller: Caller, name: str) -> str:
    """An application that a merchant has handed in and the team has checked."""
    case = await caller.onboard(**{**BAKERY, "merchant_name": name})
    await caller.until(case, "In review")
    return case


async def test_an_application_appears_in_the_queue_by_itself_and_is_approved(
    browser: Browser, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    email, caller = merchant
    await expect(reviewer_page.queue_line("Juniper Books")).to_have_count(0)
    case = await in_review(caller, "Juniper Books")
    await expect(reviewer_page.queue_line("Juniper Books")).to_contain_text("risk")
    async with window(browser, reviewer_page.url) as page:
        await page.sign_in(email)
        await page.is_in("In review")
        await reviewer_page.open_case("Juniper Books")
        await page.reads("Rosa")
        await expect(reviewer_page.page.locator("#case-risk")).to_contain_text(
            re.compile(r"^(Low|Medium) risk · 0\.\d\d of 1")
        )
        await reviewer_page.press("approve")
        await reviewer_page.page.fill("#approve-comment", "A good shop.")
        await reviewer_page.press("approve-now")
        await page.reads("has approved your application")
        await page.is_in("Active")
        await expect(page.page.locator("#merchant-id")).to_have_text(f"MERCH_{case[:8]}")
        await expect(page.page.locator("#case-steps [data-status=done]")).to_have_count(4)
        await expect(page.times("A good shop.")).to_have_count(0)


async def test_declining_asks_for_a_reason_and_the_merchant_reads_it(
    browser: Browser, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    email, caller = merchant
    await in_review(caller, "Larch Timber")
    await reviewer_page.open_case("Larch Timber")
    await reviewer_page.press("decline")
    await expect(reviewer_page.page.locator("#decline-now")).to_be_disabled()
    await reviewer_page.page.locator("input[name=reason]").first.check()
    await reviewer_page.page.fill("#decline-comment", "between colleagues")
    await reviewer_page.press("decline-now")
    await reviewer_page.is_in("Declined")
    async with window(browser, reviewer_page.url) as page:
        await page.sign_in(email)
        await page.is_in("Declined")
        await page.reads("We are sorry, we cannot offer you an account.")
        assert "between colleagues" not in await page.says()
        assert await page.page.locator("#merchant-id").count() == 0


async def test_a_question_goes_to_the_merchant_with_its_reason_and_the_case_comes_back(
    browser: Browser, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    email, caller = merchant
    await in_review(caller, "Moss Ceramics")
    await reviewer_page.open_case("Moss Ceramics")
    async with window(browser, reviewer_page.url) as page:
        await page.sign_in(email)
        await reviewer_page.press("ask")
        await reviewer_page.page.fill("#ask-text", "What is your website?")
        await page.say("Is there any news?")
        await reviewer_page.reads("Is there any news?")
        assert await reviewer_page.page.input_value("#ask-text") == "What is your website?"
        await reviewer_page.page.select_option("#ask-reason", "understand_business")
        await reviewer_page.press("ask-now")
        await page.reads("What is your website?")
        await page.reads("We would like to understand your business better.")
        await page.is_in("Your turn")
        await page.say("It is https://moss.example.com")
        # What is confirmed is what the card shows: the answer has to stand on it first.
        await expect(page.item("website")).to_contain_text("moss.example.com")
        await page.reads("Is everything correct?")
        await page.confirm()
        await reviewer_page.is_in("In review")


PRESS = """(press) => fetch("/chat/project/action", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sessionId: "any", action: press }),
}).then((answer) => answer.json()).then((answer) => answer.response)"""


async def test_a_decision_on_what_has_changed_or_is_decided_is_refused_with_a_clear_line(
    new_person: NewPerson, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    _, caller = merchant
    _, other = await new_person(Role.REVIEWER)
    case = await in_review(caller, "Nettle Paper")
    await reviewer_page.open_case("Nettle Paper")
    press = {"name": "approve", "payload": {"case_id": case, "version": 7}}
    stale = await reviewer_page.page.evaluate(PRESS, press)
    assert stale["ok"] is False
    assert "has changed: it is version 1 now" in stale["text"]
    done = await other.call("POST", "/api/merchants/approve", {"request_id": case, "approved": True})
    assert done.status_code == 200
    press["payload"]["version"] = 1
    late = await reviewer_page.page.evaluate(PRESS, press)
    assert late == {"ok": False, "text": "This case is already decided."}


async def test_nothing_of_the_inside_reaches_the_merchants_window(
    browser: Browser, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    email, caller = merchant
    await in_review(caller, "Osier Baskets")
    async with window(browser, reviewer_page.url) as page:
        await page.sign_in(email)
        await page.is_in("In review")
        await reviewer_page.open_case("Osier Baskets")
        await reviewer_page.reads("Validator")
        await page.say("Anything new?")
        await page.page.reload()
        await page.reads("Anything new?")
        heard = "\n".join(page.received) + await page.says()
        for inside in (
            "alidator",
            "isk analyst",
            "score_risk",
            "Low risk",
            "Medium risk",
            "recommend",
            "screening",
            "kyc_complete",
            'checks"',
            '"staff": {',
            "in_review",
            "assignee",
            "decline_reasons",
        ):
            assert inside not in heard, inside


async def test_an_analyst_reads_everything_and_changes_nothing(
    browser: Browser, server: Server, new_person: NewPerson, merchant: tuple[str, Caller]
) -> None:
    _, caller = merchant
    case = await in_review(caller, "Pine Soap")
    email, _ = await new_person(Role.ANALYST)
    async with window(browser, server.url) as page:
        await page.sign_in(email)
        await page.open_case("Pine Soap")
        await page.reads("Risk analyst")
        await expect(page.page.locator("#case-card .ob-button")).to_have_count(0)
        await page.write("I would approve this one")
        await page.reads("Not sent. Your role reads conversations")
        assert await page.page.input_value("#chat-input") == "I would approve this one"
    assert (await caller.status(case))["public_state"] == "In review"


async def test_coming_and_staying_is_announced_once(
    browser: Browser, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    email, caller = merchant
    await in_review(caller, "Quince Jam")
    await reviewer_page.open_case("Quince Jam")
    await reviewer_page.page.reload()
    await reviewer_page.page.wait_for_selector("#case-card")
    async with window(browser, reviewer_page.url) as page:
        await page.sign_in(email)
        await page.reads("joined the conversation")
        await expect(page.times("joined the conversation")).to_have_count(1)
        await expect(page.times("left the conversation")).to_have_count(0)


async def test_the_queue_is_worked_by_keyboard_and_filtered(
    merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    _, caller = merchant
    await in_review(caller, "Rowan Cycles")
    await expect(reviewer_page.queue_line("Rowan Cycles")).to_be_visible()
    await reviewer_page.page.click("[data-part=done]")
    await expect(reviewer_page.queue_line("Rowan Cycles")).to_have_count(0)
    await reviewer_page.page.click("[data-part=waiting]")
    await reviewer_page.page.fill(".ob-find", "rowan")
    await expect(reviewer_page.page.locator(".ob-line")).to_have_count(1)
    await reviewer_page.queue_line("Rowan Cycles").focus()
    await reviewer_page.page.keyboard.press("Enter")
    await reviewer_page.page.wait_for_selector("#approve")


async def test_no_line_of_the_queue_moves_away_under_the_pointer(
    new_person: NewPerson, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    """A press that began on one application opens that one, whatever becomes of the others meanwhile."""
    _, caller = merchant
    _, other = await new_person(Role.REVIEWER)
    first = await in_review(caller, "Tansy Yarns")
    await in_review(caller, "Umber Frames")
    await reviewer_page.queue_line("Umber Frames").hover()
    await reviewer_page.page.mouse.down()
    declined = {"request_id": first, "approved": False, "reasons": ["other"], "comments": "no"}
    assert (await other.call("POST", "/api/merchants/approve", declined)).status_code == 200
    await expect(reviewer_page.queue_line("Tansy Yarns")).to_contain_text("Not here any more")
    await in_review(caller, "Vetch Seeds")
    await expect(reviewer_page.queue_line("Vetch Seeds")).to_be_visible()
    await reviewer_page.page.mouse.up()
    await expect(reviewer_page.page.locator("#case-card")).to_contain_text("Umber Frames")


async def test_the_queue_is_in_order_again_once_the_pointer_has_left_it(
    new_person: NewPerson, merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    _, caller = merchant
    _, other = await new_person(Role.REVIEWER)
    case = await in_review(caller, "Woad Dyers")
    await reviewer_page.queue_line("Woad Dyers").hover()
    declined = {"request_id": case, "approved": False, "reasons": ["other"], "comments": "no"}
    assert (await other.call("POST", "/api/merchants/approve", declined)).status_code == 200
    await expect(reviewer_page.queue_line("Woad Dyers")).to_contain_text("Not here any more")
    await reviewer_page.page.hover("#queue h1")
    await expect(reviewer_page.queue_line("Woad Dyers")).to_have_count(0)


async def test_a_reviewer_decides_on_a_phone(
    browser: Browser, server: Server, new_person: NewPerson, merchant: tuple[str, Caller]
) -> None:
    _, caller = merchant
    await in_review(caller, "Sedge Mats")
    email, _ = await new_person(Role.REVIEWER)
    async with window(browser, server.url, PHONE, "dark") as phone:
        await phone.sign_in(email)
        await phone.open_case("Sedge Mats")
        await phone.page.click("#case-card .ob-head")
        await phone.press("approve")
        await phone.press("approve-now")
        await phone.is_in("Active")
        assert await phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
