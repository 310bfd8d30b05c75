"""How reviewers' own views and decisions agree with what is recommended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.access import Person
from cases.decision import Verdict
from cases.errors import Forbidden
from desk import conversation, own_views
from desk.concurrence import Concurrence, concurrence, rulings_of, tally
from storage import last_looks
from tests.desk.cast import NOW, REVIEWER, SECOND, Case
from tests.desk.office import Office

SINCE = NOW - timedelta(days=1)


def decided(by: Person, *, view: str = "", approve: bool = True, after: int | None = None) -> Case:
    """A case that the checks recommend to approve, opened and decided so many seconds later."""
    case = Case()
    case.come_to_review()
    if after is not None:
        case.do(conversation.join, by)
        case.pass_time(timedelta(seconds=after))
    if view:
        case.do(own_views.note_view, by, view, "It looks like that.")
    case.approve(by) if approve else case.decline(by, reasons=("other",))
    return case


def counted(*cases: Case) -> dict[str, Concurrence]:
    found = tally(ruling for case in cases for ruling in rulings_of(case.events, SINCE))
    return {each.name: each for each in found}


def test_a_rubber_stamp_shows_beside_somebody_who_thinks() -> None:
    stamped = [decided(REVIEWER, view="approve", after=8) for _ in range(3)]
    thought = [
        decided(SECOND, view="approve", after=300),
        decided(SECOND, view="decline", after=500),
        decided(SECOND, view="decline", approve=False, after=700),
    ]
    found = counted(*stamped, *thought)
    rosa, samir = found["Rosa"], found["Samir"]
    assert (rosa.decisions, rosa.agreed, rosa.views, rosa.differed) == (3, 3, 3, 0)
    assert (rosa.at_a_glance, rosa.median_seconds) == (3, 8)
    assert (samir.decisions, samir.agreed, samir.differed, samir.changed_mind) == (3, 2, 2, 1)
    assert (samir.at_a_glance, samir.median_seconds) == (0, 500)


def test_who_was_unsure_did_not_differ_and_who_noted_nothing_has_no_view() -> None:
    found = counted(decided(REVIEWER, view="unsure", after=90), decided(REVIEWER, after=90))
    assert (found["Rosa"].views, found["Rosa"].differed, found["Rosa"].agreed) == (1, 0, 2)


def test_without_a_window_there_is_no_time_to_tell() -> None:
    assert counted(decided(REVIEWER))["Rosa"].median_seconds is None


def test_time_is_counted_from_when_there_was_something_to_decide() -> None:
    case = Case()
    case.do(conversation.join, REVIEWER)
    case.pass_time(timedelta(days=2))
    case.come_to_review()
    case.pass_time(timedelta(seconds=40))
    case.approve()
    assert counted(case)["Rosa"].median_seconds == 40


def test_decisions_before_are_not_counted() -> None:
    case = decided(REVIEWER)
    assert [*rulings_of(case.events, NOW + timedelta(days=1))] == []


async def test_compliance_reads_it_and_nobody_else(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    found = await concurrence(office.desk, office.second, 30)
    assert [(each.name, each.decisions) for each in found] == [(office.reviewer.name, 1)]
    for who in (office.reviewer, office.analyst, office.merchant):
        with pytest.raises(Forbidden):
            await concurrence(office.desk, who, 30)
    office.clock.pass_time(timedelta(days=31))
    assert await concurrence(office.desk, office.second, 30) == ()


async def test_how_far_somebody_has_read_is_marked_as_they_leave_and_never_goes_back(office: Office) -> None:
    case_id = await office.in_review()
    before = len(await office.events(case_id))
    assert (await office.views.summary(office.reviewer, case_id)).since is None
    await office.desk.note_look(office.reviewer, case_id, before)
    left = office.clock.now
    await office.desk.claim(office.second, case_id)
    since = (await office.views.summary(office.reviewer, case_id)).since
    assert since is not None
    assert since.at == left
    assert [change.text for change in since.changes] == [f"{office.second.name} took the case on."]
    await office.desk.note_look(office.reviewer, case_id, 10_000)
    await office.desk.note_look(office.reviewer, case_id, 1)
    assert (await office.views.summary(office.reviewer, case_id)).since is None
    assert len(await office.events(case_id)) == before + 1


async def test_nobody_but_the_team_reads_the_summary_or_leaves_a_mark(office: Office) -> None:
    case_id = await office.in_review()
    with pytest.raises(Forbidden):
        await office.views.summary(office.merchant, case_id)
    await office.desk.note_look(office.merchant, case_id, 1)
    async with office.desk.db.read() as connection:
        assert await last_looks.read(connection, case_id, office.merchant.id) is None
