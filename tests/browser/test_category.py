"""What a merchant sells, in the reviewer's window: the category, what else fits, and one click to confirm."""

from __future__ import annotations

from playwright.async_api import expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.windows import PHONE, Window
from tests.server_process import BAKERY


async def test_a_reviewer_sees_the_candidates_and_confirms_one_of_them(
    new_person: NewPerson, reviewer_page: Window
) -> None:
    _, caller = await new_person(Role.MERCHANT, "Maya Lindqvist")
    case = await caller.onboard(**{**BAKERY, "merchant_name": "Alder Oven"})
    await caller.until(case, "In review")
    await reviewer_page.open_case("Alder Oven")
    page = reviewer_page.page
    await expect(page.locator("#category")).to_contain_text("5462")
    await page.click("#confirm-category")
    await expect(page.locator("#category-now")).to_be_disabled()
    await expect(page.locator("input[name=category][value='5462']")).to_be_checked()
    await page.fill("#category-reason", "Bread and cake on the website.")
    await page.click("#category-now")
    await expect(page.locator("#category-confirmed")).to_contain_text("Bread and cake on the website.")
    await expect(page.locator("#category-confirmed")).to_contain_text("Confirmed by")
    await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
