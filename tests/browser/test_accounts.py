"""Staff at the door, in a browser and without a script: a new password, a code, the way back in."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Browser, Page, expect
from pyotp.totp import TOTP

from cases.access import Role
from tests.browser.fitness import violations
from tests.browser.windows import PHONE, WIDE
from tests.letters import letters_to, text_of
from tests.server_process import Caller, Server

NewPerson = Callable[..., Awaitable[tuple[str, Caller]]]

ANOTHER = "another horse battery"


async def is_clean(page: Page, *, scripts: bool) -> None:
    """Fails where axe (a script itself) finds something, or the page is wider than its window."""
    if scripts:
        assert not await violations(page), page.url
    wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, page.url


async def mailed_link(server: Server, email: str) -> str:
    async with asyncio.timeout(30):
        while True:
            # It is written behind the answer, whose time does not tell whether there is an account.
            for letter in letters_to(server.data_dir, email):
                if found := re.search(r"https?://\S+/reset/\S+", text_of(letter)):
                    return found[0]
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("size", "scheme", "scripts"), [(PHONE, "dark", True), (WIDE, "light", True), (PHONE, "light", False)]
)
async def test_a_reviewer_sets_a_new_password_and_a_second_factor_also_without_a_script(
    browser: Browser,
    server: Server,
    new_person: NewPerson,
    size: tuple[int, int],
    scheme: str,
    scripts: bool,
) -> None:
    email, _ = await new_person(Role.REVIEWER, "Rosa Okonkwo")
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
        locale="de-DE",
    )
    page = await context.new_page()
    await page.goto(f"{server.url}/chat/login?next=/account")
    await expect(page.locator("h1")).to_have_text("Anmelden")
    await is_clean(page, scripts=scripts)

    await page.get_by_text("Passwort vergessen?").click()
    await is_clean(page, scripts=scripts)
    await page.fill("#email", email)
    await page.click("button")
    await expect(page.locator("h1")).to_have_text("Sehen Sie in Ihre Post")
    await page.goto(await mailed_link(server, email))
    await is_clean(page, scripts=scripts)
    await page.fill("#password", ANOTHER)
    await page.fill("#again", ANOTHER)
    await page.click("button")
    await expect(page.locator("h1")).to_have_text("Ihr neues Passwort gilt")

    await sign_in(page, server, email)
    await expect(page.locator("h1")).to_have_text("Ihr Konto")
    await is_clean(page, scripts=scripts)
    await page.fill("#on-current", ANOTHER)
    await page.click("#set-up")
    app = TOTP(await page.inner_text("#secret"))
    await is_clean(page, scripts=scripts)
    await page.fill("#code", app.now())
    await page.click("#confirm")
    await expect(page.locator(".codes code")).to_have_count(10)
    codes = await page.locator(".codes code").all_inner_texts()
    await is_clean(page, scripts=scripts)

    await context.clear_cookies()
    await sign_in(page, server, email)
    await expect(page.locator("h1")).to_have_text("Code eingeben")
    await is_clean(page, scripts=scripts)
    await page.fill("#code", codes[0])
    await page.click("button")
    await expect(page.locator("h1")).to_have_text("Ihr Konto")
    await is_clean(page, scripts=scripts)
    await context.close()


async def sign_in(page: Page, server: Server, email: str) -> None:
    await page.goto(f"{server.url}/chat/login?next=/account")
    await page.fill("#email", email)
    await page.fill("#password", ANOTHER)
    await page.click("button")
