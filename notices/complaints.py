"""The letters about a complaint to whoever made it: that it is here, that the answer is late, or there."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.complaints import Complaint, ComplaintState, Outcome
from cases.errors import Unauthenticated
from desk.complaining import day_in_words
from desk.desk import Desk
from desk.draft import Draft
from desk.people import People
from desk.wordbook import wordbook
from notices.letters import Letter, Mail, harmless


class ComplaintLetters:
    """Writes to the mailbox of a merchant's account how a complaint stands, without anybody's own words."""

    def __init__(self, desk: Desk, people: People, mail: Mail, public_url: str) -> None:
        self._desk = desk
        self._people = people
        self._mail = mail
        self._public_url = public_url

    async def write(self, case_id: UUID) -> None:
        """Write once about each thing that became of each complaint of a case; raises Unavailable."""
        async with self._desk.db.read() as connection:
            draft = await self._desk.load(connection, case_id)
        try:
            person = await self._people.person(draft.record.opened_by)
        except Unauthenticated:
            # Nobody reads the mailbox of a closed account for us.
            return
        url = f"{self._public_url}/chat/case/{case_id}"
        for complaint in draft.record.complaints.values():
            if complaint.outcome is not Outcome.WITHDRAWN:
                letter, key = complaint_letter(draft, complaint, person, url), _news(complaint)
                await self._mail.send(person.email, letter, key=f"complaint:{complaint.id}:{key}")


def complaint_letter(draft: Draft, complaint: Complaint, to: Person, url: str) -> Letter:
    """How a complaint stands, and the way to the conversation, where the words themselves are."""
    words, day = wordbook(draft.record.language), day_in_words(draft, complaint.answer_by)
    return Letter(
        subject=words("complaint.mail_subject", reference=complaint.reference),
        paragraphs=(
            words("letter.hello", name=harmless(to.name).partition(" ")[0]),
            words(f"complaint.{_news(complaint)}", reference=complaint.reference, day=day),
        ),
        language=draft.record.language,
        button=words("letter.welcome_button"),
        url=url,
    )


def _news(complaint: Complaint) -> str:
    """What there is to tell of it, by its name among the words."""
    if complaint.state is not ComplaintState.OPEN:
        return "answered"
    return "late" if complaint.overdue else "received"
