"""Policies on the command line: looked over, compared."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.tools.installations import POLICY, install
from tests.web.shell import Shell
from tools.policy_file import load_policy


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def written(shell: Shell, found: str, put: str, name: str = "mine.yaml") -> str:
    text = POLICY.read_text(encoding="utf-8")
    assert found in text
    file = shell.folder / name
    file.write_text(text.replace(found, put, 1), encoding="utf-8")
    return str(file)


def test_a_policy_that_can_be_used_is_named_with_its_hash(shell: Shell) -> None:
    report = shell.does("policy", "check", str(POLICY), "--json").json
    assert (report["usable"], report["name"], report["version"]) == (True, "basic", "1")
    assert report["hash"] == load_policy(POLICY).hash
    shown = shell.does("policy", "check", str(POLICY)).out
    assert "basic 1 can be used" in shown
    assert report["hash"] in shown


def test_without_a_file_the_policy_in_effect_is_looked_over(shell: Shell) -> None:
    mine = written(shell, "name: basic", "name: our own")
    assert "our own 1 can be used" in shell.does("policy", "check", ONBOARD_POLICY=mine).out


def test_what_is_worth_a_second_look_is_told_and_stops_nothing(shell: Shell) -> None:
    mine = written(shell, "blocking_checks: []", "blocking_checks: [email_domain]")
    assert "- blocking_checks: The check email_domain is not made" in shell.does("policy", "check", mine).out
    remarks = shell.does("policy", "check", mine, "--json").json["remarks"]
    assert "blocking_checks" in [remark["path"] for remark in remarks]


def test_a_policy_that_cannot_be_used_ends_with_status_1_and_its_line(shell: Shell) -> None:
    mine = written(shell, "start: 0.5", "start: much")
    done = shell.onboard("policy", "check", mine)
    assert done.status == 1
    assert "mine.yaml, line " in done.out
    assert "risk.start" in done.out
    report = shell.onboard("policy", "check", mine, "--json")
    assert (report.status, report.json["usable"]) == (1, False)
    assert "risk.start" in report.json["problem"]


def test_a_file_that_is_not_there_is_wrong_use(shell: Shell) -> None:
    assert "none.yaml" in shell.onboard("policy", "check", "none.yaml").complaint
    assert "none.yaml" in shell.onboard("policy", "diff", str(POLICY), "none.yaml").complaint


def test_two_policies_are_compared_in_words(shell: Shell) -> None:
    mine = written(shell, "low_above: 0.7", "low_above: 0.75")
    assert shell.does("policy", "diff", str(POLICY), mine).out == "risk.low_above: 0.75 instead of 0.7\n"
    (difference,) = shell.does("policy", "diff", str(POLICY), mine, "--json").json
    assert difference == {"path": "risk.low_above", "change": "changed", "before": "0.7", "after": "0.75"}
    assert shell.does("policy", "diff", str(POLICY), str(POLICY)).out == "They say the same.\n"
    broken = written(shell, "start: 0.5", "start: much", "broken.yaml")
    assert "broken.yaml, line " in shell.onboard("policy", "diff", str(POLICY), broken).complaint


def test_what_a_policy_makes_of_the_examples_is_printed(shell: Shell) -> None:
    mine = written(shell, "low_above: 0.7", "low_above: 0.9")
    done = shell.onboard("policy", "examples", mine)
    assert "| **0.9** | **Medium risk** |" in done.out
    assert (done.status, done.err) == (1, "No example shows: low.\n")
    assert "| **0.9** | **Low risk** |" in shell.does("policy", "examples", str(POLICY)).out


def test_examples_beside_a_policy_are_its_own(shell: Shell) -> None:
    mine = written(shell, "name: basic", "name: our own")
    (shell.folder / "examples.yaml").write_text("day: soon\n")
    assert "examples.yaml, line 1: day" in shell.onboard("policy", "examples", mine).complaint


async def approved_case(folder: Path) -> str:
    place = await install(folder)
    case = await place.open_case()
    await case.approve()
    await place.desk.db.close()
    return str(case.id)


def test_decided_cases_are_judged_again_and_named_by_id(shell: Shell) -> None:
    case = asyncio.run(approved_case(shell.folder))
    mine = written(shell, "low_above: 0.7", "low_above: 0.9")
    report = shell.does("policy", "simulate", mine, "--json").json
    assert (report["decided"], report["counts"]["level"], report["counts"]["barred"]) == (1, 1, 0)
    assert report["cases"][0]["case_id"] == case
    assert report["cases"][0]["changes"] == ["medium instead of low risk"]
    shown = shell.does("policy", "simulate", mine).out
    assert case in shown
    assert "medium instead of low risk" in shown
    assert "Fern" not in shown
    assert "None would have been judged otherwise." in shell.does("policy", "simulate", str(POLICY)).out
    later = shell.does("policy", "simulate", mine, "--since", "2999-01-01").out
    assert later == "No case was decided since 2999-01-01.\n"


def test_where_nothing_was_decided_a_sentence_says_so(shell: Shell) -> None:
    assert "No case was decided since" in shell.does("policy", "simulate", str(POLICY)).out
    assert shell.does("policy", "simulate", str(POLICY), "--json").json["cases"] == []
    assert "2026" in shell.onboard("policy", "simulate", str(POLICY), "--since", "2026").complaint
    broken = written(shell, "start: 0.5", "start: much")
    assert "mine.yaml, line " in shell.onboard("policy", "simulate", broken).complaint
