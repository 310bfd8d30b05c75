"""How people of the company lead a conversation."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from cases.policy.section import Section


class ConversationPolicy(Section):
    """``takeover_minutes``: how long somebody who has taken a conversation over may stay away from it."""

    takeover_minutes: Annotated[float, Field(gt=0, le=1440)] = 30

    @property
    def takeover(self) -> timedelta:
        """The same as a span of time."""
        return timedelta(minutes=self.takeover_minutes)
