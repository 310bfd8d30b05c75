"""What people are told of by name: what they are given, what is late, what they watch or look at again."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from cases.decision import Verdict
from cases.notifications import Occasion
from cases.policy.calendar import Calendar
from cases.policy.second_looks import SecondLookPolicy
from desk.tending import tend_due
from storage.tables import deliveries
from tests.desk.office import Office
from tests.notices.partners import Partners

EVERY_DAY = Calendar(
    zone="UTC",
    open={"tuesday": "00:00-24:00", "wednesday": "00:00-24:00", "thursday": "00:00-24:00"},
)


async def told(office: Office, occasion: Occasion) -> list[UUID]:
    """Who was told of something, each as often as they were."""
    partners = Partners(office)
    await partners.deliver()
    row = deliveries.c
    query = select(row.target).where(row.kind == occasion.value, row.channel == "mail").order_by(row.n)
    async with office.desk.db.read() as connection:
        return [UUID(target) for target in (await connection.execute(query)).scalars()]


async def test_who_is_given_a_case_is_told_and_who_takes_one_is_not(office: Office) -> None:
    case_id = await office.in_review()
    await office.desk.assign(office.reviewer, case_id, office.second.id, "You speak Polish.")
    assert await told(office, Occasion.ASSIGNED) == [office.second.id]
    await office.desk.release(office.second, case_id)
    await office.desk.claim(office.reviewer, case_id)
    assert await told(office, Occasion.ASSIGNED) == [office.second.id]


async def test_who_is_given_a_case_as_it_comes_into_review_is_told_once(office: Office) -> None:
    rules = office.desk.policy.reviewing.model_copy(update={"automatic": True})
    office.desk.policy = office.desk.policy.model_copy(update={"reviewing": rules})
    await office.in_review()
    assert len(await told(office, Occasion.CASE_WAITS)) == 1
    assert await told(office, Occasion.ASSIGNED) == []


async def test_a_late_review_is_told_whose_it_is_and_then_compliance(office: Office) -> None:
    policy = office.desk.policy
    late = {
        "calendar": EVERY_DAY,
        "deadlines": policy.deadlines.model_copy(update={"review_hours": {"low": 4}}),
        "reviewing": policy.reviewing.model_copy(update={"lease_minutes": 1440}),
    }
    office.desk.policy = policy.model_copy(update=late)
    case_id = await office.in_review()
    await office.desk.claim(office.reviewer, case_id)
    for hours, who in ((3.5, office.reviewer), (1, office.reviewer), (5, office.second)):
        office.clock.pass_time(timedelta(hours=hours))
        await tend_due(office.desk)
        assert (await told(office, Occasion.DUE))[-1] == who.id
    assert len(await told(office, Occasion.DUE)) == 3


async def test_who_watches_a_case_is_told_once_of_what_moves_it_but_not_of_their_own_doing(
    office: Office,
) -> None:
    case_id = await office.submitted()
    for person in (office.reviewer, office.second):
        await office.desk.watch(person, case_id)
    await office.checked(case_id)
    assert sorted(await told(office, Occasion.WATCHED)) == sorted([office.reviewer.id, office.second.id])
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    assert (await told(office, Occasion.WATCHED))[2:] == [office.second.id]


async def test_a_second_look_is_asked_of_others_than_who_decided(office: Office) -> None:
    always = {"second_looks": SecondLookPolicy(share=Decimal(1))}
    office.desk.policy = office.desk.policy.model_copy(update=always)
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    assert await told(office, Occasion.SECOND_LOOK) == [office.second.id]
