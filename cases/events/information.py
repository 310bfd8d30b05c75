"""Requests for information: what is asked of the merchant, by when, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

from cases.events.body import EventBody
from cases.information import How, RequestedItem


class RequestMade(EventBody):
    """A reviewer asks the merchant for several things. ``text``: all of it as the merchant is told it.

    ``until``: the day that is named, and ``due_at`` its end where the merchant was then.
    """

    kind: Literal["request.made"] = "request.made"
    items: tuple[RequestedItem, ...]
    until: date
    due_at: datetime
    text: str
    secrets: Mapping[str, str] = {}


class RequestNoted(EventBody):
    """Why the reviewer asks, for colleagues."""

    kind: Literal["request.noted"] = "request.noted"
    note: str
    secrets: Mapping[str, str] = {}


class RequestItemAnswered(EventBody):
    """The merchant answered an item in words: at ``source_seq``, or with ``text`` why there is none."""

    kind: Literal["request.item_answered"] = "request.item_answered"
    key: str
    how: How
    source_seq: int | None = None
    text: str = ""
    secrets: Mapping[str, str] = {}


class RequestItemWithdrawn(EventBody):
    """A reviewer does not need an item any more."""

    kind: Literal["request.item_withdrawn"] = "request.item_withdrawn"
    key: str


class RequestExtended(EventBody):
    """The merchant has until another time."""

    kind: Literal["request.extended"] = "request.extended"
    until: date
    due_at: datetime


class RequestWithdrawn(EventBody):
    """A reviewer takes the whole request back."""

    kind: Literal["request.withdrawn"] = "request.withdrawn"


class RequestReminded(EventBody):
    """The merchant was reminded of what is open."""

    kind: Literal["request.reminded"] = "request.reminded"
