"""Taking in what the merchant says: facts, what they do not have, answers, the summary, the yes."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from cases.access import Audience
from cases.application import CHARGED, Address, FactValue, FieldName, Owner
from cases.errors import Conflict, Invalid, OnboardError
from cases.events import MessageSaid, WordingRefused
from cases.fields import parse_stated
from cases.prohibition import is_unserved
from cases.requirements import outstanding
from cases.states import SUBMITTABLE
from desk import conversation, facts, information_answers, offers, submission, unserved
from desk.draft import Draft
from desk.owners_wanted import tell_of_owners
from desk.plain_speech import LEFT_OUT
from desk.turn import Turn
from desk.wording import refusal
from tools.arguments import (
    AbsentItem,
    DeclareAbsent,
    PresentSummary,
    PutOff,
    RecordFacts,
    Reply,
    StatedAddress,
    StatedFact,
    Submit,
    Unreadable,
)
from tools.confirmation import require_confirmation
from tools.reading import Json, as_json, owed_by, read_case, read_value
from tools.summary import write_summary
from tools.tool import NoArguments, Tool, describe

_NOT_TEXT = (
    FieldName.ANNUAL_REVENUE,
    FieldName.YEARS_IN_BUSINESS,
    FieldName.ADDRESS,
    *CHARGED,
    FieldName.ONLINE_SHARE,
    FieldName.DELIVERY_DAYS,
)
"""Models send these as text now and then."""

_NOT_SERVED = "This line of business is not served, and the desk has told the merchant. Ask for nothing more."

_READ_FIRST = (FieldName.ADDRESS, FieldName.EMAIL, FieldName.CURRENCY)
"""Others are read in their light: a phone number's country, "same as the e-mail", a bare amount."""


async def record_facts(turn: Turn, arguments: RecordFacts) -> str:
    """Record each fact by itself; raises Invalid where none could be."""
    draft = turn.draft
    before = draft.record.application
    recorded: list[Json] = []
    refused: list[Json] = []
    offered: dict[int, list[Json]] = {}
    for fact in _in_reading_order(arguments.facts):
        if isinstance(fact, StatedFact) and _is_in_document(draft, fact.message):
            offered.setdefault(fact.message, []).extend(_offer_fact(turn, fact))
            continue
        try:
            recorded.append(_record_fact(turn, fact))
        except OnboardError as error:
            refused.append({"field": fact.field, "reason": str(error)})
    for name in FieldName:
        if draft.record.application.get(name) != before.get(name):
            facts.recheck_if_material(draft, turn.author, name)
    told = unserved.tell_if_unserved(draft, before)
    if not told:
        tell_of_owners(draft)
    for source_seq, items in offered.items():
        if items:
            offers.tell_offers(draft, source_seq)
    found = [item for items in offered.values() for item in items]
    return _report(draft, recorded, refused, found, told=told)


async def declare_absent(turn: Turn, arguments: DeclareAbsent) -> str:
    """Record what the merchant says they do not have; raises Invalid where nothing could be."""
    draft = turn.draft
    recorded: list[Json] = []
    refused: list[Json] = []
    for item in arguments.items:
        try:
            recorded.append(_declare_absent(turn, item))
        except OnboardError as error:
            refused.append({"field": item.field, "reason": str(error)})
    return _report(draft, recorded, refused)


async def postpone_items(turn: Turn, arguments: PutOff) -> str:
    """Record what the merchant gives later; raises Invalid where nothing could be."""
    recorded: list[Json] = []
    refused: list[Json] = []
    for item in arguments.items:
        try:
            recorded.append(_postpone(turn, item))
        except OnboardError as error:
            refused.append({"field": item.field, "reason": str(error)})
    return _report(turn.draft, recorded, refused)


