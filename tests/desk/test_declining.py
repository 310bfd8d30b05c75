"""What a decline tells: to the merchant in each of their views, and to the reviewer beforehand."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from uuid import UUID

import pytest

from cases.decision import Verdict
from cases.disclosure import told
from cases.errors import Forbidden, Invalid, NotFound
from cases.events import MessageSaid
from cases.policy.declining import Visibility
from cases.screening import MatchVerdict
from desk.decline_views import foresee
from desk.matching import CONFIRMATION
from desk.staff_card import reason_choices
from tests.desk.cast import Case
from tests.desk.office import Office
from tests.policies import BASIC, FULL

POLICY = BASIC.model_copy(update={"decline_reasons": FULL.decline_reasons, "declining": FULL.declining})
SILENT = [code for code, reason in FULL.decline_reasons.items() if reason.visibility is Visibility.SILENT]


@pytest.fixture
async def case_id(office: Office) -> UUID:
    office.desk.policy = POLICY
    return await office.in_review()


async def decline(office: Office, case_id: UUID, *reasons: str) -> None:
    verdict = Verdict(approved=False, reasons=reasons, comments="on the list since May")
    await office.desk.decide(office.reviewer, case_id, verdict)


async def read_by_merchant(office: Office, case_id: UUID) -> str:
    """Everything that the desk shows the merchant of a case."""
    views = (
        await office.views.status(office.merchant, case_id),
        await office.views.card(office.merchant, case_id),
        await office.views.transcript(office.merchant, case_id),
        *(line for line in (await office.views.cases(office.merchant)).cases if line.case_id == case_id),
        await office.views.answers(office.merchant, case_id),
    )
    return json.dumps([view.model_dump(mode="json") for view in views], ensure_ascii=False)


def nameless(text: str) -> str:
    """The text without ids, and without the numbers of events, which count those of staff too."""
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", text)
    return re.sub(r'"(seq|source_seq)": \d+', "SEQ", text)


@pytest.mark.parametrize("reason", SILENT)
async def test_nothing_that_a_merchant_reads_names_a_silent_reason_or_what_stands_beside_it(
    office: Office, case_id: UUID, reason: str
) -> None:
    await decline(office, case_id, reason, "ownership_unclear")
    read = await read_by_merchant(office, case_id)
    for secret in (reason, FULL.decline_reasons[reason].label, "ownership_unclear", "on the list"):
        assert secret not in read
    assert FULL.decline_reasons["ownership_unclear"].text not in read
    status = await office.views.status(office.reviewer, case_id)
    assert status.decision is not None
    assert status.decision.reasons == [reason, "ownership_unclear"]


def test_a_silent_decline_makes_the_same_events_and_work_as_a_neutral_one() -> None:
    cases = []
    for reasons in (("sanctions", "ownership_unclear"), ("compliance_failure",), ()):
        case = Case(policy=POLICY)
        case.come_to_review()
        case.decline(reasons=reasons)
        cases.append(case)
    silent, neutral, none = cases
    assert silent.kinds() == neutral.kinds() == none.kinds()
    assert silent.work == neutral.work == none.work
    said = [[e.body.text for e in case.events if isinstance(e.body, MessageSaid)] for case in cases]
    assert said[0] == said[1] == said[2]


async def test_what_staff_confirm_and_note_about_a_match_leaves_no_trace_but_gaps_in_the_numbers(
    office: Office, case_id: UUID
) -> None:
    neutral = await office.in_review()
    matches = await office.views.matches(office.reviewer, case_id)
    confirmed = (MatchVerdict.TRUE_MATCH, "The date of birth fits.", CONFIRMATION)
    await office.desk.resolve_match(office.reviewer, case_id, matches[0].pair, *confirmed)
    await decline(office, case_id, "sanctions")
    await decline(office, neutral, "compliance_failure")
    office.clock.pass_time(timedelta(hours=1))
    await office.desk.write_note(office.reviewer, case_id, "Reported on the fourth.")
    assert nameless(await read_by_merchant(office, case_id)) == nameless(
        await read_by_merchant(office, neutral)
    )


async def test_another_policy_later_discloses_nothing_that_was_kept_back(
    office: Office, case_id: UUID
) -> None:
    await decline(office, case_id, "sanctions", "ownership_unclear")
    before = await read_by_merchant(office, case_id)
    told_now = BASIC.decline_reasons["other"]
    open_now = dict.fromkeys(POLICY.decline_reasons, told_now)
    office.desk.policy = POLICY.model_copy(update={"decline_reasons": open_now})
    assert await read_by_merchant(office, case_id) == before
    decision = (await office.record(case_id)).decision
    assert decision is not None
    assert told(decision, office.desk.policy) == ()


async def test_the_card_says_when_one_may_apply_again_and_until_when_appeal(
    office: Office, case_id: UUID
) -> None:
    await decline(office, case_id, "fraud_suspicion")
    card = await office.views.card(office.merchant, case_id)
    assert card.own is not None
    part = card.own.declined
    assert part is not None
    assert "2 June 2025" in part.again
    assert card.own.appeal is not None
    assert "3 April 2025" in card.own.appeal["lead"]
    assert part.letter is False
    assert card.own.outcome == ()


@pytest.mark.parametrize("reasons", [("ownership_unclear",), ("sanctions", "ownership_unclear"), ()])
async def test_what_a_reviewer_foresees_is_what_the_merchant_then_reads(
    office: Office, case_id: UUID, reasons: tuple[str, ...]
) -> None:
    events = await office.events(case_id)
    found = await foresee(office.desk, office.reviewer, case_id, reasons)
    assert await office.events(case_id) == events
    await decline(office, case_id, *reasons)
    last = (await office.views.transcript(office.merchant, case_id)).events[-1]
    assert last.text == found.message
    letter = await office.desk.wanted_decline_letter(case_id)
    assert letter is not None
    assert letter.text == found.letter
    assert found.tells == (1 if reasons == ("ownership_unclear",) else 0)


async def test_only_who_may_judge_foresees_and_only_known_reasons(office: Office, case_id: UUID) -> None:
    for person in (office.merchant, office.analyst):
        with pytest.raises(Forbidden):
            await foresee(office.desk, person, case_id, ("sanctions",))
    with pytest.raises(NotFound):
        await foresee(office.desk, office.other, case_id, ())
    with pytest.raises(Invalid):
        await foresee(office.desk, office.reviewer, case_id, ("bad_hair",))


def test_reviewers_read_of_each_reason_what_the_merchant_will() -> None:
    told = {choice.code: choice.told for choice in reason_choices(POLICY)}
    assert told["ownership_unclear"].endswith(FULL.decline_reasons["ownership_unclear"].text)
    assert all("only the neutral text" in told[code] for code in (*SILENT, "compliance_failure"))
