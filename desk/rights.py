"""What a reader of a case gets to see; worked out once for each reading, the same for every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cases.access import Person, Role, reads_as_staff, sees_case, sees_event
from cases.application import Application, FieldName
from cases.errors import NotFound
from cases.events import Event
from cases.record import CaseRecord
from cases.sensitive import FIELD_KINDS, Kind
from desk.labels import IN_CLEAR


@dataclass(frozen=True)
class Reader:
    """A person before one case."""

    person: Person
    record: CaseRecord
    rests: bool = False
    """Whether the case's approval can still be taken back; its merchant does not read of it yet."""

    @property
    def is_staff(self) -> bool:
        """Whether they read it from the inside."""
        return reads_as_staff(self.person, self.record.opened_by)

    @property
    def judges(self) -> bool:
        """Whether they may say what a potential match is: reviewers and compliance, not about their own."""
        others_side = str(self.person.id) in self.record.contributors
        return self.is_staff and not others_side and self.person.has(Role.REVIEWER, Role.COMPLIANCE)

    @property
    def is_merchant(self) -> bool:
        """Whether it is their own."""
        return self.record.opened_by == self.person.id

    @property
    def clear_fields(self) -> frozenset[FieldName]:
        """Sensitive fields that they read whole: not for analysts, who have no one to write to."""
        writes_to_them = self.is_merchant or self.person.has(Role.REVIEWER, Role.COMPLIANCE)
        return IN_CLEAR if writes_to_them else frozenset()

    @property
    def hidden_fields(self) -> frozenset[FieldName]:
        """Fields that they do not read at all: an applicant, what others on their side filled in."""
        return frozenset() if self.is_staff else self.record.entered_by_others

    @property
    def application(self) -> Application:
        """What they read of the application."""
        return self.record.application if self.is_staff else self.record.told

    @property
    def clear_kinds(self) -> frozenset[Kind]:
        """The same as kinds of token."""
        return frozenset(FIELD_KINDS[name] for name in self.clear_fields)

    def sees(self, event: Event) -> bool:
        """Whether the event is for their eyes."""
        return sees_event(self.person, self.record.opened_by, event.audience, event.participant)


def reader(person: Person, record: CaseRecord, now: datetime | None = None) -> Reader:
    """The person as a reader of the case; raises NotFound where they may not know of it."""
    if not sees_case(person, record.opened_by):
        raise NotFound("There is no such case.")
    grant = record.grant
    return Reader(person, record, rests=bool(now and grant and now < grant.not_before))
