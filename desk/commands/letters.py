"""What people do by the link of a letter."""

from __future__ import annotations

from uuid import UUID

from cases.access import Person
from cases.decision import Verdict
from cases.events import DecisionLinkUsed
from desk import review
from desk.base import DeskBase
from desk.draft import author_of
from desk.staleness import saying_what_changed


class LetterCommands(DeskBase):
    """What people do by the link of a letter."""

    async def decide_by_link(self, person: Person, case_id: UUID, link_id: UUID, verdict: Verdict) -> str:
        """Approve or decline as anywhere else, and use the link up with it; Conflict ``link_used``."""
        async with self.case(case_id) as draft:
            with saying_what_changed(draft, person, verdict.version):
                outcome = review.decide(draft, person, verdict)
            draft.add(DecisionLinkUsed(link_id=link_id), author_of(person, draft.record))
            return outcome
