"""Whatever is wrong with a request, the answer is a problem document that says so and nothing else."""

from __future__ import annotations

import secrets
from typing import Any

import httpx
import pytest

from tests.web.site import APPLICATION, Site

JSON = {"Content-Type": "application/json"}


def assert_problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """Check the shape; returns the document."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found = answer.json()
    assert found["code"] == code
    assert found["status"] == status
    assert found["detail"]
    assert "Traceback" not in answer.text
    assert ".py" not in answer.text
    return found


def test_without_a_valid_token_there_is_nothing_to_see(site: Site) -> None:
    case = site.onboarded()
    calls = [
        ("GET", f"/api/merchants/{case}"),
        ("GET", f"/api/merchants/{case}/transcript"),
        ("GET", "/api/events"),
        ("POST", "/api/merchants/onboard"),
        ("POST", "/api/merchants/approve"),
        ("POST", f"/api/merchants/{case}/messages"),
        ("POST", f"/api/merchants/{case}/submit"),
        ("POST", f"/api/merchants/{case}/withdraw"),
    ]
    for method, path in calls:
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic YTpi"}):
            answer = site.call(method, path, headers=headers)
            assert_problem(answer, 401, "unauthenticated")
            assert answer.headers["www-authenticate"] == "Bearer"


def test_a_revoked_token_and_a_disabled_account_end_at_once(site: Site) -> None:
    people = site.onboard.people
    token_id, secret = site.do(people.create_token("carl@example.com", None))
    headers = {"Authorization": f"Bearer {secret}"}
    case = site.onboarded("carl")
    assert site.get(f"/api/merchants/{case}", headers=headers).status_code == 200
    site.do(people.revoke_token(token_id))
    assert_problem(site.get(f"/api/merchants/{case}", headers=headers), 401, "unauthenticated")
    site.do(people.disable("carl@example.com"))
    assert_problem(site.get(f"/api/merchants/{case}", "carl"), 401, "unauthenticated")
    site.do(people.enable("carl@example.com"))
    assert site.get(f"/api/merchants/{case}", "carl").status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"merchant_name": "x"',
        b"\xff\xfe\x00binary" + bytes(range(256)),
        b'{"merchant_name": "\xed\xa0\x80"}',
        b"[" * 100_000,
        b'{"annual_revenue": ' + b"9" * 5000 + b"}",
    ],
    ids=["empty", "open brace", "cut", "binary", "half a surrogate", "deep", "long number"],
)
def test_a_body_that_is_no_json_is_refused_in_plain_words(site: Site, body: bytes) -> None:
    answer = site.post("/api/merchants/onboard", "ana", content=body, headers=JSON)
    assert answer.status_code in (400, 422)
    assert_problem(answer, answer.status_code, answer.json()["code"])


@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"', b"12", b"true"])
def test_json_of_another_shape_is_refused_with_its_fields(site: Site, body: bytes) -> None:
    answer = site.post("/api/merchants/onboard", "ana", content=body, headers=JSON)
    assert_problem(answer, 422, "invalid")


def test_every_field_that_cannot_be_used_is_named(site: Site) -> None:
    wrong = {**APPLICATION, "email": "nowhere", "annual_revenue": "plenty", "years_in_business": -3}
    found = assert_problem(site.post("/api/merchants/onboard", "ana", json=wrong), 422, "invalid")
    assert {error["field"] for error in found["errors"]} == {
        "email",
        "annual_revenue",
        "years_in_business",
    }


def test_name_and_address_for_mail_are_needed(site: Site) -> None:
    found = assert_problem(site.post("/api/merchants/onboard", "ana", json={}), 422, "invalid")
    assert {error["field"] for error in found["errors"]} == {"merchant_name", "email"}


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "1e400"])
def test_a_number_that_is_none_is_refused(site: Site, amount: str) -> None:
    body = f'{{"merchant_name": "x", "email": "a@b.example.com", "annual_revenue": {amount}}}'
    answer = site.post("/api/merchants/onboard", "ana", content=body, headers=JSON)
    assert_problem(answer, 422, "invalid")


def test_a_card_number_is_refused_and_not_repeated(site: Site) -> None:
    wrong = {**APPLICATION, "account_number": "4111 1111 1111 1111"}
    answer = site.post("/api/merchants/onboard", "ana", json=wrong)
    assert_problem(answer, 422, "invalid")
    assert "4111" not in answer.text


def test_too_much_is_refused_before_it_is_read(site: Site) -> None:
    much = b'{"text": "' + b"a" * 1_100_000 + b'"}'
    assert_problem(site.post("/api/merchants/onboard", "ana", content=much, headers=JSON), 413, "too_large")
    in_parts = (much[at : at + 65536] for at in range(0, len(much), 65536))
    answer = site.post("/api/merchants/onboard", "ana", content=in_parts, headers=JSON)
    assert_problem(answer, 413, "too_large")


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [("", 422, "empty_message"), (" \n\t ", 422, "empty_message"), ("a" * 50_000, 413, "message_too_long")],
    ids=["nothing", "spaces", "50,000 characters"],
)
def test_a_message_has_to_be_one(site: Site, text: str, status: int, code: str) -> None:
    case = site.onboarded()
    answer = site.post(f"/api/merchants/{case}/messages", "ana", json={"text": text})
    assert_problem(answer, status, code)


@pytest.mark.parametrize(
    "text", ["Ладно, вот адрес", "我们卖茶叶", "نبيع القهوة", "👩‍🍳🥐", "\x00\x07 hello"]
)
def test_any_script_is_taken(site: Site, text: str) -> None:
    case = site.onboarded()
    answer = site.post(f"/api/merchants/{case}/messages", "ana", json={"text": text})
    assert answer.status_code == 202, answer.text


def test_a_decision_has_to_be_yes_or_no(site: Site) -> None:
    case = site.onboarded()
    for approved in ("yes", 1, None):
        ruling = {"request_id": case, "approved": approved}
        assert_problem(site.post("/api/merchants/approve", "rosa", json=ruling), 422, "invalid")
    ruling = {"request_id": case, "approved": True, "aproved": False}
    assert_problem(site.post("/api/merchants/approve", "rosa", json=ruling), 422, "invalid")


def test_an_unknown_address_or_method_is_a_problem_too(site: Site) -> None:
    assert_problem(site.get("/api/nothing", "ana"), 404, "not_found")
    assert_problem(site.get("/nothing"), 404, "not_found")
    assert_problem(site.call("DELETE", "/health"), 405, "method_not_allowed")
    assert_problem(site.get("/api/merchants/not-an-id", "ana"), 404, "not_found")


def test_the_unexpected_is_a_number_and_no_trace(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    secret = secrets.token_hex(8)

    async def fail(*_: object) -> None:
        raise RuntimeError(f"the merchant wrote {secret}")

    monkeypatch.setattr(type(site.onboard.views), "status", fail)
    answer = site.get("/api/merchants/11111111-1111-4111-8111-111111111111", "ana")
    found = assert_problem(answer, 500, "internal_error")
    assert found["id"] in found["detail"]
    assert secret not in answer.text
    assert secret not in caplog.text


def test_somebody_at_a_page_reads_of_the_unexpected_in_their_language(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise RuntimeError("nobody expects this")

    monkeypatch.setattr(type(site.onboard.feed), "last_position", fail)
    answer = site.get("/ready", headers={"accept": "text/html", "accept-language": "de"})
    assert answer.status_code == 500
    assert "Das hat nicht geklappt" in answer.text
    assert "nobody expects this" not in answer.text


def test_every_answer_tells_browsers_to_be_careful(site: Site) -> None:
    for answer in (site.get("/health"), site.get("/api/nothing"), site.get("/api/docs")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
    assert site.get("/api/nothing").headers["cache-control"] == "no-store"
