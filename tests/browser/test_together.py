"""Two reviewers and a merchant in three browsers: together in one conversation, from hello to the account."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.async_api import Browser, expect

from cases.access import Role
from tests.browser.fitness import is_accessible
from tests.browser.windows import Window, window
from tests.newcomers import newcomer
from tests.openai_server import OpenAIServer
from tests.policies import BASIC_FILE
from tests.server_process import BAKERY, serving
from tests.tools.scripted_server import Answer
from tests.tools.scripted_server import serving as scripted

CANARY = "qx5 CORMORANT"
TWO = f"extends: {BASIC_FILE}\nname: two\nversion: '1'\nsecond_approval: [low, medium, high]\n"


async def write_to(page: Window, whom: str, text: str) -> None:
    button = page.page.locator(f'[id="command-{whom}"]')
    if "text-command" not in (await button.get_attribute("class") or ""):
        await button.click()
    await page.write(text)


async def call_a_colleague(page: Window) -> None:
    """Write @ and take Kai from those who are offered, which makes a note of a message to the merchant."""
    box, offered = page.page.locator("#chat-input"), page.page.locator("#mentions [role=option]")
    await page.page.locator('[id="command-To the merchant"][aria-pressed=true]').click()
    await expect(page.page.locator('[id="command-To the merchant"]')).to_have_attribute(
        "aria-pressed", "true"
    )
    await box.press_sequentially("@")
    await expect(offered).to_contain_text(["Kai Berg", "Zoë Quillfeather"])
    await is_accessible(page.page)
    await box.press_sequentially("zoe")
    await expect(offered).to_have_count(1)
    await box.press("Escape")
    await expect(offered).to_have_count(0)
    await box.fill("")
    await box.press_sequentially("@")
    await box.press("ArrowDown")
    await expect(box).to_have_attribute("aria-activedescendant", "mention-1")
    await box.press("ArrowUp")
    await box.press("Enter")
    await expect(box).to_have_value("@Kai Berg ")
    await expect(box).not_to_have_attribute("aria-expanded", "true")
    await expect(page.page.locator('[id="command-Private note"]')).to_have_attribute("aria-pressed", "true")
    await expect(box).to_have_attribute("placeholder", re.compile("colleagues only"))


async def decide(page: Window, cap: str | None = None) -> None:
    await page.press("approve")
    if cap:
        await page.page.click("#conditions > summary")
        await page.page.fill("#condition-cap", cap)
    await page.press("approve-now")


async def test_two_reviewers_and_a_merchant_come_to_an_account_together(
    browser: Browser, tmp_path: Path
) -> None:
    policy = tmp_path / "two.yaml"
    policy.write_text(TWO)
    with OpenAIServer() as models:
        environment = {
            "ONBOARD_POLICY": str(policy),
            "ONBOARD_MODEL_CONFIG": str(models.write_config(tmp_path / "models.yaml")),
            "ONBOARD_SERVICES_TOKEN": "not-a-token",
        }
        async with (
            scripted(Answer(200, {})) as services,
            serving(tmp_path / "data", ONBOARD_SERVICES_URL=services.url, **environment) as server,
            window(browser, server.url) as maya,
            window(browser, server.url) as rosa,
            window(browser, server.url) as kai,
        ):
            email, caller = await newcomer(server, Role.MERCHANT, "Maya Lindqvist")
            case = await caller.onboard(**{**BAKERY, "merchant_name": "Sorrel Bread"})
            await caller.until(case, "In review")
            await maya.sign_in(email)
            await newcomer(server, Role.REVIEWER, "Zoë Quillfeather")
            for page, name in ((rosa, "Rosa Okonkwo"), (kai, "Kai Berg")):
                staff, _ = await newcomer(server, Role.REVIEWER, name)
                await page.sign_in(staff)
                await page.page.goto(f"{server.url}/chat/case/{case}")
                await page.page.wait_for_selector("#together")

            # Who is there.
            for name in ("Kai Berg", "Rosa Okonkwo"):
                await expect(maya.page.locator("#company")).to_contain_text(name)
            for page in (rosa, kai):
                here = page.page.locator("#here-now")
                for name in ("Rosa Okonkwo", "Kai Berg", "the merchant"):
                    await expect(here).to_contain_text(name)

            # A note, a second opinion, a call and a question to the team: for colleagues alone.
            await call_a_colleague(rosa)
            await rosa.page.keyboard.type(f"is their licence fine? {CANARY}")
            await rosa.page.keyboard.press("Enter")
            await expect(kai.page.locator(".ob-yours")).to_contain_text("Rosa Okonkwo asks you")
            await write_to(kai, "Private note", f"It is. {CANARY}")
            await expect(rosa.page.locator("[data-opinion]")).to_have_count(0)
            await expect(rosa.page.locator("[data-step-type=note_message]")).to_have_count(2)
            await rosa.press("log_call")
            for field, value in (("whom", "Maya"), ("minutes", "5"), ("text", CANARY)):
                await rosa.page.fill(f"#call-{field}", value)
            await rosa.press("log-call-now")
            await rosa.press("ask_team")
            await rosa.page.fill("#ask-team-text", f"Why is the licence not verified? {CANARY}")
            await rosa.press("ask-team-now")
            await expect(kai.page.locator("[data-step-type=note_message]")).to_have_count(5)
            await is_accessible(rosa.page)

            # Rosa answers in person, and hands back.
            await rosa.press("lead")
            await expect(maya.page.locator("#company")).to_contain_text("Rosa Okonkwo is answering you")
            asked = len(models.requests)
            await write_to(rosa, "To the merchant", "Hello Maya, this is Rosa")
            await maya.reads("Hello Maya, this is Rosa")
            await maya.say("Hello Rosa, our website is https://sorrel.example.com")
            await rosa.reads("Hello Rosa, our website is")
            assert len(models.requests) == asked
            await kai.press("hand_back")
            await maya.reads("Kai Berg has handed the conversation back")
            await expect(rosa.page.locator("[data-key=website]")).to_contain_text("sorrel.example.com")

            # A request for information, its answer and the difference.
            await rosa.is_in("In review")
            await rosa.press("ask")
            await rosa.page.fill("#ask-text", "Which mill do you buy from?")
            await rosa.page.select_option("#ask-reason", "understand_business")
            await rosa.press("ask-now")
            await maya.is_in("Your turn")
            question = maya.page.locator('[data-item="question"]')
            await question.locator(".ob-row-head").click()
            await question.locator("textarea").fill("From Otley Mill in Salem.")
            await question.locator("button[type=submit]").click()
            await maya.confirm()
            await rosa.is_in("In review")
            await expect(rosa.page.locator('[data-asked="question"]')).to_contain_text("Otley Mill")

            # Two approve; the condition arrives at the service.
            services.script[:] = [
                Answer(200, {"merchant_id": f"MERCH_{case[:8]}", "account_created": True}),
                Answer(200, {"dashboard_configured": True}),
                Answer(200, {"welcome_sent": True}),
                Answer(200, {"status": "active"}),
            ]
            await decide(rosa, cap="5000")
            await kai.is_in("Awaiting a second approval")
            await decide(kai)
            await maya.is_in("Active")
            created = next(each for each in services.requests if each.path == "/accounts/create")
            assert created.body["conditions"]["monthly_volume_cap"] == 5000

            await maya.page.reload()
            await maya.is_in("Active")
            heard = "\n".join(maya.received) + await maya.says()
            for private in (
                CANARY,
                "note.written",
                "call.logged",
                "team.",
                "Private note",
                "opinion",
                "Quillfeather",
            ):
                assert private not in heard, private
            assert models.requests
            assert CANARY not in models.said()
