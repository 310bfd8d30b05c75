"""A policy: what is needed, how risk is scored, what bars an approval. Pure data."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from cases.application import DERIVED, Application, FieldName

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
CategoryCode = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Share = Annotated[Decimal, Field(ge=0, le=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RateTable(_Strict):
    """Dated exchange rates: how many units of a currency one unit of the base buys."""

    as_of: date
    base: CurrencyCode
    units_per_base: dict[CurrencyCode, Annotated[Decimal, Field(gt=0)]]

    def to_base(self, amount: int, currency: str | None) -> Decimal | None:
        """The amount in the base currency; None where the table does not know the currency."""
        if currency == self.base:
            return Decimal(amount)
        rate = self.units_per_base.get(currency or "")
        return None if rate is None else Decimal(amount) / rate


class RiskRule(_Strict):
    """Points for a figure over a bound (revenue: in the base currency)."""

    code: Text
    field: Literal[FieldName.YEARS_IN_BUSINESS, FieldName.ANNUAL_REVENUE]
    over: Decimal
    points: Annotated[Decimal, Field(ge=-1, le=1)]
    text: Text
    otherwise: Text


class RiskPolicy(_Strict):
    """The scorecard: where it starts, its rules, and above which score risk is low."""

    start: Share
    rules: tuple[RiskRule, ...]
    low_above: Share


class CompliancePolicy(_Strict):
    """The share of compliance checks that must hold."""

    threshold: Share


class ScreeningPolicy(_Strict):
    """From which likeness (0 to 1) an entry is a potential match; days after which a list is out of date."""

    threshold: Annotated[float, Field(gt=0, le=1)]
    oldest_list_days: Annotated[int, Field(gt=0)] | None = None

    @property
    def oldest(self) -> timedelta | None:
        """How old a list may be; None where the policy does not say."""
        return None if self.oldest_list_days is None else timedelta(days=self.oldest_list_days)


class Prohibited(_Strict):
    """Lines of business that are not served: by merchant category code and by word."""

    mcc: dict[CategoryCode, Text]
    words: dict[Text, Text]


class Notice(_Strict):
    """The privacy notice that is shown before the first question."""

    version: Text
    language: Text
    page: Text


class EventuallyPolicy(_Strict):
    """What is needed later: fields, an account for payouts, details of owners from a share (percent) on."""

    fields: tuple[FieldName, ...] = (FieldName.TAX_ID, FieldName.OWNERS)
    payout_account: bool = True
    owners_from: Annotated[float, Field(gt=0, le=100)] = 25


class AgreementPolicy(_Strict):
    """The merchant agreement that a submission accepts; its texts are files by language."""

    version: Text = "1"


class DeclineReason(_Strict):
    """A reason to decline: for the reviewer, and in plain words for the merchant."""

    label: Text
    text: Text


class Deadlines(_Strict):
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


class Policy(_Strict):
    """Everything that a company decides for itself, in one versioned file."""

    name: Text
    version: Text
    required: tuple[FieldName, ...]
    may_be_absent: tuple[FieldName, ...]
    optional: tuple[FieldName, ...]
    eventually: EventuallyPolicy = EventuallyPolicy()
    material: tuple[FieldName, ...]
    rates: RateTable
    risk: RiskPolicy
    compliance: CompliancePolicy
    screening: ScreeningPolicy
    prohibited: Prohibited
    notice: Notice
    agreement: AgreementPolicy = AgreementPolicy()
    deadlines: Deadlines
    blocking_checks: tuple[str, ...] = ()
    second_approval: tuple[Literal["low", "medium", "high"], ...] = ()
    decline_reasons: Annotated[dict[Text, DeclineReason], Field(min_length=1)]

    @field_validator("required", "optional", "may_be_absent")
    @classmethod
    def _can_be_asked_for(cls, names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
        derived = DERIVED.intersection(names)
        if derived:
            raise ValueError(f"{min(derived)} follows from other fields and cannot be asked for")
        return names

    @field_validator("optional")
    @classmethod
    def _is_not_required_too(
        cls, names: tuple[FieldName, ...], info: ValidationInfo
    ) -> tuple[FieldName, ...]:
        twice = set(names).intersection(info.data.get("required", ()))
        if twice:
            raise ValueError(f"{min(twice)} is both required and optional")
        return names

    @property
    def hash(self) -> str:
        """SHA-256 (hex) of the policy in canonical JSON; scorecards and decisions name it."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()

    def application_hash(self, application: Application) -> str:
        """What a decision and its grant are bound to: the digest of the material fields."""
        return application.digest(self.material)
