"""A merchant of a listed line under the full policy, from the first word to an active account."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, Page, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import is_accessible, is_fit
from tests.browser.windows import CHROMIUM, PHONE, Window, window
from tests.policies import FULL_FILE
from tests.server_process import Server, running

TOLD = (
    "Hi! We're Harbour Lane Tours LLC, a tour operator at 12 Harbour Lane, Portland, OR 97201. Since 2018.",
    "about 240k dollars a year, write to orders@harbourlane.example.com",
    "licence FB-20931, EIN 61-8987901, and I own all of it, Ines Calder",
    "about 20000 dollars a month by card, and customers travel 14 days after they have paid",
)
IDENTITY = {
    "date_of_birth": "1985-03-24",
    "home_address": "7 Vine Walk, Portland, OR 97201, United States",
    "social_security_number": "536-22-8143",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that goes by the full policy."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with running(tmp_path_factory.mktemp("full") / "data", ONBOARD_POLICY=str(FULL_FILE)) as server:
        yield server


async def test_a_tour_operator_is_asked_for_more_and_comes_through_the_full_policy(
    browser: Browser, server: Server, new_person: NewPerson, reviewer_page: Window
) -> None:
    email, _ = await new_person(Role.MERCHANT, "Ines Calder")
    async with window(browser, server.url) as merchant:
        await merchant.sign_in(email)
        await applies(merchant)
        await is_looked_at(reviewer_page)
        await states_who_is_behind(merchant, email, browser)
        await merchant.reads("Rosa Okonkwo left the conversation.")
        await is_summed_up(reviewer_page)
        await is_reviewed(reviewer_page)
        await merchant.page.goto(merchant.page.url)
        await merchant.is_in("Active")


async def applies(merchant: Window) -> None:
    """In the chat, where a listed line is asked for what it needs besides."""
    for number, text in enumerate(TOLD, 1):
        await merchant.say(text)
        await merchant.answered(number + 1)
    await expect(merchant.item("delivery_days")).to_contain_text("14 days")
    await merchant.say("that's all")
    await merchant.reads("Is everything correct?")
    await merchant.confirm()
    await merchant.is_in("In review")
    await merchant.reads("The law asks us to know who owns and who runs the business.")
    await expect(merchant.page.locator("#people-behind")).to_contain_text("Who runs the business?")
    await is_accessible(merchant.page)


async def states_who_is_behind(merchant: Window, email: str, browser: Browser) -> None:
    """On the page that the card leads to; once more at the width of a telephone."""
    async with window(browser, merchant.url, PHONE) as phone:
        await phone.sign_in(email)
        await phone.page.click("#case-card .ob-head")
        await phone.page.click("#to-owners")
        await is_fit(phone.page)
        await phone.page.get_by_role("link", name="Change").last.click()
        await fill_in(phone.page)
        await is_fit(phone.page)
        await phone.page.get_by_role("button", name="Save").click()
        await phone.reads("Nothing is missing here.")
    await merchant.is_in("In review")
    await merchant.say("What else do you need?")
    await merchant.reads("Nothing is needed from you now.")


async def fill_in(page: Page) -> None:
    await page.get_by_label("Runs the business").check()
    for name, value in IDENTITY.items():
        await page.fill(f"[name={name}]", value)
    await page.select_option("[name=nationality]", "US")
    await page.select_option("[name=pep_declaration]", "no")


async def is_looked_at(reviewer: Window) -> None:
    """For the first time, when nothing has changed yet."""
    await reviewer.open_case("Harbour Lane Tours LLC")
    await reviewer.reads("8 years in business")
    await expect(reviewer.page.locator("#since")).to_have_count(0)
    await reviewer.page.goto(f"{reviewer.url}/chat/")
    await reviewer.page.wait_for_selector("#queue")


async def is_summed_up(reviewer: Window) -> None:
    """By the keyboard: from a sentence to the words or the check, and to what is recommended after a view."""
    await reviewer.open_case("Harbour Lane Tours LLC")
    page, keys = reviewer.page, reviewer.page.keyboard
    await expect(page.locator("#since")).to_contain_text("Behind the merchant: Ines Calder")
    told = page.locator("#summary > p").first.locator(".ob-source").first
    await told.focus()
    await keys.press("Enter")
    message = page.locator("[data-step-type].ob-marked")
    await expect(message).to_be_focused()
    await expect(message).to_contain_text("We're Harbour Lane Tours LLC")
    await keys.press("Escape")
    await expect(told).to_be_focused()
    await page.locator("#open-checks .ob-source").first.focus()
    await keys.press("Enter")
    await expect(page.locator(".ob-checks li.ob-marked")).to_be_focused()
    adviser = page.locator("[data-step-type]", has_text="noted your own view of this case").last
    await expect(adviser).to_contain_text("Risk analyst")
    assert "Recommended:" not in await reviewer.says()
    await page.get_by_role("radio", name="Approve").focus()
    await keys.press("Space")
    await keys.press("Tab")
    await keys.type("They are known in town.")
    await page.press("#note-view", "Enter")
    await expect(page.locator("#recommendation")).to_be_focused()
    await expect(page.locator("#own-view")).to_contain_text("They are known in town.")
    await expect(page.locator("#recommendation")).to_contain_text("(you decide)")
    await reviewer.reads("Recommended: ")


async def is_reviewed(reviewer: Window) -> None:
    """With a registry search and a confirmed category; what holds is folded into one line."""
    page = reviewer.page
    await expect(page.locator("#case-risk")).to_contain_text("Medium risk")
    await expect(page.locator("#case-card")).to_contain_text("A line of business that needs more evidence.")
    holding = page.locator(".ob-holding").first
    await expect(holding.locator("li").first).to_be_hidden()
    await holding.locator("summary").focus()
    await page.keyboard.press("Enter")
    await expect(holding.locator("li").first).to_be_visible()
    await is_accessible(page)
    await reviewer.press("record-check")
    await page.check("[name=about][value=business_license]")
    await page.fill("#check-source", "Oregon business registry")
    await page.check("[name=result][value=confirmed]")
    await reviewer.press("record-now")
    await expect(page.locator("[data-fact=business_license]")).to_have_attribute("data-level", "verified")
    await reviewer.press("confirm-category")
    await page.fill("#category-reason", "Tours on the website.")
    await reviewer.press("category-now")
    await expect(page.locator("#category-confirmed")).to_contain_text("Tours on the website.")
    await reviewer.press("approve")
    await page.fill("#approve-comment", "Registered and known.")
    await reviewer.press("approve-now")
    await reviewer.is_in("Active")
