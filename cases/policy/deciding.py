"""Time limits, the reasons for declining, and what may be overridden."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from cases.policy.declining import Visibility
from cases.policy.section import Section, Text


class DeclineReason(Section):
    """A reason to decline: for the reviewer, and in plain words for the merchant who may be told it."""

    label: Text
    text: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    visibility: Visibility = Visibility.DISCLOSABLE

    @model_validator(mode="after")
    def _has_words_where_it_is_told(self) -> Self:
        if self.visibility is Visibility.DISCLOSABLE and not self.text:
            raise ValueError("text: a disclosable reason needs the words that the merchant reads")
        if self.visibility is not Visibility.DISCLOSABLE and self.text:
            raise ValueError(f"text: a {self.visibility} reason has no words that a merchant reads")
        return self


class OverridePolicy(Section):
    """How many days an override may last at most."""

    longest_days: Annotated[int, Field(gt=0, le=366)] = 30


class Deadlines(Section):
    """Days a case waits for its merchant and a grant is good; seconds an approval rests first.

    ``pause_minutes``: after how long a silence a merchant with an unfinished application is sent a link.
    ``answer_hours``: within how many hours a merchant is told to expect an answer: those in which somebody
    works where the policy has a calendar, else all hours of weekdays. ``review_hours``: by level of risk, how
    many hours in which somebody works a case may be in review; none: as long as it takes.
    """

    merchant_days: Annotated[int, Field(gt=0)]
    grant_days: Annotated[int, Field(gt=0)]
    hold_seconds: Annotated[int, Field(ge=0)] = 0
    answer_hours: Annotated[int, Field(gt=0, le=240)] = 24
    pause_minutes: Annotated[float, Field(ge=0)] = 30
    review_hours: dict[Literal["low", "medium", "high"], Annotated[int, Field(gt=0, le=1000)]] = Field(
        default_factory=dict[Literal["low", "medium", "high"], int]
    )

    @property
    def hold(self) -> timedelta:
        """How long an approval rests."""
        return timedelta(seconds=self.hold_seconds)

    @property
    def pause(self) -> timedelta:
        """How long a merchant may be silent before they are written to; zero: they never are."""
        return timedelta(minutes=self.pause_minutes)

    def review_hours_at(self, level: str | None) -> int | None:
        """How many open hours a review may take at a level of risk; None where that is not set."""
        return next((hours for name, hours in self.review_hours.items() if name == level), None)
