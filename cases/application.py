"""What a merchant tells about their business: the fields, and the hash that a decision is bound to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from cases.legal_forms import LegalForm

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class FieldName(StrEnum):
    """The fields of an application, by the names of the contract."""

    MERCHANT_NAME = "merchant_name"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    BUSINESS_TYPE = "business_type"
    MCC = "mcc"
    ANNUAL_REVENUE = "annual_revenue"
    CURRENCY = "currency"
    YEARS_IN_BUSINESS = "years_in_business"
    BUSINESS_LICENSE = "business_license"
    ADDRESS = "address"
    TAX_ID = "tax_id"
    OWNERS = "owners"
    IBAN = "iban"
    ROUTING_NUMBER = "routing_number"
    ACCOUNT_NUMBER = "account_number"
    LEGAL_FORM = "legal_form"
    EXPECTED_MONTHLY_VOLUME = "expected_monthly_volume"
    AVERAGE_TICKET = "average_ticket"
    HIGHEST_TICKET = "highest_ticket"
    ONLINE_SHARE = "online_share"
    DELIVERY_DAYS = "delivery_days"
    REFUND_POLICY = "refund_policy"
    SUBSCRIPTIONS = "subscriptions"
    FORMER_PROCESSOR = "former_processor"
    TERMINATIONS = "terminations"


CHARGED = (FieldName.EXPECTED_MONTHLY_VOLUME, FieldName.AVERAGE_TICKET, FieldName.HIGHEST_TICKET)
"""What is to be charged: amounts in whole units of the application's currency."""

NONE_IS_SAID = (FieldName.SUBSCRIPTIONS, FieldName.FORMER_PROCESSOR, FieldName.TERMINATIONS)
"""Told in words where there is something to tell, and otherwise said to be none."""

UNDERWRITING = (
    FieldName.LEGAL_FORM,
    *CHARGED,
    FieldName.ONLINE_SHARE,
    FieldName.DELIVERY_DAYS,
    FieldName.REFUND_POLICY,
    *NONE_IS_SAID,
)
"""Fields that only a policy which asks for them takes; under another they are not read at all."""

DERIVED = frozenset({FieldName.MCC})
"""Fields that follow from others; nobody states them."""

SENSITIVE = frozenset(
    {FieldName.EMAIL, FieldName.PHONE, FieldName.TAX_ID, FieldName.IBAN, FieldName.ACCOUNT_NUMBER}
)
"""Fields whose value never stands in clear before a model, in a log or in a file."""


class Address(BaseModel):
    """A postal address; parts that were not stated are None. ``country`` is ISO 3166-1 alpha-2."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line1: Line | None = None
    city: Line | None = None
    region: Line | None = None
    postal_code: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] | None = None
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None

    def one_line(self) -> str:
        """The stated parts, in the order of an envelope."""
        parts = (self.line1, self.city, self.region, self.postal_code, self.country)
        return ", ".join(part for part in parts if part)


class Owner(BaseModel):
    """A person, company or trust that owns a share; the share in percent, None where not stated."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Line
    ownership_percent: Annotated[float, Field(ge=0, le=100)] | None = None


FactValue = int | str | Address | tuple[Owner, ...]
"""A field's value: whole numbers for amounts (in ``currency``), years, days and shares, otherwise text."""

Amount = Annotated[int, Field(ge=0, le=10**13)]


class Application(BaseModel):
    """Everything stated so far. Amounts in whole units of ``currency`` (ISO 4217).

    ``expected_monthly_volume``: what is to be paid by card in a month. ``online_share``: of sales, in
    percent. ``delivery_days``: from the charge until the customer has everything. ``subscriptions``,
    ``former_processor`` and ``terminations`` (of a processor's contract) are words; that there are none
    is an absence on record.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    merchant_name: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    website: Line | None = None
    business_type: Line | None = None
    mcc: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    annual_revenue: Amount | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    years_in_business: Annotated[int, Field(ge=0, le=1000)] | None = None
    business_license: Line | None = None
    address: Address | None = None
    tax_id: Line | None = None
    owners: tuple[Owner, ...] | None = None
    iban: Line | None = None
    routing_number: Line | None = None
    account_number: Line | None = None
    legal_form: LegalForm | None = None
    expected_monthly_volume: Amount | None = None
    average_ticket: Amount | None = None
    highest_ticket: Amount | None = None
    online_share: Annotated[int, Field(ge=0, le=100)] | None = None
    delivery_days: Annotated[int, Field(ge=0, le=3650)] | None = None
    refund_policy: Line | None = None
    subscriptions: Line | None = None
    former_processor: Line | None = None
    terminations: Line | None = None

    def get(self, name: FieldName) -> FactValue | None:
        """The value of one field."""
        return getattr(self, name.value)

    def having(self, name: FieldName, value: FactValue | None) -> Application:
        """A copy in which one field has another value; raises ValidationError if it cannot have it."""
        return Application.model_validate({**dict(self), name.value: value})

    def digest(self, fields: Iterable[FieldName]) -> str:
        """SHA-256 (hex) over the given fields in canonical JSON: what a decision is bound to."""
        chosen = self.model_dump_json(include={name.value for name in fields})
        return hashlib.sha256(chosen.encode()).hexdigest()
