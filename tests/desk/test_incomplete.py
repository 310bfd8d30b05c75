"""What staff do about applications that wait for their merchant: write to them, or close them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cases.access import Audience, Role
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import ClosedAsIncomplete, MessageSaid, StateMoved
from cases.states import State
from desk import incomplete, pauses
from desk.draft import DESK
from desk.queue.bulk import in_turn, in_words
from notices.continuing import ContinueLetters
from notices.mail import Mailer
from storage.settings import load_settings
from tests.desk.cast import ANALYST, COMPLIANCE, DEVELOPER, MERCHANT, OTHER, REVIEWER, Case
from tests.desk.office import Office
from tests.letters import letters_to

A_DAY = timedelta(days=1)


@pytest.fixture
def case() -> Case:
    return Case()


@pytest.fixture
def letters(office: Office) -> ContinueLetters:
    mailer = Mailer(load_settings(None, data_dir=office.folder))
    return ContinueLetters(office.desk, office.people, mailer, "https://onboard.example.com")


def test_an_unfinished_application_is_closed_with_who_and_why_and_can_be_reopened(case: Case) -> None:
    case.do(incomplete.close_as_incomplete, REVIEWER, "No answer  to three calls.")
    assert case.state is State.EXPIRED
    (closed,) = [event for event in case.events if isinstance(event.body, ClosedAsIncomplete)]
    assert (closed.actor, closed.audience) == (str(REVIEWER.id), Audience.STAFF)
    (moved,) = [event for event in case.events if isinstance(event.body, StateMoved)]
    assert moved.actor == str(REVIEWER.id)
    bodies = [event.body for event in case.events]
    assert [body.reason for body in bodies if isinstance(body, ClosedAsIncomplete | StateMoved)] == [
        "No answer to three calls.",
        "closed as incomplete",
    ]
    told = [body.text for body in bodies if isinstance(body, MessageSaid)]
    assert "Nothing is counted against you" in told[-1]
    assert "three calls" not in "".join(told)


@pytest.mark.parametrize("person", [MERCHANT, OTHER, ANALYST, COMPLIANCE, DEVELOPER])
def test_nobody_but_a_reviewer_reminds_or_closes(case: Case, person: object) -> None:
    for command, given in ((incomplete.remind, ()), (incomplete.close_as_incomplete, ("why",))):
        with pytest.raises((Forbidden, NotFound)):
            case.do(command, person, *given)
    assert case.kinds() == ["case.opened"]


def test_a_reason_is_needed(case: Case) -> None:
    with pytest.raises(Invalid):
        case.do(incomplete.close_as_incomplete, REVIEWER, "  ")


def test_what_does_not_wait_for_its_merchant_is_neither_reminded_nor_closed(case: Case) -> None:
    case.come_to_review()
    for command, given in ((incomplete.remind, ()), (incomplete.close_as_incomplete, ("why",))):
        with pytest.raises(Conflict) as refused:
            case.do(command, REVIEWER, *given)
        assert refused.value.code == "not_possible_now"


def test_a_merchant_is_written_to_at_most_once_a_day(case: Case) -> None:
    case.do(incomplete.remind, REVIEWER)
    assert case.work == ["remind"]
    with pytest.raises(Conflict) as refused:
        case.do(incomplete.remind, REVIEWER)
    assert refused.value.code == "reminded_lately"
    case.do(pauses.note_letter, DESK)
    case.pass_time(A_DAY)
    case.do(incomplete.remind, REVIEWER)


async def test_a_reminder_brings_one_letter_at_once(office: Office, letters: ContinueLetters) -> None:
    case_id = uuid4()
    await office.desk.begin(office.merchant, case_id, office.merchant.email, "en")
    await office.desk.remind(office.reviewer, case_id)
    await letters.remind(case_id)
    await letters.remind(case_id)
    assert len(letters_to(office.folder, office.merchant.email)) == 1
    with pytest.raises(Conflict):
        await office.desk.remind(office.reviewer, case_id)


async def test_who_does_not_enter_by_a_link_cannot_be_sent_one(office: Office) -> None:
    both = await office.people.add("both@people.example", [Role.MERCHANT, Role.REVIEWER])
    case_id = await office.desk.open_case(both, "api")
    with pytest.raises(Conflict) as refused:
        await office.desk.remind(office.reviewer, case_id)
    assert refused.value.code == "no_link"
    assert "reminder.asked" not in [event.body.kind for event in await office.events(case_id)]


async def test_several_are_done_one_after_the_other_and_each_refusal_is_told(office: Office) -> None:
    begun = [await office.desk.open_case(office.merchant, "chat") for _ in range(2)]
    reviewed, unknown = await office.in_review(), uuid4()
    results = await in_turn(
        [*begun, reviewed, begun[0], unknown],
        lambda case_id: office.desk.close_as_incomplete(office.reviewer, case_id, "No answer."),
    )
    assert [await office.state(case_id) for case_id in begun] == [State.EXPIRED, State.EXPIRED]
    names: dict[UUID, str] = {reviewed: "Harbour Books"}
    assert in_words(results, names) == (
        "2 done, 2 not: Harbour Books (It does not wait for its merchant.); a case (There is no such case.)"
    )
