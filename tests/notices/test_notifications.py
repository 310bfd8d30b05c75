"""Who on staff is told of what, and how: each as they chose, and nobody who may not."""

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import insert

from cases.access import Person, Role
from cases.decision import Verdict
from cases.errors import Forbidden, Invalid
from cases.notifications import Occasion, Way
from desk import announcing
from desk.delivering import PAUSES
from notices.own_addresses import LINES
from storage.tables import deliveries
from tests.desk.cast import TWO_APPROVALS
from tests.desk.office import Office
from tests.letters import letters_to, text_of
from tests.notices.partners import HOST, Partners
from tests.tools.scripted_server import Answer, ScriptedServer, serving

CASE_WAITS = Occasion.CASE_WAITS
SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ"


def mails(office: Office, *people: Person) -> list[int]:
    """How many letters each of them got."""
    return [len(letters_to(office.folder, person.email)) for person in people]


def own(server: ScriptedServer) -> str:
    return server.url.replace("http", "json")


async def tell(partners: Partners, case_id: UUID, occasion: Occasion, *whom: announcing.Whom) -> None:
    """What another part of the desk does where somebody has to be told."""
    async with partners.office.desk.db.write() as tx:
        draft = await partners.office.desk.load(tx, case_id)
        for told in announcing.notice(draft, occasion, *whom):
            await tx.execute(insert(deliveries).values(announcing.row_of(case_id, told, told.whom)))
    await partners.deliver()


async def test_every_reviewer_who_may_decide_is_asked_to_and_nobody_else(office: Office) -> None:
    partners = Partners(office)
    await office.in_review()
    await partners.deliver()
    await partners.deliver()
    everybody = (office.reviewer, office.second, office.analyst, office.merchant, office.other)
    assert mails(office, *everybody) == [1, 1, 0, 0, 0]


async def test_whoever_the_case_is_assigned_to_is_asked_alone_as_long_as_they_may_decide(
    office: Office,
) -> None:
    partners = Partners(office)
    case_id = await office.submitted()
    await office.desk.claim(office.second, case_id)
    await office.checked(case_id)
    await partners.deliver()
    assert mails(office, office.reviewer, office.second) == [0, 1]
    await office.people.disable(office.second.email)
    await office.desk.ask(office.reviewer, case_id, "Which mill?", "To understand.")
    await office.desk.say(office.merchant, case_id, "The one in Leeds.")
    await office.desk.submit(office.merchant, case_id)
    await office.checked(case_id)
    await partners.deliver()
    assert mails(office, office.reviewer, office.second) == [1, 1]


async def test_a_reviewer_is_never_asked_about_an_application_of_their_own(office: Office) -> None:
    partners = Partners(office)
    both = await office.people.add("both@people.example", [Role.MERCHANT, Role.REVIEWER])
    office.merchant = both
    await office.in_review()
    await partners.deliver()
    assert mails(office, both, office.reviewer) == [0, 1]


async def test_a_second_approval_is_asked_of_others_than_who_gave_the_first(office: Office) -> None:
    office.desk.policy = TWO_APPROVALS
    partners = Partners(office)
    case_id = await office.in_review()
    await partners.deliver()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    await partners.deliver()
    assert mails(office, office.reviewer, office.second) == [1, 2]
    last = letters_to(office.folder, office.second.email)[-1]
    assert "second approval" in str(last["Subject"])


async def test_with_approvers_set_they_alone_are_asked_and_a_mailbox_without_an_account_too(
    office: Office,
) -> None:
    shared = "approvals@people.example"
    partners = Partners(office, approvers=[office.second.email.upper(), shared])
    await office.in_review()
    await partners.deliver()
    assert mails(office, office.reviewer, office.second) == [0, 1]
    [letter] = letters_to(office.folder, shared)
    assert "/decide/" not in text_of(letter)


async def test_an_approver_who_may_not_decide_is_not_asked_and_then_the_other_reviewers_are(
    office: Office,
) -> None:
    partners = Partners(office, approvers=[office.merchant.email, office.analyst.email])
    await office.in_review()
    await partners.deliver()
    everybody = (office.merchant, office.analyst, office.reviewer, office.second)
    assert mails(office, *everybody) == [0, 0, 1, 1]


async def test_each_person_chooses_mail_an_address_of_their_own_or_nothing(office: Office) -> None:
    async with serving(Answer()) as target:
        partners = Partners(office)
        choosing = partners.notifications()
        await choosing.choose(office.reviewer, {CASE_WAITS: Way.NOTHING}, None)
        await choosing.choose(office.second, {CASE_WAITS: Way.APPRISE}, own(target))
        case_id = await office.in_review()
        await partners.deliver()
        await partners.deliver()
    assert mails(office, office.reviewer, office.second) == [0, 0]
    [request] = target.requests
    assert request.body["message"] == f"{LINES[CASE_WAITS]}: {HOST}/chat/case/{case_id}"


