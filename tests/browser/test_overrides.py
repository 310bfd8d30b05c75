"""Overriding on the card: by the keyboard, on a phone, and unseen by the merchant."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.test_review import in_review
from tests.browser.windows import PHONE, Window, window
from tests.server_process import Server

REASON = "Known to us for years qx5."


def last_day() -> str:
    """The latest day that the shipped policies allow."""
    return (datetime.now(UTC).date() + timedelta(days=30)).isoformat()


async def fill_in(page: Window, level: str) -> None:
    """What the form under the button asks for."""
    await page.page.get_by_role("radio", name=f"{level} risk").check()
    await page.page.fill("#override-reason", REASON)
    await page.page.fill("#override-until", last_day())


async def test_the_risk_is_overridden_by_the_keyboard_and_shown_beside_the_score_until_it_is_withdrawn(
    browser: Browser, new_person: NewPerson, reviewer_page: Window
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    await in_review(caller, "Yarrow Lamps")
    await reviewer_page.open_case("Yarrow Lamps")
    page, keys = reviewer_page.page, reviewer_page.page.keyboard
    scored = await page.locator("#case-risk").inner_text()
    await page.focus("#override-risk")
    await keys.press("Enter")
    await expect(page.locator("#override-now")).to_be_disabled()
    await keys.press("Space")
    await keys.press("Tab")
    await keys.type(REASON)
    await page.fill("#override-until", last_day())
    await keys.press("Enter")
    note = page.locator("[data-override=risk] .ob-override")
    await expect(note).to_have_text(re.compile(rf"^Overridden to \w+ by Rosa Okonkwo until .*: {REASON}$"))
    await expect(page.locator("#case-risk")).to_have_text(scored)
    await page.goto(f"{reviewer_page.url}/chat/")
    line = reviewer_page.queue_line("Yarrow Lamps")
    await expect(line.locator(".ob-line-override")).to_contain_text(REASON)
    async with window(browser, reviewer_page.url) as theirs:
        await theirs.sign_in(email)
        await theirs.is_in("In review")
        heard = "\n".join(theirs.received) + await theirs.says()
        assert "qx5" not in heard
        assert "verrid" not in heard
    await line.click()
    await reviewer_page.press("withdraw_override-risk")
    await page.keyboard.press("Escape")
    await reviewer_page.press("withdraw_override-risk")
    await page.fill("#withdraw-reason", "It was another shop.")
    await reviewer_page.press("withdraw-now")
    await expect(note).to_have_count(0)
    await expect(page.locator("#override-risk")).to_be_visible()


async def test_an_override_is_recorded_on_a_phone_and_the_decision_names_it(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    _, caller = await new_person(Role.MERCHANT)
    await in_review(caller, "Zinnia Bulbs")
    email, _ = await new_person(Role.REVIEWER)
    async with window(browser, server.url, PHONE, "dark") as phone:
        await phone.sign_in(email)
        await phone.open_case("Zinnia Bulbs")
        await phone.page.click("#case-card .ob-head")
        await phone.press("override-risk")
        await fill_in(phone, "High")
        assert await phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
        await phone.press("override-now")
        await expect(phone.page.locator("[data-override=risk] .ob-override")).to_contain_text(REASON)
        await phone.press("approve")
        await phone.press("approve-now")
        decided = phone.page.locator(".ob-section", has_text="Decision").locator(".ob-override")
        await expect(decided).to_contain_text("Risk: overridden to high by")
        assert await phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
