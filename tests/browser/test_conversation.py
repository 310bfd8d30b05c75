"""A merchant's window: what it shows, keeps and gives back."""

from __future__ import annotations

from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.conftest import NewPerson
from tests.browser.windows import PHONE, Window, window
from tests.server_process import Server

ALL_OF_IT = (
    "hello@quietharbor.example.com, our revenue is about 1.2m USD a year, we opened in 2018, "
    "licence QH-20931, phone +1 503 555 0137"
)


async def test_the_first_line_says_that_this_is_an_assistant_and_that_a_person_decides(
    merchant_page: Window,
) -> None:
    await merchant_page.reads("You are talking to an AI assistant")
    await merchant_page.reads("a person does")
    notice = merchant_page.page.get_by_role("link", name="privacy notice")
    assert await notice.get_attribute("href") == "/privacy?lang=en"


async def test_looking_at_the_page_opens_no_application(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    async with window(browser, server.url) as page:
        await page.sign_in(email)
        for _ in range(2):
            await page.page.reload()
            await page.reads("You are talking to an AI assistant")
        assert "/thread/" not in page.page.url
        await expect(page.page.locator("#case-card")).to_have_count(0)


async def test_a_message_is_there_once_in_every_window_and_after_a_reload(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    async with window(browser, server.url) as first, window(browser, server.url) as second:
        await first.sign_in(email)
        await first.say("We are Quiet Harbor Tea, a tea shop at 4 Pier Road, Portland, OR 97201, USA.")
        await first.answered(2)
        await second.sign_in(email)
        await second.reads("We are Quiet Harbor Tea")
        await second.say("Our turnover is 90k dollars a year")
        await first.reads("Our turnover is 90k dollars a year")
        await first.page.reload()
        await first.reads("Our turnover is 90k dollars a year")
        for page in (first, second):
            for text in ("We are Quiet Harbor Tea, a tea shop", "Our turnover is 90k", "AI assistant"):
                await expect(page.times(text)).to_have_count(1)


async def test_what_cannot_be_kept_comes_back_into_the_box_with_a_reason(merchant_page: Window) -> None:
    long = "word " * 10_000
    await merchant_page.write(long)
    await merchant_page.reads("Not sent. That message has 50,000 characters")
    assert await merchant_page.page.input_value("#chat-input") == long
    await expect(merchant_page.saved).to_have_count(0)


async def test_many_messages_at_once_are_all_kept_in_order(merchant_page: Window) -> None:
    for number in range(8):
        await merchant_page.write(f"remark number {number}")
    await expect(merchant_page.saved).to_have_count(8)
    await merchant_page.page.reload()
    await merchant_page.reads("remark number 7")
    said = await merchant_page.page.locator("[data-step-type=user_message] pre").all_inner_texts()
    assert said == [f"remark number {number}" for number in range(8)]


async def test_the_card_fills_as_the_merchant_writes_and_masks_what_is_sensitive(
    merchant_page: Window,
) -> None:
    await merchant_page.say("We are Quiet Harbor Tea, a tea shop at 4 Pier Road, Portland, OR 97201, USA.")
    await expect(merchant_page.item("merchant_name")).to_contain_text("Quiet Harbor Tea")
    await expect(merchant_page.item("annual_revenue")).to_have_attribute("data-status", "currently_due")
    await merchant_page.say(f"{ALL_OF_IT}, EIN 61-8987901")
    await expect(merchant_page.item("annual_revenue")).to_contain_text("1,200,000 USD")
    await expect(merchant_page.item("tax_id")).to_contain_text("•••• 7901")
    await expect(merchant_page.page.locator("#submit")).to_be_visible()


async def test_markup_in_a_message_is_shown_letter_by_letter(
    merchant_page: Window, reviewer_page: Window
) -> None:
    await merchant_page.say("We are **Bold & Co** <img src=x> ![p](https://evil.example/p.png) # [a](b)")
    await reviewer_page.page.click("[data-part=all]")
    await reviewer_page.page.locator(".ob-line", has_text="Bold").last.click()
    await reviewer_page.page.wait_for_selector("#case-card")
    await reviewer_page.reads("We are **Bold & Co** <img src=x>")
    assert await reviewer_page.page.locator(".message-content img").count() == 0


async def test_a_phone_shows_the_card_in_the_conversation(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    async with window(browser, server.url, PHONE, "dark") as phone:
        await phone.sign_in(email)
        await phone.say(
            f"We are Quiet Harbor Tea, a tea shop at 4 Pier Road, Portland, OR 97201, USA. {ALL_OF_IT}"
        )
        await phone.is_in("Your turn")
        await expect(phone.item("merchant_name")).to_be_hidden()
        await phone.page.click("#case-card .ob-head")
        await expect(phone.item("merchant_name")).to_contain_text("Quiet Harbor Tea")
        wide = await phone.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE[0]
        await phone.page.click("#case-card .ob-head")
        await phone.confirm()
        await phone.is_in("In review")


async def test_making_the_window_narrow_moves_the_card(merchant_page: Window) -> None:
    await merchant_page.say("We are Quiet Harbor Tea.")
    await merchant_page.page.wait_for_selector(".ob-wide#case-card")
    await merchant_page.page.set_viewport_size({"width": 390, "height": 800})
    await merchant_page.page.wait_for_selector(".ob-narrow#case-card")
    await expect(merchant_page.page.locator("#case-card")).to_have_count(1)


async def test_a_wrong_password_is_said_calmly_and_the_address_stays(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    async with window(browser, server.url) as page:
        await page.page.goto(f"{server.url}/chat/")
        await page.page.fill("#email", email)
        await page.page.fill("#password", "not this one at all")
        await page.page.keyboard.press("Enter")
        await page.reads("do not go together")
        assert await page.page.input_value("#email") == email
        page.forgive_refused_sign_in()


async def test_a_merchant_comes_back_to_their_application_and_may_start_another(
    merchant_page: Window,
) -> None:
    await merchant_page.say("We are Quiet Harbor Tea, a tea shop.")
    await merchant_page.is_in("Your turn")
    await merchant_page.page.locator("#new-chat-button").last.click()
    await merchant_page.reads("We are Quiet Harbor Tea")
    await merchant_page.page.goto(f"{merchant_page.url}/chat/thread/11111111-2222-4333-8444-555555555555")
    await merchant_page.reads("We are Quiet Harbor Tea")
    await merchant_page.page.click("text=Start another application")
    await merchant_page.reads("First tell me what your business sells or does")
    await expect(merchant_page.times("We are Quiet Harbor Tea")).to_have_count(0)
    await merchant_page.say("We are Second Harbor Bikes, a bike shop.")
    await expect(merchant_page.item("merchant_name")).to_contain_text("Second Harbor Bikes")


async def test_signing_out_ends_the_session(merchant_page: Window) -> None:
    await merchant_page.page.click("#user-nav-button")
    await merchant_page.page.get_by_text("Sign out").click()
    await merchant_page.page.wait_for_selector("#password")
    await merchant_page.page.goto(f"{merchant_page.url}/chat/")
    await merchant_page.page.wait_for_selector("#password")


async def test_the_conversation_goes_on_after_the_server_was_killed(
    browser: Browser, server: Server, new_person: NewPerson
) -> None:
    email, _ = await new_person(Role.MERCHANT)
    async with window(browser, server.url) as page:
        await page.sign_in(email)
        await page.say("We are Quiet Harbor Tea, a tea shop.")
        await page.answered(2)
        server.kill()
        server.start()
        await server.ready()
        await page.say("Our turnover is 90k dollars a year")
        await expect(page.times("We are Quiet Harbor Tea, a tea shop")).to_have_count(1)
        await expect(page.times("Our turnover is 90k")).to_have_count(1)
        page.forgive_lost_connection()
