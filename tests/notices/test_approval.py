"""The letter that asks for a decision: what it says, what it keeps to itself, and its link."""

from __future__ import annotations

import re
from email.message import EmailMessage

from sqlalchemy import select

from cases.decision import Verdict
from cases.policy import Policy
from cases.policy.calendar import Calendar
from cases.policy.letters import ApprovalLetters
from desk.delivering import PAUSES
from storage.tables import decision_links
from tests.desk.cast import STAFF_ONLY
from tests.desk.office import Office
from tests.letters import letters_to, text_of
from tests.notices.mail_server import Reply, mail_server
from tests.notices.partners import HOST, Partners

OFFICE_HOURS = Calendar(zone="Europe/London", open={"monday": "09:00-17:00", "tuesday": "09:00-17:00"})


def policy(office: Office, **changes: object) -> Policy:
    return office.desk.policy.model_copy(update=changes)


def html_of(letter: EmailMessage) -> str:
    body = letter.get_body(("html",))
    assert body is not None
    return str(body.get_content())


async def asking(office: Office) -> EmailMessage:
    await office.in_review()
    await Partners(office).deliver()
    [letter] = letters_to(office.folder, office.reviewer.email)
    return letter


async def test_it_says_risk_recommendation_checks_and_until_when_in_text_and_html(office: Office) -> None:
    deadlines = office.desk.policy.deadlines.model_copy(update={"review_hours": {"low": 4}})
    office.desk.policy = policy(office, calendar=OFFICE_HOURS, deadlines=deadlines)
    letter = await asking(office)
    for body in (text_of(letter), html_of(letter)):
        assert "Low risk · 0.73 of 1, higher is safer" in body
        assert "Approve" in body
        assert re.search(r"Holds: .*Business address.*Who is behind it", body)
        assert "Tuesday 4 March, 13:30 (Europe/London)" in body
        assert re.search(rf"{HOST}/decide/[\w-]+\.[\w-]+", body)
    assert letter["Auto-Submitted"] == "auto-generated"


async def test_it_holds_nothing_personal_unless_the_policy_says_so(office: Office) -> None:
    letter = await asking(office)
    whole = f"{letter['Subject']} {text_of(letter)} {html_of(letter)}"
    for personal in ("Harbour Books", "Mona", "mona@", "High Street", "BL-2231", STAFF_ONLY):
        assert personal not in whole


async def test_where_the_policy_says_so_it_names_the_merchant_and_what_was_found(office: Office) -> None:
    office.desk.policy = policy(office, approval_letters=ApprovalLetters(personal_data=True))
    letter = await asking(office)
    assert "Harbour Books" in str(letter["Subject"])
    assert STAFF_ONLY in text_of(letter)


async def test_each_reader_gets_a_link_of_their_own(office: Office) -> None:
    await asking(office)
    [first] = letters_to(office.folder, office.reviewer.email)
    [second] = letters_to(office.folder, office.second.email)
    assert link_in(first) != link_in(second)


async def test_a_letter_that_goes_out_again_is_the_same_letter_with_the_same_link(office: Office) -> None:
    async with mail_server(Reply("451 later"), Reply()) as server:
        partners = Partners(office, smtp_url=server.url, approvers=[office.reviewer.email])
        await office.in_review()
        await partners.deliver()
        made = await links(office)
        office.clock.pass_time(PAUSES[0] * 1.25)
        await partners.deliver()
    assert (len(made), await links(office)) == (1, made)


async def links(office: Office) -> list[str]:
    async with office.desk.db.read() as connection:
        return [str(found) for found in (await connection.execute(select(decision_links.c.id))).scalars()]


async def test_what_the_second_of_two_is_asked_says_so(office: Office) -> None:
    office.desk.policy = policy(office, second_approval=("low", "medium", "high"))
    case_id = await office.in_review()
    await office.desk.decide(office.reviewer, case_id, Verdict(approved=True))
    partners = Partners(office)
    await partners.deliver()
    subjects = [str(letter["Subject"]) for letter in letters_to(office.folder, office.second.email)]
    assert f"Case {str(case_id)[:8]} waits for a second approval" in subjects


def link_in(letter: EmailMessage) -> str:
    found = re.search(r"/decide/[\w.-]+", text_of(letter))
    assert found is not None
    return found[0]
