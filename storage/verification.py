"""Does the log hold? Walks chains, heads and seals, and names the first event that does not."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from cases.errors import NotFound
from storage.chain import RAW_CASES, RAW_EVENTS, Stored, fetch, scan
from storage.codec import Codec
from storage.database import Database
from storage.errors import DatabaseDamaged, LogDamaged
from storage.seal_lines import BrokenLine, Line, read_lines
from storage.seal_mark import read_mark
from storage.seals import hold_seals, seals_file
from storage.secrets import Keyring
from storage.walk import Finding, Rank, Walk


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found. Where it does not hold, ``problem`` is a sentence for people.

    ``case_id`` and ``seq`` name the first event that does not hold; ``seq`` is None where it is the
    row of a case that was changed, both are None where it is the seals file.
    """

    holds: bool
    cases: int
    events: int
    problem: str | None = None
    case_id: UUID | None = None
    seq: int | None = None


async def verify(db: Database, keyring: Keyring, case_id: UUID | None = None) -> Verification:
    """Check everything, or one case, on a snapshot beside a running server.

    Needs no data key; where one is there it tells more exactly which event was changed. Raises
    ``NotFound`` for a case that neither the log nor the seals know.
    """
    try:
        check = _Check(keyring, None if case_id is None else str(case_id))
        async with AsyncExitStack() as stack:
            # The snapshot begins inside the lock, so file and database tell of the same moment.
            async with hold_seals(db.data_dir):
                conn = await stack.enter_async_context(db.read())
                await check.read_seals(conn, seals_file(db.data_dir))
            await check.read_cases(conn)
            await check.walk_events(conn)
            await check.conclude(conn)
    except DatabaseDamaged as error:
        return Verification(holds=False, cases=0, events=0, problem=str(error))
    if case_id is not None and not (check.cases or check.walks):
        raise NotFound("There is no such case.")
    return check.report()


@dataclass
class _Check:
    keyring: Keyring
    only: str | None
    cases: dict[str, Stored] = field(default_factory=dict[str, Stored])
    walks: dict[str, Walk] = field(default_factory=dict[str, Walk])
    sealed: dict[str, dict[int, str]] = field(default_factory=dict[str, dict[int, str]])
    findings: list[Finding] = field(default_factory=list[Finding])
    events: int = 0
    last_position: int = 0

    def __post_init__(self) -> None:
        self._codec = Codec(self.keyring)

    async def read_seals(self, conn: AsyncConnection, file: Path) -> None:
        """Read the file's lines and compare them with the mark in the database."""
        problem, lines = await asyncio.to_thread(_read_seals, self.keyring, file)
        for line in lines:
            for head in line.heads:
                self.sealed.setdefault(head.case_id, {})[head.seq] = head.hash
        try:
            mark = await read_mark(conn, self.keyring)
        except LogDamaged as error:
            problem = problem or str(error)
        else:
            if mark.n > len(lines):
                problem = problem or f"Line {len(lines) + 1} of the seals file is missing."
            elif mark.n and lines[mark.n - 1].hash != mark.hash:
                problem = problem or f"Line {mark.n} of the seals file is another one than was written."
        if problem:
            self.findings.append(Finding(Rank.SEALS, problem))

    async def read_cases(self, conn: AsyncConnection) -> None:
        """Read the cases' rows, and set out on a walk for each, the removed ones included."""
        async for case in scan(conn, RAW_CASES, "id", self.only, "opened_at, id"):
            self.cases[case["id"]] = case
        for case_id in [*self.cases, *(each for each in self.sealed if self.only in (None, each))]:
            self._walk_of(case_id)

    async def walk_events(self, conn: AsyncConnection) -> None:
        """Walk every chain."""
        async for event in scan(conn, RAW_EVENTS, "case_id", self.only, "case_id, seq, position"):
            self.events += 1
            self.last_position = max(self.last_position, event["position"])
            self._walk_of(event["case_id"]).step(event)

    async def conclude(self, conn: AsyncConnection) -> None:
        """Compare the ends of the walks with the rows, and what is there with what should be."""
        for case_id, walk in self.walks.items():
            case = self.cases.get(case_id)
            if case is None:
                first = Finding(Rank.CASE, f"Case {case_id} was removed, or never was.", case_id, 1)
                self.findings.append(first)
                continue
            holds = self._codec.holds(case)
            walk.arrive(case, holds)
            if walk.disputed and walk.finding is None:
                await self._settle(conn, case, walk, holds)
            if walk.finding is not None:
                self.findings.append(walk.finding)
            elif not holds:
                problem = f"The row of case {case_id} in the table of cases was changed."
                self.findings.append(Finding(Rank.ROW, problem, case_id))
            elif case["sealed_seq"] > max(self.sealed.get(case_id, ()), default=0):
                problem = f"The seals file lacks event {case['sealed_seq']} of case {case_id}."
                self.findings.append(Finding(Rank.SEALS, problem, case_id, case["sealed_seq"]))
        if self.only is None and self.last_position > self.events:
            # Positions have no gaps: somebody removed a case before it was sealed.
            gap = f"{self.last_position - self.events} events were removed with their case."
            self.findings.append(Finding(Rank.ROW, gap))

    def report(self) -> Verification:
        """The most exact finding in words, or that all is well."""
        if not self.findings:
            return Verification(holds=True, cases=len(self.cases), events=self.events)
        first = min(self.findings, key=lambda finding: finding.rank)
        return Verification(
            holds=False,
            cases=len(self.cases),
            events=self.events,
            # What was tampered with may hold anything.
            problem=first.problem.encode("ascii", "backslashreplace").decode(),
            case_id=_read_id(first.case_id),
            seq=first.seq,
        )

    async def _settle(self, conn: AsyncConnection, case: Stored, walk: Walk, holds: bool) -> None:
        """Find where a chain that is sound in itself was written anew: those bodies do not open."""
        if self._codec.opens(case):
            c = RAW_EVENTS.c
            behind = select(RAW_EVENTS).where(c.case_id == case["id"], c.seq > walk.sealed_up_to)
            for event in await fetch(conn, behind.order_by(c.seq)):
                try:
                    self._codec.read_event(event, case["data_key_wrapped"])
                except LogDamaged:
                    walk.stop(event["seq"], "was written by somebody without the key")
                    return
        if holds or walk.breaks_a_seal:
            walk.stop(walk.sealed_up_to + 1, "is not what was sealed")

    def _walk_of(self, case_id: str) -> Walk:
        if case_id not in self.walks:
            self.walks[case_id] = Walk(case_id, self.sealed.get(case_id, {}))
        return self.walks[case_id]


def _read_seals(keyring: Keyring, file: Path) -> tuple[str | None, list[Line]]:
    lines: list[Line] = []
    try:
        for line in read_lines(keyring, file):
            lines.append(line)  # one by one: those before a broken line still say what they say
    except FileNotFoundError:
        return None, lines
    except BrokenLine as error:
        return str(error), lines
    return None, lines


def _read_id(case_id: str | None) -> UUID | None:
    try:
        return None if case_id is None else UUID(case_id)
    except (ValueError, TypeError, AttributeError):
        return None
