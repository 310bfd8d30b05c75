"""What reviewers and their leads do about whose case it is, and when it rests."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cases.access import Person, Role, require
from cases.assignment import Absence, holder, today
from cases.errors import Conflict
from cases.events.assignment import WakesOn
from desk import assigning, keeping, ledger, snoozing
from desk.absences import require_absence_possible
from desk.base import DeskBase
from desk.review import require_examiner
from storage import watches
from storage.leases import held_by, keep_absence


class AssignmentCommands(DeskBase):
    """What reviewers and their leads do about whose case it is, and when it rests."""

    async def claim(self, person: Person, case_id: UUID) -> None:
        """Take the case on; raises Conflict ``claimed`` while it is somebody else's."""
        async with self.transaction(case_id) as (tx, draft):
            team = await self.log.roster.reviewers(tx)
            assigning.claim(draft, person, {each.id: each.name for each in team})

    async def renew(self, person: Person, case_id: UUID) -> None:
        """Say that the person works on their case in an open window; no event, the lease goes on.

        Raises Conflict ``not_yours`` where it is theirs no more.
        """
        async with self.db.write() as tx:
            draft = await self.load(tx, case_id)
            require_examiner(draft, person)
            if draft.lease is None or holder(draft.record, draft.lease, draft.now) != person.id:
                raise Conflict("This case is not yours any more.", code="not_yours")
            if draft.lease.until is not None:
                until = max(draft.lease.until, keeping.renewed(draft))
                draft.lease = draft.lease._replace(until=until)
                await keeping.keep(tx, draft)

    async def release(self, person: Person, case_id: UUID, reason: str = "") -> None:
        """Give the case back to all."""
        async with self.case(case_id) as draft:
            assigning.release(draft, person, reason)

    async def assign(self, person: Person, case_id: UUID, to: UUID | None = None, reason: str = "") -> str:
        """Give the case to a reviewer, None for who has the fewest open ones; returns whose it is now."""
        async with self.transaction(case_id) as (tx, draft):
            team = await self.log.roster.reviewers(tx)
            return assigning.assign(draft, person, team, to, reason).name

    async def snooze(
        self,
        person: Person,
        case_id: UUID,
        reason: str,
        until: datetime | None = None,
        on: WakesOn | None = None,
    ) -> None:
        """Put the case aside until a time, or until something happens."""
        async with self.case(case_id) as draft:
            snoozing.snooze(draft, person, reason, until, on)

    async def wake(self, person: Person, case_id: UUID) -> None:
        """Take a case up again before its time."""
        async with self.case(case_id) as draft:
            snoozing.wake(draft, person)

    async def set_away(self, person: Person, whose: Person, absence: Absence | None) -> None:
        """Say on which days somebody is out of office, None: on none; their cases fall back at once.

        People say it of themselves, leads of anybody.
        """
        day = today(self.clock(), self.policy)
        async with self.db.write() as tx:
            team = await self.log.roster.reviewers(tx)
            require_absence_possible(person, whose, absence, day, {each.id for each in team})
            await keep_absence(tx, whose.id, absence)
            team = await self.log.roster.reviewers(tx)
            for case_id in await held_by(tx, whose.id):
                draft = await self.load(tx, case_id)
                keeping.fall_back(draft, team)
                await ledger.write(self.log, tx, draft)
        self.bell.ring()

    async def watch(self, person: Person, case_id: UUID) -> None:
        """Have the person told when the state of the case moves; for reviewers and compliance.

        Whoever watches it already has seen it as it is now.
        """
        async with self.db.write() as tx:
            draft = await self.load(tx, case_id)
            require_examiner(draft, person)
            await watches.watch(tx, case_id, person.id, draft.record.moved_seq)

    async def note_seen(self, person: Person, case_id: UUID, seq: int) -> None:
        """Say up to which event the person has seen the case; nothing where they do not watch it."""
        async with self.db.write() as tx:
            await watches.note_seen(tx, case_id, person.id, seq)

    async def unwatch(self, person: Person, case_id: UUID) -> None:
        """Tell the person no more of the case."""
        require(person, Role.REVIEWER, Role.COMPLIANCE)
        async with self.db.write() as tx:
            await watches.unwatch(tx, case_id, person.id)
