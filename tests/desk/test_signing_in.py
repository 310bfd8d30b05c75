"""Signing in: both steps, codes that are good once, and guessing that gets slower and slower."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from pyotp.totp import TOTP

from cases.access import Person, Role
from cases.errors import Conflict, Unauthenticated
from desk.attempts import TooManyAttempts
from desk.second_factor import STEP, SecondFactor, WrongCode
from desk.signing_in import TIME_FOR_CODE, Caller, SigningIn, TooLate
from tests.desk.office import Office

PASSWORD = "correct horse battery"
HOME = Caller("192.0.2.1")
AWAY = Caller("198.51.100.7")


@pytest.fixture
def signing_in(office: Office) -> SigningIn:
    return SigningIn(office.desk, office.people)


@pytest.fixture
async def rosa(office: Office) -> Person:
    return await office.people.add("rosa.new@people.example", [Role.REVIEWER], PASSWORD, "Rosa New")


def code_of(office: Office, secret: str, steps: int = 0) -> str:
    return TOTP(secret).at(office.clock.now + timedelta(seconds=STEP * steps))


async def turned_on(office: Office, person: Person) -> tuple[str, list[str]]:
    """Somebody's second factor: its secret and the recovery codes."""
    factor = SecondFactor(office.desk)
    await factor.begin(person.id)
    secret = (await factor.of(person.id)).secret
    assert secret is not None
    codes = await factor.confirm(person.id, code_of(office, secret, -1))
    return secret, codes


async def guess(signing_in: SigningIn, person: Person, times: int, caller: Caller = AWAY) -> int:
    """Guess passwords; how long one has to wait then, in seconds."""
    for number in range(times):
        with pytest.raises(Unauthenticated):
            await signing_in.with_password(person.email, f"guess number {number}", caller)
    try:
        await signing_in.with_password(person.email, "one more guess", caller)
    except TooManyAttempts as wait:
        return wait.seconds
    except Unauthenticated:
        return 0


