"""What happens to a request for information, as the log shows it to staff and to the merchant."""

from __future__ import annotations

from cases.events import (
    RequestExtended,
    RequestItemAnswered,
    RequestItemWithdrawn,
    RequestMade,
    RequestNoted,
    RequestReminded,
    RequestWithdrawn,
)
from cases.information import RequestedItem
from desk.information_words import day_in_words, item_label
from desk.rights import Reader
from desk.wordbook import wordbook

RequestEvent = (
    RequestMade
    | RequestNoted
    | RequestItemAnswered
    | RequestItemWithdrawn
    | RequestExtended
    | RequestWithdrawn
    | RequestReminded
)


def request_event_in_words(body: RequestEvent, reader: Reader) -> str:
    """The event in a sentence; may hold tokens."""
    match body:
        case RequestMade():
            return _made(body) if reader.is_staff else body.text
        case RequestNoted():
            return body.note
        case RequestItemAnswered():
            return _answered(body, reader)
        case RequestItemWithdrawn():
            return f"Not needed any more: {_label(body.key, reader)}."
        case RequestExtended():
            return f"The merchant has until {day_in_words(body.until, 'en')}."
        case RequestWithdrawn():
            return "The request for information was taken back."
        case RequestReminded():
            return "The merchant was reminded of what is open."


def _made(body: RequestMade) -> str:
    """For staff with the reasons as they know them."""
    asked = [f"- {_line(item)}" for item in body.items]
    return "\n".join([f"Asked for, until {day_in_words(body.until, 'en')}:", *asked])


def _line(item: RequestedItem) -> str:
    beside = f": “{item.text}”" if item.text else ""
    return f"{item_label(item, 'en')} ({item.reason.replace('_', ' ')}){beside}"


def _answered(body: RequestItemAnswered, reader: Reader) -> str:
    language = "en" if reader.is_staff else reader.record.language
    label = _label(body.key, reader)
    return wordbook(language)(f"request.told_{body.how}", item=label, why=body.text).strip()


def _label(key: str, reader: Reader) -> str:
    """What the item of the latest request is called; of an older one by its key."""
    language = "en" if reader.is_staff else reader.record.language
    request = reader.record.information
    items = request.items if request else ()
    return next((item_label(item, language) for item in items if item.key == key), key)
