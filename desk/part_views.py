"""What participants see of a case, their own part, and what who invited them sees: done or not done."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_date
from pydantic import BaseModel, ConfigDict

from cases.access import Person
from cases.application import FieldName
from cases.errors import NotFound
from cases.languages import Language
from cases.participants import Part, PersonalField, subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import OPEN_FOR_FACTS
from desk.participants import MOST, details_of, entered_by, figures_of, participant_of


class PartView(BaseModel):
    """A participant's own part. Of the case it says the business's name and who asks, nothing else.

    ``entered`` names what they filled in themselves; no value is shown again, not even to them.
    """

    model_config = ConfigDict(frozen=True)

    case_id: UUID
    business: str | None
    asked_by: str
    part: Part
    name: str
    details: tuple[PersonalField, ...]
    figures: tuple[FieldName, ...]
    entered: frozenset[str]
    notice_version: str
    notice_shown: bool
    finished: bool
    open: bool


class Helper(BaseModel):
    """Somebody who was invited, as the applicant sees them. ``since``: the day, in their words."""

    model_config = ConfigDict(frozen=True)

    person_id: UUID
    name: str
    part: Part
    since: str
    done: bool


class Helpers(BaseModel):
    """Everybody who was invited. ``owners``: named owners who could be, the applicant left out."""

    model_config = ConfigDict(frozen=True)

    case_id: UUID
    language: Language
    invited: tuple[Helper, ...]
    owners: tuple[str, ...]
    open: bool
    may_invite: bool


def view_part(record: CaseRecord, person: Person, policy: Policy, asked_by: str) -> PartView:
    """The person's own part; raises NotFound for everybody who has none in this case."""
    participant = participant_of(record, person)
    return PartView(
        case_id=record.id,
        business=record.application.merchant_name,
        asked_by=asked_by,
        part=participant.part,
        name=participant.name,
        details=details_of(record, participant, policy),
        figures=figures_of(participant.part),
        entered=entered_by(record, person.id),
        notice_version=policy.notice.version,
        notice_shown=participant.notice == policy.notice.version,
        finished=participant.finished_at is not None,
        open=record.state in OPEN_FOR_FACTS,
    )


def view_helpers(record: CaseRecord, person: Person) -> Helpers:
    """Whom the applicant invited; raises NotFound for everybody else."""
    if record.opened_by != person.id:
        raise NotFound("There is no such case.")
    invited = record.participants.values()
    known = {subject_of(participant.name) for participant in invited} | {subject_of(person.name)}
    names = (owner.name for owner in record.told.owners or ())
    is_open = record.state in OPEN_FOR_FACTS
    return Helpers(
        case_id=record.id,
        language=record.language,
        invited=tuple(
            Helper(
                person_id=participant.person_id,
                name=participant.name,
                part=participant.part,
                since=_day(record, participant.invited_at),
                done=participant.finished_at is not None,
            )
            for participant in invited
        ),
        owners=tuple(name for name in names if subject_of(name) not in known),
        open=is_open,
        may_invite=is_open and len(invited) < MOST,
    )


def _day(record: CaseRecord, at: datetime) -> str:
    there = at.astimezone(ZoneInfo(record.time_zone or "UTC"))
    return format_date(there, "medium", locale=record.language)
