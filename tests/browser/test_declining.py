"""A reviewer sees beforehand what the merchant will read, and that is what the merchant then reads."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.fitness import is_accessible
from tests.browser.windows import CHROMIUM, PHONE, window
from tests.newcomers import newcomer
from tests.policies import write_silent_policy
from tests.server_process import BAKERY, Server, serving


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A server whose policy knows reasons that are not told."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    async with serving(tmp_path / "data", ONBOARD_POLICY=str(write_silent_policy(tmp_path))) as server:
        yield server


async def test_a_reviewer_foresees_what_a_decline_tells_and_the_merchant_reads_just_that_and_a_letter(
    browser: Browser, server: Server
) -> None:
    email, merchant = await newcomer(server, Role.MERCHANT, "Ines Calder")
    reviewer, _ = await newcomer(server, Role.REVIEWER, "Rosa")
    case = await merchant.onboard(**BAKERY)
    await merchant.until(case, "In review")
    async with window(browser, server.url) as page:
        await page.sign_in(reviewer)
        await page.open_case("Harbour Lane Bakery")
        await page.press("decline")
        preview = page.page.locator("#decline-preview")
        reasons = page.page.locator("input[name=reason]")
        await expect(page.page.locator("[data-visibility=silent]")).to_contain_text("whatever else you pick")
        await reasons.and_(page.page.locator("[value=ownership_unclear]")).check()
        await expect(preview).to_have_attribute("data-tells", "1")
        await expect(preview).to_contain_text("The reason: It is not clear to us who owns the business.")
        await reasons.and_(page.page.locator("[value=sanctions]")).check()
        await expect(preview).to_have_attribute("data-tells", "0")
        await expect(preview).to_contain_text("The merchant reads no reason")
        foreseen = await preview.locator("blockquote").first.inner_text()
        await preview.locator("summary").click()
        await expect(preview.locator(".ob-letter")).to_contain_text("You can appeal until")
        await is_accessible(page.page)
        await page.press("decline-now")
        await page.is_in("Declined")
        await expect(page.page.locator("#decline-letter")).to_be_visible()
    async with window(browser, server.url, size=PHONE) as page:
        await page.sign_in(email)
        await page.reads(foreseen)
        await page.page.click("#case-card .ob-head")
        letter = page.page.locator("#decline-letter")
        await expect(letter).to_be_visible()
        async with page.page.expect_download() as coming:
            await letter.click()
        downloaded = await asyncio.to_thread((await (await coming.value).path()).read_bytes)
        await is_accessible(page.page)
    answer = await merchant.call("GET", f"/api/merchants/{case}/notice")
    assert answer.content == downloaded
