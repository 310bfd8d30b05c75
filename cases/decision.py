"""A decision, and the grant it makes: approval is a thing, not a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cases.checks import RiskLevel

Comment = Annotated[str, StringConstraints(max_length=4000)]


class Conditions(BaseModel):
    """Conditions that an approval carries to ``accounts/create``; amounts in whole units of the currency.

    ``review_on``: the day (UTC) on which the account is looked at again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    monthly_volume_cap: Annotated[int, Field(gt=0)] | None = None
    rolling_reserve_percent: Annotated[float, Field(gt=0, le=100)] | None = None
    payout_delay_days: Annotated[int, Field(gt=0, le=365)] | None = None
    review_on: date | None = None

    def with_those_of(self, other: Conditions) -> Conditions:
        """The stricter of both, condition by condition: what two approvals carry together."""
        return Conditions(
            monthly_volume_cap=_strictest(min, self.monthly_volume_cap, other.monthly_volume_cap),
            rolling_reserve_percent=_strictest(
                max, self.rolling_reserve_percent, other.rolling_reserve_percent
            ),
            payout_delay_days=_strictest(max, self.payout_delay_days, other.payout_delay_days),
            review_on=_strictest(min, self.review_on, other.review_on),
        )

    def are_as_strict_as(self, other: Conditions) -> bool:
        """Whether nothing of the other ones is missing or milder here."""
        return self.with_those_of(other) == self


Amount = TypeVar("Amount", int, float, date)


def _strictest(choose: Callable[[Iterable[Amount]], Amount], *stated: Amount | None) -> Amount | None:
    amounts = [amount for amount in stated if amount is not None]
    return choose(amounts) if amounts else None


class Verdict(BaseModel):
    """What a reviewer says: approve or decline, of which version, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    approved: bool
    version: Annotated[int, Field(ge=1)] | None = None
    reasons: tuple[Annotated[str, StringConstraints(max_length=60)], ...] = ()
    comments: Comment = ""
    conditions: Conditions = Conditions()


class Disclosure(BaseModel):
    """What a declined merchant is told: reasons, until when to appeal and from when to apply again."""

    model_config = ConfigDict(frozen=True)

    reasons: tuple[str, ...]
    appeal_by: date
    apply_again: date


class Decision(BaseModel):
    """A verdict on record, bound to the exact application and policy it was made on."""

    model_config = ConfigDict(frozen=True)

    approved: bool
    by: UUID
    by_name: str
    at: datetime
    version: int
    application_hash: str
    policy_hash: str
    reasons: tuple[str, ...]
    comments: str
    conditions: Conditions
    acknowledged: tuple[str, ...]
    """Checks that were open and not overridden; the comment is the reviewer's acknowledgement."""
    overrides: tuple[str, ...] = ()
    """The overrides that were in force, in words that may hold tokens."""
    lists: Mapping[str, str] = {}
    """The versions of the watch lists that the case was screened against, by name."""
    disclosure: Disclosure | None = None
    """Of a decline: fixed with it, so that another policy later discloses nothing."""


class Override(BaseModel):
    """A person's word against a check, or (with ``level``) against the risk score; both stay on record.

    ``found``: the digest of what it was recorded against (``cases.overrides``).
    """

    model_config = ConfigDict(frozen=True)

    subject: str
    level: RiskLevel | None = None
    reason: str
    by: UUID
    by_name: str
    at: datetime
    expires_at: datetime
    version: int
    found: str


class Grant(BaseModel):
    """Single-use leave to provision exactly one version of one case."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    case_id: UUID
    version: int
    application_hash: str
    submission: UUID | None = None
    """The event of the submission that was approved: what was declared, by whom and when."""
    reviewers: tuple[UUID, ...]
    conditions: Conditions
    not_before: datetime
    """Until then the approval can still be taken back: the policy's hold."""
    expires_at: datetime

    def refusal(self, *, version: int, application_hash: str, now: datetime) -> str | None:
        """Why the grant does not cover this application now; None where it does."""
        if now < self.not_before:
            return "the approval can still be taken back"
        if now >= self.expires_at:
            return "the grant has expired"
        if version != self.version or application_hash != self.application_hash:
            return "the application has changed since it was approved"
        return None