async def reply_to_merchant(turn: Turn, arguments: Reply) -> str:
    """Say something to the merchant; raises Invalid where the wording may not be said."""
    draft = turn.draft
    refused = len(_refused(draft))
    reason = conversation.reply(draft, turn.author, arguments.text, arguments.fields, turn.phrases)
    if reason is not None:
        raise Invalid(f"the merchant was not shown this text: {reason}. Say it differently.")
    left_out = [f" Left out, since {body.reason}: {body.text}" for body in _refused(draft)[refused:]]
    return f"The merchant reads this.{''.join(left_out)}"


async def present_summary(turn: Turn, arguments: PresentSummary) -> str:
    """Show the merchant everything and ask them to confirm; raises Conflict where something is owed."""
    draft = turn.draft
    draft.require_state(SUBMITTABLE, code="not_possible_now", message="There is nothing to confirm just now.")
    owed = outstanding(draft.record, draft.policy)
    if owed:
        names = ", ".join(name.value for name in owed)
        raise Conflict(f"Before the summary, ask the merchant for: {names}.", code="incomplete")
    information_answers.require_answered(draft)
    facts.assume_currency(draft, turn.author)
    opening, remark = _checked_opening(turn, arguments.text)
    facts.assume_currency(draft, turn.author)
    said = MessageSaid(text=write_summary(draft.record, opening))
    draft.add(said, turn.author, Audience.EVERYONE)
    submission.present_summary(draft, turn.author)
    return f"The merchant sees the summary and is asked to confirm it.{remark}"


async def submit_application(turn: Turn, arguments: Submit) -> str:
    """Submit on the merchant's word; raises Ungrounded or Conflict where they have not given it."""
    require_confirmation(turn.draft, arguments.message, arguments.quote)
    submission.confirm(turn.draft, turn.author, source_seq=arguments.message)
    return "Submitted. The checks come next."


async def read_application(turn: Turn, _: NoArguments) -> str:
    """The record as JSON."""
    return as_json(read_case(turn.draft))


def _in_reading_order(stated: list[StatedFact | Unreadable]) -> list[StatedFact | Unreadable]:
    return sorted(stated, key=lambda fact: fact.field not in _READ_FIRST)


def _record_fact(turn: Turn, fact: StatedFact | Unreadable) -> Json:
    if isinstance(fact, Unreadable):
        raise Invalid(fact.reason)
    name = FieldName(fact.field)
    value = facts.record_fact(
        turn.draft,
        turn.author,
        name,
        _value_of(turn.draft, fact),
        source_seq=fact.message,
        quote=fact.quote,
        note_change=False,
    )
    return {"field": name.value, "value": read_value(turn.draft.record, name, value)}


def _is_in_document(draft: Draft, number: int) -> bool:
    return any(document.seq == number for document in draft.record.documents.values())


def _offer_fact(turn: Turn, fact: StatedFact) -> list[Json]:
    """Offer what a document says; nothing where the merchant told the same, or it does not say that."""
    draft, name = turn.draft, FieldName(fact.field)
    try:
        value = _value_of(draft, fact)
        offer = offers.offer_fact(draft, turn.author, name, value, source_seq=fact.message, quote=fact.quote)
    except OnboardError:
        return []
    return [] if offer is None else [{"field": name.value, "value": read_value(draft.record, name, offer)}]


def _value_of(draft: Draft, fact: StatedFact) -> FactValue:
    """The value in the shape of its field; raises Invalid where it has another."""
    name, value = FieldName(fact.field), fact.value
    try:
        if isinstance(value, StatedAddress):
            return Address.model_validate(_upper_country(value))
        if isinstance(value, list):
            return tuple(Owner.model_validate(owner.model_dump()) for owner in value)
    except ValidationError as error:
        raise Invalid(describe(error)) from None
    if isinstance(value, float):
        return _whole(value)
    if isinstance(value, str) and name in _NOT_TEXT:
        draft.source(fact.message)
        return parse_stated(name, value, facts.context_at(draft, fact.message))
    return value


def _whole(value: float) -> int:
    if not value.is_integer():
        raise Invalid("Give a whole number.")
    return int(value)


