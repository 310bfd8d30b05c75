"""From the start page to "In review": as a conversation, as a form, and on two devices, in four languages."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest
from playwright.async_api import Browser, expect

from cases.languages import Language
from desk.wordbook import Wordbook, wordbook
from tests.browser.fitness import is_fit
from tests.browser.journeys import NEWCOMERS, Newcomer
from tests.browser.windows import PHONE, WIDE, Window, window
from tests.letters import letters_to, link_in
from tests.server_process import Server

Size = tuple[int, int]


def journeys(*runs: tuple[Language, Size]) -> pytest.MarkDecorator:
    """A run for each language and size of window."""
    ids = [f"{language}-{width}" for language, (width, _) in runs]
    return pytest.mark.parametrize(("language", "size"), runs, ids=ids)


class Journey:
    """A newcomer at a window of theirs."""

    def __init__(self, newcomer: Newcomer, at: Window, server: Server) -> None:
        self.newcomer = newcomer
        self.at = at
        self.page = at.page
        self.server = server
        self.email = f"{uuid4().hex[:12]}@shop.example.com"

    @property
    def words(self) -> Wordbook:
        """What the pages say, in the newcomer's language."""
        return wordbook(self.newcomer.language)

    @property
    def is_narrow(self) -> bool:
        """Whether the card is folded above the conversation."""
        return self.page.viewport_size is not None and self.page.viewport_size["width"] < 900

    async def asks_for_a_link(self) -> None:
        """Name and e-mail address on the start page, and what is said then."""
        await self.page.goto(f"{self.server.url}/start")
        await is_fit(self.page, self.newcomer.language)
        await self.page.fill("#name", self.newcomer.name)
        await self.page.fill("#email", self.email)
        await self.page.click("#send-link")
        await self.at.reads(self.words("start.sent_title"))
        await is_fit(self.page, self.newcomer.language)

    async def opens_the_letter(self) -> None:
        """The page behind the link of the newest letter."""
        await self.page.goto(self.server.url + link_in(letters_to(self.server.data_dir, self.email)[-1]))
        await expect(self.page.locator("#go-on")).to_be_visible()
        await is_fit(self.page, self.newcomer.language)

    async def enters_the_conversation(self) -> None:
        """With the button of a link's page; the composer speaks the newcomer's language."""
        await self.page.click("#go-on")
        await expect(self.page.locator("#chat-input")).to_be_visible()
        await self.at.answered(1)
        await is_fit(self.page, self.newcomer.language)

    async def says(self, text: str) -> None:
        """Say something, and wait for the answer."""
        before = await self.page.locator("[data-step-type=assistant_message]").count()
        await self.at.say(text)
        await self.at.answered(before + 1)

    async def tells_the_rest(self) -> None:
        """What is left after what they sell, until everything is told and is read back to them."""
        for text in (*self.newcomer.tells, self.newcomer.done):
            await self.says(text)
        await self.at.reads(self.words("chat.question"))

    async def looks_at_the_card(self) -> None:
        """The card, folded and unfolded, in the newcomer's language."""
        await is_fit(self.page, self.newcomer.language)
        if self.is_narrow:
            await self.page.click("#case-card .ob-head")
            await expect(self.page.locator("#done-of")).to_be_visible()
            await is_fit(self.page, self.newcomer.language)
            await self.page.click("#case-card .ob-head")

    async def is_in_review(self) -> None:
        """The card says so, in the newcomer's words, and the conversation says what comes now."""
        await self.at.is_in(self.words("state.in_review"))
        await self.at.reads(self.words("status.in_review"))
        await is_fit(self.page, self.newcomer.language)


@asynccontextmanager
async def begun(browser: Browser, server: Server, language: Language, size: Size) -> AsyncIterator[Journey]:
    """A newcomer before the page behind the link that was mailed to them."""
    newcomer = NEWCOMERS[language]
    async with window(browser, server.url, size, locale=newcomer.locale) as at:
        journey = Journey(newcomer, at, server)
        await journey.asks_for_a_link()
        await journey.opens_the_letter()
        yield journey


@journeys(("en", WIDE), ("es", PHONE), ("fr", WIDE), ("de", PHONE))
async def test_a_newcomer_comes_into_review_by_talking(
    browser: Browser, server: Server, language: Language, size: Size
) -> None:
    async with begun(browser, server, language, size) as journey:
        await journey.enters_the_conversation()
        await journey.says(journey.newcomer.sells)
        await journey.looks_at_the_card()
        await journey.tells_the_rest()
        await journey.at.say(journey.newcomer.agrees)
        await journey.is_in_review()


@journeys(("en", WIDE), ("es", WIDE), ("fr", PHONE), ("de", WIDE))
async def test_a_newcomer_comes_into_review_with_a_form(
    browser: Browser, server: Server, language: Language, size: Size
) -> None:
    async with begun(browser, server, language, size) as journey:
        page = journey.page
        await page.click("#go-on-form")
        await expect(page.locator("h1")).to_have_text(journey.words("form.title"))
        await is_fit(page, language)
        for field, value in journey.newcomer.form.items():
            await page.fill(f"#{field}", value)
        await page.click("[name=go_on]")
        await expect(page.locator("h1")).to_have_text(journey.words("check.title"))
        await is_fit(page, language)
        for statement in ("authority", "ownership", "agreement"):
            await page.check(f"[name={statement}]")
        await page.click("form button[type=submit]")
        await journey.is_in_review()


@journeys(("en", WIDE), ("es", WIDE), ("fr", PHONE), ("de", PHONE))
async def test_a_newcomer_begins_on_one_device_and_comes_into_review_on_another(
    browser: Browser, server: Server, language: Language, size: Size
) -> None:
    other_size = PHONE if size == WIDE else WIDE
    async with begun(browser, server, language, size) as journey:
        await journey.enters_the_conversation()
        await journey.says(journey.newcomer.sells)
        conversation = journey.page.url
        address = await the_address_for_another_device(journey)
        await journey.page.goto(conversation)
        # The other device is set to another language; the conversation keeps its own.
        async with window(browser, server.url, other_size, "dark", locale="en-GB") as at:
            other = Journey(journey.newcomer, at, server)
            await other.page.goto(address)
            await is_fit(other.page, language)
            await other.enters_the_conversation()
            await other.at.reads(journey.newcomer.sells)
            await other.tells_the_rest()
            await journey.at.reads(journey.words("chat.question"))
            await other.at.confirm()
            await other.is_in_review()
            await journey.is_in_review()
            for shown in (journey, other):
                for text in (journey.newcomer.sells, *journey.newcomer.tells[:1], journey.newcomer.done):
                    await expect(shown.at.times(text)).to_have_count(1)


async def the_address_for_another_device(journey: Journey) -> str:
    """From the card to the page with the picture, below which the address stands, too."""
    page = journey.page
    if journey.is_narrow:
        await page.click("#case-card .ob-head")
    await page.click("[data-link=device]")
    await expect(page.locator("h1")).to_have_text(journey.words("link.device_title"))
    await is_fit(page, journey.newcomer.language)
    await page.click("#show-code")
    await expect(page.locator("img.code")).to_be_visible()
    await page.click("summary")
    address = await page.inner_text("#address")
    assert re.fullmatch(re.escape(journey.server.url) + r"/link/[\w-]+", address)
    await is_fit(page, journey.newcomer.language)
    return address
