"""A person answers the merchant: no model is asked, and what was said meanwhile is read afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.openai_server import OpenAIServer, always_calls, offline
from tests.teams.company import Company

CANARY = "CORMORANT"
ANSWER = {"text": "I am the assistant and I answer all the same.", "asks": []}


async def test_no_model_reads_what_is_said_before_it_is_handed_back(company: Company, tmp_path: Path) -> None:
    with OpenAIServer(offline) as server:
        company.use_models(server.write_config(tmp_path / "models.yaml"))
        case = await company.begin()
        await company.say(case, "hello, we are Nut & Bolt Ltd")
        await company.desk.take_over(company.rosa, case)
        asked, heard = len(server.requests), await company.merchant_reads(case)
        await company.say(case, "our revenue is $300,000 a year")
        assert (len(server.requests), (await company.record(case)).application.annual_revenue) == (
            asked,
            None,
        )
        await company.desk.say(company.rosa, case, "And since when are you open?")
        await company.say(case, "we opened in 2015")
        assert "assistant" not in (await company.merchant_reads(case)).removeprefix(heard).casefold()
        await company.desk.hand_back(company.rosa, case)
        await company.team.answer(case)
        assert "And since when are you open?" in server.said()
    application = (await company.record(case)).application
    assert application.annual_revenue == 300_000
    assert application.years_in_business is not None
    assert await company.log_holds()


async def test_a_model_that_answers_whatever_happens_is_not_heard_by_the_merchant(
    company: Company, tmp_path: Path
) -> None:
    with OpenAIServer(always_calls("reply_to_merchant", ANSWER)) as server:
        company.use_models(server.write_config(tmp_path / "models.yaml"))
        case = await company.begin()
        await company.desk.take_over(company.rosa, case)
        await company.say(case, "hello, we are Nut & Bolt Ltd", "is anybody there?")
        assert ANSWER["text"] not in await company.merchant_reads(case)
        await company.desk.hand_back(company.rosa, case)
        await company.team.answer(case)
        assert str(ANSWER["text"]) in await company.merchant_reads(case)


async def test_no_model_reads_a_note_or_a_call(company: Company, tmp_path: Path) -> None:
    with OpenAIServer(offline) as server:
        company.use_models(server.write_config(tmp_path / "models.yaml"))
        case = await company.begin()
        await company.desk.write_note(company.rosa, case, f"@kai look at this: {CANARY}")
        now = datetime.now(UTC)
        await company.desk.log_call(company.rosa, case, CANARY, now, 5, f"They said {CANARY}")
        await company.say(case, "hello, we are Nut & Bolt Ltd")
        assert server.requests
        assert CANARY not in server.said()
    assert CANARY not in await company.merchant_reads(case)
