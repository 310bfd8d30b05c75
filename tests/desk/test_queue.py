"""The list that staff work through: what is in it, in which order, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cases.access import Person
from cases.application import FieldName
from cases.decision import Verdict
from cases.errors import Forbidden, Invalid
from cases.states import State
from desk.case_lines import Listed, listed
from desk.case_summary import CaseSummary
from desk.queue.filters import CaseFilter, choose
from desk.queue.order import urgency, waits_for_us
from desk.queue.queue import Queue, next_for, page_of
from storage.records import CaseRow
from tests.desk.cast import BASIC, REVIEWER, SECOND, TWO_APPROVALS, Saying
from tests.desk.office import Office, found_office

NOW = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
APPROVE = Verdict(approved=True)


def case_with(state: State = State.IN_REVIEW, due: timedelta | None = None, **told: Any) -> Listed:
    """A case as lists know it; ``due`` and ``age`` from now on, ``assignee`` a person."""
    since = NOW - told.pop("age", HOUR)
    assignee: Person | None = told.pop("assignee", None)
    seen_seq: int | None = told.pop("seen_seq", None)
    row = CaseRow(
        id=told.pop("id", None) or uuid4(),
        opened_at=told.pop("opened_at", since),
        updated_at=since,
        state=state.value,
        version=1,
        opened_by=uuid4(),
        assignee=assignee.id if assignee else None,
        waiting_since=since,
        summary=CaseSummary(**told).model_dump(mode="json"),
        head_seq=1,
        head_hash="",
        sealed_seq=0,
    )
    return replace(listed(row, BASIC), due=None if due is None else NOW + due, seen_seq=seen_seq)


def chosen(cases: list[Listed], **wanted: Any) -> list[Listed]:
    return choose(cases, CaseFilter.model_validate(wanted), REVIEWER, NOW)[0]


def ordered(*cases: Listed) -> list[Listed]:
    return sorted(cases, key=urgency)


def test_what_is_overdue_comes_first_and_then_what_is_due_next() -> None:
    overdue, soon, later = case_with(due=-HOUR), case_with(due=HOUR), case_with(due=DAY)
    assert ordered(later, overdue, soon) == [overdue, soon, later]


def test_of_those_due_at_the_same_time_the_riskier_comes_first_and_then_who_waits_longer() -> None:
    low, high = case_with(due=HOUR, level="low"), case_with(due=HOUR, level="high")
    older = case_with(due=HOUR, level="high", age=DAY)
    assert ordered(low, high, older) == [older, high, low]


def test_without_a_time_limit_the_risk_decides_and_then_who_waits_longer() -> None:
    low, medium = case_with(level="low", age=DAY), case_with(level="medium")
    older = case_with(level="medium", age=DAY)
    assert ordered(low, medium, older) == [older, medium, low]


def test_what_has_stopped_and_a_decided_case_to_be_looked_at_are_due_at_once() -> None:
    stuck = case_with(State.PROVISIONING_FAILED, age=HOUR)
    look = replace(case_with(State.ACTIVE, age=30 * DAY), look_since=NOW - 2 * HOUR)
    due = case_with(due=HOUR, level="high")
    assert ordered(due, stuck, look) == [look, stuck, due]


def test_a_complaint_is_due_by_its_own_time_whatever_the_case_waits_for() -> None:
    decided, theirs = (
        case_with(state, answer_by=NOW + due)
        for state, due in ((State.ACTIVE, HOUR), (State.COLLECTING, 3 * DAY))
    )
    review, at_leisure = case_with(due=2 * HOUR, answer_by=NOW + DAY), case_with(answer_by=NOW + 2 * DAY)
    stuck = case_with(State.CHECK_FAILED, answer_by=NOW + DAY)
    assert ordered(theirs, at_leisure, review, decided, stuck) == [stuck, decided, review, at_leisure, theirs]


def test_what_waits_for_others_comes_behind_and_what_is_over_last_with_the_latest_first() -> None:
    ours, theirs = case_with(level="low"), case_with(State.COLLECTING, age=30 * DAY)
    before, lately = case_with(State.ACTIVE, age=9 * DAY), case_with(State.REJECTED)
    assert ordered(lately, theirs, before, ours) == [ours, theirs, lately, before]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"part": "waiting"}, "ab"),
        ({"part": "merchant"}, "c"),
        ({"part": "done"}, "d"),
        ({"state": ["in_review"]}, "a"),
        ({"state": ["in_review", "active"]}, "ad"),
        ({"level": ["high"]}, "a"),
        ({"level": ["low", "none"]}, "bcd"),
        ({"line": ["5462"]}, "a"),
        ({"line": ["5000-5599"]}, "ab"),
        ({"line": ["none"]}, "cd"),
        ({"country": ["DE"]}, "a"),
        ({"country": ["US", "none"]}, "bcd"),
        ({"days": 3}, "bd"),
        ({"assignee": ["me"]}, "a"),
        ({"assignee": ["nobody"]}, "cd"),
        ({"assignee": [str(SECOND.id)]}, "b"),
        ({"name": "CAFE"}, "a"),
        ({"name": "lane harbour"}, "b"),
        ({"part": "waiting", "level": ["high"], "country": ["US"]}, ""),
    ],
)
def test_cases_are_chosen_by(wanted: dict[str, Any], found: str) -> None:
    cases = {
        "a": case_with(level="high", mcc="5462", country="DE", assignee=REVIEWER, name="Café Juist"),
        "b": case_with(
            State.CHECK_FAILED, mcc="5499", assignee=SECOND, age=5 * DAY, name="Harbour Lane", country="US"
        ),
        "c": case_with(State.COLLECTING),
        "d": case_with(State.ACTIVE, level="low", age=30 * DAY),
    }
    names = {case.row.id: name for name, case in cases.items()}
    assert "".join(names[case.row.id] for case in chosen([*cases.values()], **wanted)) == found


def test_what_is_marked_for_the_reader_is_found_wherever_it_stands() -> None:
    marked = {
        "asked": case_with(State.COLLECTING, asked=(REVIEWER.id,)),
        "complaint": case_with(State.ACTIVE, answer_by=NOW + DAY),
        "escalated": case_with(escalated=True),
        "watched": case_with(State.ACTIVE, moved_seq=9, seen_seq=8),
    }
    cases = [*marked.values(), case_with(asked=(SECOND.id,)), case_with(moved_seq=9, seen_seq=9)]
    for mark, case in marked.items():
        assert chosen(cases, mark=[mark]) == [case]
    assert chosen(cases, mark=["asked", "escalated"]) == [marked["asked"], marked["escalated"]]
    assert chosen(cases, part="waiting", mark=[*marked]) == [*marked.values()][:3]


def test_nothing_is_marked_on_ones_own_application() -> None:
    case = case_with(answer_by=NOW + DAY, asked=(REVIEWER.id,))
    own = replace(case, row=replace(case.row, opened_by=REVIEWER.id))
    assert own.marks(REVIEWER) == ()


@pytest.mark.parametrize(
    "wanted",
    [{"line": ["54"]}, {"line": ["5000-5001"]}, {"country": ["de"]}, {"assignee": ["x"]}, {"days": -1}],
)
def test_what_nobody_could_mean_is_refused(wanted: dict[str, Any]) -> None:
    with pytest.raises((ValidationError, Invalid)):
        CaseFilter.model_validate(wanted)


cases_of_any_kind = st.lists(
    st.builds(
        case_with,
        state=st.sampled_from(State),
        due=st.none() | st.sampled_from([-HOUR, HOUR, DAY]),
        age=st.sampled_from([HOUR, 2 * DAY, 9 * DAY]),
        level=st.sampled_from([None, "low", "medium", "high"]),
        country=st.sampled_from([None, "DE", "US"]),
        mcc=st.sampled_from([None, "5462", "7230"]),
        assignee=st.sampled_from([None, REVIEWER, SECOND]),
        name=st.sampled_from(["Harbour Bread", "Alder Café"]),
        answer_by=st.sampled_from([None, NOW + HOUR]),
        asked=st.sampled_from([(), (REVIEWER.id,)]),
    ),
    max_size=30,
)
any_filter = st.fixed_dictionaries(
    {},
    optional={
        "part": st.sampled_from(["waiting", "merchant", "running", "done"]),
        "state": st.lists(st.sampled_from(State), max_size=3),
        "level": st.lists(st.sampled_from(["low", "high", "none"]), max_size=2),
        "country": st.lists(st.sampled_from(["DE", "none"]), max_size=2),
        "line": st.lists(st.sampled_from(["5000-5599", "7230", "none"]), max_size=2),
        "days": st.sampled_from([0, 1, 7]),
        "assignee": st.lists(st.sampled_from(["me", "nobody", str(SECOND.id)]), max_size=2),
        "mark": st.lists(st.sampled_from(["asked", "complaint"]), max_size=2),
        "name": st.sampled_from(["", "cafe"]),
    },
)


@given(cases_of_any_kind, any_filter)
def test_a_count_is_what_one_sees_after_choosing_that(cases: list[Listed], wanted: dict[str, Any]) -> None:
    _, counts = choose(cases, CaseFilter.model_validate(wanted), REVIEWER, NOW)
    for kind, values in counts.items():
        for value, count in values.items():
            asked = value if kind in ("part", "days") else [value]
            assert len(chosen(cases, **{**wanted, kind: asked})) == count, (kind, value)


@given(cases_of_any_kind, st.randoms(use_true_random=False))
def test_the_order_is_the_same_however_the_cases_come(cases: list[Listed], dice: Any) -> None:
    before = sorted(cases, key=urgency)
    dice.shuffle(cases)
    assert sorted(cases, key=urgency) == before
    ours = [waits_for_us(case) for case in before]
    assert ours == sorted(ours, reverse=True)
    dues = [case.due for case in before if case.due and case.state in (State.IN_REVIEW,)]
    assert dues == sorted(dues)


@dataclass
class Changing:
    """Cases that change, move and come while somebody reads them page by page."""

    dice: Any
    cases: dict[UUID, Listed] = field(default_factory=dict[UUID, Listed])

    def page(self, limit: int, after: UUID | None) -> list[UUID]:
        cursor = self.cases[after] if after else None
        return [case.row.id for case in page_of([*self.cases.values()], limit, cursor)]

    def change(self) -> None:
        for case_id in self.dice.sample([*self.cases], len(self.cases) // 2):
            was = self.cases[case_id]
            told = {"level": self.dice.choice(["low", "high"]), "age": self.dice.choice([HOUR, DAY])}
            state = self.dice.choice([*State])
            self.cases[case_id] = case_with(state, id=case_id, opened_at=was.row.opened_at, **told)
        new = case_with(opened_at=NOW + self.dice.random() * DAY)
        self.cases[new.row.id] = new


@given(
    st.lists(st.sampled_from([HOUR, 2 * HOUR, DAY]), max_size=25),
    st.integers(1, 7),
    st.randoms(use_true_random=False),
)
def test_page_by_page_no_case_is_lost_or_comes_twice_while_cases_change(
    ages: list[timedelta], limit: int, dice: Any
) -> None:
    cases = Changing(dice, {case.row.id: case for case in (case_with(age=age) for age in ages)})
    there, seen, cursor = set(cases.cases), list[UUID](), None
    while page := cases.page(limit, cursor):
        seen += page
        cursor = page[-1]
        cases.change()
    assert len(seen) == len(set(seen))
    assert set(seen) == there


@given(cases_of_any_kind, st.data())
def test_next_is_the_most_urgent_one_behind_that_is_nobodys_or_ones_own(
    cases: list[Listed], data: Any
) -> None:
    after = data.draw(st.none() | st.sampled_from(cases)) if cases else None
    waiting = chosen(cases, part="waiting", assignee=["me", "nobody"])
    able = [case for case in waiting if waits_for_us(case) and case is not after]
    expected = sorted(
        able, key=lambda case: (after is not None and urgency(case) < urgency(after), urgency(case))
    )
    assert next_for(REVIEWER, cases, after.row.id if after else None) == expected


# -- over the real desk ---------------------------------------------------------------------------------


@pytest.fixture
def queue(office: Office) -> Queue:
    return Queue(office.desk, office.people)


async def test_the_list_follows_the_log_of_any_process(
    office: Office, next_door: Office, queue: Queue
) -> None:
    waiting = CaseFilter(part="waiting")
    assert (await queue.urgent(office.reviewer, waiting, 10)).total == 0
    case_id = await next_door.in_review()
    page = await queue.urgent(office.reviewer, waiting, 10)
    assert [(line.case_id, line.level, line.country, line.mcc) for line in page.cases] == [
        (case_id, "low", "GB", "5942")
    ]
    await next_door.desk.claim(office.second, case_id)
    assert (await queue.urgent(office.reviewer, waiting, 10)).cases[0].assignee == office.second.name
    await next_door.desk.decide(office.second, case_id, APPROVE)
    assert (await queue.urgent(office.reviewer, waiting, 10)).cases == ()


async def test_a_merchant_lists_their_own_and_chooses_by_nothing_that_they_may_not_know(
    office: Office, queue: Queue
) -> None:
    case_id = await office.in_review()
    own = await queue.opened(office.merchant, CaseFilter(name="harbour"), 10)
    assert [line.case_id for line in own.cases] == [case_id]
    assert own.cases[0].state is own.cases[0].level is own.cases[0].country is None
    assert (await queue.opened(office.other, CaseFilter(), 10)).cases == ()
    for wanted in ({"level": ["low"]}, {"part": "waiting"}, {"state": ["checking"]}, {"mark": ["complaint"]}):
        with pytest.raises(Forbidden):
            await queue.opened(office.merchant, CaseFilter.model_validate(wanted), 10)
    with pytest.raises(Forbidden):
        await queue.urgent(office.merchant, CaseFilter(), 10)
    with pytest.raises(Invalid):
        await queue.opened(office.other, CaseFilter(), 10, after=case_id)


async def test_next_takes_cases_on_one_after_the_other_and_never_anothers(
    office: Office, queue: Queue
) -> None:
    first = await office.in_review()
    office.clock.pass_time(HOUR)
    second = await office.in_review()
    assert await queue.take_next(office.reviewer) == first
    assert await queue.take_next(office.second) == second
    assert (await office.record(first)).assignee == office.reviewer.id
    assert await queue.take_next(office.reviewer, after=first) is None
    assert await queue.take_next(office.reviewer) == first
    with pytest.raises(Forbidden):
        await queue.take_next(office.analyst)


async def test_next_is_never_a_case_that_one_may_not_decide(tmp_path: Path) -> None:
    office = await found_office(tmp_path / "strict", TWO_APPROVALS)
    queue = Queue(office.desk, office.people)
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    assert await queue.take_next(office.reviewer) is None
    assert await queue.take_next(office.second) == case_id
    await office.close()


async def test_a_case_of_which_more_is_told_is_found_by_its_new_name(office: Office, queue: Queue) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    named = CaseFilter(name="Yarrow")
    assert (await queue.urgent(office.reviewer, named, 10)).total == 0
    await office.learn(case_id, Saying(FieldName.MERCHANT_NAME, "Yarrow Ltd", "We are called Yarrow Ltd"))
    assert (await queue.urgent(office.reviewer, named, 10)).total == 1


async def marked(office: Office, queue: Queue, person: Person) -> dict[str, UUID]:
    """What is marked on somebody's list; each mark on one case at most."""
    page = await queue.urgent(person, CaseFilter(), 10)
    return {mark: line.case_id for line in page.cases for mark in line.marks}


