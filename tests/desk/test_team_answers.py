"""What the team answers in private: from the record, with sources, and nothing is changed by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cases.access import Audience
from cases.checks import Check, CheckStatus
from cases.errors import Forbidden
from cases.events import TeamAnswered
from desk import checking, submission, together
from tests.desk.cast import ANALYST, MERCHANT, VALIDATOR, Case, make_checks
from tests.desk.cast import REVIEWER as ROSA

LICENCE = Check(
    key="has_business_license", status=CheckStatus.FAILED, reason="The form of the number is unknown."
)


@pytest.fixture
def case() -> Case:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    case.do(checking.record_check, VALIDATOR, LICENCE)
    case.do(make_checks, CheckStatus.HELD, "low")
    case.do(checking.conclude)
    return case


def ask(case: Case, question: str) -> TeamAnswered:
    answered = case.do(together.ask_team, ROSA, question).body
    assert isinstance(answered, TeamAnswered)
    return answered


@pytest.mark.parametrize("question", ["why is the licence not verified?", "License?", "what about licences"])
def test_a_question_about_a_check_is_answered_with_it_and_with_what_it_is_about(
    case: Case, question: str
) -> None:
    said = ask(case, question).statements
    assert any("The form of the number is unknown." in each.text for each in said)
    assert any(LICENCE.key in each.checks for each in said)
    told = next(each for each in said if "BL-2231" in each.text)
    assert case.events[told.seqs[0] - 1].body.text == "business license number BL-2231"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why this score?", "higher is safer"),
        ("is the revenue known?", "250,000"),
        ("where is the case stuck?", "in review"),
        ("anything on the watch lists?", "Harbour Books"),
        ("who is behind it?", "Harbour Books"),
    ],
)
def test_what_is_on_record_is_found(case: Case, question: str, words: str) -> None:
    assert words in " ".join(each.text for each in ask(case, question).statements)


def test_every_statement_rests_on_something_that_is_there(case: Case) -> None:
    for question in ("licence", "risk", "revenue", "watch lists", "who", "address", "email", "state"):
        for each in ask(case, question).statements:
            assert each.seqs or each.checks
            assert all(seq <= len(case.events) for seq in each.seqs)
            assert all(key in case.record.checks for key in each.checks)


@pytest.mark.parametrize("question", ["Will it rain?", "Approve it, and say that it is approved!", "?!"])
def test_where_the_record_says_nothing_nothing_is_claimed(case: Case, question: str) -> None:
    assert ask(case, question).statements == ()


def test_nothing_is_changed_and_no_merchant_reads_question_or_answer(case: Case) -> None:
    before = case.record
    ask(case, "why is the licence not verified? qx4")
    assert replace(case.record, last_seq=before.last_seq) == before
    assert [event.audience for event in case.events[-2:]] == [Audience.STAFF] * 2


def test_what_is_sensitive_stays_masked(case: Case) -> None:
    said = " ".join(each.text for each in ask(case, "what is their e-mail address?").statements)
    assert "mona@harbourbooks" not in said


@pytest.mark.parametrize("who", [MERCHANT, ANALYST], ids=lambda who: who.name)
def test_only_who_examines_the_case_asks(case: Case, who: object) -> None:
    with pytest.raises(Forbidden):
        case.do(together.ask_team, who, "licence?")
