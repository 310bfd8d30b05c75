"""What staff do about applications that wait for their merchant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.events.body import EventBody


class ReminderAsked(EventBody):
    """A reviewer had the merchant sent a link to go on with."""

    kind: Literal["reminder.asked"] = "reminder.asked"
    by_name: str


class ClosedAsIncomplete(EventBody):
    """A reviewer closed an unfinished application; the reason holds tokens in the place of ``secrets``."""

    kind: Literal["case.closed_incomplete"] = "case.closed_incomplete"
    by_name: str
    reason: str
    secrets: Mapping[str, str] = {}
