"""Time limits, the reasons for declining, and what may be overridden."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from cases.policy.section import Section, Text


class DeclineReason(Section):
    """A reason to decline: for the reviewer, and in plain words for the merchant."""

    label: Text
    text: Text


class OverridePolicy(Section):
    """How many days an override may last at most."""

    longest_days: Annotated[int, Field(gt=0, le=366)] = 30


class Deadlines(Section):
    """Days a case waits for its merchant and a grant is good; seconds an approval rests first.

    ``pause_minutes``: after how long a silence a merchant with an unfinished application is sent a link.
    ``answer_hours``: within how many hours, counted on weekdays, a merchant is told to expect an answer.
    """

    merchant_days: Annotated[int, Field(gt=0)]
    grant_days: Annotated[int, Field(gt=0)]
    hold_seconds: Annotated[int, Field(ge=0)] = 0
    answer_hours: Annotated[int, Field(gt=0, le=240)] = 24
    pause_minutes: Annotated[float, Field(ge=0)] = 30

    @property
    def hold(self) -> timedelta:
        """How long an approval rests."""
        return timedelta(seconds=self.hold_seconds)

    @property
    def pause(self) -> timedelta:
        """How long a merchant may be silent before they are written to; zero: they never are."""
        return timedelta(minutes=self.pause_minutes)
