"""What becomes of a request for information on the merchant's side: answered item by item, then sent."""

from __future__ import annotations

import json

from cases.access import Audience, Person
from cases.application import FieldName
from cases.errors import Conflict, Invalid
from cases.events import (
    AbsenceDeclared,
    EntryMade,
    MessageSaid,
    RequestExtended,
    RequestItemAnswered,
    RequestReminded,
    SummaryPresented,
)
from cases.information import How, InformationRequest, RequestedItem
from cases.states import SUBMITTABLE
from desk import information_words as told
from desk.conversation import clean, hide, require_merchant_of, say
from desk.draft import DESK, Author, Draft
from desk.information_times import deadline
from desk.wordbook import wordbook

FOLLOW = "follow_request"
"""The work that writes to the merchant, reminds them, and closes the case once the time is over."""


def answer_item(draft: Draft, person: Person, key: str, how: How, text: str = "") -> None:
    """The merchant's answer in words: to a question; that it is right as it stands; or why there is none.

    The words that answer a question are a message of theirs. Raises Conflict ``no_request``, Invalid.
    """
    author = require_merchant_of(draft, person)
    item = item_of(require_open(draft), key)
    if how == "given" and item.is_question:
        said = say(draft, person, text)
        answered = RequestItemAnswered(key=item.key, how=how, source_seq=said.seq)
    else:
        answered = _in_words(draft, item, how, text)
        _declare_absent(draft, author, item, how)
    draft.add(answered, author, Audience.EVERYONE)


def answer_question(draft: Draft, author: Author, key: str, source_seq: int, quote: str) -> None:
    """An agent found the answer to a question in a message of the merchant's; raises Invalid, NotFound."""
    request = require_open(draft)
    item, said = item_of(request, key), draft.source(source_seq)
    written = isinstance(said, MessageSaid) and bool(quote.strip()) and quote.strip() in said.text
    if not (item.is_question and source_seq > request.seq and written):
        raise Invalid("That message does not answer this question.", code="not_answered")
    answered = RequestItemAnswered(key=item.key, how="given", source_seq=source_seq)
    draft.add(answered, author, Audience.EVERYONE)


def confirm_field(draft: Draft, author: Author, name: FieldName) -> None:
    """Tick a field that was told once more just as it is on record."""
    request = draft.record.information
    if request is not None and name in request.open_fields and draft.record.state in SUBMITTABLE:
        confirmed = RequestItemAnswered(key=name.value, how="confirmed")
        draft.add(confirmed, author, Audience.EVERYONE)


def require_answered(draft: Draft) -> None:
    """Raise Conflict ``request_open`` while something of a request is open."""
    request = draft.record.information
    if request is not None and request.open_items:
        language = draft.record.language
        items = told.items_in_words(request.open_items, language)
        message = wordbook(language)("request.still_open", items=items)
        raise Conflict(message, code="request_open", items=[item.key for item in request.open_items])


def watch(draft: Draft) -> None:
    """Propose to send the application once the last thing that was asked for is there."""
    before, now = draft.before.information, draft.record.information
    if before is None or now is None or now.ended or before.seq != now.seq:
        return
    done = bool(before.open_items) and not now.open_items and draft.record.state in SUBMITTABLE
    shown = any(isinstance(event.body, SummaryPresented) for event in draft.new)
    # Whoever wrote a message is answered by the team, which shows the summary.
    if done and not shown and "turn" not in draft.work:
        draft.tell(wordbook(draft.record.language)("request.all_answered"))


def remind(draft: Draft) -> None:
    """Remind the merchant in the conversation of what is open."""
    require_open(draft)
    draft.add(RequestReminded(), DESK, Audience.EVERYONE)
    draft.tell(told.open_text(draft.record, draft.policy, "reminder"))


def renew(draft: Draft) -> None:
    """Give an application that is opened again the policy's time for what is still open."""
    request = draft.record.information
    if request is not None and request.open_items:
        by = deadline(draft.record, draft.policy, draft.now, None)
        draft.add(RequestExtended(**by._asdict()), DESK, Audience.EVERYONE)
        draft.tell(told.open_text(draft.record, draft.policy, "still_asked"))
        draft.enqueue(FOLLOW)


def open_request(draft: Draft) -> InformationRequest | None:
    """The request that the merchant is to answer now; None where there is none."""
    request = draft.record.information
    waits = request is not None and not request.ended and draft.record.state in SUBMITTABLE
    return request if waits else None


def require_open(draft: Draft) -> InformationRequest:
    """The request that is open; raises Conflict ``no_request`` where none is."""
    request = open_request(draft)
    if request is None:
        raise Conflict("Nothing is being asked of the merchant now.", code="no_request")
    return request


def item_of(request: InformationRequest, key: str) -> RequestedItem:
    """What is asked for under a key; raises Invalid ``unknown_item``."""
    item = request.item(key)
    if item is None:
        raise Invalid("Nothing of that name is asked for.", code="unknown_item")
    return item


def _in_words(draft: Draft, item: RequestedItem, how: How, text: str) -> RequestItemAnswered:
    """That there is none, and why; or that it is right as it stands, which only a field on record can be."""
    known = item.field is not None and draft.record.told.get(item.field) is not None
    words = wordbook(draft.record.language)
    if how == "none" and not text.strip():
        raise Invalid(words("request.say_why"), code="invalid")
    if how == "given" or (how == "confirmed" and not known):
        raise Invalid(words("request.not_in_words"), code="invalid")
    why = hide(draft, clean(text)) if text.strip() else None
    return RequestItemAnswered(
        key=item.key, how=how, text=why.text if why else "", secrets=why.secrets if why else {}
    )


def _declare_absent(draft: Draft, author: Author, item: RequestedItem, how: How) -> None:
    """What a merchant can truthfully not have is settled with that, as it is everywhere."""
    name, record = item.field, draft.record
    if how != "none" or name is None or name in record.absent or not draft.policy.may_lack(name):
        return
    if record.application.get(name) is None:
        made = draft.add(
            EntryMade(text=json.dumps({name.value: None}), via="card"), author, Audience.EVERYONE
        )
        draft.add(AbsenceDeclared(field=name, source_seq=made.seq, quote=""), author, Audience.EVERYONE)
