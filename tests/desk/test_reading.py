"""Every way of reading gives a person what is theirs to read, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, NotFound
from desk import provisioning
from desk.work import pending
from tests.desk.cast import STAFF_ONLY
from tests.desk.office import Office


async def test_another_merchant_finds_the_case_nowhere(office: Office) -> None:
    case_id = await office.in_review()
    thread = await office.views.bind_thread(office.merchant, case_id, "theirs")
    views, other = office.views, office.other
    for reading in (
        views.transcript(other, case_id),
        views.event(other, case_id, 1),
        views.status(other, case_id),
        views.card(other, case_id),
        views.bind_thread(other, case_id),
        views.case_of_thread(other, thread),
    ):
        with pytest.raises(NotFound):
            await reading
    assert (await views.cases(other)).cases == ()


async def test_an_unknown_case_and_anothers_are_told_apart_by_nothing(office: Office) -> None:
    case_id = await office.in_review()
    answers = set[str]()
    for asked in (case_id, uuid4()):
        with pytest.raises(NotFound) as error:
            await office.views.status(office.other, asked)
        answers.add(str(error.value))
    assert len(answers) == 1


async def test_the_merchant_reads_nothing_of_the_checks_at_any_stage(office: Office) -> None:
    case_id = await office.in_review()
    await _read_all(office, case_id)
    await office.desk.claim(office.reviewer, case_id)
    verdict = Verdict(approved=False, reasons=("risk_appetite",), comments=STAFF_ONLY)
    await office.desk.decide(office.reviewer, case_id, verdict)
    told = await _read_all(office, case_id)
    assert office.desk.policy.decline_reasons["risk_appetite"].text in told


async def _read_all(office: Office, case_id: UUID) -> str:
    views, who = office.views, office.merchant
    told = "\n".join(
        [
            (await views.transcript(who, case_id)).model_dump_json(),
            (await views.status(who, case_id)).model_dump_json(exclude_none=True),
            (await views.card(who, case_id)).model_dump_json(),
            (await views.cases(who)).model_dump_json(exclude_none=True),
        ]
    )
    for secret in (STAFF_ONLY, "0.73", "0.617", "0.89", "scorecard", "recommend", '"staff","', "Rosa took"):
        assert secret not in told
    return told


async def test_staff_read_the_checks_and_analysts_no_address_to_write_to(office: Office) -> None:
    case_id = await office.in_review()
    for who, sees_address in ((office.reviewer, True), (office.analyst, False)):
        told = (await office.views.card(who, case_id)).model_dump_json()
        told += (await office.views.transcript(who, case_id)).model_dump_json()
        assert STAFF_ONLY in told
        assert ("mona@harbourbooks" in told) == sees_address
    assert (await office.views.card(office.analyst, case_id)).actions == ()


async def test_a_transcript_is_read_in_pages_without_a_gap(office: Office) -> None:
    case_id = await office.in_review()
    whole = (await office.views.transcript(office.reviewer, case_id)).events
    paged, after = list[object](), 0
    while True:
        page = await office.views.transcript(office.reviewer, case_id, after=after, limit=7)
        paged += page.events
        if page.next is None:
            break
        after = page.next
    assert tuple(paged) == whole


async def test_a_thread_belongs_to_one_person_and_one_case(office: Office) -> None:
    first, second = await office.in_review(), await office.desk.open_case(office.merchant, "chat")
    thread = await office.views.bind_thread(office.merchant, first, "window")
    assert await office.views.bind_thread(office.merchant, first, "another") == thread
    with pytest.raises(Conflict):
        await office.views.bind_thread(office.merchant, second, "window")
    with pytest.raises(NotFound):
        await office.views.case_of_thread(office.reviewer, thread)
    assert await office.views.case_of_thread(office.merchant, thread) == first


async def test_a_reviewer_who_applies_reads_their_case_from_outside(office: Office) -> None:
    case_id = await office.desk.open_case(office.reviewer, "chat")
    await office.desk.say(office.reviewer, case_id, "hello")
    async with office.desk.case(case_id) as draft:
        draft.enqueue("turn")
        draft.tell("Hello.")
    card = await office.views.card(office.reviewer, case_id)
    assert (card.role, card.staff) == ("merchant", None)
    assert not {"approve", "decline", "ask", "claim"} & set(card.actions)
    line = next(line for line in (await office.views.cases(office.reviewer)).cases if line.case_id == case_id)
    assert line.state is None


async def test_an_approval_that_can_be_taken_back_is_none_to_its_merchant_yet(office: Office) -> None:
    deadlines = office.desk.policy.deadlines.model_copy(update={"hold_seconds": 600})
    office.desk.policy = office.desk.policy.model_copy(update={"deadlines": deadlines})
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    told = await _read_all(office, case_id)
    assert "pproved" not in told.replace('"approved":false', "")
    assert (await office.views.card(office.merchant, case_id)).public_state == "In review"
    assert (await office.views.status(office.reviewer, case_id)).decision is not None
    turn = await office.turn(case_id, "provisioner")
    with pytest.raises(Forbidden, match="taken back"):
        provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    assert [item for item in await pending(office.desk) if item.kind == "provision"] == []
    office.clock.pass_time(timedelta(seconds=600))
    assert [item.kind for item in await pending(office.desk)][-1] == "provision"
    assert (await office.views.card(office.merchant, case_id)).public_state == "Approved"
    await turn.begin()
    provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    await turn.commit()
    assert "has approved your application" in await _read_all(office, case_id)
