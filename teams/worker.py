"""Starts the work that the desk wrote down, as durable workflows, and sweeps up what was left."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

import structlog
from dbos import DBOS, SetWorkflowID
from dbos import error as dbos_error

from cases.errors import OnboardError
from desk import rescreening
from desk.desk import Desk
from desk.tending import tend_due
from desk.work import WorkItem, expire_due, fail, finish, item, pending, postpone
from teams.group import RunFailed
from teams.team import Team
from teams.workflows import do_work, launch, shut_down

LOOK_EVERY = 0.5
"""Seconds between looks for work that other processes wrote; our own commits ring the bell."""

CLOCK_EVERY = 3600.0
"""Seconds between looks for cases whose merchant has not answered in time."""

PATIENCE = 5
"""Seconds that running work is given to end when the process stops."""

TENDED_EVERY = 10.0
"""Seconds between looks for cases whose time has come: a lease ends, one wakes, a review is late."""

LISTS_EVERY = 60.0
"""Seconds between looks for watch lists that have changed, here or by another process."""

Job = Callable[[UUID], Awaitable[object]]
"""What is done about a case; where it returns a time, it is to be done again then."""

log = structlog.get_logger(__name__)


class Worker:
    """Runs the team for every case that has work, one run at a time for a case."""

    def __init__(self, desk: Desk, team: Team, data_dir: Path, letters: Mapping[str, Job]) -> None:
        """``letters``: what writes to the merchant of a case, by the kind of work."""
        self._desk = desk
        self._team = team
        self._letters = letters
        self._database = data_dir / "dbos.db"
        self._locks: defaultdict[UUID, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._started: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []

    @property
    def is_running(self) -> bool:
        """Whether work is being looked for."""
        return bool(self._loops) and not any(loop.done() for loop in self._loops)

    @property
    def active(self) -> int:
        """How many items of work are under way."""
        return len(self._started)

    async def start(self) -> None:
        """Launch DBOS and begin to look for work; everything that an earlier process left included."""
        launch(self._database, self._do)
        self._loops = [
            asyncio.create_task(self._dispatch(), name="dispatch"),
            asyncio.create_task(self._watch_the_clock(), name="clock"),
            asyncio.create_task(self._watch_the_lists(), name="lists"),
            asyncio.create_task(self._tend(), name="tending"),
        ]

    async def stop(self) -> None:
        """Stop looking, let what runs come to its end for a moment, and go."""
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        self._loops.clear()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(shut_down, 0)

    async def _dispatch(self) -> None:
        while True:
            try:
                await self._start_due()
            except OnboardError as error:
                log.error("work_not_read", reason=error.code)
            await self._desk.bell.wait(LOOK_EVERY)

    async def _start_due(self) -> None:
        for due in await pending(self._desk):
            workflow_id = f"{due.key}:{due.attempt}"
            if workflow_id not in self._started:
                self._started.add(workflow_id)
                task = asyncio.create_task(self._follow(due, workflow_id))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _follow(self, due: WorkItem, workflow_id: str) -> None:
        """Start the workflow, or join it where it was recovered, and see that its work got done."""
        try:
            with SetWorkflowID(workflow_id):
                handle = await DBOS.start_workflow_async(do_work, due.id)
            await handle.get_result()
        except (dbos_error.DBOSException, RuntimeError) as error:
            log.error("workflow_broke", reason=type(error).__name__, kind=due.kind)
        finally:
            self._started.discard(workflow_id)
        await self._retry_if_left(due)

    async def _retry_if_left(self, due: WorkItem) -> None:
        """A workflow may have ended, here or before a crash, without its work being done."""
        left = await item(self._desk, due.id)
        if left is not None and left.attempt == due.attempt:
            await fail(self._desk, left, "WorkflowEnded")

    async def _do(self, item_id: int) -> str:
        """Do one item; never raises for what may be mended by trying again later."""
        due = await item(self._desk, item_id)
        if due is None:
            return "done before"
        async with self._locks[due.case_id]:
            try:
                again = await self._run(due)
            except (RunFailed, OnboardError) as error:
                reason = error.code if isinstance(error, OnboardError) else str(error)
                log.warning("run_failed", kind=due.kind, reason=reason, attempt=due.attempt + 1)
                await fail(self._desk, due, reason)
                return "postponed"
            if isinstance(again, datetime):
                await postpone(self._desk, due, again)
                return "postponed"
            await finish(self._desk, due)
        return "done"

    async def _run(self, due: WorkItem) -> object:
        jobs: dict[str, Job] = {
            "turn": self._team.answer,
            "recheck": self._team.recheck,
            "reassess": self._team.reassess,
            "rescreen": self._team.rescreen,
            "provision": self._team.provision,
            "undo": self._team.undo,
            "review_date": self._desk.note_review_due,
            **self._letters,
            "hand_back": self._desk.hand_back_abandoned,
            "complaints": self._desk.note_overdue_complaints,
        }
        return await jobs[due.kind](due.case_id)

    async def _watch_the_clock(self) -> None:
        while True:
            try:
                await expire_due(self._desk)
            except OnboardError as error:
                log.error("clock_not_read", reason=error.code)
            await asyncio.sleep(CLOCK_EVERY)

    async def _tend(self) -> None:
        while True:
            try:
                await tend_due(self._desk)
            except OnboardError as error:
                log.error("cases_not_tended", reason=error.code)
            await asyncio.sleep(TENDED_EVERY)

    async def _watch_the_lists(self) -> None:
        while True:
            try:
                if due := await rescreening.schedule(self._desk):
                    log.info("screened_again", cases=due)
            except OnboardError as error:
                log.error("lists_not_read", reason=error.code)
            await asyncio.sleep(LISTS_EVERY)
