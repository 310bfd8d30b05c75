"""A merchant states a structure of two levels, and the reviewer sees the chart and the right owners."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.fitness import is_accessible, is_fit
from tests.browser.windows import CHROMIUM, PHONE, Window, window
from tests.server_process import BAKERY, Server, running
from tests.web.test_owners import with_owners


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose policy has rules on owners."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    folder = tmp_path_factory.mktemp("owners")
    with running(folder / "data", ONBOARD_POLICY=str(with_owners(folder / "policy"))) as server:
        yield server


async def test_two_levels_are_stated_and_the_reviewer_sees_who_owns_the_business(
    browser: Browser, new_person: NewPerson, reviewer_page: Window
) -> None:
    email, caller = await new_person(Role.MERCHANT, "Maya Lindqvist")
    owners = [
        {"name": "Ada Marsh", "ownership_percent": 60},
        {"name": "Quay Holding Ltd", "ownership_percent": 40},
    ]
    case = await caller.onboard(**{**BAKERY, "merchant_name": "Sorrel Supplies", "owners": owners})
    await caller.until(case, "In review")
    async with window(browser, reviewer_page.url, PHONE) as merchant:
        await merchant.sign_in(email)
        page = merchant.page
        await page.goto(f"{merchant.url}/owners/{case}")
        await expect(page.locator("#missing")).to_contain_text("Who owns Quay Holding Ltd?")
        await is_fit(page)
        await shot(page, "owners-390")
        await page.get_by_role("link", name="Who owns Quay Holding Ltd?").click()
        await page.get_by_label("Name").fill("Ben Cole")
        await page.get_by_label("Share of Quay Holding Ltd, in %").fill("100")
        await page.get_by_label("Director").check()
        await is_fit(page)
        await shot(page, "owner-390")
        await page.get_by_role("button", name="Save").click()
        await expect(page.locator("[data-party=p3]")).to_contain_text("100 % of Quay Holding Ltd")
        await caller.until(case, "In review")
    await reviewer_page.open_case("Sorrel Supplies")
    card = reviewer_page.page.locator("#ownership")
    await card.locator("summary").first.click()
    row = card.get_by_role("row", name="Ben Cole")
    await expect(row).to_contain_text("40 %")
    await expect(row).to_contain_text(
        "Ben Cole has 100 % of Quay Holding Ltd, which has 40 % of Sorrel Supplies"
    )
    await expect(card.locator("svg")).to_contain_text("Quay Holding Ltd")
    await expect(card.locator(".ob-chart")).to_be_visible()
    await is_accessible(reviewer_page.page)
    await card.scroll_into_view_if_needed()
    await shot(reviewer_page.page, "card-1280")
    await reviewer_page.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await reviewer_page.page.locator("#case-card .ob-head").click()
    await card.locator("summary").first.click()
    await card.locator(".ob-chart").scroll_into_view_if_needed()
    await is_fit(reviewer_page.page)
    await shot(reviewer_page.page, "card-390")


async def shot(page: object, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        await page.screenshot(path=f"{folder}/{name}.png", full_page=True)  # type: ignore[attr-defined]
