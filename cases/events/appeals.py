"""A merchant who asks for a second decision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.events.body import EventBody


class AppealMade(EventBody):
    """The merchant of a declined case says why it should be looked at again; ``text`` may hold tokens."""

    kind: Literal["appeal.made"] = "appeal.made"
    text: str
    secrets: Mapping[str, str] = {}
