"""After a full run, no sensitive value stands in clear in a file, in the log or in a model's request."""

from __future__ import annotations

import base64
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest

from cases.access import Role
from tests.openai_server import OpenAIServer, offline
from tests.server_process import BAKERY, Caller, make_people, serving

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
}
CARD = "4111 1111 1111 1111"


@pytest.fixture
async def traces(tmp_path: Path) -> dict[str, bytes]:
    """Everything that a full run left behind: each file, the log, the requests to the model."""
    data_dir = tmp_path / "data"
    people = {MERCHANT: [Role.MERCHANT], REVIEWER: [Role.REVIEWER]}
    tokens = await make_people(data_dir, people)
    with OpenAIServer(offline) as model:
        config = model.write_config(tmp_path / "models.yaml")
        async with serving(data_dir, ONBOARD_MODEL_CONFIG=str(config)) as server:
            await _run(Caller(server.url, tokens[MERCHANT]), Caller(server.url, tokens[REVIEWER]))
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


async def test_a_card_number_is_nowhere_at_all(traces: dict[str, bytes]) -> None:
    for form in (CARD, CARD.replace(" ", ""), CARD.replace(" ", "-")):
        assert found_in(traces, form) == []


async def test_people_are_not_named_in_clear_either(traces: dict[str, bytes]) -> None:
    assert found_in(traces, MERCHANT) == []
    assert found_in(traces, REVIEWER) == []
