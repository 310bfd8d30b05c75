"""Others on the merchant's side in a browser: asked from the form, done on a phone, script or no script."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Browser, Page, expect

from cases.access import Role
from tests.browser.fitness import violations
from tests.browser.windows import PHONE, WIDE, window
from tests.letters import letters_to, link_in
from tests.newcomers import PASSWORD
from tests.server_process import Caller, Server

NewPerson = Callable[..., Awaitable[tuple[str, Caller]]]


async def begun(server: Server, new_person: NewPerson) -> tuple[str, str]:
    """The address of an applicant, and their case: a business in the United States with two owners."""
    email, caller = await new_person(Role.MERCHANT, "Gwen Abara")
    case = await caller.onboard(
        merchant_name="Quayside Pottery",
        email="mail@quayside.example.com",
        address="12 Harbour Lane, Portland, OR 97201, United States",
        owners=[
            {"name": "Gwen Abara", "ownership_percent": 60},
            {"name": "Cleo Marsh", "ownership_percent": 40},
        ],
    )
    await caller.until(case, "Your turn")
    return email, case


async def sign_in(page: Page, server: Server, email: str) -> None:
    await page.goto(f"{server.url}/chat/login")
    await page.fill("#email", email)
    await page.fill("#password", PASSWORD)
    await page.press("#password", "Enter")
    await page.wait_for_url("**/chat/**")


async def opened(page: Page, server: Server, email: str) -> None:
    """The letter that somebody got is opened, and its link pressed."""
    letter = letters_to(server.data_dir, email)[-1]
    await page.goto(server.url + link_in(letter))
    await page.click("#go-on")


async def is_fit_to_read(page: Page) -> None:
    """Nothing sticks out, and axe finds nothing."""
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not await violations(page), page.url


@pytest.mark.parametrize("size", [PHONE, WIDE])
async def test_a_co_owner_is_asked_from_the_form_and_does_their_part(
    browser: Browser, server: Server, new_person: NewPerson, size: tuple[int, int]
) -> None:
    email, case = await begun(server, new_person)
    cleo = f"cleo.{size[0]}@helper.example.com"
    async with window(browser, server.url, size) as gwen, window(browser, server.url, size) as guest:
        await sign_in(gwen.page, server, email)
        await gwen.page.goto(f"{server.url}/form/{case}")
        await is_fit_to_read(gwen.page)
        await gwen.page.get_by_role("link", name="Or ask Cleo Marsh to fill this in").first.click()
        await expect(gwen.page.locator("#name")).to_have_value("Cleo Marsh")
        await gwen.page.fill("#email", cleo)
        await gwen.page.click("#send-invitation")
        await expect(gwen.page.get_by_text("on its way to Cleo Marsh")).to_be_visible()
        await expect(gwen.page.locator("[data-helper]")).to_contain_text("not done yet")
        await is_fit_to_read(gwen.page)

        await opened(guest.page, server, cleo)
        await expect(guest.page.get_by_text("Gwen Abara is applying")).to_be_visible()
        await expect(guest.page.locator("#date_of_birth")).to_have_count(0)
        await is_fit_to_read(guest.page)
        await guest.page.click("#begin")
        await guest.page.fill("#date_of_birth", "17.11.1979")
        await guest.page.select_option("#nationality", label="Portugal")
        await guest.page.click("#save")
        await expect(guest.page.get_by_text("Entered. Fill in to change it.")).to_have_count(2)
        await guest.page.fill("#home_address", "7 Vine Walk, Salem, OR 97301, United States")
        await guest.page.fill("#social_security_number", "536-90-4399")
        await guest.page.check("[name=declared]")
        await is_fit_to_read(guest.page)
        await guest.page.click("#finish")
        await expect(guest.page.get_by_text("Your part is done")).to_be_visible()
        await is_fit_to_read(guest.page)

        await gwen.page.goto(f"{server.url}/people/{case}")
        await expect(gwen.page.locator("[data-helper] .done")).to_have_text("done")
        await gwen.page.goto(f"{server.url}/form/{case}")
        await expect(gwen.page.get_by_text("Entered by somebody you invited")).to_have_count(2)
        shown = " ".join(gwen.received)
        for secret in ("1979-11-17", "17.11.1979", "Vine Walk", "4399"):
            assert secret not in shown, secret


async def test_an_accountant_does_their_part_without_a_script_and_is_taken_out(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    email, case = await begun(server, new_person)
    plain = await browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    other = await browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    gwen, guest = await plain.new_page(), await other.new_page()
    await sign_in(gwen, server, email)
    await gwen.goto(f"{server.url}/people/{case}")
    await gwen.check("[value=accountant]")
    await gwen.fill("#name", "Ana Buch")
    await gwen.fill("#email", "ana@books.example.com")
    await gwen.select_option("#lang", "de")
    await gwen.click("#send-invitation")

    await opened(guest, server, "ana@books.example.com")
    await expect(guest.locator("html")).to_have_attribute("lang", "de")
    await guest.click("#begin")
    await guest.fill("#annual_revenue", "240.000 EUR")
    await guest.click("#finish")
    await expect(guest.get_by_role("alert")).to_be_visible()
    await guest.check("[name=declared]")
    await guest.click("#finish")
    await expect(guest.get_by_text("Ihr Teil ist fertig")).to_be_visible()

    await gwen.reload()
    await gwen.get_by_role("button", name="Take back: Ana Buch").click()
    await expect(gwen.get_by_text("You have invited nobody yet.")).to_be_visible()
    await guest.goto(f"{server.url}/part/{case}")
    await expect(guest.locator("#annual_revenue")).to_have_count(0)
    await plain.close()
    await other.close()
