"""A request for information: composed on the reviewer's card, answered on the merchant's telephone."""

from __future__ import annotations

from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import is_accessible
from tests.browser.windows import PHONE, Window, window
from tests.server_process import BAKERY


async def compose(reviewer: Window) -> None:
    """A question, a newer licence and a document, with a word for colleagues."""
    page = reviewer.page
    await reviewer.press("ask")
    await page.fill("#ask-text", "Which mill do you buy from?")
    await page.select_option("#ask-reason", "understand_business")
    await reviewer.press("ask-more")
    await page.select_option("#ask-item-2", "business_license")
    await page.select_option("#ask-reason-2", "out_of_date")
    await reviewer.press("ask-more")
    await page.select_option("#ask-item-3", "documents.licence")
    await page.fill("#ask-note", "The register shows another number.")
    await is_accessible(page)
    await reviewer.press("ask-now")
    await expect(page.locator("#request-count")).to_have_text("0 of 3 answered")


async def test_several_things_are_asked_for_answered_one_by_one_and_come_back_with_the_difference(
    browser: Browser, new_person: NewPerson, reviewer_page: Window
) -> None:
    email, caller = await new_person(Role.MERCHANT, "Maya Lindqvist")
    case = await caller.onboard(**{**BAKERY, "merchant_name": "Osprey Bread"})
    await caller.until(case, "In review")
    await reviewer_page.open_case("Osprey Bread")
    await compose(reviewer_page)
    async with window(browser, reviewer_page.url, PHONE) as phone:
        await phone.sign_in(email)
        await phone.reads("Which mill do you buy from?")
        await phone.page.click("#case-card .ob-head")
        question, licence, paper = (
            phone.page.locator(f'[data-item="{key}"]')
            for key in ("question", "business_license", "documents.licence")
        )
        await question.locator(".ob-row-head").click()
        await question.locator("textarea").fill("From Otley Mill in Salem.")
        await question.locator("button[type=submit]").click()
        await licence.locator(".ob-row-head").click()
        await licence.locator("input").fill("BL-90210")
        await is_accessible(phone.page)
        await licence.locator("button[type=submit]").click()
        await expect(phone.page.locator("#asked-count")).to_have_text("2 of 3 answered")
        await expect(phone.page.locator("#submit")).to_have_count(0)
        await paper.locator(".ob-row-head").click()
        await paper.locator("[data-act=none]").click()
        await paper.locator("textarea").fill("The town gives none.")
        await paper.locator("button[type=submit]").click()
        await phone.confirm()
        await phone.is_in("In review")
        assert "The register shows" not in "".join(phone.received)
    await reviewer_page.is_in("In review")
    for key, shown in (
        ("question", "From Otley Mill in Salem."),
        ("business_license", "FB-20931 → BL-90210"),
        ("documents.licence", "The town gives none."),
    ):
        await expect(reviewer_page.page.locator(f'[data-asked="{key}"]')).to_contain_text(shown)
