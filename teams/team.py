"""The team's jobs: answer and check, provision, undo, check again. Each may be begun again at any time."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from uuid import UUID

from agents.models import Models
from agents.prompt_file import Prompt
from agents.roster import check_models
from cases.events import MessageSaid
from cases.record import CaseRecord
from cases.requirements import outstanding
from cases.states import State
from desk import checking, provisioning
from desk.desk import Desk
from desk.draft import DESK, Draft
from desk.turn import Turn, TurnStale
from teams.group import Choose, RunFailed, Usage, converse
from teams.speakers import CHECKERS, is_checked, next_speaker
from tools.provisioning import run_step, undo
from tools.reassessment import reassess
from tools.rescreening import rescreen

LONGEST_RUN = 900.0
"""Seconds that one run may take; a model that hangs is left, and the run is tried again."""

MOST_RUNS = 12
"""Runs in a row on one case before it is left for later: a case that moves all the time."""


class Team:
    """The agents and what they need; holds nothing of any case."""

    def __init__(self, desk: Desk, prompts: dict[str, Prompt], models: Models) -> None:
        """Raises ModelConfigError where a prompt names a model that there is not."""
        check_models(prompts, models)
        self._desk = desk
        self._prompts = prompts
        self._models = models

    async def answer(self, case_id: UUID) -> Usage:
        """Read what is unread, ask or check, until the case waits for a person.

        Raises RunFailed where an agent or its model failed; what was committed before stays.
        """
        usage = Usage()
        for _ in range(MOST_RUNS):
            await self._send_back_if_incomplete(case_id)
            try:
                usage = usage.plus(await self._converse(case_id, self._choose))
            except TurnStale:
                continue
            if not await self._conclude(case_id) and await self._rests(case_id):
                return usage
        raise RunFailed("the case did not come to rest")

    async def provision(self, case_id: UUID) -> None:
        """Make the account under the grant: the reviewer's decision is spoken, the provisioner acts.

        What the merchant wrote before is read first: a change of theirs voids the grant.
        """
        await self.answer(case_id)
        if not _may_provision((await self._read(case_id)).record):
            return
        await self._converse(case_id, _choose_provisioning)
        turn = Turn(self._desk, case_id, "provisioner")
        await turn.begin()
        while _may_provision(turn.record) and (step := provisioning.next_step(turn.draft)):
            # The agent stopped half-way; what a person has granted is done all the same.
            await run_step(turn, step)

    async def undo(self, case_id: UUID) -> None:
        """Undo a set-up that was given up; the case returns to its reviewers."""
        turn = Turn(self._desk, case_id, "provisioner")
        await turn.begin()
        if turn.record.state is State.PROVISIONING_FAILED:
            await undo(turn)

    async def recheck(self, case_id: UUID) -> None:
        """Begin the checks again that could not be made."""
        async with self._desk.case(case_id) as draft:
            checking.recheck(draft)

    async def reassess(self, case_id: UUID) -> None:
        """Work out again what follows from the checks, after a person has changed one."""
        async with self._desk.case(case_id) as draft:
            reassess(draft)

    async def rescreen(self, case_id: UUID) -> None:
        """Screen the case again, since a list has changed."""
        await rescreen(self._desk, case_id)

    def _choose(self, record: CaseRecord, spoken: Sequence[str]) -> str | None:
        del spoken
        speaker = next_speaker(record)
        if speaker in CHECKERS[1:] and outstanding(record, self._desk.policy):
            # What was just read may have left something owed: the case goes back first.
            return None
        return speaker

    async def _converse(self, case_id: UUID, choose: Choose) -> Usage:
        try:
            async with asyncio.timeout(LONGEST_RUN):
                return await converse(self._desk, self._prompts, self._models, case_id, choose)
        except TimeoutError:
            raise RunFailed("TimeoutError") from None

    async def _send_back_if_incomplete(self, case_id: UUID) -> None:
        if not _is_incomplete(await self._read(case_id)):
            return
        async with self._desk.case(case_id) as draft:
            checking.send_back_incomplete(draft, DESK)

    async def _conclude(self, case_id: UUID) -> bool:
        if not is_checked((await self._read(case_id)).record):
            return False
        async with self._desk.case(case_id) as draft:
            if is_checked(draft.record):
                checking.conclude(draft)
        return True

    async def _rests(self, case_id: UUID) -> bool:
        return next_speaker((await self._read(case_id)).record) is None

    async def _read(self, case_id: UUID) -> Draft:
        async with self._desk.db.read() as connection:
            return await self._desk.load(connection, case_id)


def _choose_provisioning(record: CaseRecord, spoken: Sequence[str]) -> str | None:
    """First the reviewer, then the provisioner, once each."""
    if not _may_provision(record):
        return None
    return next((name for name in ("reviewer", "provisioner") if name not in spoken), None)


def _is_incomplete(draft: Draft) -> bool:
    """Whether a submitted case owes something, all that its merchant said considered."""
    record = draft.record
    said = (e for e in draft.events[record.read_up_to :] if isinstance(e.body, MessageSaid))
    unread = any(event.actor == str(record.opened_by) for event in said)
    return record.state is State.CHECKING and not unread and bool(outstanding(record, draft.policy))


def _may_provision(record: CaseRecord) -> bool:
    return record.grant is not None and record.state in (State.APPROVED, State.PROVISIONING)
