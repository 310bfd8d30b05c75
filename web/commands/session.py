"""What commands share: the installation opened for one coroutine, and who acts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar
from uuid import UUID

import typer

from cases.access import Person, Role
from cases.errors import Invalid
from storage.settings import load_settings
from web.composition import Onboard, build, opened

T = TypeVar("T")

AsEmail = Annotated[str, typer.Option("--as", metavar="EMAIL", help="The account that acts.")]
ReadAs = Annotated[
    str | None,
    typer.Option("--as", metavar="EMAIL", help="Read with this account's rights [default: an analyst's]."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="The request_id of the case.")]

LOCAL = Person(UUID(int=0), "", "Command line", frozenset({Role.ANALYST}))
"""Whoever may start commands on the machine reads as an analyst does: everything, masked."""


def run(work: Callable[[Onboard], Awaitable[T]]) -> T:
    """The result of a coroutine over the opened installation."""
    onboard = build(load_settings())

    async def session() -> T:
        async with opened(onboard):
            return await work(onboard)

    return asyncio.run(session())


async def person(onboard: Onboard, email: str | None) -> Person:
    """The account with that address, or the local reader; raises NotFound."""
    return LOCAL if email is None else await onboard.people.by_email(email)


def case_id(text: str) -> UUID:
    """The id that was typed; raises Invalid."""
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(f"{text[:60]!r} is not the id of a case.") from None
