"""What the desk reaches outside itself, as it wants to be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from cases.screening import Party, PotentialMatch
from cases.verification import Answer, Inquiry
from storage.watch_lists import StoredList


class Lists(Protocol):
    """The configured watch lists."""

    async def screen(self, party: Party, threshold: float) -> list[PotentialMatch]:
        """Entries at least as like the party as the threshold; raises Unavailable for a list never read."""
        ...

    async def status(self) -> list[StoredList]:
        """The lists as they stand, and what is wrong with one."""
        ...


class Verifier(Protocol):
    """An independent source: a company registry, an identity service, a bank."""

    async def verify(self, inquiry: Inquiry) -> Answer | None:
        """What it says of just the facts that were asked; None where a person has to look it up.

        Raises OnboardError where it cannot be asked.
        """
        ...


class Gateway(Protocol):
    """The provisioning services behind their gateway."""

    async def post(self, step: str, key: str, body: dict[str, object]) -> StepAnswer:
        """Call one service; raises StepFailed when it fails for good."""
        ...


@dataclass(frozen=True)
class StepAnswer:
    """What a provisioning service answered, and after how many attempts."""

    data: dict[str, object]
    attempts: int
