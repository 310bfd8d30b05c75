"""One command, one transaction: together or not at all, one after the other, whoever comes at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, NotFound
from cases.events import DecisionMade, MessageSaid, StateMoved
from cases.states import State
from desk import checking, conversation, provisioning, submission
from desk.request import MerchantRequest
from desk.turn import TurnStale
from desk.work import expire_due
from tests.desk.cast import CHANGES
from tests.desk.office import Office, read

APPROVE = Verdict(approved=True)
MORE_REVENUE = CHANGES[2]


async def refusals(*commands: object) -> list[BaseException]:
    done = await asyncio.gather(*commands, return_exceptions=True)  # type: ignore[call-overload]
    return [result for result in done if isinstance(result, BaseException)]


async def test_twenty_messages_at_once_from_two_windows_are_all_kept_in_one_chain(
    office: Office, next_door: Office
) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    windows = (office, next_door) * 10
    failed = await refusals(
        *(
            window.desk.say(office.merchant, case_id, f"message number {n}")
            for n, window in enumerate(windows)
        )
    )
    assert failed == []
    events = await office.events(case_id)
    assert [event.seq for event in events] == list(range(1, 22))
    said = {event.body.text for event in events if isinstance(event.body, MessageSaid)}
    assert said == {f"message number {n}" for n in range(20)}
    assert (await office.work(case_id)).count("turn") == 20
    assert (await office.verify()).holds


async def test_of_decisions_at_the_same_moment_one_is_made(office: Office, next_door: Office) -> None:
    case_id = await office.in_review()
    decline = Verdict(approved=False)
    failed = await refusals(
        office.desk.decide(office.reviewer, case_id, APPROVE),
        next_door.desk.decide(office.second, case_id, decline),
        next_door.desk.decide(office.reviewer, case_id, APPROVE),
        office.desk.decide(office.second, case_id, APPROVE),
    )
    assert [error.code for error in failed if isinstance(error, Conflict)] == ["already_decided"] * 3
    events = await office.events(case_id)
    assert sum(isinstance(event.body, DecisionMade) for event in events) == 1
    assert len(await office.grants(case_id)) <= 1
    assert (await office.verify()).holds


async def test_an_error_inside_a_command_leaves_nothing(office: Office) -> None:
    case_id = await office.in_review()
    before, work = await office.events(case_id), await office.work(case_id)

    async def fails() -> None:
        async with office.desk.case(case_id) as draft:
            conversation.say(draft, office.merchant, "half a thought")
            submission.withdraw(draft, office.merchant)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await fails()
    assert await office.events(case_id) == before
    assert await office.work(case_id) == work
    assert (await office.verify()).holds


@pytest.mark.parametrize("steps", range(0, 40, 3))
async def test_a_command_that_is_cancelled_happened_or_did_not(office: Office, steps: int) -> None:
    case_id = await office.in_review()
    before = len(await office.events(case_id))
    deciding = asyncio.create_task(office.desk.decide(office.reviewer, case_id, APPROVE))
    for _ in range(steps):
        await asyncio.sleep(0)
    deciding.cancel()
    await asyncio.gather(deciding, return_exceptions=True)
    events = await office.events(case_id)
    decided = len(events) > before
    assert (await office.state(case_id) is State.APPROVED) == decided
    assert await office.grants(case_id) == ([(False, False)] if decided else [])
    assert ("provision" in await office.work(case_id)) == decided
    await office.desk.say(office.merchant, case_id, "still there?")
    assert (await office.verify()).holds


async def test_a_command_without_an_event_may_not_ask_for_work(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    with pytest.raises(ValueError, match="nothing did"):
        async with office.desk.case(case_id) as draft:
            draft.enqueue("turn")


async def test_a_case_is_opened_once_under_one_id(office: Office) -> None:
    case_id = uuid4()
    await office.desk.open_case(office.merchant, "chat", case_id)
    for person in (office.merchant, office.other):
        with pytest.raises(Conflict) as error:
            await office.desk.open_case(person, "chat", case_id)
        assert error.value.code == "exists"
    assert len(await office.events(case_id)) == 1


async def test_a_request_that_comes_twice_at_once_makes_one_case(office: Office, next_door: Office) -> None:
    case_id = uuid4()
    request = MerchantRequest(merchant_name="Harbour Books", email="mona@shop.example.com")
    failed = await refusals(
        *(place.desk.apply(office.merchant, request, "api", case_id) for place in (office, next_door) * 2)
    )
    assert failed == []
    kinds = [event.body.kind for event in await office.events(case_id)]
    assert kinds.count("application.submitted") == 1
    with pytest.raises(Conflict):
        await office.desk.apply(office.other, request, "api", case_id)


# -- an agent's turn ------------------------------------------------------------------------------


async def test_what_is_said_during_a_turn_is_kept_and_still_unread(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    first = await office.desk.say(office.merchant, case_id, "hello")
    turn = await office.turn(case_id)
    conversation.reply(turn.draft, turn.author, "What is your business called?")
    checking.complete_turn(turn.draft, turn.author, read_up_to=turn.record.last_seq)
    second = await office.desk.say(office.merchant, case_id, "it is called Harbour Books")
    await office.desk.join(office.reviewer, case_id)
    await turn.commit()
    record = await office.record(case_id)
    assert (record.read_up_to, record.last_heard) == (first.seq, second.seq)
    assert record.has_unread
    assert (await office.verify()).holds


@pytest.mark.parametrize("beside", ["withdraw", "approve", "decline", "ask", "notice"])
async def test_a_turn_is_taken_again_when_the_case_moved_beside_it(office: Office, beside: str) -> None:
    case_id = await office.in_review()
    event = await office.desk.say(office.merchant, case_id, MORE_REVENUE.text)
    turn = await office.turn(case_id)
    read(turn, MORE_REVENUE, event)
    desk, who = office.desk, office.reviewer
    match beside:
        case "withdraw":
            await desk.withdraw(office.merchant, case_id)
        case "ask":
            await desk.ask(who, case_id, "Who owns it?", "It is not clear.")
        case "notice":
            await desk.note_window(office.merchant, case_id, "en")
        case _:
            await desk.decide(who, case_id, Verdict(approved=beside == "approve"))
    events = await office.events(case_id)
    with pytest.raises(TurnStale):
        await turn.commit()
    assert await office.events(case_id) == events
    assert (await office.record(case_id)).application.annual_revenue == 250000


async def test_a_change_that_lost_the_race_against_the_approval_voids_it(office: Office) -> None:
    case_id = await office.in_review()
    event = await office.desk.say(office.merchant, case_id, MORE_REVENUE.text)
    turn = await office.turn(case_id)
    read(turn, MORE_REVENUE, event)
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    with pytest.raises(TurnStale):
        await turn.commit()
    await office.read(case_id, MORE_REVENUE, event)
    assert await office.state(case_id) is State.CHECKING
    assert await office.grants(case_id) == [(False, True)]


async def test_the_same_turn_taken_by_two_processes_is_written_once(
    office: Office, next_door: Office
) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    event = await office.desk.say(office.merchant, case_id, "hello")
    turns = [await office.turn(case_id), await next_door.turn(case_id)]
    for turn in turns:
        conversation.reply(turn.draft, turn.author, "What is your business called?")
        checking.complete_turn(turn.draft, turn.author, read_up_to=event.seq)
    failed = await refusals(*(turn.commit() for turn in turns))
    assert [type(error) for error in failed] == [TurnStale]
    replies = [e for e in await office.events(case_id) if e.role == "agent" and e.body.kind == "message.said"]
    assert len(replies) == 1


async def test_a_turn_that_is_killed_left_nothing(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    event = await office.desk.say(office.merchant, case_id, MORE_REVENUE.text)
    before = await office.events(case_id)
    turn = await office.turn(case_id)
    read(turn, MORE_REVENUE, event)
    del turn
    assert await office.events(case_id) == before


# -- grants ---------------------------------------------------------------------------------------


async def test_setting_up_begins_once_however_many_try(office: Office, next_door: Office) -> None:
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    turns = [await place.turn(case_id, "provisioner") for place in (office, next_door)]
    for turn in turns:
        provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    failed = await refusals(*(turn.commit() for turn in turns))
    assert [type(error) for error in failed] == [TurnStale]
    assert await office.grants(case_id) == [(True, False)]


@pytest.mark.parametrize("approve_again", [False, True])
async def test_an_approval_taken_back_in_time_is_not_carried_out(office: Office, approve_again: bool) -> None:
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    turn = await office.turn(case_id, "provisioner")
    provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    await office.desk.take_back(office.second, case_id)
    if approve_again:
        await office.desk.decide(office.reviewer, case_id, APPROVE)
    with pytest.raises(TurnStale):
        await turn.commit()
    kinds = [event.body.kind for event in await office.events(case_id)]
    assert "provisioning.begun" not in kinds
    assert await office.grants(case_id) == [(False, True), *([(False, False)] if approve_again else [])]


async def test_a_used_or_void_grant_is_refused_by_the_table_too(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    grant = (await office.record(case_id)).grant
    async with office.desk.case(case_id) as draft:
        provisioning.begin(draft, provisioning.DESK, "MERCH_00000001")
    begun = (await office.events(case_id))[-1].body
    with pytest.raises(Forbidden) as error:
        async with office.desk.case(case_id) as draft:
            draft.add(begun)
    assert error.value.code == "no_grant"
    assert grant is not None


async def test_giving_up_asks_for_the_undo_and_the_case_can_be_approved_anew(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    turn = await office.turn(case_id, "provisioner")
    provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    await turn.commit()
    provisioning.rename(turn.draft, turn.author, "MERCH_0000000100ff")
    await turn.commit()
    first, second, *_ = provisioning.STEPS
    provisioning.record_step(turn.draft, turn.author, first, "done", attempts=1)
    await turn.commit()
    provisioning.record_step(turn.draft, turn.author, second, "failed", attempts=5)
    await turn.commit()
    failed = await refusals(*(office.desk.give_up(office.reviewer, case_id) for _ in range(2)))
    assert len(failed) == 1
    assert (await office.work(case_id)).count("undo") == 1
    await turn.begin()
    provisioning.record_step(turn.draft, turn.author, first, "undone", attempts=1)
    provisioning.finish_undo(turn.draft)
    await turn.commit()
    await office.desk.decide(office.second, case_id, APPROVE)
    await turn.begin()
    provisioning.begin(turn.draft, turn.author, "MERCH_00000001")
    for step in provisioning.STEPS:
        provisioning.record_step(turn.draft, turn.author, step, "done", attempts=1)
        await turn.commit()
    assert await office.state(case_id) is State.ACTIVE
    assert await office.grants(case_id) == [(True, True), (True, False)]
    assert (await office.verify()).holds


# -- the clock ------------------------------------------------------------------------------------


async def test_a_message_at_the_deadline_and_the_deadline_come_one_after_the_other(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    office.clock.pass_time(timedelta(days=office.desk.policy.deadlines.merchant_days, seconds=1))
    await asyncio.gather(office.desk.say(office.merchant, case_id, "wait!"), expire_due(office.desk))
    events = await office.events(case_id)
    moves = [event.seq for event in events if isinstance(event.body, StateMoved)]
    said = next(event.seq for event in events if event.role == "merchant" and event.seq > 1)
    assert moves == [] or moves[0] < said
    assert (await office.verify()).holds


async def test_an_unknown_case_is_not_found(office: Office) -> None:
    for command in (
        office.desk.say(office.merchant, uuid4(), "hello"),
        office.desk.claim(office.reviewer, uuid4()),
    ):
        with pytest.raises(NotFound):
            await command
