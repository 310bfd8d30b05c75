"""One agent's turn: everything it does is written at once when it ends, or not at all (design, rule 4)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from cases.access import Audience
from cases.errors import Conflict
from cases.events import (
    CallLogged,
    CaseAssigned,
    CaseClaimed,
    CaseEscalated,
    CaseReleased,
    CaseSnoozed,
    CaseWoken,
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintMade,
    ComplaintOverdue,
    ComplaintTaken,
    Event,
    LetterSent,
    MessageSaid,
    NoteWritten,
    PersonJoined,
    PersonLeft,
    ReviewOverdue,
    ReviewWarned,
    StepRecorded,
    TeamAnswered,
    TeamAsked,
    TurnFailed,
)
from cases.record import CaseRecord
from desk import ledger
from desk.desk import Desk
from desk.draft import Draft, agent


class TurnStale(Conflict):
    """The case moved under the turn; what it drafted is dropped and the turn is taken again."""

    code = "turn_stale"


class Turn:
    """An agent's hand on a case. The tools draft with it; ``commit`` writes.

    ``phrases``: the wordings that its developers gave the agent, blanks open.
    """

    def __init__(self, desk: Desk, case_id: UUID, agent_name: str) -> None:
        self.desk = desk
        self.case_id = case_id
        self.author = agent(agent_name)
        self.phrases: tuple[str, ...] = ()
        self.is_stale = False
        self._draft: Draft | None = None

    @property
    def draft(self) -> Draft:
        """What the turn is about to write, on top of the case as it was when the turn began."""
        if self._draft is None:
            raise RuntimeError("the turn has not begun")
        return self._draft

    @property
    def record(self) -> CaseRecord:
        """The case as it will be once the turn is written."""
        return self.draft.record

    async def begin(self) -> None:
        """Read the case afresh; anything drafted and not written is dropped."""
        async with self.desk.db.read() as connection:
            self._draft = await self.desk.load(connection, self.case_id)

    async def commit(self) -> None:
        """Write what was drafted and go on from there; raises TurnStale where the case has moved.

        What people said meanwhile is kept: the additions go behind it and it is read next.
        """
        drafted = self.draft
        async with self.desk.db.write() as tx:
            current = await self.desk.load(tx, self.case_id)
            since = current.events[drafted.base :]
            if _moved(since) or _interrupts(current.record, drafted.new):
                self.is_stale = True
                raise TurnStale("The case has moved on; the turn is taken again.")
            merged = current.extended_by(drafted)
            await ledger.write(self.desk.log, tx, merged)
        self.desk.bell.ring()
        merged.settle()
        self._draft = merged


_TALK = (
    *(MessageSaid, LetterSent, PersonJoined, PersonLeft, NoteWritten, CallLogged, TurnFailed),
    *(TeamAsked, TeamAnswered),
    *(CaseClaimed, CaseReleased, CaseAssigned, CaseSnoozed, CaseWoken),
    *(ReviewWarned, ReviewOverdue, CaseEscalated),
    *(ComplaintMade, ComplaintTaken, ComplaintAnswered, ComplaintOverdue, ComplaintClosed),
)
"""What may happen beside a turn: nothing that an agent does rests on it."""


def _moved(since: Sequence[Event]) -> bool:
    """Whether anything but talk happened since the turn began, another process's same turn included."""
    return any(not isinstance(event.body, _TALK) for event in since)


def _interrupts(record: CaseRecord, drafted: Sequence[Event]) -> bool:
    """Whether a turn would speak to a merchant whom a person answers; of a set-up they are told."""
    if record.taken_over is None or any(isinstance(event.body, StepRecorded) for event in drafted):
        return False
    return any(
        isinstance(event.body, MessageSaid) and event.audience is Audience.EVERYONE for event in drafted
    )
