"""Webhooks on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.shell import Shell

HOOK = "https://partner.example/hook"
UNKNOWN = "11111111-1111-4111-8111-111111111111"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_webhook_is_added_listed_and_removed(shell: Shell) -> None:
    added = shell.does("webhooks", "add", HOOK).out
    secret = added.splitlines()[-1]
    assert secret.startswith("whsec_")
    listed = shell.does("webhooks", "list", "--json")
    assert secret not in listed.out
    [row] = listed.json
    assert (row["url"], row["id"] in added) == (HOOK, True)
    shell.does("webhooks", "remove", row["id"])
    assert "No webhooks yet" in shell.does("webhooks", "list").out
    assert "no such webhook" in shell.onboard("webhooks", "remove", row["id"]).complaint


def test_neither_address_nor_secret_is_kept_in_clear(shell: Shell) -> None:
    secret = shell.does("webhooks", "add", HOOK).out.splitlines()[-1].removeprefix("whsec_")
    kept = b"".join(file.read_bytes() for file in (shell.folder / "data").glob("onboard.db*"))
    assert kept
    assert secret.encode() not in kept
    assert b"partner.example" not in kept


def test_an_address_that_is_not_secure_is_refused_but_in_development_by_setting(shell: Shell) -> None:
    assert "https://" in shell.onboard("webhooks", "add", "http://127.0.0.1:9/").complaint
    shell.does("webhooks", "add", "http://127.0.0.1:9/", ONBOARD_WEBHOOKS_LOOPBACK="1")


def test_deliveries_are_listed_and_replayed_by_name_or_time(shell: Shell) -> None:
    assert shell.does("webhooks", "deliveries", "--json").json == []
    assert "no such delivery" in shell.onboard("webhooks", "replay", UNKNOWN).complaint
    assert "not the id" in shell.onboard("webhooks", "replay", "x").complaint
    shell.does("webhooks", "add", HOOK)
    [row] = shell.does("webhooks", "list", "--json").json
    since = ("webhooks", "replay", "--since", "2026-03-01T09:30")
    assert "Sent again: 0" in shell.does(*since, "--webhook", row["id"]).out
    assert "--webhook" in shell.onboard(*since).complaint
    assert "not a time" in shell.onboard(*since[:-1], "x", "--webhook", row["id"]).complaint
    assert "no such webhook" in shell.onboard(*since, "--webhook", UNKNOWN).complaint
