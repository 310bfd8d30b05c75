"""Who notes an own view before they read what is recommended (``policy.own_view``)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.access import Person, Role, reads_as_staff
from cases.overrides import effective_level
from cases.own_view import OwnView
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import UNDER_REVIEW


def view_of(record: CaseRecord, person_id: UUID) -> OwnView | None:
    """The person's view of the version as it is now."""
    noted = record.views.get(person_id)
    return noted if noted is not None and noted.version == record.version else None


def may_note_view(record: CaseRecord, person: Person) -> bool:
    """Whether the person could decide on the case, and so has a view of it that counts."""
    is_outsider = reads_as_staff(person, record.opened_by) and str(person.id) not in record.contributors
    return is_outsider and person.has(Role.REVIEWER) and record.state in UNDER_REVIEW


def asks_view(record: CaseRecord, policy: Policy, now: datetime) -> bool:
    """Whether whoever decides on the case notes an own view first.

    The level counts as scored and as overridden: an override spares nobody a view of their own.
    """
    scored = record.scorecard.level if record.scorecard else None
    return not {scored, effective_level(record, now)}.isdisjoint(policy.own_view.levels)


def owes_view(record: CaseRecord, policy: Policy, person: Person, now: datetime) -> bool:
    """Whether what is recommended is kept from the person until they have noted their own view."""
    owes = asks_view(record, policy, now) and may_note_view(record, person)
    return owes and view_of(record, person.id) is None
