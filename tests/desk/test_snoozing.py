"""Putting a case aside: it leaves the queue, wakes by itself, and its due time goes on running."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from cases.checks import Check, CheckStatus
from cases.decision import Verdict
from cases.events import CaseWoken, CheckMade
from cases.events.assignment import WakesOn
from desk.queue.filters import CaseFilter
from desk.queue.queue import Queue
from desk.tending import tend_due
from tests.desk.office import Office
from tests.desk.test_assignment import last_of, refused, whose

REASON = "They send the lease on Friday."
A_DAY = timedelta(days=1)


async def asleep(office: Office, on: WakesOn | None = "merchant_answers", days: int = 0) -> UUID:
    case = await office.in_review()
    await office.desk.claim(office.reviewer, case)
    until = office.clock() + timedelta(days=days) if days else None
    await office.desk.snooze(office.reviewer, case, REASON, until, on)
    return case


async def parts(office: Office) -> dict[str, int]:
    """How many cases stand in each part of the queue."""
    counts = (await Queue(office.desk, office.people).urgent(office.reviewer, CaseFilter(), 10)).counts
    return dict(counts["part"])


async def test_it_stands_in_a_part_of_its_own_with_who_why_and_until_when(office: Office) -> None:
    await asleep(office, "merchant_answers", days=3)
    assert await parts(office) == {"all": 1, "snoozed": 1}
    (line,) = (await office.views.cases(office.reviewer)).cases
    assert line.snoozed is not None
    assert (line.snoozed.by, line.snoozed.reason, line.snoozed.on) == ("Rosa", REASON, "merchant_answers")
    assert line.snoozed.until == office.clock() + timedelta(days=3)
    (own,) = (await office.views.cases(office.merchant)).cases
    assert own.snoozed is None


async def test_it_wakes_at_its_time_and_is_still_theirs_who_put_it_aside(office: Office) -> None:
    case = await asleep(office, None, days=3)
    office.clock.pass_time(2 * A_DAY)
    assert await tend_due(office.desk) == 0
    assert await whose(office, case) == office.reviewer.id
    office.clock.pass_time(A_DAY)
    await tend_due(office.desk)
    assert await last_of(office, case, CaseWoken) == CaseWoken(why="date")
    assert await parts(office) == {"all": 1, "waiting": 1}
    assert await whose(office, case) == office.reviewer.id


async def test_what_the_merchant_says_wakes_it(office: Office) -> None:
    case = await asleep(office)
    await office.desk.say(office.reviewer, case, "Please send us the lease.")
    assert (await office.record(case)).snooze is not None
    await office.desk.say(office.merchant, case, "Here it is.")
    assert await last_of(office, case, CaseWoken) == CaseWoken(why="merchant_answers")
    assert (await office.record(case)).snooze is None


async def test_a_check_that_changes_wakes_what_waits_for_it_and_nothing_else(office: Office) -> None:
    waits, other = await asleep(office, "check_changes"), await asleep(office, "document_arrives")
    for case in (waits, other):
        async with office.desk.case(case) as draft:
            made = Check(key="complete_address", status=CheckStatus.FAILED, reason="It burnt down.")
            draft.add(CheckMade(check=made))
    assert (await office.record(waits)).snooze is None
    assert (await office.record(other)).snooze is not None


async def test_a_decision_or_a_hand_ends_it(office: Office) -> None:
    decided, taken_up = await asleep(office), await asleep(office)
    await office.desk.decide(office.reviewer, decided, Verdict(approved=True))
    await office.desk.wake(office.second, taken_up)
    assert (await office.record(decided)).snooze is None
    assert await last_of(office, taken_up, CaseWoken) == CaseWoken(why="by_hand")
    assert (await refused(office, office.desk.wake(office.second, taken_up))).code == "not_possible_now"


@pytest.mark.parametrize(
    ("reason", "days", "on", "code"),
    [
        (REASON, None, None, "no_end"),
        (" ", None, "merchant_answers", "reason_needed"),
        (REASON, -1, None, "end_not_possible"),
        (REASON, 61, None, "end_not_possible"),
    ],
)
async def test_what_has_no_end_or_no_reason_is_refused(
    office: Office, reason: str, days: int | None, on: WakesOn | None, code: str
) -> None:
    case = await office.in_review()
    until = office.clock() + timedelta(days=days) if days else None
    assert (await refused(office, office.desk.snooze(office.reviewer, case, reason, until, on))).code == code
    assert (await office.record(case)).snooze is None
