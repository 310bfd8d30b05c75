"""The main job in two browsers: a merchant tells, confirms and watches; a reviewer reads and decides."""

from __future__ import annotations

import sqlite3

from playwright.async_api import expect

from tests.browser.windows import Window
from tests.server_process import Server


async def tell_and_confirm(merchant: Window, name: str) -> None:
    """Everything over several messages, each once the one before was answered, then yes."""
    said = (
        f"Hi! We're {name}, a bakery at 12 Harbour Lane, Portland, OR 97201. Open since 2018.",
        "about 240k dollars a year, write to orders@harbourlane.example.com",
        "our licence number is FB-20931, EIN 61-8987901",
        "that's all",
    )
    for number, text in enumerate(said, start=1):
        await merchant.say(text)
        await merchant.answered(number + 1)
    await merchant.reads("Is everything correct?")
    await merchant.say("yes")
    await merchant.is_in("In review")


async def open_once_it_appears(reviewer: Window, name: str) -> None:
    """The case comes into the open queue by itself; the findings are there."""
    await expect(reviewer.queue_line(name)).to_contain_text("risk")
    await reviewer.open_case(name)
    await expect(reviewer.page.locator("#case-risk")).to_contain_text("higher is safer")
    await reviewer.reads("Here is what the policy makes of it.")


def accounts(server: Server) -> list[str]:
    """The accounts that exist; the services make their file with the first one."""
    file = server.data_dir / "services.db"
    if not file.exists():
        return []
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return [row[0] for row in connection.execute("SELECT merchant_id FROM accounts")]
    finally:
        connection.close()


async def test_a_merchant_tells_a_reviewer_approves_and_the_account_becomes_active(
    merchant_page: Window, reviewer_page: Window, server: Server
) -> None:
    await tell_and_confirm(merchant_page, "Harbour Bread")
    await open_once_it_appears(reviewer_page, "Harbour Bread")
    await reviewer_page.press("approve")
    await reviewer_page.press("approve-now")

    await merchant_page.reads("has approved your application")
    await merchant_page.reads("Your account has been created.")
    await merchant_page.reads("Your dashboard is set up.")
    await merchant_page.reads("Your welcome message is on its way.")
    await merchant_page.reads("Your account is active.")
    await merchant_page.is_in("Active")
    merchant_id = await merchant_page.page.inner_text("#merchant-id")
    assert merchant_id in accounts(server)


async def test_a_merchant_who_is_declined_reads_why_and_has_no_account(
    merchant_page: Window, reviewer_page: Window, server: Server
) -> None:
    before = accounts(server)
    await tell_and_confirm(merchant_page, "Harbour Cakes")
    await open_once_it_appears(reviewer_page, "Harbour Cakes")
    await reviewer_page.press("decline")
    await reviewer_page.page.locator("input[name=reason]").first.check()
    await reviewer_page.press("decline-now")

    await merchant_page.is_in("Declined")
    await merchant_page.reads("The reason:")
    assert await merchant_page.page.locator("#merchant-id").count() == 0
    assert accounts(server) == before


async def test_a_reviewers_question_is_answered_in_the_conversation_and_the_case_comes_back(
    merchant_page: Window, reviewer_page: Window
) -> None:
    await tell_and_confirm(merchant_page, "Harbour Rolls")
    await open_once_it_appears(reviewer_page, "Harbour Rolls")
    await reviewer_page.press("ask")
    await reviewer_page.page.fill("#ask-text", "Which mill does your flour come from?")
    await reviewer_page.page.select_option("#ask-reason", "understand_business")
    await reviewer_page.press("ask-now")

    await merchant_page.is_in("Your turn")
    await merchant_page.reads("Which mill does your flour come from?")
    await merchant_page.say("Stone Mill in Salem, twice a week")
    await reviewer_page.reads("Stone Mill in Salem")
    await merchant_page.confirm()
    await merchant_page.is_in("In review")
    await reviewer_page.is_in("In review")
