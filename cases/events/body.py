"""What the bodies of all events have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class EventBody(BaseModel):
    """What happened: never changed once written, and nothing in it that its kind does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")
