"""What the chat works with; set once by whoever starts it, found by the handlers that Chainlit calls."""

from __future__ import annotations

from dataclasses import dataclass

from desk.desk import Desk
from desk.feed import Feed
from desk.people import People
from desk.queue.queue import Queue
from desk.views import Views
from storage.settings import Settings


@dataclass(frozen=True)
class ChatContext:
    """The doors that the chat uses: commands, accounts, reading, the queue, what is new, settings."""

    desk: Desk
    people: People
    views: Views
    queue: Queue
    feed: Feed
    settings: Settings


class _Holder:
    context: ChatContext | None = None


def use(context: ChatContext) -> None:
    """Make the context the one that the handlers find."""
    _Holder.context = context


def is_set() -> bool:
    """Whether somebody has started the chat with a context already."""
    return _Holder.context is not None


def current() -> ChatContext:
    """The context in use; raises RuntimeError before ``use``."""
    if _Holder.context is None:
        raise RuntimeError("the chat has no context yet")
    return _Holder.context
