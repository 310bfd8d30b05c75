"""What the merchant's new messages say: facts, gaps and wishes, by the rules of ``agents.reading``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from pydantic import TypeAdapter

from agents.offline_roles import asides
from agents.offline_roles.answers import read_answers
from agents.offline_roles.naming import fields_named
from agents.offline_roles.postponing import put_off
from agents.offline_roles.scene import Ask, Scene
from agents.reading import Absent, Heard, Reading, Said, intents, read, read_paper
from cases.application import FactValue, FieldName
from cases.wishes import asks_for_person
from tools.arguments import MOST

LONGEST = 2_000
"""Characters of a message that are looked through for wishes."""


SHORTEST_QUESTION = 2
"""Words; what has no more, such as "ok?", asks nothing that could be answered."""


_QUESTIONS = frozenset(
    {"complaint", "how_long", "why", "are_you_a_person", "safety", "cost", "beyond", "withdraw", "other"}
)


class Wish(StrEnum):
    """What a merchant wants beside being taken down; the questions carry the names of the answers."""

    COMPLAINT = "complaint"
    HOW_LONG = "how_long"
    WHY = "why"
    ARE_YOU_A_PERSON = "are_you_a_person"
    SAFETY = "safety"
    COST = "cost"
    BEYOND = "beyond"
    WITHDRAW = "withdraw"
    OTHER = "other"
    WHERE_IS_IT = "where_is_it"
    A_PERSON = "a_person"
    LATER = "later"
    OBJECTION = "objection"

    @property
    def is_question(self) -> bool:
        """Whether there is an answer to it among the phrases."""
        return self.value in _QUESTIONS


_TO_THE_DESK = (Wish.WHERE_IS_IT, Wish.A_PERSON)
_FACT_VALUE: TypeAdapter[FactValue] = TypeAdapter(FactValue)


def listen(scene: Scene) -> list[Ask]:
    """The tool calls that put the new messages on record: what they state, and what there is none of.

    The greeting asks what the merchant sells, and so does the desk where that is not served.
    """
    invited = not scene.briefing.served or not (scene.spoken or scene.asked)
    asked = (FieldName.BUSINESS_TYPE,) if invited else scene.asked
    said = [
        Said(message.number, message.text, (*asked, *_open_still(scene, message.text, asked)))
        for message in scene.unread
    ]
    new = {message.number for message in scene.unread}
    earlier = [Said(message.number, message.text) for message in scene.heard if message.number not in new]
    heard = read_answers(
        said,
        scene.briefing.today,
        scene.briefing.known(),
        earlier=earlier,
        plainly=invited,
        underwriting=scene.briefing.underwriting,
    )
    calls: list[Ask] = []
    facts = [*heard.facts, *_told_before(scene, heard), *_read_in_documents(scene)]
    if facts:
        calls.append(Ask("record_facts", {"facts": [_stated(fact) for fact in facts[:MOST]]}))
    later = tuple(put_off(said, heard))
    put_off_here = {(gap.field, gap.message_seq) for gap in later}
    gaps = [gap for gap in heard.absent if (gap.field, gap.message_seq) not in put_off_here]
    if gaps:
        calls.append(Ask("declare_absent", {"items": [_missing(gap) for gap in gaps]}))
    if later:
        calls.append(Ask("postpone_items", {"items": [_missing(gap) for gap in later[:MOST]]}))
    return calls


_BARE_AGE = re.compile(
    r"\W*(?:(?:in|since|for|seit|desde|depuis|en) )?(?:(?:19|20)\d\d|\d{1,2} (?:years|jahren?|años|ans))\W*",
    re.I,
)


def _open_still(scene: Scene, text: str, asked: Sequence[FieldName]) -> Iterator[FieldName]:
    """What was asked before the last question and never answered: a message of a year alone answers that."""
    years = FieldName.YEARS_IN_BUSINESS
    was_asked = scene.briefing.times_asked.get(years, 0) > 0 and years not in asked
    if was_asked and scene.briefing.known().years_in_business is None and _BARE_AGE.fullmatch(text):
        yield years


def _told_before(scene: Scene, heard: Reading) -> Iterator[Heard]:
    """The currency of a revenue that was said before the country told which dollar it is in."""
    known = scene.briefing.known()
    if known.annual_revenue is None or known.currency is not None or heard.value(FieldName.CURRENCY):
        return
    said = [Said(message.number, message.text) for message in scene.heard]
    whole = read(said, today=scene.briefing.today, application=known)
    if whole.value(FieldName.ANNUAL_REVENUE) == known.annual_revenue:
        yield from (fact for fact in whole.facts if fact.field is FieldName.CURRENCY)


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


def asked_about(scene: Scene) -> tuple[FieldName, ...]:
    """The items that a merchant's question is about: those that it names, else those asked for last."""
    named = [name for said in scene.unread for name in _named(said.text)]
    return tuple(dict.fromkeys(named)) or scene.asked


def words_for_a_person(scene: Scene) -> Ask | None:
    """The call that asks for a person, with the words that do; none where there are none."""
    for said in scene.unread:
        if Wish.A_PERSON in _wishes(said.text, scene):
            return Ask("request_person", {"message": said.number, "quote": said.text.strip()[:LONGEST]})
    return None


def _named(text: str) -> tuple[FieldName, ...]:
    """The fields in the sentences that ask something."""
    sentences = re.findall(r"[^.!?\n]+[.!?]?", text)
    return tuple(name for one in sentences if "?" in one or _asks(one) for name in fields_named(one))


def _asks(text: str) -> bool:
    return bool(asides.ASKING.match(text))


def _wishes(text: str, scene: Scene) -> set[Wish]:
    told = intents(text, scene.asked)
    start = text[:LONGEST]
    asks = "?" in start or _asks(start)
    robot = bool(asides.ARE_YOU_A_PERSON.search(start))
    said = {
        Wish.COMPLAINT: bool(asides.COMPLAINT.search(start)),
        Wish.HOW_LONG: told.asks_how_long,
        Wish.WHY: told.asks_why or (asks and bool(asides.WHY.search(start))),
        Wish.WHERE_IS_IT: told.asks_where_is_it or bool(asides.WHERE_IS_IT.search(start)),
        Wish.ARE_YOU_A_PERSON: robot,
        Wish.A_PERSON: asks_for_person(start) and not robot,
        Wish.SAFETY: asks and bool(asides.SAFETY.search(start)),
        Wish.COST: asks and bool(asides.COST.search(start)),
        Wish.BEYOND: asks and bool(asides.BEYOND.search(start)),
        Wish.WITHDRAW: bool(asides.WITHDRAW.search(start)),
        Wish.LATER: bool(asides.LATER.search(start)),
        Wish.OBJECTION: told.denies or told.corrects,
    }
    wishes = {wish for wish, holds in said.items() if holds}
    is_asking = "?" in start and len(start.split()) > SHORTEST_QUESTION
    if is_asking and not any(wish.is_question or wish in _TO_THE_DESK for wish in wishes):
        wishes.add(Wish.OTHER)
    return wishes
