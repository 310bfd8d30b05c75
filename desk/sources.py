"""What a sentence about a case rests on; one that rests on nothing cannot be made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, GetPydanticSchema

from cases.application import FieldName
from desk.viewing import View


class OnEvent(View):
    """An event of the case's log; ``field``: the field that was read from it."""

    kind: Literal["event"] = "event"
    seq: int
    field: FieldName | None = None


class OnCheck(View):
    """A check of the case, by its key."""

    kind: Literal["check"] = "check"
    key: str


Source = Annotated[OnEvent | OnCheck, Field(discriminator="kind")]

Sources = Annotated[
    tuple[Source, *tuple[Source, ...]],
    # pydantic knows no tuple of one and more.
    GetPydanticSchema(lambda _, handle: handle(Annotated[tuple[Source, ...], Field(min_length=1)])),
]
"""One source at least."""


class Sentence(View):
    """A sentence for staff, and what it rests on."""

    text: Annotated[str, Field(min_length=1)]
    sources: Sources


def each_once(first: Source, *more: Source) -> Sources:
    """The sources in their order, without those that were named before."""
    return (first, *dict.fromkeys(source for source in more if source != first))


def on_events(first: int, more: Iterable[int] = ()) -> Sources:
    """Events by their seq."""
    return each_once(OnEvent(seq=first), *(OnEvent(seq=seq) for seq in more))
