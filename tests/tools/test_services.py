"""The embedded services speak the contract's HTTP and never make an account twice."""

from __future__ import annotations

import asyncio
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from tests.tools.installations import no_letter
from tools.accounts import Accounts
from tools.services import INSIDE, create_services

TOKEN = "inside"
ONE, OTHER = UUID(int=0xA1B2C3D4 << 96 | 1), UUID(int=0xA1B2C3D4 << 96 | 2)


def client(file: Path, token: str = TOKEN) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(create_services(file, TOKEN, no_letter))
    return httpx.AsyncClient(
        transport=transport, base_url=INSIDE, headers={"Authorization": f"Bearer {token}"}
    )


def body(request_id: UUID = ONE, merchant_id: str = "MERCH_a1b2c3d4", **more: object) -> dict[str, object]:
    return {
        "request_id": str(request_id), "merchant_id": merchant_id, "version": 1, "conditions": {}, **more,
    }  # fmt: skip


async def post(http: httpx.AsyncClient, step: str, key: str, json: object) -> httpx.Response:
    return await http.post(f"/{step}", json=json, headers={"Idempotency-Key": key})


def mode_of(file: Path) -> int | None:
    return file.stat().st_mode & 0o777 if file.exists() else None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "services.db"


async def test_the_four_steps_answer_as_the_contract_says(file: Path) -> None:
    async with client(file) as http:
        answers = [
            (await post(http, step, step, body())).json()
            for step in ("accounts/create", "dashboard/configure", "welcome/send", "accounts/activate")
        ]
    assert answers == [
        {"merchant_id": "MERCH_a1b2c3d4", "account_created": True},
        {"dashboard_configured": True},
        {"welcome_sent": True},
        {"status": "active"},
    ]
    assert Accounts(file).accounts() == [("MERCH_a1b2c3d4", str(ONE), "active")]
    assert mode_of(file) == 0o600


async def test_the_same_key_makes_one_account_however_often_it_comes(file: Path) -> None:
    async with client(file) as http:
        answers = await asyncio.gather(*(post(http, "accounts/create", "k", body()) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(Accounts(file).accounts()) == 1


async def test_another_process_knows_the_account(file: Path) -> None:
    async with client(file) as http:
        await post(http, "accounts/create", "k", body())
    async with client(file) as http:
        assert (await post(http, "accounts/create", "k", body())).status_code == 200
        assert (await post(http, "welcome/send", "k2", body())).status_code == 200


async def test_a_taken_merchant_id_is_a_conflict_and_the_longer_one_is_free(file: Path) -> None:
    async with client(file) as http:
        await post(http, "accounts/create", "k1", body(ONE))
        assert (await post(http, "accounts/create", "k2", body(OTHER))).status_code == 409
        longer = body(OTHER, "MERCH_a1b2c3d40000")
        assert (await post(http, "accounts/create", "k2", longer)).status_code == 200
    assert len(Accounts(file).accounts()) == 2


async def test_a_request_has_one_account(file: Path) -> None:
    async with client(file) as http:
        await post(http, "accounts/create", "k1", body())
        second = body(ONE, "MERCH_a1b2c3d40000")
        assert (await post(http, "accounts/create", "k2", second)).status_code == 409


async def test_closing_leaves_no_account_and_a_late_repeat_makes_none(file: Path) -> None:
    async with client(file) as http:
        await post(http, "accounts/create", "k1", body())
        for _ in range(2):
            assert (await post(http, "accounts/close", "k2", body())).status_code == 200
        await post(http, "accounts/create", "k1", body())
        assert Accounts(file).accounts() == []
        await post(http, "accounts/create", "another grant", body())
    assert len(Accounts(file).accounts()) == 1


@pytest.mark.parametrize("step", ["dashboard/configure", "welcome/send", "accounts/activate"])
async def test_nothing_is_done_for_an_account_that_is_not_there(file: Path, step: str) -> None:
    async with client(file) as http:
        assert (await post(http, step, "k", body(uuid4()))).status_code == 404


async def test_who_does_not_know_the_token_gets_nothing(file: Path) -> None:
    async with client(file, "guess") as http:
        assert (await post(http, "accounts/create", "k", body())).status_code == 401
    assert mode_of(file) is None


@pytest.mark.parametrize(
    "wrong", [{}, body(merchant_id="x"), body(email="a@b.example"), body(version="one"), "text", None]
)
async def test_a_request_of_another_shape_is_refused(file: Path, wrong: object) -> None:
    async with client(file) as http:
        assert (await post(http, "accounts/create", "k", wrong)).status_code == 422
