"""Watch lists for tests of other things: empty, fixed, or out of reach."""

from __future__ import annotations

from dataclasses import dataclass, field

from cases.errors import Unavailable
from cases.screening import Party, PotentialMatch
from storage.watch_lists import StoredList


@dataclass
class FixedLists:
    """Watch lists that answer what they are told to; as they come, nobody stands on them."""

    matches: list[PotentialMatch] = field(default_factory=list[PotentialMatch])
    stored: list[StoredList] = field(default_factory=list[StoredList])

    async def screen(self, party: Party, threshold: float) -> list[PotentialMatch]:
        """The matches of the party's name."""
        return [match for match in self.matches if match.subject == party.name]

    async def status(self) -> list[StoredList]:
        """The lists."""
        return self.stored


class UnreadableLists(FixedLists):
    """Watch lists that cannot be read."""

    async def screen(self, party: Party, threshold: float) -> list[PotentialMatch]:
        """Raises Unavailable."""
        raise Unavailable("The watch list cannot be read.")
