"""What was read from the merchant's documents: theirs to take over, or to leave."""

from __future__ import annotations

from cases.access import Audience, Person
from cases.application import Address, FactValue, FieldName
from cases.errors import NotFound, OnboardError
from cases.events import FactOffered, FactRefused, OfferDeclined
from cases.fields import merge_address
from desk import facts
from desk.conversation import require_merchant_of
from desk.documents import document_at
from desk.draft import Author, Draft
from desk.unserved import tell_if_unserved
from desk.wordbook import wordbook


def offer_fact(
    draft: Draft, author: Author, name: FieldName, value: FactValue, *, source_seq: int, quote: str
) -> FactValue | None:
    """Offer the merchant what a document says; None where they told the same, or left it before.

    Raises Ungrounded (and puts the refusal on record) where the quoted words do not say it.
    """
    try:
        grounded = facts.ground_fact(draft, name, value, source_seq, quote)
    except OnboardError as error:
        draft.add(FactRefused(field=name.value, quote=quote[:500], reason=str(error)[:500]), author)
        raise
    offered = FactOffered(
        field=name,
        value=grounded,
        source_seq=source_seq,
        line=line_of(draft.source(source_seq).text, quote),
        quote=quote[:2000],
    )
    declined = any(
        isinstance(event.body, OfferDeclined)
        and (event.body.field, event.body.source_seq) == (name, source_seq)
        for event in draft.events
    )
    known = [offer.value for offer in draft.record.offers if offer.field is name]
    if says_the_same(draft.record.told.get(name), grounded) or declined or grounded in known:
        return None
    draft.add(offered, author, Audience.EVERYONE)
    return grounded


def tell_offers(draft: Draft, source_seq: int) -> None:
    """Tell the merchant once that something was read from their document."""
    document = document_at(draft.record, source_seq)
    words = wordbook(draft.record.language)
    told = words("document.told_offers", document=words(f"document.your_{document.kind.value}"))
    draft.tell(told)


def accept_offer(draft: Draft, person: Person, name: FieldName, source_seq: int) -> None:
    """Take over what was read from a document; its words are read again. Raises NotFound."""
    author = require_merchant_of(draft, person)
    offer = _offer(draft, name, source_seq)
    before = draft.record.application
    facts.record_fact(
        draft,
        author,
        name,
        offer.value,
        source_seq=source_seq,
        quote=offer.quote,
        certainty="document",
    )
    tell_if_unserved(draft, before)


def decline_offer(draft: Draft, person: Person, name: FieldName, source_seq: int) -> None:
    """Leave what was read from a document; it is not offered again. Raises NotFound."""
    author = require_merchant_of(draft, person)
    _offer(draft, name, source_seq)
    draft.add(OfferDeclined(field=name, source_seq=source_seq), author, Audience.EVERYONE)


def line_of(text: str, quote: str) -> int:
    """The line, from 1, in which a quote begins."""
    return text[: max(text.find(quote), 0)].count("\n") + 1


def _offer(draft: Draft, name: FieldName, source_seq: int) -> FactOffered:
    for offer in draft.record.offers:
        if (offer.field, offer.source_seq) == (name, source_seq):
            return offer
    raise NotFound("There is no such offer any more.")


def says_the_same(known: FactValue | None, read: FactValue) -> bool:
    """Whether the merchant told the same, whatever the case of its letters, or the same and more."""
    if isinstance(known, str) and isinstance(read, str):
        return " ".join(known.casefold().split()) == " ".join(read.casefold().split())
    if isinstance(known, Address) and isinstance(read, Address):
        return merge_address(known, read) == known
    return known == read
