"""A reviewer's request for information: composed, extended, taken back whole or in part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from cases.access import Audience, Person
from cases.application import FieldName
from cases.assignment import holder
from cases.errors import Invalid
from cases.events import RequestExtended, RequestItemWithdrawn, RequestMade, RequestNoted, RequestWithdrawn
from cases.information import QUESTION, InformationRequest, RequestedItem, item_named
from cases.ownership.of_case import party_named
from cases.states import State
from desk import information_words as told
from desk.assigning import claim
from desk.conversation import clean, hide
from desk.draft import Author, Draft
from desk.information_answers import FOLLOW, item_of, require_open
from desk.information_times import deadline
from desk.naming import for_merchant
from desk.review import require_reviewer
from desk.wordbook import wordbook

MOST_ITEMS = 20
LONGEST_TEXT = 2000

Key = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Words = Annotated[str, StringConstraints(max_length=LONGEST_TEXT, strip_whitespace=True)]


class ItemAsked(BaseModel):
    """One thing to ask for: what (see ``RequestedItem.key``), the code of why, and words beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    item: Key
    reason: Key
    text: Words = ""


def request_information(
    draft: Draft, person: Person, asked: Sequence[ItemAsked], until: date | None = None, note: str = ""
) -> None:
    """Ask the merchant for several things until the end of a day of theirs; the policy's where none is named.

    ``note`` says why to colleagues alone. The case waits for the merchant and comes back to who has it,
    else to who asks. Raises Conflict ``not_in_review``; Invalid ``unknown_item``, ``unknown_reason``,
    ``question_needed`` or ``deadline_not_possible``.
    """
    author = require_reviewer(draft, person)
    draft.require_state({State.IN_REVIEW}, code="not_in_review", message="The case is not in review.")
    items, secrets = _items(draft, asked)
    by = deadline(draft.record, draft.policy, draft.now, until)
    if holder(draft.record, draft.lease, draft.now) is None:
        claim(draft, person)
    draft.move(State.NEEDS_INFORMATION, author)
    text = told.request_text(draft.record, draft.policy, items, by.until, draft.record.language)
    made = RequestMade(items=items, text=text, secrets=secrets, **by._asdict())
    draft.add(made, author, Audience.EVERYONE)
    if note.strip():
        why = hide(draft, clean(note), beside=secrets)
        draft.add(RequestNoted(note=why.text, secrets=why.secrets), author)
    draft.enqueue(FOLLOW)


def extend_request(draft: Draft, person: Person, until: date) -> None:
    """Give the merchant until the end of a later day; raises Conflict ``no_request``, Invalid."""
    author, request = _reviewing(draft, person)
    by = deadline(draft.record, draft.policy, draft.now, until)
    if by.until <= request.until:
        raise Invalid("They have as long as that already.", code="deadline_not_possible")
    draft.add(RequestExtended(**by._asdict()), author, Audience.EVERYONE)
    draft.tell(told.extended(draft.record.language, by.until))


def withdraw_request(draft: Draft, person: Person, key: str | None = None) -> None:
    """Do without an item, or (None) without all that is open; raises Conflict, Invalid ``unknown_item``.

    Where nothing was changed since it was submitted, the application goes on its way by itself.
    """
    author, request = _reviewing(draft, person)
    if key is not None and (item := item_of(request, key)):
        draft.add(RequestItemWithdrawn(key=item.key), author, Audience.EVERYONE)
        draft.tell(told.item_withdrawn(draft.record, item))
    left = draft.record.information
    if left is not None and (key is None or not left.asked):
        _take_back(draft, author)


def _items(draft: Draft, asked: Sequence[ItemAsked]) -> tuple[tuple[RequestedItem, ...], dict[str, str]]:
    """The items, and the new tokens in their texts."""
    if not 1 <= len(asked) <= MOST_ITEMS:
        raise Invalid(f"Please ask for something, at most {MOST_ITEMS} things.", code="items_needed")
    secrets: dict[str, str] = {}
    items: list[RequestedItem] = []
    for each in asked:
        item = _item(draft, each, {item.key for item in items})
        hidden = hide(draft, for_merchant(clean(each.text)), beside=secrets) if each.text else None
        secrets |= hidden.secrets if hidden else {}
        items.append(item.model_copy(update={"text": hidden.text if hidden else ""}))
    return tuple(items), secrets


def _item(draft: Draft, asked: ItemAsked, before: set[str]) -> RequestedItem:
    if asked.reason not in draft.policy.information.reasons:
        known = ", ".join(draft.policy.information.reasons)
        raise Invalid(f"Unknown reason {asked.reason!r}. Known: {known}.", code="unknown_reason")
    item = item_named(asked.item, asked.reason)
    if item.field and (item.field not in draft.policy.taken or item.field is FieldName.CURRENCY):
        raise Invalid(f"{item.field.value} is not asked for here.", code="unknown_item")
    if item.subject:
        item = _of_somebody(draft, item)
    if item.is_question:
        if not asked.text:
            raise Invalid("Please write the question.", code="question_needed")
        numbers = (f"{QUESTION}.{number}" for number in range(2, MOST_ITEMS + 1))
        key = next(key for key in (QUESTION, *numbers) if key not in before)
        return item.model_copy(update={"key": key})
    if item.key in before:
        raise Invalid(f"{item.key} is asked for twice.", code="unknown_item")
    return item


def _of_somebody(draft: Draft, item: RequestedItem) -> RequestedItem:
    known = party_named(draft.record, item.subject or "")
    if known is None:
        raise Invalid("There is nobody of that name in this application.", code="unknown_item")
    return item.model_copy(update={"subject": known.name, "key": f"{known.name}.{item.detail}"})


def _reviewing(draft: Draft, person: Person) -> tuple[Author, InformationRequest]:
    author = require_reviewer(draft, person)
    return author, require_open(draft)


def _take_back(draft: Draft, author: Author) -> None:
    record = draft.record
    draft.add(RequestWithdrawn(), author, Audience.EVERYONE)
    digest = draft.policy.application_hash(record.application, record.parties)
    as_submitted = digest == record.version_hash and record.state is State.NEEDS_INFORMATION
    draft.tell(wordbook(record.language)(f"request.taken_back{'' if as_submitted else '_changed'}"))
    if as_submitted:
        draft.move(State.CHECKING, author)
        draft.enqueue("turn")
