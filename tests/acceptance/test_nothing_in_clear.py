"""After a full run, no sensitive value stands in clear in a file, in the log or in a model's request."""

from __future__ import annotations

import asyncio
import base64
import re
from email import policy
from email.parser import BytesParser
from pathlib import Path

import httpx
import pytest

from cases.access import Role
from tests.letters import letters_to, link_in
from tests.openai_server import OpenAIServer, offline
from tests.papers import make_pdf
from tests.server_process import BAKERY, Caller, Server, make_people, serving

MERCHANT, REVIEWER = "ines.calder@example.com", "rosa@example.com"

CASE_EMAIL, SECOND_EMAIL = "orders@harbourlane.example.com", "accounts@harbourlane.example.com"
SECRETS = {
    "e-mail address": CASE_EMAIL,
    "second e-mail address": SECOND_EMAIL,
    "social security number": "078-05-1120",
    "social security number, unspaced": "078051120",
    "tax number": "61-8987901",
    "tax number, unspaced": "618987901",
    "account number": "4430917725",
    "other account number": "000871220943",
    "phone": "5035550143",
    "filled-in IBAN": "GB82WEST12345698765432",
    "filled-in date of birth": "1985-03-24",
    "filled-in social security number": "536-90-4399",
    "e-mail address of who asked for a link": "gwen@quayside.example.com",
    "e-mail address in a document": "books@quayside.example.com",
    "account number in a document": "5550198273",
    "tax number in a document": "12-3456789",
}
CARD = "4111 1111 1111 1111"

