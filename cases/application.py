"""What a merchant tells about their business: the fields, and the hash that a decision is bound to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

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
"""A field's value: whole numbers for revenue (in ``currency``) and years, otherwise text."""


class Application(BaseModel):
    """Everything stated so far. ``annual_revenue`` in whole units of ``currency`` (ISO 4217)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    merchant_name: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    website: Line | None = None
    business_type: Line | None = None
    mcc: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] | None = None
    annual_revenue: Annotated[int, Field(ge=0, le=10**13)] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    years_in_business: Annotated[int, Field(ge=0, le=1000)] | None = None
    business_license: Line | None = None
    address: Address | None = None
    tax_id: Line | None = None
    owners: tuple[Owner, ...] | None = None
    iban: Line | None = None
    routing_number: Line | None = None
    account_number: Line | None = None

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