def _upper_country(address: StatedAddress) -> dict[str, str | None]:
    parts = {name: text or None for name, text in address}
    country = parts.get("country")
    return {**parts, "country": country.strip().upper() if country else None}


def _declare_absent(turn: Turn, item: AbsentItem | Unreadable) -> Json:
    if isinstance(item, Unreadable):
        raise Invalid(item.reason)
    name = FieldName(item.field)
    if not turn.draft.policy.may_lack(name):
        raise Invalid("Every merchant has this; ask for it.")
    if turn.draft.record.application.get(name) is not None:
        raise Conflict("The merchant has given one; record the correction if it was wrong.")
    facts.declare_absent(turn.draft, turn.author, name, source_seq=item.message, quote=item.quote)
    return {"field": name.value}


def _postpone(turn: Turn, item: AbsentItem | Unreadable) -> Json:
    if isinstance(item, Unreadable):
        raise Invalid(item.reason)
    name = FieldName(item.field)
    facts.postpone(turn.draft, turn.author, name, source_seq=item.message, quote=item.quote)
    return {"field": name.value}


def _report(
    draft: Draft,
    recorded: list[Json],
    refused: list[Json],
    offered: Sequence[Json] | None = None,
    *,
    told: bool = False,
) -> str:
    owed: list[Json] = [name.value for name in owed_by(draft)]
    report: dict[str, Json] = {"recorded": recorded, "refused": refused, "outstanding": owed}
    if offered is not None:
        report["offered"] = [*offered]
    if is_unserved(draft.record, draft.policy):
        report["not_served"] = _NOT_SERVED
        report["told"] = told
    text = as_json(report)
    if refused and not (recorded or offered):
        raise Invalid(text)
    return text


def _checked_opening(turn: Turn, text: str) -> tuple[str, str]:
    """The model's sentence before the summary where it may be said, and a remark where not."""
    if not text.strip():
        return "", ""
    reason = refusal(text)
    if reason is not None:
        turn.draft.add(WordingRefused(text=text, reason=reason), turn.author)
        return "", f" Your own sentence was left out: {reason}."
    plain = conversation.in_plain_words(turn.draft, turn.author, text, turn.phrases)
    return (plain, "") if plain else ("", f" Your own sentence was left out: {LEFT_OUT}.")


def _refused(draft: Draft) -> list[WordingRefused]:
    return [event.body for event in draft.new if isinstance(event.body, WordingRefused)]


RECORD_FACTS = Tool(
    "record_facts",
    "Record facts about the business that the merchant stated. Each names the message and the "
    "exact words it was read from; what the words do not say is refused. Never guess.",
    RecordFacts,
    record_facts,
)
DECLARE_ABSENT = Tool(
    "declare_absent",
    "Record that the merchant says they do not have an item, with their words.",
    DeclareAbsent,
    declare_absent,
)
POSTPONE_ITEMS = Tool(
    "postpone_items",
    "Record that the merchant says they do not have an item yet or will send it later, with their "
    "words. You do not ask for it again until they bring it up.",
    PutOff,
    postpone_items,
)
REPLY_TO_MERCHANT = Tool(
    "reply_to_merchant",
    "Say something to the merchant: ask for two or three missing things, or answer a question. "
    "Never speak of approval, rejection, status or accounts.",
    Reply,
    reply_to_merchant,
)
PRESENT_SUMMARY = Tool(
    "present_summary",
    "Show the merchant everything noted and ask them to confirm it. The text is made for you.",
    PresentSummary,
    present_summary,
)
SUBMIT_APPLICATION = Tool(
    "submit_application",
    "Submit the application once the merchant has confirmed the summary; name the message and "
    "the words with which they did.",
    Submit,
    submit_application,
)
READ_APPLICATION = Tool(
    "read_application",
    "Read the application as it is recorded, and what is still outstanding.",
    NoArguments,
    read_application,
)
