"""A browser window as somebody uses it, and what it must never do: complain, or call a stranger."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    Response,
    WebSocket,
    async_playwright,
    expect,
)
from playwright.async_api import TimeoutError as TookTooLong

from tests.newcomers import PASSWORD

PATIENCE = 30_000
"""Milliseconds until something that should appear counts as missing."""

expect.set_options(timeout=PATIENCE)

CHROMIUM = next(
    (
        found
        for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
"""A browser of this machine; the one without a window of its own is the lightest."""

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
WIDE = (1280, 850)
PHONE = (390, 800)


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """Chromium, closed at the end."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


class Window:
    """One person's window onto a site, with everything that it received and complained about."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.received: list[str] = []
        self.visited: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", self._hear)
        page.on("pageerror", self._note)
        page.on("request", self._watch)
        page.on("response", self._keep)
        page.on("websocket", self._listen)
        page.on("framenavigated", lambda frame: self.visited.append(frame.url))

    # -- what somebody does -----------------------------------------------------------------------

    async def sign_in(self, email: str, password: str = PASSWORD) -> None:
        """Open the site and sign in; ready when one can write, or sees the queue."""
        await self.page.goto(f"{self.url}/chat/")
        await self.page.fill("#email", email)
        await self.page.fill("#password", password)
        await self.page.keyboard.press("Enter")
        await self.page.wait_for_selector("#queue, #chat-input")

    async def write(self, text: str) -> None:
        """Send a message as soon as the window lets one, without waiting for what comes of it."""
        await self.page.fill("#chat-input", text)
        await expect(self.page.locator("#chat-submit")).to_be_enabled()
        await self.page.keyboard.press("Enter")

    async def say(self, text: str) -> None:
        """Send a message and wait until it shows as saved."""
        before = await self.saved.count()
        await self.write(text)
        await expect(self.saved).to_have_count(before + 1)

    async def press(self, button: str) -> None:
        """Press a button of the card, by its id."""
        await self.page.click(f"#{button}")

    async def confirm(self) -> None:
        """Declare what the card says, and send the application."""
        await self.press("submit")
        for statement in ("authority", "ownership_complete", "agreement"):
            await self.page.check(f"#declare-{statement}")
        await self.press("submit-now")

    async def open_case(self, name: str) -> None:
        """Open a case from the queue once it is there; pressed again where nothing comes of it."""
        for _ in range(3):
            await self.queue_line(name).click()
            with suppress(TookTooLong):
                await self.page.wait_for_url("**/thread/**", wait_until="commit", timeout=PATIENCE / 3)
                break
        await self.page.wait_for_selector("#case-card")

    async def reads(self, text: str) -> None:
        """Wait until a text is to be seen on the page; it may stand in something folded as well."""
        seen = self.page.get_by_text(text).filter(visible=True)
        await expect(seen.first).to_be_visible(timeout=PATIENCE)

    async def is_in(self, state: str) -> None:
        """Wait until the card names the state."""
        await expect(self.page.locator("#case-state")).to_have_text(state)

    async def answered(self, messages: int) -> None:
        """Wait until there are at least so many messages of others."""
        nth = self.page.locator("[data-step-type=assistant_message]").nth(messages - 1)
        await expect(nth).to_be_visible(timeout=PATIENCE)

    # -- what there is ------------------------------------------------------------------------------

    @property
    def saved(self) -> Locator:
        """One's own messages that the window says are saved."""
        return self.page.locator("[data-step-type=user_message] .command-span")

    @property
    def refusal(self) -> Locator:
        """Where the card says what came of a press."""
        return self.page.locator("#action-said")

    def queue_line(self, name: str) -> Locator:
        """A case in the queue."""
        return self.page.locator(".ob-line", has_text=name)

    def item(self, field: str) -> Locator:
        """A line of the application on the card."""
        return self.page.locator(f"[data-key={field}]")

    def times(self, text: str) -> Locator:
        """The messages that hold a text."""
        return self.page.locator("[data-step-type]", has_text=text)

    async def says(self) -> str:
        """All text on the page."""
        return await self.page.inner_text("body")

    # -- what it must not do ------------------------------------------------------------------------

    def is_quiet(self) -> None:
        """Fails where the window complained, or asked an outside host for something."""
        assert not self.complaints, self.complaints
        assert not self.strangers, self.strangers

    async def tell_where_it_stands(self) -> None:
        """Print what the window shows, for whoever reads why a test failed."""
        print(self.page.url, self.visited, self.complaints, (await self.says())[:2000], sep="\n")

    def forgive_lost_connection(self) -> None:
        """Forget what a browser says of a server that was not there: its own lines, not the page's."""
        lost = (
            "ERR_CONNECTION",
            "ERR_EMPTY_RESPONSE",
            "ERR_SOCKET",
            "WebSocket connection",
            "Failed to fetch",
        )
        self.complaints = [line for line in self.complaints if not any(sign in line for sign in lost)]

    def forgive_refused_sign_in(self) -> None:
        """Forget the line that a browser writes about a page with status 401."""
        self.complaints = [line for line in self.complaints if "status of 401" not in line]

    def _hear(self, message: ConsoleMessage) -> None:
        # A poll of a socket that has just moved to another transport or page is answered 400.
        late_poll = "/ws/socket.io" in message.location["url"] and "400" in message.text
        if message.type == "error" and not late_poll:
            self.complaints.append(message.text)

    def _note(self, error: Error) -> None:
        # A request that was under way when the page was left or the server went. One that the page's own
        # policy refuses has a line of its own.
        if "Failed to fetch" not in str(error):
            self.complaints.append(str(error))

    def _watch(self, request: Request) -> None:
        host = urlsplit(request.url).hostname
        if host not in ("127.0.0.1", None):
            self.strangers.append(request.url)

    async def _keep(self, response: Response) -> None:
        if re.search(r"/(assets|public|favicon|logo|avatars)\b", response.url) or response.status >= 300:
            return
        try:
            self.received.append(await response.text())
        except Error:
            return  # The window went elsewhere before it was read.

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.received.append(str(frame)))


@asynccontextmanager
async def window(
    browser: Browser, url: str, size: tuple[int, int] = WIDE, scheme: str = "light", locale: str = "en-US"
) -> AsyncIterator[Window]:
    """A window with cookies of its own; it has to have been quiet when it closes."""
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        timezone_id="Europe/Berlin",
        locale=locale,
    )
    opened = Window(await context.new_page(), url)
    try:
        yield opened
    except Exception:
        await opened.tell_where_it_stands()
        raise
    await context.close()
    opened.is_quiet()
