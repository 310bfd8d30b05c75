"""Who is behind the merchant, beyond the names and shares of the application's owners."""

from __future__ import annotations

from typing import Literal

from cases.events.body import EventBody
from cases.ownership.stated import StatedParty
from cases.ownership.structure import PartyId


class PartyStated(EventBody):
    """Somebody behind the merchant was described, or described anew, maybe under another name."""

    kind: Literal["party.stated"] = "party.stated"
    party: StatedParty


class PartyRemoved(EventBody):
    """Somebody has nothing to do with the merchant after all."""

    kind: Literal["party.removed"] = "party.removed"
    party: PartyId
    name: str
