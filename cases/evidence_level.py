"""The ladder of evidence."""

from __future__ import annotations

from enum import Enum
from functools import total_ordering


@total_ordering
class EvidenceLevel(Enum):
    """How well a fact is known, from the merchant's word to an independent source."""

    STATED = "stated"
    WELL_FORMED = "well_formed"
    DOCUMENTED = "documented"
    VERIFIED = "verified"

    @property
    def step(self) -> int:
        """Its place on the ladder, from 1."""
        return [*EvidenceLevel].index(self) + 1

    def __lt__(self, other: EvidenceLevel) -> bool:
        return self.step < other.step
