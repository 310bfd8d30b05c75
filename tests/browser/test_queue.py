"""The queue in a real browser: worked through by keyboard, chosen from, several picked at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from cases.access import Role
from tests.browser.fitness import is_accessible
from tests.browser.windows import CHROMIUM, Window, window
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Caller, Server, running

MEDIUM = {"annual_revenue": 20000}
UNLICENSED = {**MEDIUM, "business_license": "none"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this file's own: what comes next must not be another test's."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with running(tmp_path_factory.mktemp("queue") / "data") as server:
        yield server


@pytest_asyncio.fixture(loop_scope="session")
async def merchant(server: Server) -> Caller:
    _, caller = await newcomer(server, Role.MERCHANT)
    return caller


@pytest_asyncio.fixture(loop_scope="session")
async def reviewer(server: Server, browser: Browser) -> AsyncIterator[Window]:
    """The window of a new reviewer, who never touches a mouse in it."""
    email, _ = await newcomer(server, Role.REVIEWER, "Rosa Okonkwo")
    async with window(browser, server.url) as page:
        await page.sign_in(email)
        await page.page.wait_for_selector("#queue")
        yield page


async def in_review(caller: Caller, *names: str, **more: object) -> list[str]:
    """Applications that the team has checked, in the order in which they came into review."""
    cases = [await caller.onboard(**{**BAKERY, **more, "merchant_name": name}) for name in names]
    for case in cases:
        await caller.until(case, "In review")
    return cases


async def press(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def tab_to(page: Page, field: str) -> None:
    """Go on with the tabulator until the focus is there."""
    for _ in range(60):
        if await page.evaluate("document.activeElement?.id") == field:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"{field} is not reached")


async def next_case(page: Page, name: str) -> None:
    await press(page, "n")
    await expect(page.locator("#case-card .ob-title")).to_have_text(name)
    await expect(page.locator("#approve")).to_be_enabled()


async def opened(page: Page, key: str, focused: str) -> None:
    """Open a form by its key; the focus is in it then."""
    await press(page, key)
    await expect(page.locator(focused).first).to_be_focused()


async def decided(page: Page) -> None:
    """The card offers no decision any more."""
    await expect(page.locator("#approve, #approve-now, #decline-now, #ask-now")).to_have_count(0)


async def test_ten_cases_are_decided_with_the_keyboard_alone(merchant: Caller, reviewer: Window) -> None:
    """The riskier ones first; the clean one of low risk by three keys."""
    page = reviewer.page
    cases = await in_review(merchant, "Alder", "Birch", "Cedar", "Damson", **MEDIUM)
    clean = ["Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"]
    cases += [case for name in clean for case in await in_review(merchant, name)]
    await expect(page.locator(".ob-line")).to_have_count(10)
    await is_accessible(page)
    await press(page, "?")
    await expect(page.locator("#keys")).to_be_visible()
    await is_accessible(page)
    await press(page, "Escape")
    await expect(page.locator("#keys")).to_be_hidden()
    await press(page, "j")
    await expect(page.locator(".ob-line").first).to_be_focused()
    await press(page, "Enter")
    await expect(page.locator("#case-card .ob-title")).to_have_text("Alder")

    await press(page, "c")
    await expect(page.locator("#claim")).to_have_count(0)
    await opened(page, "d", "input[name=reason]")
    await press(page, "Space", "Enter")
    await decided(page)

    await next_case(page, "Birch")
    await opened(page, "d", "input[name=reason]")
    await press(page, "Tab", "Space")
    await tab_to(page, "decline-comment")
    await page.keyboard.type("The address is a vacant lot.")
    await tab_to(page, "decline-now")
    await press(page, "Enter")
    await decided(page)

    await next_case(page, "Cedar")
    await opened(page, "q", "#ask-text")
    await page.keyboard.type("Which mill does your flour come from?")
    await tab_to(page, "ask-now")
    await press(page, "Enter")
    await decided(page)

    await next_case(page, "Damson")
    await opened(page, "a", "#approve-now")
    await press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab")
    await tab_to(page, "approve-comment")
    await page.keyboard.type("Seen the shop.")
    await tab_to(page, "approve-now")
    await is_accessible(page)
    await press(page, "Enter")
    await decided(page)

    await press(page, "b")
    await page.wait_for_selector("#queue .ob-line")
    await next_case(page, "Elm")
    await opened(page, "a", "#approve-now")
    await expect(page.locator(".ob-decides")).to_contain_text("Elm Low risk")
    await press(page, "Enter")
    await decided(page)

    for name in clean[1:]:
        await next_case(page, name)
        await opened(page, "a", "#approve-now")
        await press(page, "Enter")
        await decided(page)
    await press(page, "n")
    await expect(page.locator("#keys-said")).to_contain_text("Nothing else waits")
    came_to = [await merchant.until(case, "Declined", "Your turn", "Active") for case in cases]
    assert [case["public_state"] for case in came_to] == ["Declined"] * 2 + ["Your turn"] + ["Active"] * 7


async def test_what_one_is_at_stays_in_its_place_and_several_are_done_at_once(
    merchant: Caller, reviewer: Window, server: Server
) -> None:
    page = reviewer.page
    _, other = await newcomer(server, Role.REVIEWER)
    first, _, _ = await in_review(merchant, "Larch Mill", "Maple Mill", "Nettle Mill")
    await page.fill("#find", "mill")
    await expect(page.locator(".ob-line")).to_have_count(3)
    await expect(page.locator("[data-part=waiting] .ob-number")).to_have_text("3")
    await page.locator("#find").evaluate("box => box.blur()")
    await press(page, "j", "j")
    line = reviewer.queue_line("Maple Mill")
    await expect(line).to_be_focused()
    before = await line.bounding_box()
    declined = {"request_id": first, "approved": False, "reasons": ["other"], "comments": "no"}
    assert (await other.call("POST", "/api/merchants/approve", declined)).status_code == 200
    await expect(reviewer.queue_line("Larch Mill")).to_contain_text("Not here any more")
    await in_review(merchant, "Oak Mill")
    await expect(reviewer.queue_line("Oak Mill")).to_be_visible()
    await expect(line).to_be_focused()
    assert await line.bounding_box() == before
    await press(page, "o")
    await expect(reviewer.queue_line("Larch Mill")).to_have_count(0)
    await expect(line).to_be_focused()

    await press(page, "x", "j", "j", "X")
    await expect(page.locator("#bulk-count")).to_have_text("3 picked")
    await is_accessible(page)
    await tab_to(page, "bulk-remind")
    await press(page, "Enter")
    await expect(page.locator("#queue-said")).to_contain_text("0 done, 3 not: Maple Mill (It does not wait")
    await tab_to(page, "bulk-assign")
    await press(page, "Enter")
    await tab_to(page, "bulk-assign-now")
    await press(page, "Enter")
    await expect(page.locator("#queue-said")).to_have_text("3 done.")
    await expect(page.locator("[data-filter=assignee] option[value=nobody]")).to_have_count(0)
    await page.select_option("[data-filter=level]", "low")
    await expect(page.locator("#clear-filters")).to_be_visible()
