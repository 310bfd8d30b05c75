"""Another case that has something in common with this one: what it is, and whether that is suspicious."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.states import State


class TraitKind(StrEnum):
    """What two cases can have in common. ``NEARBY``: the same place, and perhaps nearly the same name."""

    TAX_ID = "tax_id"
    ACCOUNT = "account"
    PHONE = "phone"
    EMAIL = "email"
    DOCUMENT = "document"
    NEARBY = "nearby"


Suspicion = Literal["duplicate_turned_away", "duplicate_other_person", "duplicate_own"]

TURNED_AWAY = frozenset({State.REJECTED, State.SUSPENDED})
GIVEN_UP = frozenset({State.WITHDRAWN, State.EXPIRED})


class Duplicate(BaseModel):
    """The other case as it stood when it was found; ``own``: the same person opened both."""

    model_config = ConfigDict(frozen=True)

    case_id: UUID
    kinds: tuple[TraitKind, ...]
    own: bool
    state: State

    @property
    def suspicion(self) -> Suspicion | None:
        """What to think of it; nothing where somebody merely begins anew what they had given up."""
        if self.state in TURNED_AWAY:
            return "duplicate_turned_away"
        if not self.own:
            return "duplicate_other_person"
        return None if self.state in GIVEN_UP else "duplicate_own"
