"""Deciding in the window: with conditions, on a version that has changed, and after an appeal."""

from __future__ import annotations

import re

from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import is_accessible, is_fit
from tests.browser.test_review import in_review
from tests.browser.windows import PHONE, Window, window
from tests.letters import text_of
from tests.server_process import Server
from tests.web.test_decide import Reviewer, letter_about


async def test_a_decline_is_appealed_and_somebody_else_approves_the_new_version_with_conditions(
    browser: Browser, server: Server, new_person: NewPerson, reviewer_page: Window
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    other, colleague = await new_person(Role.REVIEWER)
    case = await in_review(caller, "Larkspur Lamps")
    await reviewer_page.open_case("Larkspur Lamps")
    await reviewer_page.press("decline")
    await reviewer_page.page.locator("input[name=reason]").first.check()
    await reviewer_page.press("decline-now")
    letter = await letter_about(server, case, Reviewer(other, colleague, server, ""))
    async with window(browser, server.url, PHONE) as phone, window(browser, server.url) as second:
        await phone.sign_in(email)
        await phone.page.click("#case-card .ob-head")
        await phone.press("appeal")
        await is_accessible(phone.page)
        await phone.page.fill("#appeal-text", "The licence is on the register now.")
        await phone.press("appeal-now")
        await phone.is_in("In review")
        await expect(reviewer_page.page.locator("#kept-out")).to_be_visible()
        await expect(reviewer_page.page.locator("#approve")).to_have_count(0)
        await second.sign_in(other)
        await looks_at_the_pages(second, text_of(letter))
        await second.open_case("Larkspur Lamps")
        await expect(second.page.locator(".ob-appeal")).to_contain_text("on the register now")
        await second.press("approve")
        await second.page.click("#conditions summary")
        await second.page.fill("#condition-cap", "20000")
        await is_accessible(second.page)
        changed = {"text": "Sorry, our annual revenue is 500,000 dollars."}
        assert (await caller.call("POST", f"/api/merchants/{case}/messages", changed)).status_code == 202
        told = second.page.locator("#case-card [data-key=annual_revenue]")
        await expect(told).to_contain_text("500,000")
        await expect(second.page.locator("#approve-now")).to_be_enabled()
        await second.press("approve-now")
        await expect(second.page.locator("#changed")).to_contain_text("500,000")
        await second.press("confirm-stale")
        await expect(phone.page.locator("#conditions")).to_contain_text("up to 20,000 USD a month")
        assert await phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


async def looks_at_the_pages(reviewer: Window, letter: str) -> None:
    """The page that a letter leads to, and that of being away, are as fit as the window; then the queue."""
    page = reviewer.page
    link = re.search(r"/decide/[\w.-]+", letter)
    assert link is not None
    await page.goto(f"{reviewer.url}{link[0]}")
    await expect(page.locator("#decline")).to_be_visible()
    await is_fit(page)
    await page.goto(f"{reviewer.url}/away")
    await is_fit(page)
    await page.goto(f"{reviewer.url}/chat/")
