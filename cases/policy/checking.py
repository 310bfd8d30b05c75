"""What the checks are made by."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from cases.policy.section import CategoryCode, Section, Share, Text


class CompliancePolicy(Section):
    """The share of compliance checks that must hold."""

    threshold: Share


class ScreeningPolicy(Section):
    """From which likeness (0 to 1) an entry is a potential match; days after which a list is out of date."""

    threshold: Annotated[float, Field(gt=0, le=1)]
    oldest_list_days: Annotated[int, Field(gt=0)] | None = None

    @property
    def oldest(self) -> timedelta | None:
        """How old a list may be; None where the policy does not say."""
        return None if self.oldest_list_days is None else timedelta(days=self.oldest_list_days)


class Prohibited(Section):
    """Lines of business that are not served: by merchant category code and by word."""

    mcc: dict[CategoryCode, Text]
    words: dict[Text, Text]
