"""What reviewers ask merchants for, and how these answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from cases.access import Person
from cases.information import How
from desk import information, information_answers
from desk.base import DeskBase
from desk.information import ItemAsked


class InformationCommands(DeskBase):
    """What reviewers ask merchants for, and how these answer."""

    async def request_information(
        self,
        person: Person,
        case_id: UUID,
        asked: Sequence[ItemAsked],
        until: date | None = None,
        note: str = "",
    ) -> None:
        """Ask the merchant for several things at once; ``note`` says why to colleagues alone."""
        async with self.case(case_id) as draft:
            information.request_information(draft, person, asked, until, note)

    async def extend_request(self, person: Person, case_id: UUID, until: date) -> None:
        """Give the merchant more time."""
        async with self.case(case_id) as draft:
            information.extend_request(draft, person, until)

    async def withdraw_request(self, person: Person, case_id: UUID, key: str | None = None) -> None:
        """Do without one of the things that were asked for, or without all of them."""
        async with self.case(case_id) as draft:
            information.withdraw_request(draft, person, key)

    async def answer_item(self, person: Person, case_id: UUID, key: str, how: How, text: str = "") -> None:
        """Answer in words what was asked for, or say why there is none."""
        async with self.case(case_id) as draft:
            information_answers.answer_item(draft, person, key, how, text)

    async def remind_of_request(self, case_id: UUID) -> None:
        """Remind the merchant in the conversation of what is open."""
        async with self.case(case_id) as draft:
            information_answers.remind(draft)
