"""A new password by mail: a link for one account, good once and for half an hour."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cases.access import Person, Role
from cases.errors import Unauthenticated
from desk.attempts import TooManyAttempts
from desk.links import LinkBody, LinkKind, LinkRefused, Links
from desk.passwords import WeakPassword
from desk.resets import Resets
from desk.signing_in import Caller, SigningIn
from tests.desk.office import Office

PASSWORD, ANOTHER = "correct horse battery", "another horse battery"
HOME = Caller("192.0.2.1")


@pytest.fixture
def resets(office: Office) -> Resets:
    return Resets(office.desk, office.people)


@pytest.fixture
async def rosa(office: Office) -> Person:
    return await office.people.add("rosa.new@people.example", [Role.REVIEWER], PASSWORD, "Rosa New")


async def link_of(resets: Resets, person: Person) -> str:
    made = await resets.make(person.email, "en")
    assert made is not None
    assert made[0] == person
    return made[1]


async def refusal(resets: Resets, secret: str) -> str:
    with pytest.raises(LinkRefused) as refused:
        await resets.use(secret, ANOTHER)
    return refused.value.reason


async def test_it_sets_the_password_and_ends_the_sessions_and_the_other_links(
    office: Office, resets: Resets, rosa: Person
) -> None:
    since = office.clock.now
    older, newer = await link_of(resets, rosa), await link_of(resets, rosa)
    office.clock.pass_time(timedelta(minutes=1))
    assert await refusal(resets, older) == "replaced"
    assert await resets.use(newer, ANOTHER) == rosa
    assert await refusal(resets, newer) == "used"
    assert await office.people.sign_in(rosa.email, ANOTHER) == rosa
    with pytest.raises(Unauthenticated):
        await office.people.sign_in(rosa.email, PASSWORD)
    with pytest.raises(Unauthenticated):
        await office.people.in_session(rosa.id, since)


async def test_a_weak_password_does_not_use_the_link_up(resets: Resets, rosa: Person) -> None:
    secret = await link_of(resets, rosa)
    with pytest.raises(WeakPassword):
        await resets.use(secret, "RosaNew2026")
    assert await resets.use(secret, ANOTHER) == rosa


async def test_it_is_over_after_half_an_hour(office: Office, resets: Resets, rosa: Person) -> None:
    secret = await link_of(resets, rosa)
    office.clock.pass_time(timedelta(minutes=30))
    assert await refusal(resets, secret) == "expired"


async def test_a_link_of_another_kind_sets_no_password_and_this_one_leads_nowhere_else(
    office: Office, resets: Resets, rosa: Person
) -> None:
    links = Links(office.desk)
    start = await links.make(LinkKind.START, LinkBody(email=rosa.email), person_id=rosa.id)
    assert await refusal(resets, start) == "unknown"
    secret = await link_of(resets, rosa)
    with pytest.raises(LinkRefused):
        await links.look(secret)
    await resets.use(secret, ANOTHER)
    assert await links.renewable(secret) is None


async def test_nobody_and_a_disabled_account_get_no_link(
    office: Office, resets: Resets, rosa: Person
) -> None:
    assert await resets.make("nobody@people.example", "en") is None
    secret = await link_of(resets, rosa)
    await office.people.disable(rosa.email)
    assert await resets.make(rosa.email, "en") is None
    with pytest.raises(Unauthenticated):
        await resets.use(secret, ANOTHER)


async def test_a_merchant_without_a_password_may_set_one(office: Office, resets: Resets) -> None:
    await resets.use(await link_of(resets, office.merchant), ANOTHER)
    assert await office.people.sign_in(office.merchant.email, ANOTHER) == office.merchant


async def test_asking_again_and_again_is_slowed_down_for_everybody_alike(
    resets: Resets, rosa: Person
) -> None:
    for email in (rosa.email, "nobody@people.example"):
        for _ in range(4):
            await resets.count(email, HOME)
        with pytest.raises(TooManyAttempts):
            await resets.count(email, HOME)


async def test_the_link_lets_somebody_in_again_who_was_slowed_down(
    office: Office, resets: Resets, rosa: Person
) -> None:
    signing_in = SigningIn(office.desk, office.people)
    for _ in range(6):
        with pytest.raises(Unauthenticated):
            await signing_in.with_password(rosa.email, "a guess or two", HOME)
    with pytest.raises(TooManyAttempts):
        await signing_in.with_password(rosa.email, PASSWORD, HOME)
    await resets.use(await link_of(resets, rosa), ANOTHER)
    assert (await signing_in.with_password(rosa.email, ANOTHER, HOME)).person == rosa
