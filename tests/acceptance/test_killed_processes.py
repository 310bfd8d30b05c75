"""SIGKILL at every boundary that matters: nothing is lost, nothing is doubled, one account exists."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest

from cases.access import Role
from desk.provisioning import STEPS
from desk.webhooks import Webhooks
from storage.settings import load_settings
from storage.verification import verify
from tests.server_process import BAKERY, Caller, Server, make_people
from tests.tools.scripted_server import Answer, serving
from web.composition import build, opened

MERCHANT, REVIEWER = "ines@example.com", "rosa@example.com"


@pytest.fixture
async def tokens(tmp_path: Path) -> dict[str, str]:
    people = {MERCHANT: [Role.MERCHANT], REVIEWER: [Role.REVIEWER]}
    return await make_people(tmp_path / "data", people)


async def approve(reviewer: Caller, case: str) -> None:
    status = await reviewer.until(case, "in_review")
    assert status["risk"]
    body = {"request_id": case, "approved": True}
    answer = await reviewer.call("POST", "/api/merchants/approve", body)
    assert answer.status_code == 200, answer.text


async def assert_whole(data_dir: Path, case: str) -> None:
    """One chain that verifies, each agent heard once for the review, and exactly one account."""
    onboard = build(load_settings(None, data_dir=data_dir))
    async with opened(onboard):
        verification = await verify(onboard.desk.db, onboard.desk.keyring, None)
        assert verification.holds, verification.problem
        async with onboard.desk.db.read() as connection:
            draft = await onboard.desk.load(connection, UUID(case))
    kinds = Counter((event.actor, event.body.kind) for event in draft.events if event.role == "agent")
    for agent in ("preprocessor", "validator", "risk_analyst"):
        assert kinds[agent, "turn.completed"] == 1, kinds
    steps = [e.body for e in draft.events if e.body.kind == "step.recorded"]
    assert [step.step for step in steps] == list(STEPS)
    assert len(accounts(data_dir)) == 1


def accounts(data_dir: Path) -> list[str]:
    """The accounts that the embedded services hold."""
    connection = sqlite3.connect(data_dir / "services.db")
    try:
        return [row[0] for row in connection.execute("SELECT merchant_id FROM accounts")]
    finally:
        connection.close()


BEFORE_THE_REVIEW = ("work:turn", "turn:preprocessor", "turn:validator", "turn:risk_analyst")
WHILE_SETTING_UP = (
    "work:provision",
    *(point for step in STEPS[:-1] for point in (f"service:{step}", f"step:{step}")),
    f"service:{STEPS[-1]}",
)


@pytest.mark.timeout(600)
async def test_a_case_comes_through_a_kill_at_every_boundary(tmp_path: Path, tokens: dict[str, str]) -> None:
    """One case, one process after the other, each dying at the next boundary."""
    data_dir = tmp_path / "data"
    server = Server(data_dir)
    merchant, reviewer = (Caller(server.url, tokens[who]) for who in (MERCHANT, REVIEWER))
    try:
        server.start(kill_at=BEFORE_THE_REVIEW[0])
        await server.ready()
        case = await merchant.onboard(**BAKERY)
        await server.killed()
        for point in BEFORE_THE_REVIEW[1:]:
            server.start(kill_at=point)
            await server.killed()

        server.start()
        await server.ready()
        await reviewer.until(case, "in_review")
        server.kill()
        server.start(kill_at=WHILE_SETTING_UP[0])
        await server.ready()
        await approve(reviewer, case)
        await server.killed()
        for point in WHILE_SETTING_UP[1:]:
            server.start(kill_at=point)
            await server.killed()

        server.start()
        await server.ready()
        await reviewer.until(case, "active")
    finally:
        server.kill()
    await assert_whole(data_dir, case)


async def test_every_case_goes_on_without_the_tables_of_the_workflow_engine(
    tmp_path: Path, tokens: dict[str, str]
) -> None:
    """One that waits for its team, one that waits for its account, one that waits for a person."""
    data_dir = tmp_path / "data"
    server = Server(data_dir)
    merchant, reviewer = (Caller(server.url, tokens[who]) for who in (MERCHANT, REVIEWER))
    try:
        server.start(kill_at="work:provision")
        await server.ready()
        waiting = await merchant.onboard(**BAKERY)
        approved = await merchant.onboard(**BAKERY)
        await reviewer.until(waiting, "in_review")
        await approve(reviewer, approved)
        await server.killed()
        forget_workflows(data_dir)
        server.start(kill_at="turn:validator")
        await server.ready()
        submitted = await merchant.onboard(**BAKERY)
        await server.killed()
        forget_workflows(data_dir)

        server.start()
        await server.ready()
        await reviewer.until(approved, "active")
        await approve(reviewer, waiting)
        await approve(reviewer, submitted)
        for case in (waiting, submitted):
            await reviewer.until(case, "active")
    finally:
        server.kill()
    assert len(accounts(data_dir)) == 3


def forget_workflows(data_dir: Path) -> None:
    """Delete what the workflow engine keeps."""
    files = list(data_dir.glob("dbos.db*"))
    assert files
    for file in files:
        file.unlink()


async def test_a_partner_hears_again_under_the_same_id_what_a_killed_process_had_told_it(
    tmp_path: Path, tokens: dict[str, str]
) -> None:
    data_dir = tmp_path / "data"
    server = Server(data_dir, ONBOARD_WEBHOOKS_LOOPBACK="1")
    merchant, reviewer = (Caller(server.url, tokens[who]) for who in (MERCHANT, REVIEWER))
    async with serving(Answer()) as partner:
        await register(data_dir, partner.url)
        try:
            server.start(kill_at="delivery:webhook")
            await server.ready()
            case = await merchant.onboard(**BAKERY)
            await server.killed()
            server.start()
            await server.ready()
            await approve(reviewer, case)
            await reviewer.until(case, "active")
            requests = await partner.received(5)
        finally:
            server.kill()
    told = Counter(request.body["id"] for request in requests)
    assert sorted(told.values()) == [1, 1, 1, 2]
    assert told[requests[0].body["id"]] == 2


async def register(data_dir: Path, url: str) -> None:
    onboard = build(load_settings(None, data_dir=data_dir))
    async with opened(onboard):
        await Webhooks(onboard.desk).add(url, loopback=True)
