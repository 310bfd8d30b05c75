"""What the merchant's new messages say: facts, gaps and wishes, by the rules of ``agents.reading``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from pydantic import TypeAdapter

from agents.offline_roles.answers import read_answers
from agents.offline_roles.asides import ARE_YOU_A_PERSON, COST, LATER, SAFETY, WITHDRAW
from agents.offline_roles.scene import Ask, Scene
from agents.reading import Absent, Heard, Said, intents, read_paper
from cases.application import FactValue
from tools.arguments import MOST

LONGEST = 2_000
"""Characters of a message that are looked through for wishes."""


SHORTEST_QUESTION = 2
"""Words; what has no more, such as "ok?", asks nothing that could be answered."""


SHORT = 10
"""Words; a message of no more may be a question without its mark."""


class Wish(StrEnum):
    """What a merchant wants beside being taken down; the questions carry the names of the answers."""

    HOW_LONG = "how_long"
    WHY = "why"
    WHERE_IS_IT = "where_is_it"
    ARE_YOU_A_PERSON = "are_you_a_person"
    WANTS_A_PERSON = "wants_a_person"
    SAFETY = "safety"
    COST = "cost"
    WITHDRAW = "withdraw"
    OTHER = "other"
    LATER = "later"
    OBJECTION = "objection"

    @property
    def is_question(self) -> bool:
        """Whether there is an answer to it."""
        return self not in (Wish.LATER, Wish.OBJECTION)


_FACT_VALUE: TypeAdapter[FactValue] = TypeAdapter(FactValue)


def listen(scene: Scene) -> list[Ask]:
    """The tool calls that put the new messages on record: what they state, and what there is none of."""
    said = [Said(message.number, message.text, scene.asked) for message in scene.unread]
    heard = read_answers(said, scene.briefing.today, scene.briefing.known())
    calls: list[Ask] = []
    facts = [*heard.facts, *_read_in_documents(scene)]
    if facts:
        calls.append(Ask("record_facts", {"facts": [_stated(fact) for fact in facts[:MOST]]}))
    if heard.absent:
        calls.append(Ask("declare_absent", {"items": [_missing(gap) for gap in heard.absent]}))
    return calls


def _read_in_documents(scene: Scene) -> Iterator[Heard]:
    """What the new documents say; the tool offers it to the merchant instead of recording it."""
    briefing = scene.briefing
    for document in scene.new_documents:
        yield from read_paper(
            document.text, document.number, today=briefing.today, application=briefing.known()
        )


def _stated(fact: Heard) -> Mapping[str, object]:
    return {
        "field": fact.field.value,
        "value": _FACT_VALUE.dump_python(fact.value, mode="json", exclude_none=True),
        "message": fact.message_seq,
        "quote": fact.quote,
    }


def _missing(gap: Absent) -> Mapping[str, object]:
    return {"field": gap.field.value, "message": gap.message_seq, "quote": gap.quote}


def wishes_in(scene: Scene) -> frozenset[Wish]:
    """What the merchant wants besides."""
    return frozenset(wish for said in scene.unread for wish in _wishes(said.text, scene))


def _wishes(text: str, scene: Scene) -> set[Wish]:
    told = intents(text, scene.asked)
    start = text[:LONGEST]
    asks = "?" in start or len(start.split()) <= SHORT
    person = bool(ARE_YOU_A_PERSON.search(start))
    said = {
        Wish.HOW_LONG: told.asks_how_long,
        Wish.WHY: told.asks_why,
        Wish.WHERE_IS_IT: told.asks_where_is_it,
        Wish.ARE_YOU_A_PERSON: person,
        Wish.WANTS_A_PERSON: told.wants_person and not person,
        Wish.SAFETY: asks and bool(SAFETY.search(start)),
        Wish.COST: asks and bool(COST.search(start)),
        Wish.WITHDRAW: bool(WITHDRAW.search(start)),
        Wish.LATER: bool(LATER.search(start)),
        Wish.OBJECTION: told.denies or told.corrects,
    }
    wishes = {wish for wish, holds in said.items() if holds}
    is_asking = "?" in start and len(start.split()) > SHORTEST_QUESTION
    if is_asking and not any(wish.is_question for wish in wishes):
        wishes.add(Wish.OTHER)
    return wishes
