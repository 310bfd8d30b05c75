"""The merchant's card on a desk and a phone: correct a line, enter what is secure, see whence it comes."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import violations
from tests.browser.windows import PHONE, WIDE, Window, window
from tests.server_process import Server

TOLD = (
    "We are Quiet Harbor Tea, a tea shop at 4 Pier Road, Portland, OR 97201, USA. Our revenue is about "
    "1.2m USD a year, write to hello@quietharbor.example.com. Ines Calder owns all of it, 100%"
)
SIZES = pytest.mark.parametrize(
    "card", [(WIDE, "light"), (PHONE, "dark")], indirect=True, ids=["desk", "phone"]
)


@pytest_asyncio.fixture(loop_scope="session")
async def card(
    request: pytest.FixtureRequest, browser: Browser, server: Server, new_person: NewPerson
) -> AsyncIterator[Window]:
    """A merchant before their open card."""
    size, scheme = request.param
    email, _ = await new_person(Role.MERCHANT, "Maya Lindqvist")
    async with window(browser, server.url, size, scheme) as page:
        await page.sign_in(email)
        await page.say(TOLD)
        await page.answered(2)
        await page.page.wait_for_selector("#case-card")
        if size == PHONE:
            await page.page.click("#case-card .ob-head")
        yield page


def head(card: Window, key: str) -> Locator:
    return card.page.locator(f"[data-key='{key}'] .ob-row-head")


async def fill_in(card: Window, key: str, value: str) -> None:
    await head(card, key).click()
    line = card.page.locator(f"[data-key='{key}']")
    await line.locator("input").first.fill(value)
    await line.locator("button[type=submit]").click()


@SIZES
async def test_a_line_is_corrected_with_a_tap_and_shows_what_it_was(card: Window) -> None:
    await fill_in(card, "merchant_name", "Quiet Harbour Tea")
    await expect(head(card, "merchant_name")).to_contain_text("Quiet Harbour Tea")
    await expect(head(card, "merchant_name")).to_be_focused()
    await head(card, "merchant_name").click()
    origin = card.page.locator("[data-key=merchant_name] .ob-origin")
    await expect(origin).to_contain_text("Filled in")
    await expect(origin.locator("del")).to_have_text("Quiet Harbor Tea")


@SIZES
async def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(card: Window) -> None:
    await fill_in(card, "email", "nobody at all")
    line = card.page.locator("[data-key=email]")
    await expect(line.get_by_role("alert")).to_contain_text("not a complete e-mail address")
    await expect(line.locator("input")).to_be_focused()
    await head(card, "business_license").click()
    await card.page.click("[data-key=business_license] [data-act=have_none]")
    await expect(head(card, "business_license")).to_contain_text("You have none")
    assert await line.locator("input").input_value() == "nobody at all"
    await card.page.keyboard.press("Tab")


@SIZES
async def test_where_a_value_comes_from_is_one_tap_away(card: Window) -> None:
    await head(card, "annual_revenue").click()
    origin = card.page.locator("[data-key=annual_revenue] .ob-origin")
    await expect(origin.locator("q")).to_contain_text("1.2m USD a year")
    await expect(origin).to_contain_text("You ·")
    await expect(origin).to_contain_text("Said, word for word")


@SIZES
async def test_a_secure_field_hides_what_is_typed_and_shows_its_end_afterwards(card: Window) -> None:
    await head(card, "account_number").click()
    line = card.page.locator("[data-key=account_number]")
    field = line.locator("input")
    assert await field.get_attribute("type") == "password"
    assert await field.get_attribute("autocomplete") == "off"
    assert await field.get_attribute("inputmode") == "numeric"
    await field.fill("000871221725")
    await line.get_by_role("button", name="Show").click()
    assert await field.get_attribute("type") == "text"
    await line.locator("button[type=submit]").click()
    await expect(head(card, "account_number")).to_contain_text("•••• 1725")
    born = "owners[0].date_of_birth"
    await head(card, born).click()
    for part, value in (("day", "2"), ("month", "11"), ("year", "1979")):
        await card.page.fill(f"[data-key='{born}'] [data-part={part}]", value)
    await card.page.click(f"[data-key='{born}'] button[type=submit]")
    await expect(head(card, born)).to_contain_text("••••")
    for told in ("000871221725", "1979-11-02"):
        assert not any(told in received for received in card.received)
        assert told not in await card.page.content()


@SIZES
async def test_axe_finds_nothing_serious_on_the_open_card(card: Window) -> None:
    for key in ("address", "owners", "tax_id", "annual_revenue"):
        await head(card, key).click()
    assert await violations(card.page, within="#case-card", impacts=("serious", "critical")) == []
    wide = await card.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= await card.page.evaluate("window.innerWidth")


@pytest.mark.parametrize("card", [(PHONE, "light")], indirect=True, ids=["phone"])
async def test_escape_closes_the_sheet_and_gives_the_conversation_back(card: Window) -> None:
    composer = card.page.locator("#message-composer")
    await expect(composer).to_have_attribute("inert", "")
    await card.page.locator("#case-card .ob-head").focus()
    await card.page.keyboard.press("Escape")
    await expect(head(card, "merchant_name")).to_be_hidden()
    await expect(card.page.locator("#case-card .ob-head")).to_be_focused()
    await card.say("licence QH-20931, in business since 2018")