async def test_a_password_alone_is_enough_until_a_second_factor_is_on(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    assert not (await signing_in.with_password(rosa.email, PASSWORD, HOME)).needs_code
    await SecondFactor(office.desk).begin(rosa.id)
    assert not (await signing_in.with_password(rosa.email, PASSWORD, HOME)).needs_code
    secret, _ = await turned_on(office, rosa)
    first = await signing_in.with_password(rosa.email, PASSWORD, HOME)
    assert first.needs_code
    entry = await signing_in.with_code(signing_in.wait(first), code_of(office, secret), HOME)
    assert (entry.person, entry.needs_code) == (rosa, False)


async def test_a_code_is_good_once_and_only_in_its_time(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    secret, _ = await turned_on(office, rosa)
    waiting = signing_in.wait(await signing_in.with_password(rosa.email, PASSWORD, HOME))
    for steps in (-3, -2, 2, 3):
        with pytest.raises(WrongCode):
            await SecondFactor(office.desk).check(rosa.id, code_of(office, secret, steps))
    code = code_of(office, secret)
    await signing_in.with_code(waiting, f"{code[:3]} {code[3:]}", HOME)
    for used in (code, code_of(office, secret, -1)):
        with pytest.raises(WrongCode):
            await signing_in.with_code(waiting, used, HOME)


async def test_one_code_in_two_windows_at_once_lets_one_in(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    secret, _ = await turned_on(office, rosa)
    waiting = signing_in.wait(await signing_in.with_password(rosa.email, PASSWORD, HOME))
    tries = (signing_in.with_code(waiting, code_of(office, secret), HOME) for _ in range(4))
    ended = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(not isinstance(end, BaseException) for end in ended) == 1


async def test_each_recovery_code_is_good_once(office: Office, signing_in: SigningIn, rosa: Person) -> None:
    _, codes = await turned_on(office, rosa)
    assert len(set(codes)) == 10
    waiting = signing_in.wait(await signing_in.with_password(rosa.email, PASSWORD, HOME))
    await signing_in.with_code(waiting, codes[3].upper().replace("-", " "), HOME)
    with pytest.raises(WrongCode):
        await signing_in.with_code(waiting, codes[3], HOME)
    await signing_in.with_code(waiting, codes[4], HOME)
    assert (await SecondFactor(office.desk).of(rosa.id)).recovery_left == 8


async def test_a_second_factor_is_not_replaced_while_it_is_on(office: Office, rosa: Person) -> None:
    await turned_on(office, rosa)
    with pytest.raises(Conflict):
        await SecondFactor(office.desk).begin(rosa.id)
    await SecondFactor(office.desk).turn_off(rosa.id)
    assert not (await office.people.account(rosa.id)).second_factor


async def test_what_waits_for_a_code_is_over_with_time_a_new_password_or_the_account(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    secret, _ = await turned_on(office, rosa)
    waiting = signing_in.wait(await signing_in.with_password(rosa.email, PASSWORD, HOME))
    for forged in ("", "x", "é", waiting[:-2], signing_in.know_device(rosa, HOME)):
        with pytest.raises(TooLate):
            await signing_in.with_code(forged, code_of(office, secret), HOME)
    office.clock.pass_time(timedelta(seconds=1))
    await office.people.set_password(rosa.email, "another horse battery")
    with pytest.raises(Unauthenticated):
        await signing_in.with_code(waiting, code_of(office, secret), HOME)
    waiting = signing_in.wait(await signing_in.with_password(rosa.email, "another horse battery", HOME))
    office.clock.pass_time(TIME_FOR_CODE)
    with pytest.raises(TooLate):
        await signing_in.with_code(waiting, code_of(office, secret), HOME)


async def test_guessing_gets_slower_and_is_never_shut_for_good(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    waits = [await guess(signing_in, rosa, 6)]
    for _ in range(12):
        office.clock.pass_time(timedelta(seconds=waits[-1]))
        waits.append(await guess(signing_in, rosa, 1))
    assert waits[:5] == [1, 2, 4, 8, 16]
    assert waits[-1] == 15 * 60
    office.clock.pass_time(timedelta(seconds=waits[-1]))
    assert (await signing_in.with_password(rosa.email, PASSWORD, HOME)).person == rosa
    assert await guess(signing_in, rosa, 1) == 0


async def test_a_device_that_was_in_before_is_not_shut_out_by_a_stranger_who_guesses(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    known = Caller(AWAY.address, signing_in.know_device(rosa, HOME))
    assert await guess(signing_in, rosa, 6) > 0
    with pytest.raises(TooManyAttempts):
        await signing_in.with_password(rosa.email, PASSWORD, HOME)
    assert (await signing_in.with_password(rosa.email, PASSWORD, known)).person == rosa
    assert await guess(signing_in, rosa, 6, known) > 0


async def test_a_known_device_is_known_to_its_own_account_only(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    mallory = await office.people.add("mallory@people.example", [Role.MERCHANT], PASSWORD)
    theirs = Caller(AWAY.address, signing_in.know_device(mallory, AWAY))
    assert await guess(signing_in, rosa, 6) > 0
    with pytest.raises(TooManyAttempts):
        await signing_in.with_password(rosa.email, PASSWORD, theirs)


async def test_guessing_codes_counts_like_guessing_passwords(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    await turned_on(office, rosa)
    waiting = signing_in.wait(await signing_in.with_password(rosa.email, PASSWORD, AWAY))
    for number in range(5):
        with pytest.raises(WrongCode):
            await signing_in.with_code(waiting, f"{number:06}", AWAY)
    for again in (
        signing_in.with_code(waiting, "000000", AWAY),
        signing_in.with_password(rosa.email, "x", AWAY),
    ):
        with pytest.raises(TooManyAttempts):
            await again


async def test_an_unknown_account_is_slowed_down_just_the_same(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    nobody = Person(rosa.id, "nobody@people.example", "", frozenset())
    assert await guess(signing_in, nobody, 6) == await guess(signing_in, rosa, 6)


async def test_many_guesses_at_once_do_not_slip_through_together(signing_in: SigningIn, rosa: Person) -> None:
    tries = (signing_in.with_password(rosa.email, f"guess number {n}", AWAY) for n in range(30))
    ended = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(not isinstance(end, TooManyAttempts) for end in ended) == 6


async def test_one_address_that_tries_many_accounts_is_slowed_down(signing_in: SigningIn) -> None:
    for number in range(101):
        await signing_in._attempts.take(*signing_in._counted(f"person{number}@people.example", AWAY))
    with pytest.raises(TooManyAttempts):
        await signing_in.with_password("another@people.example", PASSWORD, AWAY)


async def test_what_was_tried_is_remembered_across_a_restart_and_stands_nowhere_in_clear(
    office: Office, signing_in: SigningIn, rosa: Person
) -> None:
    assert await guess(signing_in, rosa, 6) > 0
    secret, codes = await turned_on(office, rosa)
    await office.desk.db.close()
    await office.desk.db.open()
    with pytest.raises(TooManyAttempts):
        await SigningIn(office.desk, office.people).with_password(rosa.email, PASSWORD, AWAY)
    await office.close()
    written = b"".join(file.read_bytes() for file in office.folder.rglob("*") if file.is_file())
    for clear in (rosa.email, AWAY.address, secret, codes[0], codes[0].replace("-", "")):
        assert clear.encode() not in written


async def test_a_session_ends_with_a_new_password_a_sign_out_everywhere_or_the_account(
    office: Office, rosa: Person
) -> None:
    endings = (
        lambda: office.people.set_password(rosa.email, "another horse battery"),
        lambda: office.people.end_sessions(rosa.email),
        lambda: office.people.disable(rosa.email),
    )
    for end in endings:
        office.clock.pass_time(timedelta(seconds=1))
        since = office.clock.now
        assert await office.people.in_session(rosa.id, since) == rosa
        office.clock.pass_time(timedelta(microseconds=1))
        await end()
        with pytest.raises(Unauthenticated):
            await office.people.in_session(rosa.id, since)
    await office.people.enable(rosa.email)
    with pytest.raises(Unauthenticated):
        await office.people.in_session(rosa.id, since)
    assert await office.people.in_session(rosa.id, office.clock.now) == rosa
