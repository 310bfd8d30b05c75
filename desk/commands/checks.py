"""What people find about a merchant beside the team: checks, matches, categories, overrides."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from cases.access import Person
from cases.checks import RiskLevel
from cases.events import Event
from cases.screening import MatchVerdict
from cases.verification import VerificationReport
from desk import categorising, matching, overriding, verifying
from desk.base import DeskBase


class CheckCommands(DeskBase):
    """What people find about a merchant beside the team: checks, matches, categories, overrides."""

    async def confirm_category(
        self, person: Person, case_id: UUID, code: str, reason: str, version: int | None = None
    ) -> None:
        """Say which merchant category code holds, and why."""
        async with self.case(case_id) as draft:
            categorising.confirm_category(draft, person, code, reason, version)

    async def override(
        self,
        person: Person,
        case_id: UUID,
        subject: str,
        reason: str,
        until: date,
        level: RiskLevel | None = None,
        version: int | None = None,
    ) -> None:
        """Override a check or the risk score until the end of a day (UTC)."""
        async with self.case(case_id) as draft:
            overriding.override(draft, person, subject, reason, until, level, version)

    async def withdraw_override(self, person: Person, case_id: UUID, subject: str, reason: str) -> None:
        """Take an override back."""
        async with self.case(case_id) as draft:
            overriding.withdraw_override(draft, person, subject, reason)

    async def resolve_match(
        self,
        person: Person,
        case_id: UUID,
        pair: str,
        verdict: MatchVerdict,
        reason: str,
        confirmation: str = "",
    ) -> None:
        """Say what a potential match on a watch list is."""
        async with self.case(case_id) as draft:
            matching.resolve_match(draft, person, pair, verdict, reason, confirmation)

    async def reopen_match(self, person: Person, case_id: UUID, pair: str, reason: str) -> None:
        """Have a potential match looked at again."""
        async with self.case(case_id) as draft:
            matching.reopen_match(draft, person, pair, reason)

    async def record_check(
        self, person: Person, case_id: UUID, report: VerificationReport, event_id: UUID | None = None
    ) -> Event:
        """Record a check that was made elsewhere; one with a known ``event_id`` was sent twice.

        The team's own checks are recorded in its turns.
        """
        async with self.case(case_id) as draft:
            return verifying.record_verification(draft, person, report, event_id)
