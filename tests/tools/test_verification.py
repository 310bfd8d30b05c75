"""Independent sources: asked over real HTTP, believed where they answer strictly, never held without."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import pytest

from agents.duties import duties, is_offered
from cases.access import Audience
from cases.checks import CheckStatus
from cases.events import VerificationRecorded
from cases.evidence import evidence_of
from cases.evidence_level import EvidenceLevel
from cases.policy.evidence import VerificationRule
from cases.states import State
from cases.verification import Inquiry, Method, Result, VerificationKind
from desk.draft import Draft
from tests.desk.verifications import report
from tests.tools.installations import Case, Place
from tests.tools.scripted_server import Answer, ScriptedServer, serving
from tools.posting import CallFailed
from tools.verification.http import ATTEMPTS, HttpVerifier

NAME, LICENCE = "merchant_name", "business_license"
AT = "2025-03-04T09:30:00Z"
SAID: dict[str, Any] = {"source": "Companies House", "reference": "08123456", "made_at": AT}


async def no_wait(_: float) -> None:
    """Takes the place of sleeping."""


def saying(**results: str) -> Answer:
    return Answer(body={**SAID, "results": results})


def inquiry(**facts: Any) -> Inquiry:
    return Inquiry(VerificationKind.COMPANY_REGISTRY, uuid4(), "the-key", facts or {NAME: "Fern & Fig"})


async def ask(url: str, token: str = "t0ken", seconds: float = 5, **facts: Any) -> Any:
    verifier = HttpVerifier(url, token, seconds=seconds, sleep=no_wait)
    try:
        return await verifier.verify(inquiry(**facts))
    finally:
        await verifier.aclose()


# -- the service -------------------------------------------------------------------------------------------


async def test_the_service_is_asked_for_just_the_facts_with_token_and_key() -> None:
    async with serving(saying(merchant_name="confirmed", owners="not_confirmed")) as server:
        answer = await ask(server.url, merchant_name="Fern & Fig", owners="Ann Fern")
    (request,) = server.requests
    assert request.path == "/company_registry"
    assert request.headers["authorization"] == "Bearer t0ken"
    assert request.headers["idempotency-key"] == "the-key"
    assert request.body["facts"] == {"merchant_name": "Fern & Fig", "owners": "Ann Fern"}
    assert answer.results == {"merchant_name": Result.CONFIRMED, "owners": Result.NOT_CONFIRMED}


@pytest.mark.parametrize("broken", [Answer(status=500), Answer(status=429), Answer(status=None)])
async def test_what_may_pass_is_asked_again_under_the_same_key_and_then_given_up(broken: Answer) -> None:
    async with serving(broken) as server:
        with pytest.raises(CallFailed):
            await ask(server.url)
    assert [request.headers["idempotency-key"] for request in server.requests] == ["the-key"] * ATTEMPTS


async def test_one_that_comes_back_in_time_is_believed() -> None:
    async with serving(Answer(status=503), saying(merchant_name="confirmed")) as server:
        assert (await ask(server.url)).results == {NAME: Result.CONFIRMED}


async def test_a_service_that_never_answers_is_given_up() -> None:
    async with silent() as url:
        with pytest.raises(CallFailed, match="no answer"):
            await ask(url, seconds=0.1)


@pytest.mark.parametrize("status", [400, 401, 403, 404])
async def test_a_refusal_such_as_of_a_wrong_token_is_final(status: int) -> None:
    async with serving(Answer(status=status)) as server:
        with pytest.raises(CallFailed) as failed:
            await ask(server.url, token="wrong")
    assert (failed.value.answered, len(server.requests)) == (status, 1)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>all is well</html>",
        b"",
        [],
        {},
        {**SAID, "results": {}},
        {**SAID, "results": {NAME: "yes"}},
        {**SAID, "results": {NAME: True}},
        {**SAID, "results": {NAME: "confirmed", "iban": "confirmed"}},
        {**SAID, "results": {"iban": "confirmed"}},
        {**SAID, "results": {NAME: "confirmed"}, "source": ""},
        {**SAID, "results": {NAME: "confirmed"}, "made_at": "yesterday"},
        {**SAID, "results": {NAME: "confirmed"}, "approved": True},
    ],
)
async def test_an_answer_that_is_not_just_what_the_contract_says_is_none(body: Any) -> None:
    async with serving(Answer(body=body)) as server:
        with pytest.raises(CallFailed):
            await ask(server.url)
    assert len(server.requests) == 1


@asynccontextmanager
async def silent() -> AsyncGenerator[str]:
    """A server that takes every request and says nothing for as long as the test looks."""
    over = asyncio.Event()

    async def listen(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        writer.close()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        over.set()
        server.close()


# -- within the team's checks ------------------------------------------------------------------------------


def registry(provider: str = "http") -> Mapping[VerificationKind, VerificationRule]:
    rule = VerificationRule.model_validate({"provider": provider, "about": [NAME, LICENCE]})
    return {VerificationKind.COMPANY_REGISTRY: rule}


async def submitted(place: Place, server: ScriptedServer | None = None, **policy: Any) -> Case:
    """An application in checking under a policy that has the registry asked."""
    place.desk.policy = place.desk.policy.model_copy(update={"verification": registry(), **policy})
    place.desk.verifier = HttpVerifier(server.url, "t0ken", sleep=no_wait) if server else None
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    return case


async def verified(case: Case) -> tuple[CheckStatus, str]:
    """What the validator's tool makes of it."""
    text, ok = await case.call("verify_facts", "validator")
    assert ok, text
    check = (await case.record()).checks["verified_company_registry"]
    return check.status, check.reason


