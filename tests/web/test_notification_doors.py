"""Choosing what one is told: on the account page, over REST and on the command line, for oneself."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from cases.access import Role
from tests.newcomers import newcomer
from tests.server_process import Server
from tests.web.chat_client import cookie_of
from tests.web.shell import Shell
from tests.web.site import Site

SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"


def test_one_reads_and_changes_ones_own_choices_over_rest(site: Site) -> None:
    before = site.get("/api/notifications", "paul").json()
    assert (set(before["ways"].values()), before["address"]) == ({"mail"}, None)
    changed = site.call(
        "PUT", "/api/notifications", "paul", json={"ways": {"due": "apprise"}, "address": SLACK}
    )
    assert (changed.json()["ways"]["due"], changed.json()["address"]) == ("apprise", "slack://…")
    assert site.get("/api/notifications", "rosa").json() == before
    forgotten = {"ways": {"due": "nothing"}, "address": ""}
    assert site.call("PUT", "/api/notifications", "paul", json=forgotten).json()["address"] is None


@pytest.mark.parametrize(
    ("who", "body", "status"),
    [
        ("", {}, 401),
        ("ana", {}, 403),
        ("devi", {}, 403),
        ("ines", {"ways": {"case_waits": "mail"}}, 422),
        ("rosa", {"ways": {"due": "apprise"}}, 422),
        ("rosa", {"ways": {"due": "pigeon"}}, 422),
        ("rosa", {"address": "json://127.0.0.1:9"}, 422),
        ("rosa", {"address": "slack://x"}, 422),
    ],
)
def test_what_cannot_be_chosen_is_refused(site: Site, who: str, body: object, status: int) -> None:
    assert site.call("PUT", "/api/notifications", who, json=body).status_code == status


def test_the_command_line_shows_and_changes_them(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.does("users", "add", "rosa@example.com", "--role", "reviewer")
    choose = ("users", "notifications", "rosa@example.com")
    shell.does(*choose, "--set", "watched=nothing", "--set", "due=mail")
    rows = {row["told_of"]: row["how"] for row in shell.does(*choose, "--json").json}
    assert (rows["watched"], rows["due"], rows["case_waits"]) == ("nothing", "mail", "mail")
    assert "none of" in shell.onboard(*choose, "--set", "watched=pigeon").complaint
    assert "own address first" in shell.onboard(*choose, "--set", "due=apprise").complaint


async def test_the_account_page_does_too_and_never_shows_the_keys_of_an_address(server: Server) -> None:
    email, _ = await newcomer(server, Role.REVIEWER)
    merchant, _ = await newcomer(server, Role.MERCHANT)
    headers = {"Cookie": await cookie_of(server.url, email)}
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=headers) as http:
        said = {"case_waits": "apprise", "due": "nothing", "address": SLACK}
        assert (await http.post("/account/notifications", data=said)).status_code == 303
        saved = await http.get("/account")
        assert "slack://…" in saved.text
        assert SLACK not in saved.text
        assert '<option value="apprise" selected>' in saved.text
        refused = await http.post("/account/notifications", data={"forget": "1"})
        assert (refused.status_code, "own address first" in refused.text) == (422, True)
    headers = {"Cookie": await cookie_of(server.url, merchant)}
    async with httpx.AsyncClient(base_url=server.url, timeout=30, headers=headers) as http:
        assert "told-save" not in (await http.get("/account")).text
        assert (await http.post("/account/notifications", data=said)).status_code == 403
