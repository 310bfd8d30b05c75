"""What the commands share that add something to a conversation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

from cases.access import Person
from web.commands.session import case_id, person, run
from web.composition import Onboard

T = TypeVar("T")


def acted(case: str, as_email: str, act: Callable[[Onboard, Person, UUID], Awaitable[T]]) -> T:
    """What somebody's act on a case returns, sealed at once."""

    async def work(onboard: Onboard) -> T:
        done = await act(onboard, await person(onboard, as_email), case_id(case))
        await onboard.sealer.seal(onboard.desk.db)
        return done

    return run(work)
