"""Whose case it is, in two reviewers' windows and on their lead's page, and unseen by the merchant."""

from __future__ import annotations

import re

from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import is_accessible, is_fit
from tests.browser.test_review import in_review
from tests.browser.windows import PHONE, Window, window
from tests.server_process import Server

REASON = "They send the lease qx4 on Friday."


async def test_a_case_is_taken_on_seen_by_a_colleague_put_aside_and_given_away_by_the_lead(
    browser: Browser, server: Server, new_person: NewPerson, reviewer_page: Window
) -> None:
    merchant, caller = await new_person(Role.MERCHANT)
    await in_review(caller, "Alder Lamps")
    await in_review(caller, "Birch Lamps")
    colleague, _ = await new_person(Role.REVIEWER, "Daniel Weber")
    lead, _ = await new_person(Role.COMPLIANCE, "Lena Brandt")
    await reviewer_page.open_case("Alder Lamps")
    await reviewer_page.press("claim")
    whose = reviewer_page.page.locator("#assignment .ob-whose")
    await expect(whose).to_have_text("You work on this case")
    async with window(browser, server.url, PHONE) as theirs:
        await theirs.sign_in(colleague)
        await theirs.open_case("Alder Lamps")
        await theirs.page.click("#case-card .ob-head")
        await expect(theirs.page.locator("#assignment .ob-whose")).to_have_text(
            re.compile("^Rosa Okonkwo works on this case, until .* at least$")
        )
        await expect(theirs.page.locator("#held-by-other")).to_contain_text("You can decide all the same")
        await expect(theirs.page.locator("#claim")).to_have_count(0)
    await reviewer_page.press("snooze")
    await reviewer_page.page.select_option("#snooze-on", "merchant_answers")
    await reviewer_page.page.fill("#snooze-reason", REASON)
    await is_accessible(reviewer_page.page)
    await reviewer_page.press("snooze-now")
    await reviewer_page.reads(REASON)
    async with window(browser, server.url) as leading:
        await leading.sign_in(lead)
        await leading.press("team")
        row = leading.page.locator("[data-member='Rosa Okonkwo']").first
        await expect(row).to_be_visible()
        nobodys = leading.page.locator(".given li", has_text="Birch Lamps")
        await expect(nobodys.get_by_role("button", name="Give")).to_be_visible()
        await is_fit(leading.page)
    async with window(browser, server.url) as theirs:
        await theirs.sign_in(merchant)
        await theirs.is_in("In review")
        heard = "\n".join(theirs.received) + await theirs.says()
        assert "qx4" not in heard
        assert "assignment" not in heard
        await theirs.say("Here is the lease.")
    await expect(reviewer_page.page.locator(".ob-snoozed")).to_have_count(0)
    await reviewer_page.press("release")
    await expect(whose).to_have_text("Nobody works on this case")
