"""Owners and people, from the first owner told to everybody behind them, without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from cases.access import Role
from tests.newcomers import newcomer
from tests.server_process import BAKERY, Server, running
from tests.tools.installations import POLICY
from tests.web.test_form import REQUIRED, begun
from web.api.examples import STRUCTURE

SECTION = """
ownership:
  regimes: regimes.yaml
  countries: {US: us, GB: uk}
  otherwise: eu
"""


def with_owners(folder: Path) -> Path:
    """The basic policy with rules on owners."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = POLICY.with_name("regimes.yaml").read_text(encoding="utf-8")
    (folder / "regimes.yaml").write_text(rules, encoding="utf-8")
    path = folder / "policy.yaml"
    path.write_text(POLICY.read_text(encoding="utf-8") + SECTION, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("owners")
    with running(folder / "data", ONBOARD_POLICY=str(with_owners(folder / "policy"))) as server:
        yield server


def read(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def parties(page: str) -> dict[str, str]:
    """The ids of those on the page by their names."""
    found = re.findall(r'data-party="([^"]+)">\s*<p class="row"><b>([^<]+)</b>', page)
    return {name: id_ for id_, name in found}


def test_a_structure_of_two_levels_is_stated_party_by_party(server: Server) -> None:
    visitor, case = begun(server)
    visitor.post(f"/form/{case}", data={**REQUIRED, "owners": "Ada Marsh 60\nQuay Holding Ltd 40"})
    assert f"/owners/{case}" in read(visitor.get(f"/form/{case}"))
    page = read(visitor.get(f"/owners/{case}"))
    assert "60 % of Quayside Pottery" in page
    assert "Who owns Quay Holding Ltd? A part of it has no owner yet." in page
    company = parties(page)["Quay Holding Ltd"]
    form = read(visitor.get(f"/owners/{case}/new?of={company}"))
    assert form.index(f'name="share_{company}"') < form.index('name="share_merchant"')
    said = {"name": "Ben Cole", "kind": "person", f"share_{company}": "100", "role_merchant": "director"}
    saved = visitor.post(f"/owners/{case}/new", data=said)
    assert saved.headers["location"] == f"/owners/{case}?saved=1"
    page = read(visitor.get(f"/owners/{case}"))
    assert "100 % of Quay Holding Ltd" in page
    assert "Director: Quayside Pottery" in page
    assert "has no owner yet" not in page


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_still_there(server: Server) -> None:
    visitor, case = begun(server)
    visitor.post(f"/form/{case}", data={**REQUIRED, "owners": "Ada Marsh 60"})
    said = {"name": "Ben Cole", "kind": "person", "share_merchant": "sixty", "role_merchant": "director"}
    refused = visitor.post(f"/owners/{case}/new", data=said)
    assert refused.status_code == 422
    assert 'value="sixty" aria-describedby="share_merchant-hint" aria-invalid="true"' in refused.text
    assert 'value="director" checked' in refused.text
    over = visitor.post(f"/owners/{case}/new", data={**said, "share_merchant": "50"})
    assert "With this the shares of Quayside Pottery add up to more than 100 %." in over.text
    assert "Ben Cole" not in read(visitor.get(f"/owners/{case}"))


def test_details_are_asked_of_who_counts_kept_and_never_shown_again(server: Server) -> None:
    visitor, case = begun(server)
    visitor.post(f"/form/{case}", data={**REQUIRED, "owners": "Ada Marsh 100"})
    ada = parties(read(visitor.get(f"/owners/{case}")))["Ada Marsh"]
    assert 'name="pep_declaration"' in read(visitor.get(f"/owners/{case}/{ada}"))
    said = {"name": "Ada Marsh", "kind": "person", "share_merchant": "100", "date_of_birth": "24.03.1985"}
    more = {"home_address": "7 Vine Walk, York YO1 7EP", "nationality": "GB", "identity_number": "L8812345"}
    assert visitor.post(f"/owners/{case}/{ada}", data={**said, **more}).status_code == 303
    page = read(visitor.get(f"/owners/{case}"))
    assert "Still needed: Prominent public function" in page
    wrong = visitor.post(f"/owners/{case}/{ada}", data={**said, "date_of_birth": "yesterday"})
    assert wrong.status_code == 422
    assert visitor.post(f"/owners/{case}/{ada}", data={**said, "pep_declaration": "no"}).status_code == 303
    page, form = read(visitor.get(f"/owners/{case}")), read(visitor.get(f"/owners/{case}/{ada}"))
    assert "Identity: complete" in page
    for value in ("1985", "Vine Walk", "L8812345", 'value="no" selected'):
        assert value not in page + form


def test_the_page_speaks_the_merchants_language(server: Server) -> None:
    visitor, case = begun(server, "de")
    visitor.post(f"/form/{case}", data={**REQUIRED, "owners": "Ada Marsh 60\nQuay Holding Ltd 40"})
    page = read(visitor.get(f"/owners/{case}"))
    assert "Wem gehört Quay Holding Ltd? Zu einem Teil ist noch niemand genannt." in page
    assert "60 % von Quayside Pottery" in page


def test_somebody_else_finds_no_such_page(server: Server) -> None:
    visitor, case = begun(server)
    stranger, _ = begun(server)
    for path in (f"/owners/{case}", f"/owners/{case}/merchant", f"/owners/{case}/new"):
        assert stranger.get(path).status_code == 404
        assert httpx.get(server.url + path).headers["location"] == "/chat/login"
    assert stranger.post(f"/owners/{case}/new", data={"name": "Ben", "kind": "person"}).status_code == 404
    assert visitor.get(f"/owners/{case}/p9").status_code == 404


async def test_a_program_states_the_structure_by_name_and_staff_read_the_owners(server: Server) -> None:
    _, merchant = await newcomer(server, Role.MERCHANT)
    _, reviewer = await newcomer(server, Role.REVIEWER)
    case = await merchant.onboard(**{**BAKERY, "owners": [{"name": "Ada Finch", "ownership_percent": 60}]})
    path = f"/api/merchants/{case}/structure"
    stated = await merchant.call("PUT", path, STRUCTURE[0])
    assert stated.status_code == 200, stated.text
    lines = {party["name"]: party["lines"] for party in stated.json()["parties"]}
    assert lines["Ben Finch"] == ["100 % of Finch Holding Ltd"]
    assert (await reviewer.call("GET", path)).json()["parties"] == stated.json()["parties"]
    seen = (await reviewer.call("GET", f"/api/merchants/{case}")).json()
    assert seen["owners"]["regime"] == "United States"
    assert {owner["name"]: owner["share"] for owner in seen["owners"]["owners"]} == {
        "Ada Finch": "60 %",
        "Ben Finch": "40 %",
    }
    assert "owners" not in (await merchant.call("GET", f"/api/merchants/{case}")).json()
    over = {
        "parties": [{"name": name, "kind": "person", "holdings": [{"share": 60}]} for name in ("A B", "C D")]
    }
    assert (await merchant.call("PUT", path, over)).status_code == 422
    nobody = {"parties": [{"name": "A B", "kind": "person", "holdings": [{"of": "None Ltd", "share": 6}]}]}
    assert (await merchant.call("PUT", path, nobody)).status_code == 422
    assert (await merchant.call("GET", path)).json()["parties"] == stated.json()["parties"]
