"""What reviewers do beside speaking: notes, calls, second opinions, taking over and handing back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from cases.access import Audience, Person, Role
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import ConversationHandedBack, Event
from cases.languages import LANGUAGES
from cases.states import State
from desk import complaining, conversation, information, review, together
from desk.information import ItemAsked
from desk.turn import TurnStale
from storage import tables
from teams.speakers import next_speaker
from tests.desk.cast import ANALYST, DEVELOPER, MERCHANT, OTHER, REVIEWER, SECOND, Case
from tests.desk.office import Office

THANKS = "Thank you."
NOTE = "The landlord told me another story, qx3."


@pytest.fixture
def case() -> Case:
    case = Case()
    case.come_to_review()
    return case


def words_to_the_merchant(events: list[Event]) -> str:
    return "\n".join(str(event.body.model_dump()) for event in events if event.audience is not Audience.STAFF)


# -- notes and calls ------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [REVIEWER, SECOND], ids=lambda who: who.name)
def test_a_note_and_a_call_are_for_staff_and_move_nothing(case: Case, who: Person) -> None:
    before = case.record
    case.do(together.write_note, who, NOTE)
    case.do(together.log_call, who, "Mona", case.now - timedelta(hours=1), 12, NOTE)
    assert [event.audience for event in case.events[-2:]] == [Audience.STAFF] * 2
    assert "qx3" not in words_to_the_merchant(case.events)
    after = case.record
    assert (after.state, after.version, after.application) == (
        before.state,
        before.version,
        before.application,
    )
    assert after.has_unread == before.has_unread


@pytest.mark.parametrize("who", [MERCHANT, ANALYST, OTHER, DEVELOPER], ids=lambda who: who.name)
def test_nobody_else_writes_for_staff_logs_a_call_or_leads_the_conversation(case: Case, who: Person) -> None:
    refused = NotFound if who in (OTHER, DEVELOPER) else Forbidden
    for command in (
        lambda: case.do(together.write_note, who, NOTE),
        lambda: case.do(together.log_call, who, "Mona", case.now, 5, NOTE),
        lambda: case.do(together.take_over, who),
        lambda: case.do(together.hand_back, who),
    ):
        with pytest.raises(refused):
            command()


def test_a_reviewer_writes_no_notes_on_their_own_application() -> None:
    case = Case(opened_by=REVIEWER)
    with pytest.raises(Forbidden):
        case.do(together.write_note, REVIEWER, NOTE)


def test_no_fact_is_taken_from_a_note_or_a_call(case: Case) -> None:
    note = case.do(together.write_note, REVIEWER, "Revenue is 900,000 a year").seq
    call = case.do(together.log_call, REVIEWER, "Mona", case.now, 3, "Revenue is 900,000 a year").seq
    for seq in (note, call):
        with pytest.raises(NotFound), case.command() as draft:
            draft.source(seq)


def test_what_is_sensitive_is_hidden_in_a_note_as_in_any_message(case: Case) -> None:
    case.do(together.write_note, REVIEWER, "Their card is 4111 1111 1111 1111, tax number 61-8987901")
    written = case.events[-1].body.text
    assert "4111" not in written
    assert "8987901" not in written


@pytest.mark.parametrize(("hours", "minutes"), [(1, 5), (0, -1), (0, 1441)])
def test_a_call_has_been_and_has_a_length(case: Case, hours: int, minutes: int) -> None:
    with pytest.raises(Invalid):
        case.do(together.log_call, REVIEWER, "Mona", case.now + timedelta(hours=hours), minutes, NOTE)


# -- second opinions --------------------------------------------------------------------------------


async def test_a_colleague_who_is_named_is_asked_until_they_answer(office: Office) -> None:
    case_id = await office.in_review()
    written = await office.desk.write_note(office.reviewer, case_id, f"@samir what do you think? {NOTE}")
    assert written.body.asks == (office.second.id,)
    (opinion,) = (await office.record(case_id)).opinions
    assert (opinion.of, opinion.by) == (office.second.id, office.reviewer.id)
    card = await office.views.card(office.second, case_id)
    assert card.staff is not None
    (item,) = card.staff.together.opinions
    assert (item.of, item.by, item.yours) == ("Samir", "Rosa", True)
    await office.desk.say(office.second, case_id, "Hello Mona")
    await office.desk.write_note(office.reviewer, case_id, "Still waiting.")
    assert (await office.record(case_id)).opinions
    await office.desk.write_note(office.second, case_id, "It is fine, @rosa.")
    (back,) = (await office.record(case_id)).opinions
    assert back.of == office.reviewer.id


@pytest.mark.parametrize("word", ["@samir", "@SAMIR", "@Samir."])
async def test_a_colleague_is_named_by_address_or_by_name(office: Office, word: str) -> None:
    case_id = await office.in_review()
    written = await office.desk.write_note(office.reviewer, case_id, f"Ask {word}")
    assert written.body.asks == (office.second.id,)


@pytest.mark.parametrize("text", ["@nobody there?", "@mona please", "@anna is that right?"])
async def test_who_cannot_answer_cannot_be_asked(office: Office, text: str) -> None:
    case_id = await office.in_review()
    with pytest.raises(Invalid, match="no colleague"):
        await office.desk.write_note(office.reviewer, case_id, text)


async def test_of_two_with_one_name_the_address_says_which(office: Office) -> None:
    case_id = await office.in_review()
    roles = office.second.roles
    first, second = [
        await office.people.add(f"kim.{name}@people.example", roles, name=f"Kim {name}")
        for name in ("lee", "ito")
    ]
    with pytest.raises(Invalid, match=r"@kim\.ito or @kim\.lee"):
        await office.desk.write_note(office.reviewer, case_id, "@kim is it?")
    written = await office.desk.write_note(office.reviewer, case_id, "@kim.lee and @kim.ito, is it?")
    assert written.body.asks == (first.id, second.id)


async def test_those_are_offered_who_can_be_asked_and_nobody_to_whoever_asks_nobody(office: Office) -> None:
    case_id = await office.in_review()
    await office.people.add("cleo@people.example", [Role.COMPLIANCE], name="Cleo Marsh")
    gone = await office.people.add("gone@people.example", [Role.REVIEWER], name="Gone")
    await office.people.disable(gone.email)
    applying = await office.people.add("both@people.example", [Role.REVIEWER, Role.MERCHANT], name="Both")
    own = await office.desk.open_case(applying, "chat")

    async def offered(person: Person, case: UUID) -> list[str]:
        return [each.mention for each in await office.views.colleagues(person, case)]

    assert await offered(office.reviewer, case_id) == ["Both", "Cleo Marsh", "Samir"]
    assert await offered(office.second, own) == ["Cleo Marsh", "Rosa"]
    for nobody in (office.merchant, office.analyst):
        assert await offered(nobody, case_id) == []
    assert await offered(applying, own) == []


async def test_an_e_mail_address_in_a_note_asks_nobody(office: Office) -> None:
    case_id = await office.in_review()
    written = await office.desk.write_note(office.reviewer, case_id, "They wrote from samir@people.example")
    assert written.body.asks == ()


@pytest.mark.parametrize(
    "tell",
    [
        lambda case, text: case.do(conversation.say, REVIEWER, text),
        lambda case, text: case.do(review.ask, REVIEWER, text, "It is not clear."),
        lambda case, text: case.do(review.ask, REVIEWER, "Who owns it?", text),
        lambda case, text: case.do(information.request_information, REVIEWER, [question(text)]),
        lambda case, text: case.do(complaining.answer, SECOND, complaint(case), text),
    ],
    ids=["message", "question", "why", "request", "complaint"],
)
def test_words_that_call_a_colleague_never_go_to_the_merchant(
    case: Case, tell: Callable[[Case, str], object]
) -> None:
    for text in (f"@samir {NOTE}", f"What do you think, @Samri? {NOTE}"):
        with pytest.raises(Invalid, match="private note") as refused:
            tell(case, text)
        assert refused.value.code == "names_a_colleague"
    assert "qx3" not in words_to_the_merchant(case.events)
    tell(case, "Is books@harbour.example.com still right? Then 3 @ 5 each.")


def test_a_merchant_may_write_an_at_sign_as_they_like(case: Case) -> None:
    case.say("We are @harbourbooks everywhere")
    assert "@harbourbooks" in words_to_the_merchant(case.events)


def question(text: str) -> ItemAsked:
    return ItemAsked(item="question", reason="understand_business", text=text)


def complaint(case: Case) -> UUID:
    return case.do(complaining.complain, MERCHANT, "It takes long.").id


# -- taking over and handing back ---------------------------------------------------------------------


def test_while_a_person_answers_no_agent_reads_the_merchant(case: Case) -> None:
    case.work.clear()
    assert case.do(together.take_over, REVIEWER) is True
    assert case.do(together.take_over, REVIEWER) is False
    case.say("Are you there?")
    assert "turn" not in case.work
    assert case.record.has_unread
    assert next_speaker(case.record) is None
    case.do(together.hand_back, REVIEWER)
    assert "turn" in case.work
    assert next_speaker(case.record) == "preprocessor"


def test_checks_go_on_while_a_person_answers_and_nobody_speaks_to_the_merchant(case: Case) -> None:
    case.do(review.ask, REVIEWER, "Who owns it?", "It is not clear.")
    case.do(together.take_over, REVIEWER)
    case.answer_and_submit()
    assert (case.state, next_speaker(case.record)) == (State.CHECKING, "validator")


def test_another_reviewer_can_take_over_and_hand_back(case: Case) -> None:
    case.do(together.take_over, REVIEWER)
    assert case.do(together.take_over, SECOND) is True
    assert case.record.taken_over is not None
    assert case.record.taken_over.by == SECOND.id
    case.do(together.hand_back, REVIEWER)
    assert case.record.taken_over is None
    with pytest.raises(Conflict, match="Nobody"):
        case.do(together.hand_back, REVIEWER)


def test_who_leaves_for_long_has_handed_back_and_the_merchant_is_told(case: Case) -> None:
    for language in LANGUAGES:
        case.do(conversation.join, REVIEWER)
        case.do(together.take_over, REVIEWER)
        case.pass_time(timedelta(hours=2))
        assert case.do(together.hand_back_abandoned) is False, "they are there"
        case.do(conversation.leave, REVIEWER)
        case.pass_time(timedelta(minutes=29))
        assert case.do(together.hand_back_abandoned) is False, "not for long yet"
        case.pass_time(timedelta(minutes=2))
        assert case.do(together.hand_back_abandoned) is True, language
        told, back = case.events[-1], case.events[-2]
        assert isinstance(back.body, ConversationHandedBack)
        assert back.body.left
        assert (told.role, told.audience) == ("desk", Audience.EVERYONE)
        assert "Rosa" in told.body.text


async def test_an_absent_takers_return_is_looked_for_as_work(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.take_over(office.reviewer, case_id)
    due = select(tables.work.c.due_at).where(tables.work.c.kind == "hand_back")
    async with office.desk.db.read() as connection:
        assert (await connection.execute(due)).scalar() == office.clock.now + timedelta(minutes=30)
    office.clock.pass_time(timedelta(minutes=31))
    assert await office.desk.hand_back_abandoned(case_id) is True


async def test_a_turn_that_would_speak_after_a_person_took_over_is_dropped(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.say(office.merchant, case_id, "hello")
    for before_it_begins in (True, False):
        if before_it_begins:
            await office.desk.take_over(office.reviewer, case_id)
        turn = await office.turn(case_id)
        if not before_it_begins:
            await office.desk.take_over(office.reviewer, case_id)
        assert conversation.reply(turn.draft, turn.author, THANKS, (), (THANKS,)) is None
        with pytest.raises(TurnStale):
            await turn.commit()
        await office.desk.hand_back(office.reviewer, case_id)
    assert THANKS not in words_to_the_merchant(await office.events(case_id))


async def test_a_turn_is_not_dropped_for_a_note(office: Office) -> None:
    case_id = await office.in_review()
    turn = await office.turn(case_id)
    await office.desk.write_note(office.reviewer, case_id, NOTE)
    assert conversation.reply(turn.draft, turn.author, THANKS, (), (THANKS,)) is None
    await turn.commit()
    assert "Thank you." in words_to_the_merchant(await office.events(case_id))


async def test_an_approval_hands_back_so_that_what_was_said_is_read_before_the_account(
    office: Office,
) -> None:
    case_id = await office.in_review()
    await office.desk.take_over(office.reviewer, case_id)
    await office.desk.say(office.merchant, case_id, "sorry, revenue is 900,000 a year")
    await office.desk.decide(office.second, case_id, Verdict(approved=True))
    record = await office.record(case_id)
    assert (record.state, record.taken_over) == (State.APPROVED, None)
    assert next_speaker(record) == "preprocessor"


def test_where_no_agent_answers_nothing_is_taken_over(case: Case) -> None:
    case.decline(reasons=("other",))
    with pytest.raises(Conflict):
        case.do(together.take_over, REVIEWER)
