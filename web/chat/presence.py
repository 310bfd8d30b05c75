"""Who is in a conversation: announced when they come, and when they have stayed away for a while."""

from __future__ import annotations

import asyncio
from uuid import UUID

import structlog

from cases.access import Person
from cases.errors import OnboardError
from web.chat.context import current
from web.chat.seats import Seats

log = structlog.get_logger(__name__)

PATIENCE = 15.0
"""Seconds for which somebody may be away (a reload, a tunnel) without having left."""


class Presence:
    """Comings and goings; Chainlit reports every lost connection as an end, which it is not."""

    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self._here: set[tuple[UUID, UUID]] = set()
        self._leaving: dict[tuple[UUID, UUID], asyncio.Task[None]] = {}
        self._reconciled: set[UUID] = set()

    async def enter(self, person: Person, case_id: UUID) -> None:
        """Announce a reviewer who was not there yet; merchants and readers come unannounced."""
        await self._reconcile(case_id)
        key = (person.id, case_id)
        leaving = self._leaving.pop(key, None)
        if leaving is not None:
            leaving.cancel()
        if person.is_staff and key not in self._here:
            self._here.add(key)
            try:
                await current().desk.join(person, case_id)
            except OnboardError as error:
                self._here.discard(key)
                log.warning("join_not_announced", code=error.code, reason=str(error))

    async def _reconcile(self, case_id: UUID) -> None:
        """Once for each case: whoever a killed process left behind as present has gone."""
        if case_id in self._reconciled:
            return
        self._reconciled.add(case_id)
        here = {person_id for person_id, there in self._here if there == case_id}
        try:
            await current().desk.leave_absent(case_id, here)
        except OnboardError as error:
            log.warning("leave_not_announced", code=error.code, reason=str(error))

    def left(self, person_id: UUID, case_id: UUID) -> None:
        """A window of the person's is gone; announce it unless they come back."""
        key = (person_id, case_id)
        if key in self._here and key not in self._leaving:
            self._leaving[key] = asyncio.create_task(self._leave_late(key, self._seats.read_up_to(*key)))

    async def stop(self) -> None:
        """Announce everybody's leaving at once."""
        for task in self._leaving.values():
            task.cancel()
        self._leaving.clear()
        for key in list(self._here):
            await self._leave(key, self._seats.read_up_to(*key))

    async def _leave_late(self, key: tuple[UUID, UUID], seq: int) -> None:
        await asyncio.sleep(PATIENCE)
        self._leaving.pop(key, None)
        if not self._seats.is_there(*key):
            await self._leave(key, seq)

    async def _leave(self, key: tuple[UUID, UUID], seq: int) -> None:
        self._here.discard(key)
        person_id, case_id = key
        try:
            # Also of somebody whose account was shut meanwhile.
            account = await current().people.account(person_id)
            await current().desk.leave(account.person, case_id)
            if seq:
                await current().desk.note_look(account.person, case_id, seq)
        except OnboardError as error:
            log.warning("leave_not_announced", code=error.code, reason=str(error))
