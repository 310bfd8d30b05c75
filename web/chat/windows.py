"""What a window does when it opens, and when somebody writes in it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid4

import structlog

from cases.access import Person, Role
from cases.errors import Conflict, Forbidden, NotFound, OnboardError, Unauthenticated
from desk.conversation import clean
from desk.wordbook import wordbook
from web.chat.asides import is_note
from web.chat.buckets import Buckets
from web.chat.context import current
from web.chat.elements import anchor
from web.chat.room import ROOM
from web.chat.seats import Seat
from web.chat.visitor import name_of

log = structlog.get_logger(__name__)

MESSAGES = Buckets(burst=60, per_second=2)
"""What one person may say, in all of their windows."""

_ANOTHER: set[UUID] = set()
"""People who asked to begin another application; their next empty window does."""


def begin_another(person: Person) -> None:
    """Let the person's next window begin a new application rather than go on with the latest."""
    _ANOTHER.add(person.id)


async def latest_thread(person: Person) -> str | None:
    """The thread of the application that a merchant goes on with: an open one before a closed one."""
    if person.is_staff or not person.has(Role.MERCHANT):
        return None
    own = (await current().views.cases(person)).cases
    if not own:
        return None
    open_first = sorted(own, key=lambda line: (line.public_state not in _OPEN, -line.updated_at.timestamp()))
    return await current().views.bind_thread(person, open_first[0].case_id)


_OPEN = frozenset({"Your turn", "In review", "Approved", "Being set up"})


async def open_window(seat: Seat) -> None:
    """Show the window what it is for, again after a lost connection."""
    for event in ("task_end", "clear_ask", "clear_call_fn"):
        await seat.emit(event, {})
    try:
        person = await current().people.in_session(seat.person_id, seat.since)
        await _show(seat, person)
    except Unauthenticated:
        await _go(seat, "/login")
    except OnboardError as error:
        log.warning("window_not_opened", code=error.code, reason=str(error))
        await _tell(seat, str(error))


async def _show(seat: Seat, person: Person) -> None:
    thread_id = seat.session.thread_id_to_resume
    if thread_id:
        await _show_thread(seat, person, thread_id)
    elif person.is_staff:
        await ROOM.open_home(seat, person)
    elif person.has(Role.MERCHANT):
        await _show_beginning(seat, person)
    else:
        await _tell(seat, "Your role has no conversations. Ask an administrator if you expected some.")


async def _show_thread(seat: Seat, person: Person, thread_id: str) -> None:
    try:
        case_id = await current().views.case_of_thread(person, thread_id)
    except NotFound:
        await seat.emit("resume_thread_error", "There is no such conversation.")
        return
    seat.session.has_first_interaction = True
    await seat.emit("first_interaction", {"interaction": "resume", "thread_id": thread_id})
    await ROOM.open_case(seat, person, case_id)
    if not person.is_staff:
        await current().desk.note_window(person, case_id, seat.language, name_of(seat.zone))


async def _show_beginning(seat: Seat, person: Person) -> None:
    begins = person.id in _ANOTHER
    _ANOTHER.discard(person.id)
    thread_id = None if begins else await latest_thread(person)
    if thread_id is not None:
        await _go(seat, f"/thread/{thread_id}")
        return
    # The application itself begins with the first message: a page that is only looked at leaves none.
    await seat.emit("new_message", anchor(seat))
    await seat.emit("new_message", ROOM.writer(seat, person).greeting(datetime.now(UTC), seat.language))


async def hear(seat: Seat, message_id: str, text: str, command: str = "") -> None:
    """Take what somebody wrote to the desk; the window shows it as saved only once it is.

    ``command``: whom staff write to, as their composer says.
    """
    try:
        async with seat.lock:
            person = await current().people.in_session(seat.person_id, seat.since)
            if not MESSAGES.take(person.id):
                raise Conflict(wordbook(seat.language)("chat.too_fast"))
            await _say(seat, person, message_id, text, command)
    except OnboardError as error:
        await _give_back(seat, message_id, text, str(error))


async def _say(seat: Seat, person: Person, message_id: str, text: str, command: str) -> None:
    began = seat.case_id is None
    if seat.case_id is None:
        await _begin(seat, person, text)
    case_id = _case(seat)
    desk = current().desk
    # Whoever writes to nobody has no choice to make; the desk says why not.
    chooses = seat.inside and person.has(Role.REVIEWER, Role.COMPLIANCE)
    write = desk.write_note if chooses and is_note(command) else desk.say
    event = await write(person, case_id, text)
    seat.aliases[event.id] = message_id
    view = await current().views.event(person, case_id, event.seq)
    step = view and ROOM.writer(seat, person).step(view)
    if step:
        await seat.emit("new_message", step)
    if began:
        await ROOM.refresh(seat)


async def _begin(seat: Seat, person: Person, text: str) -> None:
    """Open the merchant's case with their first words."""
    if person.is_staff or not person.has(Role.MERCHANT):
        raise Forbidden("Nobody reads messages here. Open a case from the list, and write in it.")
    clean(text)
    context = current()
    case_id = await context.desk.open_case(person, "chat")
    try:
        thread_id = await context.views.bind_thread(person, case_id, seat.thread_id)
    except Conflict:
        thread_id = await context.views.bind_thread(person, case_id)
    seat.session.thread_id = seat.session.thread_id_to_resume = thread_id
    seat.session.has_first_interaction = True
    seat.case_id = case_id
    await ROOM.follow()
    await context.desk.note_window(person, case_id, seat.language, name_of(seat.zone))
    await seat.emit("first_interaction", {"interaction": "began", "thread_id": thread_id})


def _case(seat: Seat) -> UUID:
    if seat.case_id is None:
        raise NotFound("There is no conversation in this window.")
    return seat.case_id


async def _give_back(seat: Seat, message_id: str, text: str, reason: str) -> None:
    """Take an unsaved message out of the conversation, put it back into the box and say why."""
    await seat.emit("delete_message", {"id": message_id})
    line = {"name": "onboard.give_back", "args": {"text": text}}
    await seat.emit("call_fn", line)
    await _tell(seat, wordbook(seat.language)("chat.not_sent", reason=reason))


async def _tell(seat: Seat, text: str) -> None:
    person = Person(seat.person_id, "", "", frozenset())
    await seat.emit("new_message", ROOM.writer(seat, person).line(str(uuid4()), text, warning=True))


async def _go(seat: Seat, path: str) -> None:
    await seat.emit("call_fn", {"name": "onboard.go", "args": {"to": f"{ROOM.root}{path}"}})
