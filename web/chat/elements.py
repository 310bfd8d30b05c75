"""The card and the queue as Chainlit's custom elements (public/elements/*.jsx draw them)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from cases.assignment import WORKED_ON
from cases.states import State
from desk.card import Card
from desk.case_lines import CaseLine
from web.chat.context import current
from web.chat.seats import Seat
from web.chat.steps import STATES, StepJson
from web.chat.visitor import name_of

ElementJson = dict[str, object]

A_WEEK = timedelta(days=6)
"""Within which a weekday alone says which day is meant."""

WAITING = "waiting"
"""The part of the queue that is for us to do; decided cases that need a look stand in it as well."""

SNOOZED = "snoozed"
ASLEEP = {WAITING: False, SNOOZED: True}
"""What each of these parts shows of what was put aside."""

PARTS: dict[str, tuple[str, frozenset[State] | None]] = {
    WAITING: (
        "Waiting for us",
        WORKED_ON,
    ),
    SNOOZED: ("Put aside", WORKED_ON),
    "merchant": ("With the merchant", frozenset({State.COLLECTING, State.NEEDS_INFORMATION})),
    "running": ("Running", frozenset({State.CHECKING, State.APPROVED, State.PROVISIONING})),
    "done": (
        "Done",
        frozenset({State.ACTIVE, State.SUSPENDED, State.REJECTED})
        | {State.EXPIRED, State.WITHDRAWN, State.CLOSED},
    ),
    "all": ("All", None),
}
"""The parts of the queue: a name, and the states in it."""

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
        return [*pieces, _element(seat, "Application", props)]
    pieces = [_element(seat, name, {}) for name in _MERCHANTS_PIECES]
    return [*pieces, _element(seat, "MyApplication", props)]


def _shown(seat: Seat, card: Card) -> dict[str, object]:
    if card.staff is not None:
        due = _due(seat, card.staff.due)
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


def queue_element(seat: Seat, lines: list[CaseLine], *, more: bool, root: str, invites: bool) -> ElementJson:
    """The reviewer's home: the cases of one part of the queue; ``invites``: whether they may invite."""
    props: dict[str, object] = {
        "root": root,
        "part": seat.part,
        "parts": [{"key": key, "label": label} for key, (label, _) in PARTS.items()],
        "cases": [_line(seat, line) for line in lines],
        "more": more,
        "invite": "/invite" if invites and root else "",
    }
    return _element(seat, "Queue", props)


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


def _line(seat: Seat, line: CaseLine) -> dict[str, object]:
    words = STATES[line.state] if line.state else line.public_state
    words = f"{words}, needs a look" if line.needs_look else words
    return {**line.model_dump(mode="json"), "state_words": words, "due": _due(seat, line.due)}


def _due(seat: Seat, at: datetime | None) -> dict[str, str] | None:
    """When a review is due, as its reader's clock has it; the window itself sees when that is past."""
    if at is None:
        return None
    local = at.astimezone(seat.zone)
    near = abs(at - datetime.now(UTC)) < A_WEEK
    words = f"{local:%A %H:%M}" if near else f"{local:%A} {local.day} {local:%B, %H:%M}"
    return {"at": at.isoformat(), "words": words if name_of(seat.zone) else f"{words} UTC"}


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