PAPER = (
    "CERTIFICATE OF REGISTRATION",
    "Company name: Quayside Pottery",
    f"E-mail: {SECRETS['e-mail address in a document']}",
    f"EIN: {SECRETS['tax number in a document']}",
    f"Account number: {SECRETS['account number in a document']}",
    f"Card: {CARD}",
)
FORM = {
    "merchant_name": "Quayside Pottery",
    "owners": "Gwen Abara 100 %",
    "iban": SECRETS["filled-in IBAN"],
    "owners[0].date_of_birth": SECRETS["filled-in date of birth"],
    "owners[0].social_security_number": SECRETS["filled-in social security number"],
}
LINK = re.compile(r"/link/([\w-]{20,})")


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything that a full run left behind: each file, the log, the requests to the model."""
    return asyncio.run(_left_behind(tmp_path_factory.mktemp("traces")))


async def _left_behind(tmp_path: Path) -> dict[str, bytes]:
    data_dir = tmp_path / "data"
    people = {MERCHANT: [Role.MERCHANT], REVIEWER: [Role.REVIEWER]}
    tokens = await make_people(data_dir, people)
    with OpenAIServer(offline) as model:
        config = model.write_config(tmp_path / "models.yaml")
        async with serving(data_dir, ONBOARD_MODEL_CONFIG=str(config)) as server:
            await _run(Caller(server.url, tokens[MERCHANT]), Caller(server.url, tokens[REVIEWER]))
            await _fill_in(server, Caller(server.url, tokens[REVIEWER]))
            server.stop()
            said = model.said().encode()
            log = server.log.read_bytes()
    files = {
        str(file.relative_to(data_dir)): file.read_bytes() for file in data_dir.rglob("*") if file.is_file()
    }
    assert said
    return {**files, "the log": log, "the model's requests": said}


async def _run(merchant: Caller, reviewer: Caller) -> None:
    given = {key: value for key, value in BAKERY.items() if key not in ("business_license", "phone")}
    case = await merchant.onboard(**given)
    await merchant.until(case, "Your turn")
    for text in (
        f"you can also use {SECOND_EMAIL}, phone (503) 555-0143",
        f"my social is 078-05-1120 and my card is {CARD} if you need it",
        "our old account was acct 000871220943",
        "our licence number is FB-20931",
        "that's all",
    ):
        await _say(merchant, case, text)
    await merchant.call("POST", f"/api/merchants/{case}/submit")
    await reviewer.until(case, "in_review")
    await _say(reviewer, case, f"is {SECOND_EMAIL} the one for letters?")
    await _say(merchant, case, "yes please")
    body = {"request_id": case, "approved": True, "comments": f"called {SECOND_EMAIL}"}
    answer = await reviewer.call("POST", "/api/merchants/approve", body)
    assert answer.status_code == 200, answer.text
    await reviewer.until(case, "active")
    for caller in (merchant, reviewer):
        for path in (f"/api/merchants/{case}", f"/api/merchants/{case}/transcript"):
            assert (await caller.call("GET", path)).status_code == 200


async def _fill_in(server: Server, reviewer: Caller) -> None:
    """Somebody who comes by a mailed link, fills in the form and sends a document."""
    email = SECRETS["e-mail address of who asked for a link"]
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as visitor:
        await visitor.post("/start", data={"name": "Gwen Abara", "email": email})
        opened = await visitor.post(link_in(letters_to(server.data_dir, email)[-1]))
        case = opened.headers["location"].rpartition("/")[2]
        # Its owner is named first: only then is there somebody to tell more of.
        for filled in (("merchant_name", "owners"), FORM):
            kept = await visitor.post(f"/form/{case}", data={name: FORM[name] for name in filled})
            assert kept.status_code == 303, kept.text
        paper = ("paper.pdf", make_pdf(PAPER, packed=False), "application/pdf")
        sent = await visitor.post(f"/upload/{case}", data={"kind": "other"}, files={"file": paper})
        assert sent.status_code == 303, sent.text
        await reviewer.answered(case)
        page = await visitor.get(f"/upload/{case}")
        assert "paper.pdf" in page.text


async def _say(caller: Caller, case: str, text: str) -> None:
    answer = await caller.call("POST", f"/api/merchants/{case}/messages", {"text": text})
    assert answer.status_code == 202, answer.text


def found_in(traces: dict[str, bytes], value: str) -> list[str]:
    """Where a value stands, as it is or in base64."""
    forms = [value.encode(), base64.b64encode(value.encode()).rstrip(b"=")]
    return [
        name
        for name, content in traces.items()
        if any(form.lower() in _body(name, content).lower() for form in forms)
    ]


def _body(name: str, content: bytes) -> bytes:
    """The content; of a letter without its address lines, which it cannot do without."""
    if not name.endswith(".eml"):
        return content
    letter = BytesParser(policy=policy.default).parsebytes(content)
    kept = [f"{key}: {value}" for key, value in letter.items() if key not in ("To", "From")]
    parts = [part.get_content() for part in letter.walk() if not part.is_multipart()]
    written = [part if isinstance(part, bytes) else part.encode() for part in parts]
    return b"\n".join(["\n".join(kept).encode(), *written])


async def test_no_sensitive_value_stands_in_clear_anywhere(traces: dict[str, bytes]) -> None:
    assert any(name.endswith(".eml") for name in traces), "the welcome letter is in the outbox"
    leaks = {what: where for what, value in SECRETS.items() if (where := found_in(traces, value))}
    assert leaks == {}


async def test_the_secret_of_a_mailed_link_stands_in_its_letter_alone(traces: dict[str, bytes]) -> None:
    letters = [content.decode() for name, content in traces.items() if name.endswith(".eml")]
    secrets = {secret for letter in letters for secret in LINK.findall(letter)}
    assert secrets
    elsewhere = {name for secret in secrets for name in found_in(traces, secret) if not name.endswith(".eml")}
    assert elsewhere == set()


async def test_a_card_number_is_nowhere_at_all(traces: dict[str, bytes]) -> None:
    for form in (CARD, CARD.replace(" ", ""), CARD.replace(" ", "-")):
        assert found_in(traces, form) == []


async def test_people_are_not_named_in_clear_either(traces: dict[str, bytes]) -> None:
    assert found_in(traces, MERCHANT) == []
    assert found_in(traces, REVIEWER) == []
