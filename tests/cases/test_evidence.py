"""Evidence of a fact: a ladder of four steps, each bound to the value that it was about."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise, permutations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.application import FieldName
from cases.checks import Check, CheckStatus
from cases.documents import RefusalCode
from cases.evidence import (
    Evidence,
    contradictions,
    evidence_of,
    facts_of,
    keys_of,
    standing,
    value_of,
)
from cases.evidence_level import EvidenceLevel
from cases.participants import PersonalField
from cases.states import State
from cases.verification import DOCUMENTARY, INQUIRIES, Method, Result
from desk import checking, documents, entries, offers, submission, verifying
from desk.draft import DESK
from tests.desk.cast import CHANGES, COMPLETE, MERCHANT, NOW, REVIEWER, SECOND, VALIDATOR, Case
from tests.desk.test_documents import LINES, offer, send, seq_of
from tests.desk.verifications import report

TODAY = NOW.date()
NAME = "merchant_name"
STATED, WELL_FORMED, DOCUMENTED, VERIFIED = EvidenceLevel
INDEPENDENT = sorted(set(Method) - DOCUMENTARY - INQUIRIES)


def told(*indices: int) -> Case:
    case = Case()
    for index in indices or (0,):
        case.learn(COMPLETE[index])
    return case


def record(case: Case, *about: str, **changes: object) -> None:
    case.do(verifying.record_verification, REVIEWER, report(*about, **changes))


def evidence(case: Case, key: str = NAME) -> Evidence:
    found = evidence_of(case.record, key, TODAY)
    assert found is not None
    return found


def level(case: Case, key: str = NAME) -> EvidenceLevel:
    return evidence(case, key).level


def examine(case: Case, name: FieldName, status: CheckStatus, key: str = "valid_name") -> None:
    case.do(lambda draft: draft.move(State.CHECKING, DESK))
    check = Check(key=key, status=status, reason="because", field=name)
    case.do(checking.record_check, VALIDATOR, check)


# -- the ladder ------------------------------------------------------------------------------------------


def test_the_levels_are_a_ladder() -> None:
    assert sorted([VERIFIED, STATED, DOCUMENTED, WELL_FORMED]) == [STATED, WELL_FORMED, DOCUMENTED, VERIFIED]
    assert [level.step for level in EvidenceLevel] == [1, 2, 3, 4]


@given(st.lists(st.sampled_from(EvidenceLevel), min_size=2))
def test_any_two_levels_can_be_compared(levels: list[EvidenceLevel]) -> None:
    for low, high in pairwise(sorted(levels)):
        assert low <= high
        assert (low < high) is (low is not high)


def test_what_is_not_there_has_no_evidence() -> None:
    assert evidence_of(Case().record, "tax_id", TODAY) is None
    assert evidence_of(told().record, "ada finch.date_of_birth", TODAY) is None
    assert evidence_of(told().record, "nothing", TODAY) is None


def test_what_follows_from_other_fields_is_no_fact_of_its_own() -> None:
    case = told(1)
    assert case.record.application.mcc is not None
    assert facts_of(case.record) == ("business_type",)


def test_what_the_merchant_says_is_stated_with_their_words() -> None:
    found = evidence(told())
    assert found.level is STATED
    assert (found.source, found.reference) == ("said", "2")


def test_a_check_that_held_makes_it_well_formed_and_is_no_verification() -> None:
    case = told()
    examine(case, FieldName.MERCHANT_NAME, CheckStatus.HELD)
    assert (level(case), evidence(case).source) == (WELL_FORMED, "valid_name")


@pytest.mark.parametrize("status", [status for status in CheckStatus if status is not CheckStatus.HELD])
def test_a_check_that_did_not_hold_adds_nothing(status: CheckStatus) -> None:
    case = told()
    examine(case, FieldName.MERCHANT_NAME, status)
    assert level(case) is STATED


def test_one_check_that_failed_is_enough_for_it_not_to_be_well_formed() -> None:
    case = told()
    examine(case, FieldName.MERCHANT_NAME, CheckStatus.HELD)
    failed = Check(key="other", status=CheckStatus.FAILED, reason="no", field=FieldName.MERCHANT_NAME)
    case.do(checking.record_check, VALIDATOR, failed)
    assert level(case) is STATED


def test_what_was_read_from_a_document_is_documented_until_the_document_is_refused() -> None:
    case = Case()
    document_id = send(case, *LINES)
    offer(case, document_id, FieldName.MERCHANT_NAME, "Tidewater Books Ltd", LINES[1])
    case.do(offers.accept_offer, MERCHANT, FieldName.MERCHANT_NAME, seq_of(case, document_id))
    assert (level(case), evidence(case).reference) == (DOCUMENTED, str(document_id))
    case.do(documents.refuse, REVIEWER, document_id, RefusalCode.BLURRED)
    assert level(case) is STATED


@pytest.mark.parametrize("method", sorted(DOCUMENTARY))
def test_a_document_that_a_reviewer_ties_to_a_fact_documents_it_and_does_not_verify_it(
    method: Method,
) -> None:
    case = told()
    document_id = send(case, name="scan.pdf")
    record(case, method=method, document_id=document_id, source="The certificate")
    assert level(case) is DOCUMENTED
    case.do(documents.refuse, REVIEWER, document_id, RefusalCode.EXPIRED)
    assert level(case) is STATED


def test_a_document_that_was_taken_back_documents_nothing() -> None:
    case = told()
    document_id = send(case, name="scan.pdf")
    record(case, method=Method.OTHER_DOCUMENT, document_id=document_id)
    case.do(documents.remove, MERCHANT, document_id)
    assert level(case) is STATED


@pytest.mark.parametrize("method", INDEPENDENT)
def test_an_independent_source_that_confirms_the_value_verifies_it(method: Method) -> None:
    case = told()
    record(case, method=method)
    found = evidence(case)
    assert found == Evidence(VERIFIED, "Companies House", "08123456", str(REVIEWER.id), NOW)


def test_an_inquiry_that_finds_nothing_against_somebody_proves_no_fact() -> None:
    case = told()
    record(case, method=Method.MATCH_INQUIRY)
    assert level(case) is STATED


@pytest.mark.parametrize("result", [Result.NOT_CONFIRMED, Result.INCONCLUSIVE])
def test_another_answer_is_never_evidence(result: Result) -> None:
    case = told()
    record(case, result=result)
    assert level(case) is STATED
    assert bool(contradictions(case.record, NAME)) is (result is Result.NOT_CONFIRMED)


def test_what_one_source_denies_is_not_verified_whatever_another_says() -> None:
    for first, second in permutations((Result.CONFIRMED, Result.NOT_CONFIRMED)):
        case = told()
        record(case, method=Method.REGISTRY_SEARCH, result=first)
        record(case, method=Method.PHONE_CALL, result=second)
        assert level(case) is STATED


def test_a_later_check_in_the_same_way_corrects_the_former_which_stays_on_record() -> None:
    case = told()
    record(case, result=Result.NOT_CONFIRMED)
    case.do(verifying.record_verification, SECOND, report())
    assert level(case) is VERIFIED
    assert [each.result for each in case.record.verifications] == [Result.NOT_CONFIRMED, Result.CONFIRMED]
    assert len(standing(case.record, NAME)) == 1


def test_a_check_counts_to_the_last_day_it_names() -> None:
    case = told()
    record(case, expires_on=TODAY + timedelta(days=1))
    for days, expected in ((0, VERIFIED), (1, VERIFIED), (2, STATED)):
        found = evidence_of(case.record, NAME, TODAY + timedelta(days=days))
        assert found is not None
        assert found.level is expected


def test_a_detail_of_a_person_is_a_fact_like_any_other() -> None:
    case = Case()
    owners = "Ada Finch owns 100 %"
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: owners}, via="form")
    case.do(entries.enter_detail, MERCHANT, "Ada Finch", PersonalField.DATE_OF_BIRTH, "24.03.1985")
    key = "ada finch.date_of_birth"
    assert keys_of(case.record, PersonalField.DATE_OF_BIRTH) == (key,)
    assert value_of(case.record, key) == "1985-03-24"
    record(case, key, method=Method.IDENTITY_SERVICE)
    assert level(case, key) is VERIFIED
    case.do(entries.enter_detail, MERCHANT, "Ada Finch", PersonalField.DATE_OF_BIRTH, "25.03.1985")
    assert level(case, key) is STATED


# -- a change of the value -------------------------------------------------------------------------------


def test_a_change_of_the_value_drops_what_was_about_the_old_one_and_nothing_else() -> None:
    case = told(0, 4)
    record(case, "merchant_name", "annual_revenue")
    case.learn(CHANGES[0])
    assert level(case) is STATED
    assert level(case, "annual_revenue") is VERIFIED


def test_the_form_of_an_old_value_says_nothing_of_a_new_one() -> None:
    case = Case()
    case.tell_everything()
    case.do(submission.submit, MERCHANT)
    check = Check(key="n", status=CheckStatus.HELD, reason="r", field=FieldName.MERCHANT_NAME)
    case.do(checking.record_check, VALIDATOR, check)
    assert level(case) is WELL_FORMED
    case.learn(CHANGES[0])
    assert level(case) is STATED


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from([0, 1]), st.sampled_from(list(Result))), max_size=12))
def test_whatever_happens_a_value_is_verified_only_by_what_was_said_last_of_just_that_value(
    acts: list[int | Result],
) -> None:
    case = told()
    last: dict[object, Result] = {}
    for act in acts:
        if isinstance(act, Result):
            record(case, result=act)
            last[case.record.application.merchant_name] = act
        else:
            case.learn(CHANGES[act])
        confirmed = last.get(case.record.application.merchant_name) is Result.CONFIRMED
        assert (level(case) is VERIFIED) is confirmed


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["send", "tie", "refuse", "change", "verify"]), max_size=10))
def test_more_evidence_never_lowers_a_level_and_only_a_change_or_a_refusal_does(acts: list[str]) -> None:
    case = told()
    sent: list[UUID] = []
    wordings = 0
    for act in acts:
        before = level(case)
        match act:
            case "send":
                sent.append(send(case, name="scan.pdf"))
            case "tie" if sent:
                record(case, method=Method.OTHER_DOCUMENT, document_id=sent[-1])
            case "refuse" if sent:
                case.do(documents.refuse, REVIEWER, sent.pop(), RefusalCode.BLURRED)
            case "change":
                case.learn(CHANGES[wordings % 2])
                wordings += 1
            case "verify":
                record(case)
            case _:
                continue
        assert level(case) >= before or act in ("change", "refuse")
