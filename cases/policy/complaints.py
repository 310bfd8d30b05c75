"""By when complaints are answered, by the merchant's country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from cases.policy.calendar import Country
from cases.policy.section import Section, Text


class ComplaintTerms(Section):
    """Within how many business days a complaint is answered, and which rule says so."""

    answer_days: Annotated[int, Field(gt=0, le=100)]
    source: Text


class ComplaintPolicy(Section):
    """The terms for everybody, and those that other countries (ISO 3166-1 alpha-2) have."""

    terms: ComplaintTerms = ComplaintTerms(answer_days=15, source="Our own promise")
    by_country: Mapping[Country, ComplaintTerms] = {}

    def terms_in(self, country: str | None) -> ComplaintTerms:
        """The terms in a country."""
        return self.by_country.get(country or "", self.terms)
