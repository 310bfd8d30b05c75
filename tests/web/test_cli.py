"""The command line, as the contract describes it: what it prints and with which status it ends."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from tests.web.shell import Shell
from tests.web.site import APPLICATION

UNKNOWN = "11111111-1111-4111-8111-111111111111"

COMMANDS = [
    "serve",
    "apply",
    "cases",
    "cases list",
    "cases show",
    "checks",
    "checks list",
    "checks record",
    "decide",
    "notice preview",
    "notice read",
    "say",
    "note",
    "call",
    "takeover",
    "team",
    "ask-team",
    "answers",
    "complaints",
    "complaints list",
    "complaints make",
    "complaints take",
    "complaints answer",
    "complaints close",
    "ask",
    "override",
    "transcript",
    "transcript list",
    "transcript show",
    "transcript export",
    "transcript verify",
    "eval extraction",
    "eval screening",
    "eval injection",
    "policy check",
    "policy diff",
    "policy examples",
    "policy simulate",
    "screen",
    "webhooks add",
    "webhooks list",
    "webhooks remove",
    "webhooks deliveries",
    "webhooks replay",
    "lists update",
    "lists status",
    "users add",
    "users list",
    "users passwd",
    "users role",
    "users disable",
    "users enable",
    "users totp-off",
    "tokens create",
    "tokens list",
    "tokens revoke",
    "keys rotate",
    "settings",
]


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("shell"))
    shell.does("users", "add", "ana@example.com", "--role", "merchant")
    shell.does("users", "add", "rosa@example.com", "--role", "reviewer")
    return shell


@pytest.fixture(scope="module")
def case(shell: Shell) -> str:
    file = shell.folder / "one.json"
    file.write_text(json.dumps(APPLICATION))
    return shell.does("apply", str(file), "--as", "ana@example.com").out.strip()


def test_help_lists_every_command_quickly(shell: Shell) -> None:
    done = shell.process("--help")
    shown = done.out
    assert done.status == 0
    assert {command.split()[0] for command in COMMANDS} <= set(re.findall(r"[\w-]+", shown))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(shell: Shell, command: str) -> None:
    shown = shell.does(*command.split(), "--help").out
    assert f"Usage: onboard {command}" in shown
    assert "--install-completion" not in shown


# -- accounts and tokens --------------------------------------------------------------------------


def test_an_account_is_added_once(shell: Shell) -> None:
    shell.does("users", "add", "Kim@Example.com", "--role", "analyst", "--role", "compliance")
    assert "already" in shell.onboard("users", "add", "kim@example.com", "--role", "admin").complaint
    rows = {row["email"].lower(): row for row in shell.does("users", "list", "--json").json}
    assert rows["kim@example.com"]["roles"] == ["analyst", "compliance"]


def test_roles_are_replaced_and_accounts_shut_and_opened(shell: Shell) -> None:
    shell.does("users", "add", "lee@example.com", "--role", "analyst")
    shell.does("users", "role", "lee@example.com", "--role", "reviewer")
    shell.does("users", "disable", "lee@example.com")
    row = next(r for r in shell.does("users", "list", "--json").json if r["email"] == "lee@example.com")
    assert (row["roles"], row["disabled"]) == (["reviewer"], True)
    assert "account" in shell.onboard("tokens", "create", "lee@example.com").complaint
    shell.does("users", "enable", "lee@example.com")
    shell.does("tokens", "create", "lee@example.com")


def test_a_password_is_read_from_stdin_and_never_shown(shell: Shell) -> None:
    done = shell.does(
        "users", "add", "pat@example.com", "--role", "merchant", "--password-stdin", given="correct horse\n"
    )
    assert "correct horse" not in done.out + done.err
    assert "10 characters" in shell.onboard(
        "users", "passwd", "pat@example.com", "--password-stdin", given="short\n"
    ).complaint  # fmt: skip
    shell.does("users", "passwd", "pat@example.com", "--password-stdin", given="another horse\n")


def test_a_token_is_printed_once_as_the_last_line(shell: Shell) -> None:
    done = shell.does("tokens", "create", "ana@example.com", "--expires", "12h")
    secret = done.out.splitlines()[-1]
    assert secret.startswith("onb_")
    listed = shell.does("tokens", "list", "--json")
    assert secret not in listed.out
    row = listed.json[-1]
    assert row["email"] == "ana@example.com"
    assert row["revoked_at"] is None
    shell.does("tokens", "revoke", row["id"])
    assert shell.does("tokens", "list", "--json").json[-1]["revoked_at"] is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("users add nonsense --role merchant", "not an e-mail address"),
        ("users add x@example.com --role boss", "boss"),
        ("users add x@example.com", "--role"),
        ("users role nobody@example.com --role merchant", "no account"),
        ("users passwd ana@example.com", "--password-stdin"),
        ("tokens create nobody@example.com", "no account"),
        ("tokens create ana@example.com --expires soon", "--expires"),
        ("tokens create ana@example.com --expires 999999w", "--expires"),
        ("tokens revoke 12", "id of a token"),
        (f"tokens revoke {UNKNOWN}", "no such token"),
        ("cases list --state dreaming", "dreaming"),
        ("cases show 12", "not the id of a case"),
        (f"cases show {UNKNOWN}", "no such case"),
        (f"transcript show {UNKNOWN}", "no such case"),
        (f"transcript verify {UNKNOWN}", "no such case"),
        (f"transcript export {UNKNOWN} -o x.json", "no such case"),
        (f"transcript export {UNKNOWN} --format odt -o x", "odt"),
        (f"decide {UNKNOWN} --approve --as rosa@example.com", "no such case"),
        (f"decide {UNKNOWN} --as rosa@example.com", "--approve"),
        (f"decide {UNKNOWN} --approve --decline --as rosa@example.com", "--approve"),
        (f"decide {UNKNOWN} --approve", "--as"),
        ("apply missing.json --as ana@example.com", "No such file"),
        ("eval extraction missing.jsonl", "No such file"),
        ("frobnicate", "frobnicate"),
        ("cases list --frob", "--frob"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(shell: Shell, arguments: str, said: str) -> None:
    assert said in shell.onboard(*arguments.split()).complaint


# -- cases ----------------------------------------------------------------------------------------


def test_an_application_is_listed_and_shown(shell: Shell, case: str) -> None:
    listed = shell.does("cases", "list", "--json").json
    row = next(row for row in listed if row["case_id"] == case)
    assert (row["name"], row["state"]) == ("Harbour Lane Bakery", "checking")
    shown = shell.does("cases", "show", case)
    assert "Harbour Lane Bakery" in shown.out
    assert "61-8987901" not in shown.out
    assert shell.does("cases", "show", case, "--json").json["state"] == "checking"
    assert shell.does("cases", "list", "--state", "active", "--json").json == []


def test_a_bad_line_does_not_stop_the_others(shell: Shell) -> None:
    lines = [
        json.dumps(APPLICATION),
        "{",
        json.dumps({"merchant_name": "No Mail"}),
        "[]",
        "[" * 100_000,
        "",
        json.dumps({**APPLICATION, "merchant_name": "Second Bakery"}),
    ]
    file = shell.folder / "many.jsonl"
    file.write_text("\n".join(lines))
    done = shell.onboard("apply", str(file), "--as", "ana@example.com", "--json")
    assert "4 of 6" in done.complaint
    assert ["request_id" in row for row in done.json] == [True, False, False, False, False, True]
    assert [row["place"] for row in done.json][1] == "line 2"
    assert "email" in done.json[2]["error"]


def test_a_file_of_another_kind_is_refused(shell: Shell) -> None:
    file = shell.folder / "blob.json"
    file.write_bytes(bytes(range(256)))
    assert "UTF-8" in shell.onboard("apply", str(file), "--as", "ana@example.com").complaint
    assert shell.folder.name in shell.onboard("apply", str(shell.folder), "--as", "ana@example.com").complaint


def test_deciding_follows_the_same_rules_as_everywhere(shell: Shell, case: str) -> None:
    by_merchant = shell.onboard("decide", case, "--approve", "--as", "ana@example.com")
    assert "reviewer" in by_merchant.complaint
    too_early = shell.onboard("decide", case, "--approve", "--as", "rosa@example.com")
    assert "not in review" in too_early.complaint
    unknown = shell.onboard("decide", case, "--decline", "--reason", "mood", "--as", "rosa@example.com")
    assert "onboard: " + unknown.complaint


# -- transcripts ----------------------------------------------------------------------------------


def test_a_conversation_is_shown_and_exported_with_its_reader_s_rights(shell: Shell, case: str) -> None:
    assert case in [row["case_id"] for row in shell.does("transcript", "list", "--json").json]
    assert "application was submitted" in shell.does("transcript", "show", case).out
    file = shell.folder / "conversation.json"
    shell.does("transcript", "export", case, "--format", "json", "-o", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    whole = json.loads(file.read_text())
    assert "staff" in {event["audience"] for event in whole["events"]}
    assert "61-8987901" not in file.read_text()
    own = shell.does("transcript", "export", case, "-o", "-", "--as", "ana@example.com").json
    assert {event["audience"] for event in own["events"]} == {"everyone"}
    assert "state" not in own["case"]


def test_verify_holds_also_after_the_keys_were_rotated(shell: Shell, case: str) -> None:
    assert "Holds" in shell.does("transcript", "verify").out
    shell.does("keys", "rotate")
    assert shell.does("transcript", "verify", case, "--json").json["holds"] is True
    assert "Harbour Lane Bakery" in shell.does("cases", "show", case).out


def test_verify_names_a_changed_event_with_status_1(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    shell.does("users", "add", "ana@example.com", "--role", "merchant")
    (tmp_path / "one.json").write_text(json.dumps(APPLICATION))
    case = shell.does("apply", "one.json", "--as", "ana@example.com").out.strip()
    with sqlite3.connect(tmp_path / "data" / "onboard.db") as database:
        database.execute("update events set actor = 'someone' where seq = 3")
    done = shell.onboard("transcript", "verify", "--json")
    assert (done.status, done.json["case_id"], done.json["seq"]) == (1, case, 3)
    assert "Traceback" not in done.err
    assert shell.onboard("transcript", "verify", case).status == 1


# -- settings and evaluation ----------------------------------------------------------------------


def test_settings_say_where_each_came_from_and_show_no_secret(shell: Shell) -> None:
    (shell.folder / ".env").write_text("ONBOARD_PORT=8123\n")
    secret = "a-secret-that-nobody-should-read-anywhere"
    rows = shell.does("settings", "--json", ONBOARD_AUTH_SECRET=secret)
    (shell.folder / ".env").unlink()
    by_name = {row["name"]: row for row in rows.json}
    assert (by_name["ONBOARD_PORT"]["value"], by_name["ONBOARD_PORT"]["source"]) == ("8123", ".env")
    assert by_name["ONBOARD_AUTH_SECRET"]["source"] == "environment"
    assert secret not in rows.out


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"ONBOARD_PORT": "many"}, "ONBOARD_PORT"),
        ({"ONBOARD_POLICY": "nowhere.yaml"}, "nowhere.yaml"),
        ({"ONBOARD_ENCRYPTION_KEYS": "short"}, "ONBOARD_ENCRYPTION_KEYS"),
        ({"ONBOARD_DATA_DIR": "/proc/nothing"}, "/proc/nothing"),
        ({"ONBOARD_ENVIRONMENT": "production"}, "ONBOARD_PUBLIC_URL"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(shell: Shell, broken: dict[str, str], said: str) -> None:
    assert said in shell.onboard("cases", "list", **broken).complaint


def test_a_broken_settings_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ONBOARD_PORT=8000\nthis is not a setting\n")
    assert "line 2" in Shell(tmp_path).onboard("cases", "list").complaint


def test_extraction_is_evaluated_without_touching_the_installation(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    line = {
        "id": "t1",
        "today": "2026-11-23",
        "turns": ["We are Harbour Lane Bakery, a bakery. Mail us at orders@harbourlane.example.com."],
        "expect": {"merchant_name": "Harbour Lane Bakery", "email": "orders@harbourlane.example.com"},
        "tags": [],
    }
    (tmp_path / "talk.jsonl").write_text(json.dumps(line) + "\n")
    report = shell.does("eval", "extraction", "talk.jsonl", "--json").json
    assert report["cases"][0]["extracted"]["email"] == "orders@harbourlane.example.com"
    assert report["summary"]["cases"] == 1
    assert not (tmp_path / "data" / "onboard.db").exists()
    (tmp_path / "bad.jsonl").write_text("{}\n")
    assert "line 1" in shell.onboard("eval", "extraction", "bad.jsonl").complaint


def test_what_a_decline_would_tell_is_printed_and_a_letter_that_is_not_written_is_not_read(
    shell: Shell, case: str
) -> None:
    ask = ("notice", "preview", case, "--as", "rosa@example.com", "--reason")
    shown = shell.does(*ask, "ownership_unclear").out
    assert "It is not clear to us who owns the business." in shown
    assert shell.does(*ask, "ownership_unclear", "--json").json["tells"] == 1
    assert "Unknown reason" in shell.onboard(*ask, "bad_hair").complaint
    assert "no letter" in shell.onboard("notice", "read", case, "-o", "letter.pdf").complaint
