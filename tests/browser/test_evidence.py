"""A reviewer records a check made elsewhere on the card: the fact is verified, the merchant hears nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import violations
from tests.browser.windows import PHONE, WIDE, Window, window
from tests.papers import make_pdf
from tests.server_process import BAKERY, Caller, Server

INSIDE = ("Zephyr Register", "ZR-20418", "register-extract", "registry_search", "Registry search", "evidence")
"""What stands in a recorded check and at no door of its merchant's."""


@pytest_asyncio.fixture(loop_scope="session")
async def merchant(new_person: NewPerson) -> tuple[str, Caller]:
    return await new_person(Role.MERCHANT, "Maya Lindqvist")


@pytest_asyncio.fixture(
    params=[(WIDE, "light"), (PHONE, "dark")], ids=["desk", "phone"], loop_scope="session"
)
async def reviewer(
    request: pytest.FixtureRequest, browser: Browser, server: Server, new_person: NewPerson
) -> AsyncIterator[Window]:
    """A reviewer before the queue."""
    size, scheme = request.param
    email, _ = await new_person(Role.REVIEWER, "Rosa Okonkwo")
    async with window(browser, server.url, size, scheme) as page:
        await page.sign_in(email)
        await page.page.wait_for_selector("#queue")
        yield page


async def opened(reviewer: Window, name: str) -> None:
    await reviewer.open_case(name)
    if reviewer.page.viewport_size and reviewer.page.viewport_size["width"] == PHONE[0]:
        await reviewer.page.click("#case-card .ob-head")


def fact(page: Window, key: str) -> Locator:
    return page.page.locator(f"[data-fact='{key}']")


async def test_a_registry_search_with_its_extract_verifies_a_name_and_the_merchant_hears_nothing(
    browser: Browser, merchant: tuple[str, Caller], reviewer: Window, tmp_path: Path
) -> None:
    email, caller = merchant
    name = f"Zinnia Tiles {reviewer.page.viewport_size['width']}"  # type: ignore[index]
    case = await caller.onboard(**{**BAKERY, "merchant_name": name})
    await caller.until(case, "In review")
    extract = tmp_path / "register-extract.pdf"
    extract.write_bytes(make_pdf(["Company number ZR-20418"]))
    async with window(browser, reviewer.url) as page:
        await page.sign_in(email)
        await page.is_in("In review")
        await opened(reviewer, name)
        await expect(fact(reviewer, "merchant_name")).to_have_attribute("data-level", "stated")
        await fill_in(reviewer, extract)
        await expect(fact(reviewer, "merchant_name")).to_have_attribute("data-level", "verified")
        await expect(fact(reviewer, "merchant_name")).to_contain_text("Verified")
        await expect(fact(reviewer, "email")).not_to_have_attribute("data-level", "verified")
        await expect(reviewer.page.locator("#checks-elsewhere")).to_contain_text("register-extract.pdf")
        await reviewer.reads("Registry search: confirmed")
        await page.say("Is there any news?")
        await page.page.reload()
        await page.reads("Is there any news?")
        heard = "\n".join(page.received) + await page.says()
    for path in ("", "/transcript", "/documents"):
        heard += (await caller.call("GET", f"/api/merchants/{case}{path}")).text
    for inside in INSIDE:
        assert inside not in heard, inside
    for path in ("/evidence", "/attachments"):
        assert (await caller.call("GET", f"/api/merchants/{case}{path}")).status_code in (403, 404, 405)


async def fill_in(reviewer: Window, extract: Path) -> None:
    """The form, by keyboard alone but for the choice of a file."""
    keys = reviewer.page.keyboard
    await reviewer.page.locator("#record-check").focus()
    await keys.press("Enter")
    await expect(reviewer.page.locator("[name=about][value=merchant_name]")).to_be_focused()
    await keys.press("Space")
    await expect(reviewer.page.locator("#record-now")).to_be_disabled()
    await reviewer.page.locator("#check-source").focus()
    await keys.type("Zephyr Register")
    await keys.press("Tab")
    await keys.press("Space")
    await keys.press("Tab")
    await keys.type("ZR-20418")
    await reviewer.page.set_input_files("#check-file", extract)
    await is_sound(reviewer)
    await reviewer.page.locator("#check-reference").focus()
    await keys.press("Enter")
    await expect(reviewer.page.locator("#check-said")).to_have_text(
        "Recorded. The merchant sees nothing of it."
    )


async def is_sound(reviewer: Window) -> None:
    """Nothing of the form is out of reach: of a screen reader, or beside a narrow window."""
    page = reviewer.page
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await violations(page, within="#evidence") == []


async def test_what_does_not_match_is_shown_against_the_fact_and_can_be_corrected(
    merchant: tuple[str, Caller], reviewer_page: Window
) -> None:
    _, caller = merchant
    case = await caller.onboard(**{**BAKERY, "merchant_name": "Yarrow Prints"})
    await caller.until(case, "In review")
    await reviewer_page.open_case("Yarrow Prints")
    for result, level, line in (
        ("not_confirmed", "stated", "Registry search: does not match"),
        ("confirmed", "verified", ""),
    ):
        await reviewer_page.press("record-check")
        await reviewer_page.page.check("[name=about][value=merchant_name]")
        await reviewer_page.page.fill("#check-source", "The register")
        await reviewer_page.page.check(f"[name=result][value={result}]")
        await reviewer_page.press("record-now")
        await expect(reviewer_page.page.locator("#checks-elsewhere li").first).to_have_attribute(
            "data-result", result
        )
        await expect(fact(reviewer_page, "merchant_name")).to_have_attribute("data-level", level)
        await expect(fact(reviewer_page, "merchant_name")).to_contain_text(line)
    await expect(reviewer_page.page.locator("#checks-elsewhere .ob-former")).to_have_count(1)
