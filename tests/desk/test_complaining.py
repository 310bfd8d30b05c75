"""A complaint is a record of its own: its own clock, its own end, and nothing of the application in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from cases.access import Audience, Person
from cases.complaints import ComplaintState, Outcome
from cases.errors import Conflict, Forbidden, NotFound, OnboardError
from cases.languages import LANGUAGES
from cases.states import State
from desk import complaining, locale
from desk.complaint_views import own_complaints
from desk.draft import Draft
from desk.wordbook import wordbook
from tests.desk.cast import ANALYST, MERCHANT, OTHER, REVIEWER, SECOND, Case
from tests.desk.office import Office
from tests.policies import FULL

WORDS = "Nobody answers me, qx2."


@pytest.fixture
def case() -> Case:
    case = Case()
    case.come_to_review()
    return case


def complain(case: Case, by: Person = MERCHANT) -> complaining.Complaint:
    return case.do(complaining.complain, by, WORDS)


@pytest.mark.parametrize(("by", "audience"), [(MERCHANT, Audience.EVERYONE), (REVIEWER, Audience.STAFF)])
def test_it_is_received_with_a_reference_and_a_day(case: Case, by: Person, audience: Audience) -> None:
    for language in LANGUAGES:
        case.do(locale.note_locale, MERCHANT, language)
        made = complain(case, by)
        made_of, receipt = case.events[-2:]
        assert complaining.WRITE_OF_COMPLAINTS in case.work
        assert (made_of.audience, receipt.audience) == (audience, Audience.EVERYONE)
        assert made.reference in receipt.body.text
        assert "25" in receipt.body.text, "15 business days from Tuesday 4 March 2025"
    assert "complaints" in case.work


def test_nothing_of_the_application_is_touched_and_no_agent_reads_it(case: Case) -> None:
    before = case.record
    complain(case)
    after = replace(case.record, complaints={}, last_seq=before.last_seq)
    assert after == before
    assert "turn" not in case.work[-1:]


@pytest.mark.parametrize("end", ["declined", "withdrawn", "approved"])
def test_it_can_be_made_and_goes_on_whatever_becomes_of_the_case(case: Case, end: str) -> None:
    first = complain(case)
    if end == "declined":
        case.decline(reasons=("other",))
    elif end == "approved":
        case.approve()
    state, decision = case.state, case.record.decision
    second = complain(case)
    for made in (first, second):
        case.do(complaining.answer, REVIEWER, made.id, "We are sorry.")
        case.do(complaining.close, REVIEWER, made.id, Outcome.UPHELD, "It was our fault.")
        assert case.record.complaints[made.id].state is ComplaintState.CLOSED
    assert (case.state, case.record.decision) == (state, decision)


def test_it_is_answered_before_it_is_closed_unless_it_is_withdrawn(case: Case) -> None:
    made, other = complain(case), complain(case)
    with pytest.raises(Conflict, match="answered first"):
        case.do(complaining.close, REVIEWER, made.id, Outcome.NOT_UPHELD, "No.")
    case.do(complaining.close, REVIEWER, other.id, Outcome.WITHDRAWN, "They told us so.")
    with pytest.raises(Conflict, match="closed"):
        case.do(complaining.answer, SECOND, other.id, "Late.")


def test_the_clock_of_one_that_nobody_answers_runs_out_on_record_once(case: Case) -> None:
    made = complain(case)
    case.now = made.answer_by - timedelta(minutes=1)
    assert case.do(complaining.note_overdue) == 0
    case.now = made.answer_by
    assert (case.do(complaining.note_overdue), case.do(complaining.note_overdue)) == (1, 0)
    assert case.record.complaints[made.id].overdue
    noted, told = case.events[-2:]
    assert (noted.audience, told.audience) == (Audience.STAFF, Audience.EVERYONE)
    assert f"{made.reference} is late" in told.body.text
    (stands,) = own_complaints(Draft(case.events, case.policy, case.now), wordbook("en"))
    assert stands == told.body.text
    case.do(complaining.answer, REVIEWER, made.id, "We are sorry.")
    assert not case.record.complaints[made.id].overdue


def test_the_time_is_that_of_the_merchants_country_by_the_companys_calendar() -> None:
    case = Case(policy=FULL)
    made = complain(case)
    event = next(event for event in case.events if event.body.kind == "complaint.made")
    assert event.body.source == FULL.complaints.terms.source
    assert made.answer_by > datetime(2025, 3, 24, tzinfo=UTC)
    assert {terms.answer_days for terms in FULL.complaints.by_country.values()} == {15}


@pytest.mark.parametrize(("who", "refused"), [(ANALYST, Forbidden), (OTHER, NotFound)])
def test_others_neither_complain_nor_see_to_it(case: Case, who: Person, refused: type[OnboardError]) -> None:
    made = complain(case)
    for command in (
        lambda: case.do(complaining.complain, who, WORDS),
        lambda: case.do(complaining.take, who, made.id),
        lambda: case.do(complaining.answer, who, made.id, "Well."),
    ):
        with pytest.raises(refused):
            command()
    for command in (complaining.take, complaining.answer):
        with pytest.raises(Forbidden):
            case.do(command, MERCHANT, made.id, *(["Well."] if command is complaining.answer else []))
    with pytest.raises(NotFound):
        case.do(complaining.take, REVIEWER, uuid4())


async def test_it_is_listed_by_urgency_with_who_sees_to_it(office: Office) -> None:
    case_id = await office.in_review()
    first = await office.desk.complain(office.merchant, case_id, WORDS)
    office.clock.pass_time(timedelta(days=3))
    second = await office.desk.complain(office.reviewer, case_id, WORDS, uuid4())
    assert await office.desk.complain(office.reviewer, case_id, "again", second.id) == second
    await office.desk.take_complaint(office.second, case_id, first.id)
    listed = await office.views.complaints(office.analyst, [ComplaintState.OPEN])
    assert [line.id for line in listed.complaints] == [first.id, second.id]
    assert (listed.complaints[0].owner, listed.complaints[0].name) == ("Samir", "Harbour Books")
    page = await office.views.complaints(office.analyst, limit=1)
    more = await office.views.complaints(office.analyst, limit=1, cursor=page.next)
    assert [page.complaints[0].id, more.complaints[0].id] == [first.id, second.id]
    with pytest.raises(Forbidden):
        await office.views.complaints(office.merchant)
    assert await office.state(case_id) is State.IN_REVIEW
    assert (await office.verify()).holds
