"""Overriding a check or the risk score, for a reason and a time, and taking that back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from cases.access import Person
from cases.checks import RiskLevel
from cases.decision import Override
from cases.errors import Conflict, Invalid
from cases.events import OverrideRecorded, OverrideWithdrawn
from cases.overrides import kept_from_overriding, override_of, what_was_found
from cases.policy.section import RISK
from cases.states import UNDER_REVIEW
from desk.draft import Author, Draft
from desk.matching import reason_of
from desk.override_views import subject_label
from desk.review import require_examiner, require_version


def override(
    draft: Draft,
    person: Person,
    subject: str,
    reason: str,
    until: date,
    level: RiskLevel | None = None,
    version: int | None = None,
) -> None:
    """Override a check (by its key) or the risk (``risk``, to a ``level``) until the end of a day (UTC).

    What was found stays on record. Raises Forbidden for one's own application; Conflict ``not_in_review``,
    ``stale_version``, ``never_overridden``, ``check_holds`` or ``same_level``; Invalid ``no_such_check``,
    ``level_needed``, ``level_not_possible``, ``expiry_not_possible``, ``reason_needed`` or ``too_long``.
    """
    author = _reviewing(draft, person)
    require_version(draft, version)
    _require_overridable(draft, subject)
    _require_level(draft, subject, level)
    why = reason_of(draft, reason)
    made = Override(
        subject=subject,
        level=level,
        reason=why.text,
        by=person.id,
        by_name=person.name,
        at=draft.now,
        expires_at=_end_of(draft, until),
        version=draft.record.version,
        found=what_was_found(draft.record, subject) or "",
    )
    draft.add(OverrideRecorded(override=made, secrets=why.secrets), author)
    draft.enqueue("reassess")


def withdraw_override(draft: Draft, person: Person, subject: str, reason: str) -> None:
    """Take an override back that is in force; raises Conflict ``not_overridden`` where none is."""
    author = _reviewing(draft, person)
    if override_of(draft.record, subject, draft.now) is None:
        raise Conflict("No override of this is in force.", code="not_overridden")
    why = reason_of(draft, reason)
    draft.add(OverrideWithdrawn(subject=subject, reason=why.text, secrets=why.secrets), author)
    draft.enqueue("reassess")


def _reviewing(draft: Draft, person: Person) -> Author:
    author = require_examiner(draft, person)
    draft.require_state(UNDER_REVIEW, code="not_in_review", message="The case is not in review.")
    return author


def _require_overridable(draft: Draft, subject: str) -> None:
    check = draft.record.checks.get(subject)
    if subject in kept_from_overriding(draft.record, draft.policy):
        raise Conflict(f"{subject_label(subject)}: nobody may override this.", code="never_overridden")
    if check is None and not (subject == RISK and draft.record.scorecard):
        raise Invalid("There is no check of this name in the case.", code="no_such_check")
    if check is not None and check.holds:
        raise Conflict(f"{check.reason} There is nothing to override.", code="check_holds")


def _require_level(draft: Draft, subject: str, level: RiskLevel | None) -> None:
    if subject != RISK and level is not None:
        raise Invalid("Only the risk is overridden to a level.", code="level_not_possible")
    if subject == RISK and level is None:
        raise Invalid("Please say which level of risk holds instead.", code="level_needed")
    card = draft.record.scorecard
    if card is not None and card.level == level:
        raise Conflict(f"The score says {level} risk already.", code="same_level")


def _end_of(draft: Draft, until: date) -> datetime:
    today = draft.now.date()
    latest = today + timedelta(days=draft.policy.overrides.longest_days)
    if not today <= until <= latest:
        raise Invalid(
            f"An override lasts until a day between {today} and {latest}.", code="expiry_not_possible"
        )
    return datetime.combine(until, time.max, UTC)
