"""Makes the pictures of README and docs from a real run: ``python -m tests.browser.pictures``."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from cases.access import Role
from tests.browser.windows import Window, launched, window
from tests.newcomers import newcomer
from tests.policies import FULL_FILE
from tests.server_process import PROJECT, serving

FOLDER = PROJECT / "public" / "pictures"

SAID = (
    "Hi! We're Harbour Lane Bakery, a bakery at 12 Harbour Lane, Portland, OR 97201. Open since 2018.",
    "about 240k dollars a year, write to orders@harbourlane.example.com",
    "licence FB-20931, EIN 61-8987901, and I own all of it, Ines Calder",
    "that's all",
)


async def tell(merchant: Window) -> None:
    """The merchant says everything, each message once the one before is answered."""
    for number, text in enumerate(SAID, start=1):
        await merchant.say(text)
        await merchant.answered(number + 1)


async def main() -> None:
    """Take the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        policy = str(FULL_FILE)
        async with (
            serving(Path(folder) / "data", ONBOARD_POLICY=policy) as server,
            launched() as browser,
        ):
            ines, _ = await newcomer(server, Role.MERCHANT, "Ines Calder")
            rosa, _ = await newcomer(server, Role.REVIEWER, "Rosa Okonkwo")
            async with window(browser, server.url) as merchant, window(browser, server.url) as reviewer:
                await merchant.sign_in(ines)
                await tell(merchant)
                await merchant.reads("Is everything correct?")
                await merchant.page.screenshot(path=FOLDER / "conversation.png")
                await merchant.confirm()
                await reviewer.sign_in(rosa)
                await reviewer.open_case("Harbour Lane Bakery")
                await reviewer.reads("joined the conversation")
                await reviewer.page.screenshot(path=FOLDER / "review.png")


if __name__ == "__main__":
    asyncio.run(main())
