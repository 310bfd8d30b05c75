"""How well facts have to be known, and who verifies them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from cases.application import FieldName
from cases.evidence_level import EvidenceLevel
from cases.participants import PersonalField
from cases.policy.section import Section

FactName = FieldName | PersonalField
"""A field of the application, or a detail that each person has one of."""


class EvidencePolicy(Section):
    """The level of evidence that each fact, where it is there, has to reach; ``by_risk`` raises it.

    Levels: ``stated``, ``well_formed``, ``documented``, ``verified``, each higher than the one before.
    """

    required: Mapping[FactName, EvidenceLevel] = {}
    by_risk: Mapping[Literal["low", "medium", "high"], Mapping[FactName, EvidenceLevel]] = {}

    def levels_at(self, risk: str | None) -> dict[FactName, EvidenceLevel]:
        """The level for each fact at a risk level (None: not scored yet), the higher of two."""
        wanted = dict(self.required)
        for tier, levels in self.by_risk.items():
            if tier == risk:
                wanted |= {name: max(level, wanted.get(name, level)) for name, level in levels.items()}
        return wanted


class VerificationRule(Section):
    """Who verifies one kind of thing, and of which facts, as far as they are there.

    ``manual``: a reviewer looks it up and records it. ``http``: the service of ONBOARD_VERIFICATION_URL.
    """

    provider: Literal["manual", "http"]
    about: Annotated[tuple[FactName, ...], Field(min_length=1)]
