"""The card and the queue as Chainlit's custom elements (public/elements/*.jsx draw them)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from desk.card import Card
from desk.colleagues import Offer
from desk.queue.queue import QueuePage
from web.chat.asides import NOTE
from web.chat.context import current
from web.chat.due import due_in_words
from web.chat.queue_element import queue_props
from web.chat.seats import Seat
from web.chat.steps import STATES, StepJson

ElementJson = dict[str, object]


_TEAM_PIECES = (
    "Pieces",
    "Assignment",
    "Matches",
    "Summary",
    "Category",
    "Ownership",
    "Evidence",
    "CheckForm",
    "Overrides",
    "NoticePreview",
    "Decision",
    "Approve",
    "Decided",
    "Together",
    "Complaints",
    "Request",
)
"""What the team's card is made of."""

_QUEUE_PIECES = ("Pieces", "QueueLine", "Bulk")

_MERCHANTS_PIECES = ("Pieces", "Entry", "Line", "Appeal", "Together", "Complaints", "Declined", "Asked")


def card_elements(seat: Seat, card: Card, root: str, *, merchant_here: bool) -> list[ElementJson]:
    """The card and the pieces that it is made of, each a file that Chainlit loads by its name.

    ``merchant_here``: whether their window is open just now, which staff see. The window itself puts
    the card beside the chat, or folds it where it is narrow.
    """
    props: dict[str, object] = {"card": _shown(seat, card), "root": root, "links": _links(card, root)}
    if card.own is None:
        props["here"] = merchant_here
        props["answers"] = [{"key": each.key, "title": each.title} for each in current().desk.answers]
        pieces = [_element(seat, name, {}) for name in _TEAM_PIECES]
        keys: dict[str, object] = {"case_id": str(card.case_id), "root": root, "takes": True}
        return [*pieces, _element(seat, "Keys", keys), _element(seat, "Application", props)]
    pieces = [_element(seat, name, {}) for name in _MERCHANTS_PIECES]
    return [*pieces, _element(seat, "MyApplication", props)]


def _shown(seat: Seat, card: Card) -> dict[str, object]:
    if card.staff is not None:
        due = due_in_words(seat, card.staff.due)
        return {**card.model_dump(mode="json"), "state_words": STATES[card.staff.state], "due": due}
    # The merchant's half tells the same in their language.
    return card.model_dump(mode="json", exclude={"items", "outcome", "assignment"})


def _links(card: Card, root: str) -> dict[str, str]:
    """Where the merchant may go on from the card: the name of the words, and the page."""
    if card.own is None:
        return {}
    owners = ("owners",) if card.own.asks_owners else ()
    pages = ("form", *owners, "upload", "people", "device") if card.own.open else ()
    check = ("check",) if card.can_confirm else ()
    return {name: f"/{name}/{card.case_id}" for name in (*check, *pages)} | {"another": f"{root}/?another"}


def queue_elements(
    seat: Seat, page: QueuePage, root: str, team: Mapping[UUID, str], *, leads: bool
) -> list[ElementJson]:
    """The home of staff and the pieces that it is made of; ``team``: to whom a reviewer gives cases."""
    pieces = [_element(seat, name, {}) for name in _QUEUE_PIECES]
    keys: dict[str, object] = {"case_id": None, "root": root, "takes": bool(team)}
    queue = _element(seat, "Queue", queue_props(seat, page, root, team, leads=leads))
    return [*pieces, _element(seat, "Keys", keys), queue]


def composer_elements(
    seat: Seat, audiences: Mapping[str, str], colleagues: Sequence[Offer]
) -> list[ElementJson]:
    """What says who reads what staff write, and helps them to name those whom a note may ask."""
    offered: dict[str, object] = {"note": NOTE, "colleagues": [each._asdict() for each in colleagues]}
    begins = NOTE if seat.in_private else None
    composer = _element(seat, "Composer", {"audiences": audiences, "begins": begins})
    return [composer, _element(seat, "Mentions", offered)]


def anchor(seat: Seat, words: str = "") -> StepJson:
    """The first line of a conversation, to which the elements are fastened; empty above a case."""
    at = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    return {
        "id": _id(seat, "anchor"),
        "threadId": seat.thread_id,
        "parentId": None,
        "type": "assistant_message" if words else "system_message",
        "name": "Onboard",
        "output": words,
        "input": "",
        "createdAt": at,
        "streaming": False,
        "metadata": {},
        "tags": ["anchor"],
    }


def _element(seat: Seat, name: str, props: dict[str, object]) -> ElementJson:
    return {
        "id": _id(seat, name),
        "threadId": seat.thread_id,
        "type": "custom",
        "name": name,
        "display": "inline",
        "props": props,
        "forId": _id(seat, "anchor"),
        "mime": "application/json",
    }


def _id(seat: Seat, name: str) -> str:
    return str(uuid5(UUID(seat.thread_id), name))
