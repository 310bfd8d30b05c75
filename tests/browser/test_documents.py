"""Sending documents in a browser: on a phone and a desk, with a script and without one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from cases.access import Role
from tests.browser.windows import PHONE, WIDE, Window, window
from tests.newcomers import PASSWORD
from tests.papers import CERTIFICATE, make_pdf, make_photograph, with_script
from tests.server_process import Caller, Server

NewPerson = Callable[..., Awaitable[tuple[str, Caller]]]


async def begun(caller: Caller) -> str:
    return await caller.onboard(merchant_name="Quayside Books", email="mail@quayside.example.com")


async def sign_in(page: Page, server: Server, email: str) -> None:
    await page.goto(f"{server.url}/chat/login")
    await page.fill("#email", email)
    await page.fill("#password", PASSWORD)
    await page.press("#password", "Enter")
    await page.wait_for_url("**/chat/**")


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


@pytest.mark.parametrize("size", [PHONE, WIDE])
async def test_documents_are_sent_listed_refused_and_taken_back(
    browser: Browser, server: Server, new_person: NewPerson, tmp_path: Path, size: tuple[int, int]
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    case = await begun(caller)
    async with window(browser, server.url, size) as win:
        await sign_in(win.page, server, email)
        await win.page.goto(f"{server.url}/upload/{case}")
        await win.page.select_option("#kind", "registration")
        paper = written(tmp_path, "certificate.pdf", make_pdf(CERTIFICATE))
        photo = written(tmp_path, "IMG_1.JPG", make_photograph())
        await win.page.set_input_files("#file", [paper, photo])
        await win.page.click("#send button")
        await expect(win.page.locator("[data-document]")).to_have_count(2)
        await expect(win.page.locator("#told")).to_contain_text("IMG_1.jpg")
        await expect(win.page.locator("[data-document]").first).to_contain_text("Certificate of registration")

        script = written(tmp_path, "script.pdf", with_script())
        await win.page.set_input_files("#file", script)
        await win.page.click("#send button")
        await expect(win.page.locator("#told .wrong")).to_contain_text("print it to a new PDF")
        await expect(win.page.locator("[data-document]")).to_have_count(2)
        win.complaints = [line for line in win.complaints if "422" not in line]

        await win.page.locator("[data-document]").nth(1).get_by_role("button").click()
        await expect(win.page.locator("[data-document]")).to_have_count(1)
        assert await fits(win)
        async with win.page.expect_download() as handed_out:
            await win.page.locator("[data-document] a").first.click()
        assert (await handed_out.value).suggested_filename == "certificate.pdf"


async def fits(win: Window) -> bool:
    return await win.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


async def test_what_was_read_is_taken_over_on_the_page(
    browser: Browser, server: Server, new_person: NewPerson, tmp_path: Path
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    case = await caller.onboard(merchant_name="Tidewater Books", email="mail@tidewater.example.com")
    await caller.until(case, "Your turn")
    async with window(browser, server.url, PHONE) as win:
        await sign_in(win.page, server, email)
        await win.page.goto(f"{server.url}/upload/{case}")
        paper = written(tmp_path, "certificate.pdf", make_pdf(CERTIFICATE))
        await win.page.set_input_files("#file", paper)
        await win.page.click("#send button")
        await expect(win.page.locator("#told")).to_contain_text("certificate.pdf")
        offer = win.page.get_by_text("You told us Tidewater Books; your certificate of registration")
        await expect(offer).to_be_visible()
        await win.page.get_by_role("button", name="Take over: Business name").click()
        await expect(offer).to_have_count(0)
    status = await caller.status(case)
    assert status["application"]["merchant_name"] == "Tidewater Books Ltd"  # type: ignore[index]


async def test_the_page_works_without_a_script(
    browser: Browser, server: Server, new_person: NewPerson, tmp_path: Path
) -> None:
    email, caller = await new_person(Role.MERCHANT)
    case = await begun(caller)
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = await context.new_page()
    await sign_in(page, server, email)
    await page.goto(f"{server.url}/upload/{case}")
    await page.set_input_files("#file", written(tmp_path, "certificate.pdf", make_pdf(CERTIFICATE)))
    await page.click("#send button")
    await expect(page.locator("[data-document]")).to_have_count(1)
    await page.set_input_files("#file", written(tmp_path, "scan.jpg", b"no picture at all"))
    await page.click("#send button")
    await expect(page.locator("#told")).to_contain_text("no PDF, JPEG, PNG or HEIC")
    with (tmp_path / "huge.pdf").open("wb") as huge:
        huge.truncate(200_000_000)
    await page.set_input_files("#file", tmp_path / "huge.pdf")
    await page.click("#send button")
    await expect(page.locator("#told")).to_contain_text("larger than 10 MB")
    await page.locator("[data-document]").get_by_role("button").click()
    await expect(page.locator("[data-document]")).to_have_count(0)
    await context.close()


async def test_a_reviewer_says_why_a_document_cannot_be_used_and_the_merchant_reads_it(
    browser: Browser, server: Server, new_person: NewPerson, tmp_path: Path
) -> None:
    merchant, caller = await new_person(Role.MERCHANT)
    reviewer, _ = await new_person(Role.REVIEWER)
    case = await begun(caller)
    async with window(browser, server.url, PHONE) as win:
        await sign_in(win.page, server, merchant)
        await win.page.goto(f"{server.url}/upload/{case}")
        await win.page.set_input_files("#file", written(tmp_path, "a.pdf", make_pdf(CERTIFICATE)))
        await win.page.click("#send button")
        await expect(win.page.locator("[data-document]")).to_have_count(1)
        async with window(browser, server.url) as other:
            await sign_in(other.page, server, reviewer)
            await other.page.goto(f"{server.url}/upload/{case}")
            await expect(other.page.locator("#send")).to_have_count(0)
            await other.page.select_option("[name=reason]", "expired")
            await other.page.fill("[name=comment]", "It ended in May.")
            await other.page.get_by_role("button", name="Cannot be used").click()
            await expect(other.page.locator("[data-document]")).to_contain_text("Cannot be used")
        await win.page.reload()
        await expect(win.page.locator("[data-document]")).to_contain_text("It has expired.")
        await expect(win.page.locator("[data-document]")).to_contain_text("It ended in May.")


async def test_nobody_else_gets_to_the_page(browser: Browser, server: Server, new_person: NewPerson) -> None:
    _, caller = await new_person(Role.MERCHANT)
    stranger, _ = await new_person(Role.MERCHANT)
    case = await begun(caller)
    async with window(browser, server.url) as win:
        await win.page.goto(f"{server.url}/upload/{case}")
        assert "/upload/" not in win.page.url
        await sign_in(win.page, server, stranger)
        await win.page.goto(f"{server.url}/upload/{case}")
        await expect(win.page.locator("#send")).to_have_count(0)
        assert "/upload/" not in win.page.url
