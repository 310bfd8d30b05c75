"""What people found about potential matches on watch lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.events.body import EventBody
from cases.screening import Resolution


class MatchResolved(EventBody):
    """A person said what a potential match is; the reason holds tokens in the place of ``secrets``."""

    kind: Literal["match.resolved"] = "match.resolved"
    pair: str
    resolution: Resolution
    secrets: Mapping[str, str] = {}


class MatchReopened(EventBody):
    """A potential match has to be looked at again, and why."""

    kind: Literal["match.reopened"] = "match.reopened"
    pair: str
    reason: str
    secrets: Mapping[str, str] = {}
