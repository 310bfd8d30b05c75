"""Somebody of the fictitious list, misspelt in two scripts: compared, ruled out, remembered, confirmed."""

from __future__ import annotations

import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import is_accessible
from tests.browser.windows import PHONE, Window, window
from tests.server_process import BAKERY, Caller, Server

LATIN, CYRILLIC = "Baltasar Mokingam", "Балтазар Мокингем"
"""Balthazar Mockingham of policies/watchlist.csv, as people write him."""

CONFIRMED, ON_A_PHONE = "Lyudmila Imaginowa", "Людмила Имагинова"
"""Ludmilla Imaginova; each test has a spelling of its own, since what one rules out is remembered."""


@pytest_asyncio.fixture(loop_scope="session")
async def merchant(new_person: NewPerson) -> Caller:
    return (await new_person(Role.MERCHANT, "Maya Lindqvist"))[1]


async def in_review(caller: Caller, business: str, *owners: str) -> str:
    share = 100 / len(owners)
    named = [{"name": owner, "ownership_percent": share} for owner in owners]
    case = await caller.onboard(**{**BAKERY, "merchant_name": business, "owners": named})
    await caller.until(case, "In review")
    return case


def match(page: Window, subject: str) -> Locator:
    return page.page.locator(".ob-match", has_text=subject)


async def resolve(page: Window, subject: str, act: str, reason: str, words: str = "") -> None:
    """Press a button of a match, and give the reason by keyboard."""
    shown = match(page, subject)
    await shown.locator(f"[data-act={act}]").click()
    await expect(shown.locator("textarea[name=reason]")).to_be_focused()
    await page.page.keyboard.type(reason)
    if words:
        await page.page.keyboard.press("Tab")
        await page.page.keyboard.type(words)
    await page.page.keyboard.press("Tab")
    await page.page.keyboard.press("Enter")


async def test_a_likeness_in_two_scripts_is_compared_ruled_out_and_remembered(
    merchant: Caller, reviewer_page: Window
) -> None:
    await in_review(merchant, "Tern Tiles", LATIN, CYRILLIC)
    await reviewer_page.open_case("Tern Tiles")
    await reviewer_page.reads("Watch lists: 2 to look at")
    for subject in (LATIN, CYRILLIC):
        shown = match(reviewer_page, subject)
        await expect(shown.locator(".ob-match-head")).to_contain_text("% alike")
        await expect(shown).to_contain_text("watchlist.csv FICT-002")
        name = shown.locator("[role=row]", has_text="Name").first
        await expect(name).to_contain_text("Balthazar Mockingham")
        await expect(name).to_contain_text("alike")
        await resolve(reviewer_page, subject, "false_positive", "Passport seen, born elsewhere.")
        await expect(match(reviewer_page, subject)).to_have_attribute("data-standing", "cleared")
    await reviewer_page.reads("2 ruled out by a person")
    await expect(reviewer_page.page.locator(".ob-checks li", has_text="AML")).to_contain_text("held")

    await in_review(merchant, "Tern Tiles Two", LATIN, CYRILLIC)
    await reviewer_page.page.goto(f"{reviewer_page.url}/chat/")
    await reviewer_page.open_case("Tern Tiles Two")
    await reviewer_page.page.click(".ob-cleared summary")
    for subject in (LATIN, CYRILLIC):
        shown = match(reviewer_page, subject)
        await expect(shown).to_contain_text("remembered from another application by Rosa Okonkwo")
        await expect(shown).to_contain_text("Passport seen, born elsewhere.")
    await resolve(reviewer_page, LATIN, "reopen", "The passport was of somebody else.")
    await reviewer_page.reads("Watch lists: 1 to look at")


async def test_a_confirmed_sanctions_match_takes_the_approval_away_for_good(
    merchant: Caller, reviewer_page: Window
) -> None:
    await in_review(merchant, "Umbra Lamps", CONFIRMED)
    await reviewer_page.open_case("Umbra Lamps")
    await expect(reviewer_page.page.locator("#approve")).to_be_visible()
    shown = match(reviewer_page, CONFIRMED)
    await shown.locator("[data-act=true_match]").click()
    await shown.locator("textarea").fill("Same passport.")
    await expect(shown.locator("[type=submit]")).to_be_disabled()
    await shown.locator("input[name=confirmation]").fill("never approve")
    await shown.locator("[type=submit]").click()
    await expect(reviewer_page.page.locator("#barred")).to_contain_text("No approval is possible")
    await expect(reviewer_page.page.locator("#approve")).to_have_count(0)
    await expect(reviewer_page.page.locator("#decline")).to_be_visible()
    await expect(shown.locator(".ob-button")).to_have_count(0)


async def test_the_comparison_fits_a_phone(
    browser: Browser, server: Server, new_person: NewPerson, merchant: Caller
) -> None:
    await in_review(merchant, "Vole Velvet", ON_A_PHONE)
    email, _ = await new_person(Role.REVIEWER)
    async with window(browser, server.url, PHONE, "dark") as phone:
        await phone.sign_in(email)
        await phone.open_case("Vole Velvet")
        await phone.page.click("#case-card .ob-head")
        await is_accessible(phone.page)
        await resolve(phone, ON_A_PHONE, "false_positive", "Another country.")
        await expect(phone.page.locator(".ob-cleared summary")).to_be_visible()
        assert await phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
