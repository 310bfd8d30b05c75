"""Who leads the conversation and whose opinion is awaited, as staff see it and as the merchant does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from cases.access import Role
from cases.record import CaseRecord
from desk.conversation import READ_BY_THE_TEAM
from desk.rights import Reader
from desk.viewing import View
from desk.wordbook import Wordbook


class OpinionItem(View):
    """A second opinion that is awaited; ``yours``: whether the reader is asked for it."""

    of: str
    by: str
    at: datetime
    yours: bool


class TogetherPart(View):
    """What staff see of each other; ``taken_over``: who answers the merchant in the agents' place."""

    taken_over: str | None
    opinions: tuple[OpinionItem, ...]


def together_part(reader: Reader, names: Mapping[UUID, str]) -> TogetherPart:
    """What staff see of each other in a case."""
    record = reader.record
    return TogetherPart(
        taken_over=record.taken_over.name if record.taken_over else None,
        opinions=tuple(
            OpinionItem(
                of=names.get(each.of, "Somebody"),
                by=names.get(each.by, "Somebody"),
                at=each.at,
                yours=each.of == reader.person.id,
            )
            for each in record.opinions
        ),
    )


def together_actions(reader: Reader) -> tuple[str, ...]:
    """What the reader may do in the conversation beside speaking."""
    if not reader.judges:
        return ()
    record, leads = reader.record, reader.person.has(Role.REVIEWER)
    taken = record.taken_over
    may_take = record.state in READ_BY_THE_TEAM and (taken is None or taken.by != reader.person.id)
    take = ("lead",) if leads and may_take else ()
    back = ("hand_back",) if leads and taken else ()
    ready = ("ready_answer",) if leads else ()
    return (*take, *back, *ready, "ask_team", "log_call", "complain")


def attended(record: CaseRecord, words: Wordbook) -> str | None:
    """That a person answers, for the merchant."""
    taken = record.taken_over
    return words("card.attended", name=taken.name) if taken else None


def company(record: CaseRecord, names: Mapping[UUID, str], words: Wordbook) -> str | None:
    """Who of the company is in the conversation now, for the merchant."""
    here = [names.get(UUID(actor), "") for actor in sorted(record.present)]
    return words("card.here", names=", ".join(filter(None, here))) if here else None