@pytest.mark.parametrize(
    ("said", "status", "level"),
    [
        (("confirmed", "confirmed"), CheckStatus.HELD, "verified"),
        (("confirmed", "not_confirmed"), CheckStatus.FAILED, "verified"),
        (("inconclusive", "confirmed"), CheckStatus.NOT_CHECKED, "stated"),
    ],
)
async def test_what_a_source_says_makes_the_check_and_the_evidence(
    place: Place, said: tuple[str, str], status: CheckStatus, level: str
) -> None:
    async with serving(saying(merchant_name=said[0], business_license=said[1])) as server:
        case = await submitted(place, server)
        assert (await verified(case))[0] is status
    record = await case.record()
    found = evidence_of(record, NAME, place.desk.clock().date())
    assert found is not None
    assert found.level is EvidenceLevel(level)
    recorded = [event for event in await case.events() if isinstance(event.body, VerificationRecorded)]
    assert {(event.actor, event.audience) for event in recorded} == {("validator", Audience.STAFF)}
    assert server.requests[0].headers["idempotency-key"].startswith(str(case.id))


async def test_what_was_answered_about_the_same_values_is_not_asked_again(place: Place) -> None:
    async with serving(saying(merchant_name="confirmed", business_license="confirmed")) as server:
        case = await submitted(place, server)
        for _ in range(2):
            assert (await verified(case))[0] is CheckStatus.HELD
    assert len(server.requests) == 1


@pytest.mark.parametrize("broken", [Answer(status=500), Answer(status=401), Answer(body={"held": True})])
async def test_a_source_that_cannot_be_asked_makes_the_check_an_error_and_the_case_is_tried_again(
    place: Place, broken: Answer
) -> None:
    async with serving(broken) as server:
        case = await submitted(place, server)
        assert (await verified(case))[0] is CheckStatus.ERROR
        await case.check()
    assert await case.state() is State.CHECK_FAILED
    assert (await case.record()).verifications == ()


async def test_a_policy_that_names_a_service_without_one_makes_the_check_an_error(place: Place) -> None:
    case = await submitted(place)
    assert await verified(case) == (CheckStatus.ERROR, "No verification service is configured.")


async def test_by_hand_the_check_is_open_until_a_reviewer_has_recorded_one(place: Place) -> None:
    case = await submitted(place, verification=registry("manual"))
    status, reason = await verified(case)
    assert (status, reason) == (
        CheckStatus.NOT_CHECKED,
        "Look it up and record the check: merchant name, business license.",
    )
    await case.check()
    assert await case.state() is State.IN_REVIEW
    await place.desk.record_check(place.reviewer, case.id, report(NAME, method=Method.PHONE_CALL))
    await place.desk.record_check(place.reviewer, case.id, report(NAME))
    assert (await case.record()).checks["verified_company_registry"].status is CheckStatus.NOT_CHECKED
    await place.desk.record_check(place.reviewer, case.id, report(NAME, LICENCE))
    assert (await case.record()).checks["verified_company_registry"].status is CheckStatus.HELD
    await place.desk.record_check(place.reviewer, case.id, report(NAME, result=Result.NOT_CONFIRMED))
    assert (await case.record()).checks["verified_company_registry"].status is CheckStatus.FAILED


async def test_an_inquiry_that_finds_nothing_holds_and_says_what_it_means(place: Place) -> None:
    rule = VerificationRule.model_validate({"provider": "manual", "about": [NAME]})
    case = await submitted(place, verification={VerificationKind.MATCH: rule})
    await place.desk.record_check(place.reviewer, case.id, report(NAME, method=Method.MATCH_INQUIRY))
    await case.call("verify_facts", "validator")
    check = (await case.record()).checks["verified_match"]
    assert (check.status, check.reason) == (CheckStatus.HELD, "Nothing is known against: merchant name.")


async def test_the_basic_policy_asks_nobody_and_has_no_such_duty_tool_or_check(place: Place) -> None:
    case = await place.open_case()
    await case.tell_story()
    await case.submit()
    draft = (await case.turn("validator")).draft
    assert ("verify_facts",) not in duties(draft, "validator")
    assert not is_offered("verify_facts", place.desk.policy)
    await case.check()
    assert not any("verified_" in key or "evidence" in key for key in (await case.record()).checks)
    under = place.desk.policy.model_copy(update={"verification": registry()})
    assert ("verify_facts",) in duties(Draft(draft.events, under, draft.now), "validator")
