"""Fifty merchants apply through REST at the same moment; each is checked by every agent."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from cases.access import Role
from storage.settings import load_settings
from storage.verification import verify
from tests.server_process import BAKERY, Caller, make_people, serving
from web.composition import build, opened

REVIEWER = "rosa@example.com"
TOOLS = {
    "read_application",
    "validate_application",
    "screen_parties",
    "score_risk",
    "assess_compliance",
    "recommend",
}


@pytest.mark.timeout(400)
async def test_fifty_applications_at_once_all_reach_their_review(tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    emails = [f"merchant{number}@example.com" for number in range(50)]
    people = {REVIEWER: [Role.REVIEWER], **{email: [Role.MERCHANT] for email in emails}}
    tokens = await make_people(data_dir, people)
    async with serving(data_dir) as server:
        reviewer = Caller(server.url, tokens[REVIEWER])
        merchants = [Caller(server.url, tokens[email]) for email in emails]
        cases = await asyncio.gather(*(merchant.onboard(**BAKERY) for merchant in merchants))
        assert len(set(cases)) == 50
        for case in cases:
            await reviewer.until(case, "in_review")
        for case in cases:
            transcript = await reviewer.call("GET", f"/api/merchants/{case}/transcript?limit=500")
            events = transcript.json()["events"]
            spoke = {e["actor"] for e in events if e["kind"] == "turn.completed"}
            assert spoke == {"preprocessor", "validator", "risk_analyst"}
            assert {e["data"]["name"] for e in events if e["kind"] == "tool.called"} >= TOOLS
    onboard = build(load_settings(None, data_dir=data_dir))
    async with opened(onboard):
        verification = await verify(onboard.desk.db, onboard.desk.keyring)
    assert verification.holds, verification.problem