async def test_who_is_asked_and_everybody_while_a_complaint_is_open_see_it_on_the_line(
    office: Office, queue: Queue
) -> None:
    case_id = await office.in_review()
    await office.desk.write_note(office.reviewer, case_id, "@Samir, what do you think?")
    complaint = await office.desk.complain(office.merchant, case_id, "Nobody answers.")
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    assert await marked(office, queue, office.second) == {"asked": case_id, "complaint": case_id}
    assert await marked(office, queue, office.analyst) == {"complaint": case_id}
    waiting = await queue.urgent(office.reviewer, CaseFilter(part="waiting"), 10)
    assert [line.answer_by for line in waiting.cases] == [complaint.answer_by]
    assert waiting.counts["mark"] == {"complaint": 1}
    (own,) = (await queue.opened(office.merchant, CaseFilter(), 10)).cases
    assert (own.marks, own.answer_by) == ((), None)
    await office.desk.write_note(office.second, case_id, "Fine.")
    await office.desk.answer_complaint(office.reviewer, case_id, complaint.id, "We are sorry.")
    assert await marked(office, queue, office.second) == {}


async def test_a_watched_case_that_has_moved_is_marked_until_its_watcher_has_looked(
    office: Office, queue: Queue
) -> None:
    case_id = await office.in_review()
    for person in (office.reviewer, office.second):
        await office.desk.watch(person, case_id)
    assert await marked(office, queue, office.second) == {}
    await office.desk.decide(office.reviewer, case_id, APPROVE)
    assert await marked(office, queue, office.second) == {"watched": case_id}
    assert await marked(office, queue, office.reviewer) == {}, "it was their own doing"
    moved = (await office.record(case_id)).moved_seq
    await office.desk.note_seen(office.second, case_id, moved - 1)
    assert await marked(office, queue, office.second) == {"watched": case_id}
    await office.desk.note_seen(office.second, case_id, moved)
    await office.desk.note_seen(office.second, case_id, 1)
    assert await marked(office, queue, office.second) == {}