@pytest.mark.parametrize("occasion", Occasion)
async def test_a_notice_goes_to_a_person_or_to_a_role_whatever_it_is_about(
    office: Office, occasion: Occasion
) -> None:
    partners = Partners(office)
    case_id = await office.submitted()
    await tell(partners, case_id, occasion, office.second.id)
    assert mails(office, office.reviewer, office.second, office.merchant) == [0, 1, 0]
    await tell(partners, case_id, occasion, Role.REVIEWER)
    assert mails(office, office.reviewer, office.second, office.merchant) == [1, 2, 0]


async def test_nobody_is_told_of_what_they_did_themselves(office: Office) -> None:
    case_id = await office.submitted()
    async with office.desk.db.read() as connection:
        draft = await office.desk.load(connection, case_id)
    whom = (office.reviewer.id, office.second.id)
    told = announcing.notice(draft, Occasion.ASSIGNED, *whom, by=str(office.reviewer.id))
    assert [each.whom for each in told] == [str(office.second.id)]


async def test_an_analyst_is_told_of_what_they_can_read_only(office: Office) -> None:
    partners = Partners(office)
    case_id = await office.submitted()
    for occasion in Occasion:
        await tell(partners, case_id, occasion, office.analyst.id)
    assert mails(office, office.analyst) == [2]
    with pytest.raises(Invalid):
        await partners.notifications().choose(office.analyst, {CASE_WAITS: Way.MAIL}, None)


async def test_merchants_choose_nothing(office: Office) -> None:
    with pytest.raises(Forbidden):
        await Partners(office).notifications().choices(office.merchant)


async def test_what_was_chosen_is_kept_and_the_address_encrypted(office: Office) -> None:
    choosing = Partners(office).notifications()
    await choosing.choose(office.reviewer, {CASE_WAITS: Way.APPRISE}, SLACK)
    await choosing.choose(office.reviewer, {Occasion.MENTIONED: Way.NOTHING}, None)
    chosen = await choosing.choices(office.reviewer)
    ways = [chosen.ways[each] for each in (CASE_WAITS, Occasion.MENTIONED, Occasion.DUE)]
    assert ways == [Way.APPRISE, Way.NOTHING, Way.MAIL]
    kept = b"".join(file.read_bytes() for file in office.folder.glob("onboard.db*"))
    assert SLACK.rpartition("/")[2].encode() not in kept
    with pytest.raises(Invalid):
        await choosing.choose(office.reviewer, {}, "")


@pytest.mark.parametrize(
    "address",
    [
        *(
            "json://partner.example/x",
            "http://partner.example",
            "file:///etc/passwd",
            "mailto://a:b@c.example",
        ),
        *("dbus://", "syslog://", "jsons://", "slack://x", "ntfys://a b", "javascript:alert(1)", "slack"),
    ],
)
async def test_only_services_of_the_internet_over_tls_are_taken(office: Office, address: str) -> None:
    choosing = Partners(office).notifications(loopback=False)
    with pytest.raises(Invalid):
        await choosing.choose(office.reviewer, {}, address)


async def test_an_inside_address_gets_nothing_wherever_its_name_leads(office: Office) -> None:
    async with serving(Answer()) as inside:
        partners = Partners(office)
        await partners.notifications().choose(office.reviewer, {CASE_WAITS: Way.APPRISE}, own(inside))
        await office.in_review()
        guarded = partners.another_process(loopback=False)
        for _ in range(2):
            await guarded.begin_due()
            await guarded.settle()
    assert inside.requests == []
    assert [told.outcome for told in await partners.told("apprise")] == ["inside_address"]


async def test_a_redirect_from_an_own_address_is_not_followed(office: Office) -> None:
    async with serving(Answer()) as elsewhere:
        there = (f"Location: {elsewhere.url}/metadata",)
        async with serving(Answer(307, headers=there)) as target:
            partners = Partners(office)
            address = f"{own(target)}?redirect=yes"
            await partners.notifications().choose(office.reviewer, {CASE_WAITS: Way.APPRISE}, address)
            await office.in_review()
            await partners.deliver()
    assert (len(target.requests), elsewhere.requests) == (1, [])


async def test_an_own_address_that_fails_hangs_and_comes_back_gets_it_once_and_nobody_waits(
    office: Office,
) -> None:
    late = asyncio.Event()
    async with serving(Answer(503), Answer(None), Answer(once=late), Answer()) as target:
        partners = Partners(office)
        for person in (office.reviewer, office.second):
            way = {CASE_WAITS: Way.APPRISE if person is office.reviewer else Way.NOTHING}
            await partners.notifications().choose(person, way, own(target))
        case_id = await office.in_review()
        for pause in PAUSES[:2]:
            await partners.deliver()
            office.clock.pass_time(pause * 1.25)
        await partners.deliverer.begin_due()
        await target.received(3)
        await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
        late.set()
        await partners.deliverer.settle()
        for pause in PAUSES[3:5]:
            office.clock.pass_time(pause * 1.25)
            await partners.deliver()
    assert len(target.requests) == 3
    assert [told.status for told in await partners.told("apprise")] == ["delivered"]
