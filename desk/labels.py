"""The words that people read for fields, checks, steps and speakers."""

from __future__ import annotations

from cases.application import Address, FactValue, FieldName
from cases.sensitive import mask

FIELDS: dict[FieldName, str] = {
    FieldName.MERCHANT_NAME: "Business name",
    FieldName.EMAIL: "E-mail",
    FieldName.PHONE: "Phone",
    FieldName.WEBSITE: "Website",
    FieldName.BUSINESS_TYPE: "Line of business",
    FieldName.MCC: "Merchant category code",
    FieldName.ANNUAL_REVENUE: "Annual revenue",
    FieldName.CURRENCY: "Currency",
    FieldName.YEARS_IN_BUSINESS: "Years in business",
    FieldName.BUSINESS_LICENSE: "Business licence",
    FieldName.ADDRESS: "Business address",
    FieldName.TAX_ID: "Tax number",
    FieldName.OWNERS: "Owners",
    FieldName.IBAN: "IBAN",
    FieldName.ROUTING_NUMBER: "Routing number",
    FieldName.ACCOUNT_NUMBER: "Account number",
}

STEPS = {
    "accounts/create": "Create the account",
    "dashboard/configure": "Set up the dashboard",
    "welcome/send": "Send the welcome message",
    "accounts/activate": "Activate the account",
}

AGENTS = {
    "preprocessor": "Preprocessor",
    "validator": "Validator",
    "risk_analyst": "Risk analyst",
    "provisioner": "Provisioner",
    "reviewer": "Reviewer",
    "desk": "Onboard",
}

ASSISTANT = "Onboard assistant"
"""The one voice in which agents speak to a merchant."""

IN_CLEAR = frozenset({FieldName.EMAIL, FieldName.PHONE})
"""Sensitive fields that their merchant and the reviewer read whole, since they write and call there."""


def value_in_words(
    name: FieldName,
    value: FactValue | None,
    *,
    currency: str | None = None,
    clear: frozenset[FieldName] = frozenset(),
) -> str | None:
    """A field's value as a person reads it, masked unless it is in ``clear``."""
    if value is None:
        return None
    if isinstance(value, Address):
        return value.one_line()
    if isinstance(value, tuple):
        return ", ".join(
            owner.name + (f" {owner.ownership_percent:g} %" if owner.ownership_percent is not None else "")
            for owner in value
        )
    if isinstance(value, int):
        unit = f" {currency}" if name is FieldName.ANNUAL_REVENUE and currency else ""
        return f"{value:,}{unit}"
    return value if name in clear else mask(name, value)


CHECKS = {
    "has_business_license": "Business licence",
    "valid_email": "E-mail address",
    "complete_address": "Business address",
    "valid_phone": "Phone number",
    "valid_website": "Website",
    "valid_tax_id": "Tax number",
    "revenue_plausible": "Revenue is plausible",
    "years_plausible": "Years in business are plausible",
    "known_line_of_business": "Line of business is known",
    "owners_add_up": "Ownership adds up",
    "bank_account_valid": "Bank account",
    "screening": "Watch lists",
    "kyc_complete": "Who is behind it (KYC)",
    "aml_verified": "Money laundering lists (AML)",
    "data_privacy": "Privacy notice",
    "industry_specific": "Line of business is served",
}


def check_label(key: str) -> str:
    """What a check is about, in words; another policy's check by its own name."""
    return CHECKS.get(key, key.replace("_", " ").capitalize())
