"""Tells every open window what is new, each with the rights that its own person has right then."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID, uuid5

import structlog

from cases.access import Person, Role
from cases.errors import NotFound, OnboardError, Unauthenticated
from desk.card import Card
from desk.event_view import EventView
from desk.wordbook import wordbook
from web.chat.asides import audiences, begins_in_private, choices
from web.chat.context import current
from web.chat.elements import ElementJson, anchor, card_elements, composer_elements, queue_elements
from web.chat.presence import Presence
from web.chat.seats import Seat, Seats
from web.chat.steps import STATES, UNNAMED, StepJson, StepWriter
from web.chat.wording import escape
from web.failures import describe

log = structlog.get_logger(__name__)

SLOW = timedelta(seconds=90)
"""After this long without an answer a window stops saying that one is being written."""

_WELCOME = """**Onboard**

Hello {name}. What is due first comes first; new applications appear by themselves."""

PAUSE = 0.3
"""Seconds between two looks at the queue: many changes make one."""

AGAIN = 1.0
"""Seconds until the feed is tried again when the storage cannot be read."""


class Room:
    """The windows of this process, and the one task that follows the log for them."""

    def __init__(self) -> None:
        self.seats = Seats()
        self.presence = Presence(self.seats)
        self.root = ""
        self._following: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._queue_due = False

    # -- windows come and go ----------------------------------------------------------------------

    async def open_case(self, seat: Seat, person: Person, case_id: UUID) -> None:
        """Let a window look at a case: the whole conversation and its card, in one piece."""
        await self.follow()
        async with seat.lock:
            seat.case_id, seat.seq, seat.working, seat.inside = case_id, 0, None, person.is_staff
            events = await self._new_events(seat, person)
            card = await current().views.card(person, case_id)
            seat.listed, seat.inside = title_of(card), card.own is None
            seat.language = card.own.language if card.own else seat.language
            seat.in_private = begins_in_private(person, card, events)
            elements = await self._elements(seat, person, card)
            thread: dict[str, object] = {
                "id": seat.thread_id,
                "name": card.name,
                "metadata": {},
                "steps": [anchor(seat), *self._written(seat, person, events)],
                "elements": elements,
            }
            await seat.emit("resume_thread", thread)
            seat.shown = {str(element["id"]): element for element in elements}
            await seat.emit("set_commands", choices(person, card, in_private=seat.in_private))
            await self._keep_working(seat, person, card, events)
            await self._note_seen(seat, person, card, events)
        await self.presence.enter(person, case_id)
        self._tell_of_merchant(seat)

    async def open_home(self, seat: Seat, person: Person) -> None:
        """Let a window of staff look at the queue."""
        await self.follow()
        seat.case_id, seat.shown = None, {}
        await seat.emit("new_message", anchor(seat, _WELCOME.format(name=escape(person.name))))
        await self._show_queue(seat, person)

    async def leave(self, session_id: str) -> None:
        """A window lost its connection; whoever sat there has left unless they come back soon."""
        seat = self.seats.leave(session_id)
        if seat is not None and seat.case_id is not None:
            self.presence.left(seat.person_id, seat.case_id)
            self._tell_of_merchant(seat)

    async def follow(self) -> None:
        """Follow the log, if nobody does yet: whatever is written after this returns is not missed."""
        if self._following is None or self._following.done():
            position = await current().feed.last_position()
            if self._following is None or self._following.done():
                self._following = asyncio.create_task(self._follow(position), name="chat")

    async def stop(self) -> None:
        """End the following, and say of those who are still there that they left."""
        tasks = [*self._tasks, *([self._following] if self._following else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.presence.stop()

    # -- what is new --------------------------------------------------------------------------------

    async def refresh(self, seat: Seat) -> None:
        """Tell one window everything that it has not been told yet."""
        try:
            person = await current().people.in_session(seat.person_id, seat.since)
            if seat.case_id is None:
                await self._show_queue(seat, person)
            else:
                await self._show_case(seat, person)
        except (Unauthenticated, NotFound):
            await seat.emit("call_fn", {"name": "onboard.go", "args": {"to": f"{self.root}/login"}})
            await self.leave(seat.session.id)
        except OnboardError as error:
            log.warning("window_not_told", code=error.code, reason=str(error))

    async def _follow(self, position: int) -> None:
        while True:
            try:
                async for change in current().feed.changes(position):
                    position = change.position
                    self.wake(change.case_id)
            except OnboardError as error:
                log.warning("feed_interrupted", code=error.code, reason=str(error))
                await asyncio.sleep(AGAIN)

    def _tell_of_merchant(self, seat: Seat) -> None:
        """Show the staff in a case that its merchant came or went: no event, only what is seen just now."""
        if not seat.inside:
            for other in self.seats.at(seat.case_id):
                if other.inside:
                    self._wake(other)

    def wake(self, case_id: UUID) -> None:
        """Bring the windows onto a case, and the homes, up to date."""
        for seat in self.seats.at(case_id):
            self._wake(seat)
        self._wake_homes()

    def _wake(self, seat: Seat) -> None:
        if not seat.stale:
            seat.stale = True
            self.soon(self._bring_up_to_date(seat))

    async def _bring_up_to_date(self, seat: Seat) -> None:
        async with seat.lock:
            seat.stale = False
            await self.refresh(seat)

    def _wake_homes(self) -> None:
        if not self._queue_due:
            self._queue_due = True
            self.soon(self._refresh_homes())

    async def _refresh_homes(self) -> None:
        await asyncio.sleep(PAUSE)
        self._queue_due = False
        for seat in self.seats.at(None):
            await self._bring_up_to_date(seat)

    def soon(self, work: Coroutine[object, object, None]) -> None:
        """Do something in the background, kept until it is done."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finish)

    def _finish(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("chat_task_failed", exception=describe(error))

    # -- what a window shows ------------------------------------------------------------------------

    async def _show_case(self, seat: Seat, person: Person) -> None:
        if seat.case_id is None:
            return
        events = await self._new_events(seat, person)
        for step in self._written(seat, person, events):
            await seat.emit("new_message", step)
        if any((event.kind, event.actor) == ("view.noted", str(person.id)) for event in events):
            await self._tell_advice(seat, person, seat.case_id)
        card = await current().views.card(person, seat.case_id)
        await self._keep_working(seat, person, card, events)
        seat.language = card.own.language if card.own else seat.language
        for element in await self._elements(seat, person, card):
            await seat.show(element)
        await self._keep_listed(seat, card)
        await self._note_seen(seat, person, card, events)

    async def _tell_advice(self, seat: Seat, person: Person, case_id: UUID) -> None:
        """Show what agents wrote for staff as it is: some of it was kept back until now."""
        told = await current().views.transcript(person, case_id, limit=seat.seq)
        from_agents = [event for event in told.events if event.role == "agent" and event.audience == "staff"]
        for step in self._written(seat, person, from_agents):
            await seat.emit("update_message", step)

    async def _note_seen(self, seat: Seat, person: Person, card: Card, events: list[EventView]) -> None:
        """Keep that a watcher was shown how the case has moved; their queue marks it no more."""
        if card.assignment and card.assignment.watching and any(e.kind == "state.moved" for e in events):
            await current().desk.note_seen(person, card.case_id, seat.seq)
            self._wake_homes()

    async def _elements(self, seat: Seat, person: Person, card: Card) -> list[ElementJson]:
        here = self.seats.has_merchant(card.case_id)
        elements = card_elements(seat, card, self.root, merchant_here=here)
        if readers := audiences(person, card):
            colleagues = await current().views.colleagues(person, card.case_id)
            elements += composer_elements(seat, readers, colleagues)
        return elements

    async def _new_events(self, seat: Seat, person: Person) -> list[EventView]:
        case_id = cast(UUID, seat.case_id)
        events: list[EventView] = []
        after: int | None = seat.seq
        while after is not None:
            found = await current().views.transcript(person, case_id, after=after)
            events += found.events
            after = found.next
        seat.seq = events[-1].seq if events else seat.seq
        return events

    def _written(self, seat: Seat, person: Person, events: list[EventView]) -> list[StepJson]:
        write = self.writer(seat, person).step
        return [step for step in map(write, events) if step is not None]

    def writer(self, seat: Seat, person: Person) -> StepWriter:
        """Writes events for one window."""
        page = current().desk.policy.notice.page
        return StepWriter(person, seat.thread_id, seat.zone, page, seat.aliases, seat.language, seat.country)

    async def _keep_working(self, seat: Seat, person: Person, card: Card, events: list[EventView]) -> None:
        """Say that an answer is being written while the newest event is the merchant's and agents answer."""
        if not events:
            return
        last = events[-1]
        fresh = datetime.now(UTC) - last.at < SLOW
        waits = fresh and last.role == "merchant" and last.kind in ("message.said", "application.submitted")
        # Taken away and said again, so that it stands below what was said meanwhile.
        await self._stop_working(seat)
        if waits and not is_attended(card):
            seat.working = str(uuid5(UUID(seat.thread_id), f"working{last.seq}"))
            await seat.emit("new_message", self._working_line(seat, person))
            self.soon(self._stop_working_late(seat, seat.working))

    def _working_line(self, seat: Seat, person: Person) -> StepJson:
        line = self.writer(seat, person).line(str(seat.working), wordbook(seat.language)("chat.reading"))
        return {**line, "type": "working_message"}

    async def _stop_working(self, seat: Seat) -> None:
        if seat.working is not None:
            await seat.emit("delete_message", {"id": seat.working})
            seat.working = None

    async def _stop_working_late(self, seat: Seat, line: str) -> None:
        await asyncio.sleep(SLOW.total_seconds())
        if seat.working == line:
            await self._stop_working(seat)

    async def _keep_listed(self, seat: Seat, card: Card) -> None:
        """Have the list of conversations read again where its line for this case has changed."""
        title = title_of(card)
        if title != seat.listed:
            seat.listed = title
            again = {"interaction": title, "thread_id": seat.thread_id}
            await seat.emit("first_interaction", again)

    async def _show_queue(self, seat: Seat, person: Person) -> None:
        if not person.has(Role.REVIEWER, Role.ANALYST, Role.COMPLIANCE):
            return
        page = await current().queue.urgent(person, seat.wanted, seat.length)
        team = await current().queue.team() if person.has(Role.REVIEWER) else {}
        for element in queue_elements(seat, page, self.root, team, leads=person.has(Role.COMPLIANCE)):
            await seat.show(element)


def is_attended(card: Card) -> bool:
    """Whether a person answers in the place of the agents."""
    return bool(card.own.attended if card.own else card.staff and card.staff.together.taken_over)


def title_of(card: Card) -> str:
    """The case in the list of conversations."""
    if card.own:
        return f"{card.own.title} · {card.own.state_label}"
    state = STATES[card.staff.state] if card.staff else card.public_state
    return f"{card.name or UNNAMED} · {state}"


ROOM = Room()
"""The room of this process."""
