"""What a window is sent of the card: only what differs from what it has."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast
from uuid import uuid4

from web.chat.seats import Seat


class Session:
    """Chainlit's session, as far as it is sent something."""

    thread_id = "thread"

    def __init__(self) -> None:
        self.sent: list[object] = []

    async def emit(self, event: str, data: object) -> None:
        self.sent.append(data)


async def test_a_window_is_sent_nothing_where_staff_did_something_that_its_card_does_not_show() -> None:
    session = Session()
    seat = Seat(cast("Any", session), uuid4(), datetime.now(UTC), UTC)
    card = {"id": "card", "props": {"state": "In review"}}
    await seat.show(card)
    await seat.show({**card})
    assert session.sent == [card]
    declined = {"id": "card", "props": {"state": "Declined"}}
    await seat.show(declined)
    assert session.sent == [card, declined]


async def test_what_was_shown_while_nobody_was_there_is_shown_on_return() -> None:
    session = Session()
    seat = Seat(cast("Any", session), uuid4(), datetime.now(UTC), UTC, away=True)
    card = {"id": "card", "props": {}}
    await seat.show(card)
    seat.away = False
    await seat.show(card)
    assert session.sent == [card]
