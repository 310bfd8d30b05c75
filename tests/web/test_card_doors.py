"""The fields and buttons of the merchant's card: whose they are, what they refuse, and in which language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import httpx
import pytest

from cases.access import Role
from desk.wordbook import wordbook
from storage.settings import load_settings
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Caller, Server, running
from tests.web.chat_client import connected, cookie_of
from web.composition import build, opened


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("card") / "data") as server:
        yield server


async def press(server: Server, cookie: str, name: str, case: str, **payload: Any) -> dict[str, Any]:
    body = {"sessionId": "any", "action": {"name": name, "payload": {"case_id": case, **payload}}}
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as http:
        answer = await http.post("/chat/project/action", headers={"Cookie": cookie}, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["response"]


async def begun(server: Server, **changes: object) -> tuple[Caller, str, str]:
    """A merchant whose licence is still missing: themselves, their cookie, their case."""
    email, caller = await newcomer(server, Role.MERCHANT)
    given = {key: value for key, value in BAKERY.items() if key != "business_license"}
    case = await caller.onboard(**{**given, **changes})
    await caller.until(case, "Your turn")
    return caller, await cookie_of(server.url, email), case


async def own_part(server: Server, cookie: str, case: str) -> dict[str, Any]:
    """The merchant's half of the card, as their window gets it."""
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers={"Cookie": cookie}) as http:
        thread = (await http.get(f"/chat/case/{case}")).headers["location"].rpartition("/")[2]
    async with connected(server.url, cookie, threadId=thread) as window:
        shown = await window.until("resume_thread", "MyApplication")
    card = next(e for e in shown["elements"] if e["name"] == "MyApplication")["props"]["card"]
    assert "items" not in card
    return card["own"]


async def test_a_line_is_corrected_in_place_and_keeps_what_it_was(server: Server) -> None:
    caller, cookie, case = await begun(server)
    for field, filled in (
        ("merchant_name", {"value": "Harbour Lane Bread"}),
        ("annual_revenue", {"value": "310,000", "currency": "EUR"}),
        ("address", {"parts": {"line1": "9 Quay", "city": "Cork", "region": "", "country": "IE"}}),
        ("owners", {"rows": [{"name": "Ines Calder", "share": "62,5 %"}, {"name": "", "share": ""}]}),
    ):
        assert await press(server, cookie, "enter", case, version=1, field=field, **filled) == {
            "ok": True,
            "text": "Saved.",
        }
    known: Any = (await caller.status(case))["application"]
    assert (known["merchant_name"], known["annual_revenue"]) == ("Harbour Lane Bread", 310000)
    assert (known["currency"], known["address"]["country"]) == ("EUR", "IE")
    assert known["owners"] == [{"name": "Ines Calder", "ownership_percent": 62.5}]
    lines = {line["key"]: line for line in (await own_part(server, cookie, case))["lines"]}
    assert lines["merchant_name"]["origin"]["before"] == "Harbour Lane Bakery"


async def test_nobody_but_the_merchant_fills_in_a_line(server: Server) -> None:
    caller, _, case = await begun(server)
    for role in (Role.MERCHANT, Role.ANALYST, Role.REVIEWER):
        email, _ = await newcomer(server, role)
        cookie = await cookie_of(server.url, email)
        for name in ("enter", "have_none", "not_yet", "take_over", "leave", "person", "submit"):
            filled = {"version": 1, "field": "business_license", "value": "mine"}
            assert (await press(server, cookie, name, case, **filled))["ok"] is False
    known: Any = (await caller.status(case))["application"]
    assert known["business_license"] is None


@pytest.mark.parametrize("language", ["es", "fr", "de"])
async def test_refusals_are_in_the_merchants_language(server: Server, language: Any) -> None:
    caller, cookie, case = await begun(server)
    onboard = build(load_settings(None, data_dir=server.data_dir))
    async with opened(onboard):
        who = await onboard.people.by_token(caller.headers["Authorization"].removeprefix("Bearer "))
        await onboard.desk.note_locale(who, UUID(case), language)
    words = wordbook(language)
    for filled, said in (
        ({"version": 1, "field": "email", "value": "nobody"}, "entry.invalid_email"),
        ({"version": 1, "field": "address", "parts": {"country": "Atlantis"}}, "entry.invalid_address"),
        ({"version": 1, "field": "owners", "rows": [{"name": "J", "share": "x"}]}, "entry.invalid_owners"),
        ({"version": 7, "field": "email", "value": "a@b.example.com"}, "card.refused_stale_version"),
        ({"version": 1, "field": "nothing", "value": "x"}, "card.refused_stale_version"),
    ):
        assert await press(server, cookie, "enter", case, **filled) == {"ok": False, "text": words(said)}
    assert (await own_part(server, cookie, case))["texts"]["save"] == words("card.save")


async def test_a_detail_is_refused_once_the_owners_have_changed_places(server: Server) -> None:
    owners = [
        {"name": "Ines Calder", "ownership_percent": 60},
        {"name": "Jo Park", "ownership_percent": 40},
    ]
    _, cookie, case = await begun(server, owners=owners)
    born = {"version": 1, "field": "owners[0].date_of_birth", "value": "1979-11-02"}
    assert not (await press(server, cookie, "enter", case, subject="Jo Park", **born))["ok"]
    assert (await press(server, cookie, "enter", case, subject="Ines Calder", **born))["ok"]


async def test_sending_it_is_the_same_declared_act_as_on_the_page(server: Server) -> None:
    caller, cookie, case = await begun(server)
    assert (await press(server, cookie, "have_none", case, version=1, field="business_license"))["ok"]
    assert not (await press(server, cookie, "submit", case, version=1))["ok"]
    declared = (await own_part(server, cookie, case))["declared"]
    hashes = {name: declared[name] for name in ("application_hash", "agreement_hash")}
    ticked = {"authority": True, "ownership_complete": True, "agreement": True, **hashes}
    half = {**ticked, "ownership_complete": False}
    refused = await press(server, cookie, "submit", case, version=1, declared=half)
    assert refused == {"ok": False, "text": wordbook("en")("check.tick_all")}
    await press(server, cookie, "enter", case, version=1, field="merchant_name", value="Another Name")
    late = await press(server, cookie, "submit", case, version=1, declared=ticked)
    assert late == {"ok": False, "text": wordbook("en")("check.changed")}
    hashes["application_hash"] = (await own_part(server, cookie, case))["declared"]["application_hash"]
    assert (await press(server, cookie, "submit", case, version=1, declared={**ticked, **hashes}))["ok"]
    await caller.until(case, "In review")
