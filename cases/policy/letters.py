"""What the letters say that ask for a decision, and for how long their links are good."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from cases.policy.section import Section


class ApprovalLetters(Section):
    """The letters to who may decide a case.

    ``personal_data``: whether they name the merchant and quote what was found; else the case's number alone.
    ``link_hours``: for how long one may decide by the link.
    """

    personal_data: bool = False
    link_hours: Annotated[int, Field(gt=0, le=720)] = 72

    @property
    def lasts(self) -> timedelta:
        """For how long the link is good."""
        return timedelta(hours=self.link_hours)
