"""Others on the merchant's side who fill in a part of their own."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from cases.events.body import EventBody
from cases.languages import Language
from cases.participants import Part


class ParticipantInvited(EventBody):
    """Somebody was asked to fill in their own part; ``person_id`` has an account of its own."""

    kind: Literal["participant.invited"] = "participant.invited"
    person_id: UUID
    name: str
    part: Part


class ParticipantFinished(EventBody):
    """A participant has filled in their own part and declared what stands in the given language's words."""

    kind: Literal["participant.finished"] = "participant.finished"
    person_id: UUID
    declaration: str
    language: Language


class ParticipantRemoved(EventBody):
    """The applicant took an invitation back; what was entered stays with the team."""

    kind: Literal["participant.removed"] = "participant.removed"
    person_id: UUID
