"""The windows that are open: each looks at one case, or at its person's home."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from uuid import UUID

from chainlit.session import WebsocketSession

from cases.languages import Language
from desk.queue.filters import CaseFilter

QUEUE_LENGTH = 100
"""Lines of the queue that a window shows at first."""


WAITING = CaseFilter(part="waiting")


@dataclass(eq=False)
class Seat:
    """One window: who sits there (in a session since when), what it looks at, how far it has been told.

    ``inside``: whether they read the case as staff. ``in_private``: whether they wrote for colleagues at
    first when it was opened. ``wanted`` and ``length``: which cases of the queue it shows at home, and how
    many at most.
    """

    session: WebsocketSession
    person_id: UUID
    since: datetime
    zone: tzinfo
    language: Language = "en"
    country: str | None = None
    case_id: UUID | None = None
    seq: int = 0
    away: bool = False
    inside: bool = False
    in_private: bool = False
    listed: str = ""
    wanted: CaseFilter = WAITING
    length: int = QUEUE_LENGTH
    aliases: dict[UUID, str] = field(default_factory=dict[UUID, str])
    working: str | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    stale: bool = False
    shown: dict[str, Mapping[str, object]] = field(default_factory=dict[str, Mapping[str, object]])
    """What the window was sent of the card, by the elements' ids."""

    @property
    def thread_id(self) -> str:
        """The id of Chainlit's thread in this window."""
        return str(self.session.thread_id)

    async def emit(self, event: str, data: object) -> None:
        """Send something to the window; lost where nobody is there, who is told everything on return."""
        if not self.away:
            await self.session.emit(event, data)  # pyright: ignore[reportGeneralTypeIssues]

    async def show(self, element: Mapping[str, object]) -> None:
        """Send an element that differs from what the window has of it.

        What staff do among themselves sends a merchant nothing, by which they could count it.
        """
        name = str(element["id"])
        if self.shown.get(name) != element and not self.away:
            self.shown[name] = element
            await self.emit("element", element)


class Seats:
    """Every window of this process, by its session."""

    def __init__(self) -> None:
        self._seats: dict[str, Seat] = {}

    def take(
        self,
        session: WebsocketSession,
        person_id: UUID,
        since: datetime,
        zone: tzinfo,
        language: Language,
        country: str | None,
    ) -> Seat:
        """The session's seat, made where it has none; somebody sits there from now on.

        ``country``: the region that the browser asks for.
        """
        seat = self._seats.get(session.id)
        if seat is None or seat.session is not session:
            seat = Seat(session, person_id, since, zone, language, country)
            self._seats[session.id] = seat
        seat.since, seat.away = since, False
        return seat

    def of(self, session_id: str) -> Seat | None:
        """The seat of a session, None where there is none."""
        return self._seats.get(session_id)

    def leave(self, session_id: str) -> Seat | None:
        """Nobody sits there for now."""
        seat = self._seats.get(session_id)
        if seat is not None:
            seat.away = True
        return seat

    def at(self, case_id: UUID | None) -> Iterator[Seat]:
        """The seats, with somebody there, that look at a case (None: at home)."""
        self._forget()
        return (s for s in list(self._seats.values()) if s.case_id == case_id and not s.away)

    def read_up_to(self, person_id: UUID, case_id: UUID) -> int:
        """The last event of the case that a window of the person's was told, also one that just went."""
        theirs = (s for s in self._seats.values() if (s.person_id, s.case_id) == (person_id, case_id))
        return max((seat.seq for seat in theirs), default=0)

    def is_there(self, person_id: UUID, case_id: UUID) -> bool:
        """Whether the person has a window open on the case."""
        return any(seat.person_id == person_id for seat in self.at(case_id))

    def has_merchant(self, case_id: UUID) -> bool:
        """Whether the merchant's side has a window open on the case."""
        return any(not seat.inside for seat in self.at(case_id))

    def _forget(self) -> None:
        """Drop the seats whose sessions Chainlit has ended."""
        ended = [key for key, s in self._seats.items() if WebsocketSession.get_by_id(key) is not s.session]
        for key in ended:
            del self._seats[key]
