"""Chainlit's data layer over the log: it reads what the desk wrote, and writes nothing itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from chainlit.data.base import BaseDataLayer
from chainlit.element import Element, ElementDict
from chainlit.step import StepDict
from chainlit.types import (
    Feedback,
    PageInfo,
    PaginatedResponse,
    Pagination,
    ThreadDict,
    ThreadFilter,
)
from chainlit.user import PersistedUser, User

from cases.access import Person, Role
from cases.errors import OnboardError
from desk.case_lines import CaseLine
from desk.labels import public_label
from desk.wordbook import wordbook
from web.chat.context import current
from web.chat.steps import STATES, UNNAMED

AT_ONCE = 35


class Threads(BaseDataLayer):
    """Whose thread is whose, and which there are; the conversation itself comes with ``room``."""

    async def get_user(self, identifier: str) -> PersistedUser | None:
        """The person with that id; None where they may not use their account any more."""
        person = await _person(identifier)
        return person and _user(person)

    async def create_user(self, user: User) -> PersistedUser | None:
        """Nobody is created here: the same as ``get_user``."""
        return await self.get_user(user.identifier)

    async def get_thread_author(self, thread_id: str) -> str:
        """The id of the person whose window the thread is; empty where there is no such thread."""
        try:
            owner = await current().views.owner_of_thread(thread_id)
        except OnboardError:
            return ""
        return str(owner) if await _person(str(owner)) else ""

    async def get_thread(self, thread_id: str) -> ThreadDict | None:
        """The thread without its steps, which the room writes for the window that opens it."""
        author = await self.get_thread_author(thread_id)
        person = await _person(author) if author else None
        if person is None:
            return None
        try:
            case_id = await current().views.case_of_thread(person, thread_id)
            card = await current().views.card(person, case_id)
        except OnboardError:
            return None
        return _thread(person, thread_id, card.name, card.since)

    async def list_threads(
        self, pagination: Pagination, filters: ThreadFilter
    ) -> PaginatedResponse[ThreadDict]:
        """The person's conversations, newest first; ``filters.search`` looks in their names.

        Merchants: all of their applications. Staff: those that they have opened.
        """
        person = await _person(filters.userId or "")
        if person is None or not person.has(Role.MERCHANT, Role.REVIEWER, Role.ANALYST, Role.COMPLIANCE):
            return _page([], None)
        cursor = UUID(pagination.cursor) if pagination.cursor else None
        limit = min(max(pagination.first, 1), AT_ONCE)
        found = await current().views.cases(person, limit=limit, cursor=cursor)
        wanted = (filters.search or "").casefold()
        lines = [line for line in found.cases if wanted in (line.name or "").casefold()]
        opened = await current().views.threads_of(person)
        threads = [
            _listed(person, line, opened.get(line.case_id) or await _bind(person, line))
            for line in lines
            if line.case_id in opened or not person.is_staff
        ]
        return _page(threads, str(found.next) if found.next else None)

    async def build_debug_url(self) -> str:
        """There is none."""
        return ""

    async def close(self) -> None:
        """Nothing is held open."""

    async def get_element(self, thread_id: str, element_id: str) -> ElementDict | None:
        """No element is kept."""
        del thread_id, element_id
        return None

    async def get_favorite_steps(self, user_id: str) -> list[StepDict]:
        """No step is a favourite."""
        del user_id
        return []

    # Everything below would write. The desk is the only writer.

    async def create_element(self, element: Element) -> None:
        """Writes nothing."""

    async def delete_element(self, element_id: str, thread_id: str | None = None) -> None:
        """Writes nothing."""

    async def create_step(self, step_dict: StepDict) -> None:
        """Writes nothing."""

    async def update_step(self, step_dict: StepDict) -> None:
        """Writes nothing."""

    async def delete_step(self, step_id: str) -> None:
        """Writes nothing."""

    async def delete_thread(self, thread_id: str) -> None:
        """Writes nothing."""

    async def update_thread(
        self,
        thread_id: str,
        name: str | None = None,
        user_id: str | None = None,
        metadata: dict[str, object] | None = None,
        tags: list[str] | None = None,
    ) -> None:
        """Writes nothing."""

    async def upsert_feedback(self, feedback: Feedback) -> str:
        """Writes nothing."""
        del feedback
        return ""

    async def delete_feedback(self, feedback_id: str) -> bool:
        """Writes nothing."""
        del feedback_id
        return False

    async def set_step_favorite(self, step_dict: StepDict, favorite: bool) -> StepDict:
        """Writes nothing."""
        del favorite
        return step_dict


async def _person(identifier: str) -> Person | None:
    try:
        return await current().people.person(UUID(identifier))
    except (OnboardError, ValueError):
        return None


def _user(person: Person) -> PersistedUser:
    return PersistedUser(id=str(person.id), identifier=str(person.id), display_name=person.name, createdAt="")


async def _bind(person: Person, line: CaseLine) -> str:
    return await current().views.bind_thread(person, line.case_id)


def _listed(person: Person, line: CaseLine, thread_id: str) -> ThreadDict:
    if line.state:
        title = f"{line.name or UNNAMED} · {STATES[line.state]}"
    else:
        unnamed = wordbook(line.language)("card.title")
        title = f"{line.name or unnamed} · {public_label(line.public_state, line.language)}"
    return _thread(person, thread_id, title, line.updated_at)


def _thread(person: Person, thread_id: str, name: str | None, at: datetime) -> ThreadDict:
    return ThreadDict(
        id=thread_id,
        createdAt=at.isoformat().replace("+00:00", "Z"),
        name=name,
        userId=str(person.id),
        userIdentifier=str(person.id),
        tags=[],
        metadata={},
        steps=[],
        elements=[],
    )


def _page(threads: list[ThreadDict], cursor: str | None) -> PaginatedResponse[ThreadDict]:
    info = PageInfo(hasNextPage=cursor is not None, startCursor=None, endCursor=cursor)
    return PaginatedResponse(data=threads, pageInfo=info)
