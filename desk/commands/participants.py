"""What others on the merchant's side do, and what is done about them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from cases.access import Person
from cases.application import FieldName
from cases.languages import Language
from cases.participants import Part, PersonalField
from desk import participants
from desk.base import DeskBase
from desk.entries import raise_wrong


class ParticipantCommands(DeskBase):
    """What others on the merchant's side do, and what is done about them."""

    async def invite(self, person: Person, case_id: UUID, participant: Person, name: str, part: Part) -> None:
        """Ask somebody else to fill in a part of the application."""
        async with self.case(case_id) as draft:
            participants.invite(draft, person, participant, name, part)

    async def remove_participant(self, person: Person, case_id: UUID, participant: UUID) -> None:
        """Take an invitation back; who was invited sees nothing of the case from then on."""
        async with self.case(case_id) as draft:
            participants.remove(draft, person, participant)

    async def show_part_notice(self, person: Person, case_id: UUID, language: Language) -> None:
        """Record that a participant was shown the notice about their own data."""
        async with self.case(case_id) as draft:
            participants.show_notice(draft, person, language)

    async def fill_part(
        self,
        person: Person,
        case_id: UUID,
        figures: Mapping[FieldName, str],
        details: Mapping[PersonalField, str],
    ) -> None:
        """Record what a participant entered; raises Invalid with ``errors`` for what cannot be used."""
        async with self.case(case_id) as draft:
            wrong = participants.fill(draft, person, figures, details)
        raise_wrong(wrong)

    async def finish_part(self, person: Person, case_id: UUID, language: Language) -> None:
        """A participant declares their part right and done."""
        async with self.case(case_id) as draft:
            participants.finish(draft, person, language)
