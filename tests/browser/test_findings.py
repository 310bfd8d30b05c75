"""What checks found, on the reviewer's card and on the merchant's, under the full policy."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.windows import CHROMIUM, PHONE, window
from tests.newcomers import newcomer
from tests.policies import FULL_FILE
from tests.server_process import BAKERY, Caller, Server, serving

DOUBTFUL = {
    **BAKERY,
    "address": "12 Harbour Lane, Portland, OR 10001, United States",
    "phone": "+442083661177",
    "email": "harbourlane@gmail.com",
}


@pytest_asyncio.fixture(loop_scope="session")
async def full(tmp_path: Path) -> AsyncIterator[Server]:
    """A server that goes by the full policy."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    async with serving(tmp_path / "data", ONBOARD_POLICY=str(FULL_FILE)) as server:
        yield server


async def checked(caller: Caller, **told: object) -> str:
    case = await caller.onboard(**told)
    await caller.until(case, "In review", "Your turn")
    return case


async def test_a_reviewer_reads_findings_and_goes_to_a_duplicate_and_the_merchant_mends_their_own(
    browser: Browser, full: Server
) -> None:
    _, earlier = await newcomer(full, Role.MERCHANT, "Olaf")
    email, later = await newcomer(full, Role.MERCHANT, "Maya")
    reviewer, _ = await newcomer(full, Role.REVIEWER, "Rosa")
    other = await checked(earlier, **{**BAKERY, "merchant_name": "Harbor Lane Bakeries"})
    await checked(later, **DOUBTFUL)
    async with window(browser, full.url) as page:
        await page.sign_in(reviewer)
        await page.open_case("Harbour Lane Bakery")
        card = page.page.locator("#case-card")
        await expect(card).to_contain_text("The postal code does not belong to this state or region.")
        await expect(card).to_contain_text("The merchant reads this too.")
        await expect(card).to_contain_text("belongs to a provider of free mailboxes")
        link = card.locator(f"[data-duplicate='{other}']")
        await expect(link).to_have_text("Open another person's application")
        await link.click()
        await expect(page.page.locator("#case-card .ob-title")).to_have_text("Harbor Lane Bakeries")
    async with window(browser, full.url, size=PHONE) as page:
        await page.sign_in(email)
        await page.page.locator("#case-card .ob-head").click()
        line = page.item("address")
        await expect(line).to_contain_text("please look again")
        await line.locator(".ob-row-head").click()
        await expect(line).to_contain_text("Look which of the two is right.")
        said = await page.says() + await page.page.locator("#case-card").inner_text()
        assert not [word for word in ("free mailbox", "another person", "Harbor Lane") if word in said]
