"""Decisions drawn at random, and what another person thinks of them afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from uuid import UUID

from cases.events.body import EventBody


class SecondLookDrawn(EventBody):
    """A number was drawn from 0 to ``out_of`` - 1; the decision gets a second look where it is ``below``."""

    kind: Literal["second_look.drawn"] = "second_look.drawn"
    number: int
    below: int
    out_of: int

    @property
    def is_chosen(self) -> bool:
        """Whether the decision gets a second look."""
        return self.number < self.below


class SecondLookRecorded(EventBody):
    """Another person looked at a decision afterwards; it stands whatever they think."""

    kind: Literal["second_look.recorded"] = "second_look.recorded"
    by: UUID
    by_name: str
    agrees: bool
    reason: str
    secrets: Mapping[str, str] = {}
