"""What came back by a letter."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from cases.events.body import EventBody


class DecisionLinkUsed(EventBody):
    """The decision before it was made on the page that a letter's link opens; the link is used up."""

    kind: Literal["decision.link_used"] = "decision.link_used"
    link_id: UUID
