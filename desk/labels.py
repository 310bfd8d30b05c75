"""The words that people read for fields, checks, steps and speakers."""

from __future__ import annotations

from collections.abc import Iterable

from babel.numbers import format_decimal

from cases.application import CHARGED, Address, FactValue, FieldName
from cases.duplicates import TraitKind
from cases.languages import Language
from cases.sensitive import mask
from cases.states import PUBLIC
from desk.wordbook import wordbook

_PUBLIC_KEYS = {text: text.casefold().replace(" ", "_") for text in PUBLIC.values()}


def field_label(name: FieldName, language: Language = "en") -> str:
    """What a field is called."""
    return wordbook(language)(f"field.{name.value}")


def fields_in_words(names: Iterable[FieldName], language: Language = "en", more: str = "") -> str:
    """Fields by their names, in a list within a sentence; ``more`` ends it where there are too many."""
    named = (within_a_sentence(field_label(name, language), language) for name in names)
    labels = [*named, *filter(None, [more])]
    last = f" {wordbook(language)('status.and')} "
    return last.join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))


def within_a_sentence(label: str, language: Language) -> str:
    """A label as it is written where a sentence has begun before it."""
    return label if label.isupper() or language == "de" else label[:1].lower() + label[1:]


def step_label(step: str, language: Language = "en") -> str:
    """What a provisioning step is called."""
    return wordbook(language)(f"status.label_{step.replace('/', '_')}")


def public_label(public_state: str, language: Language = "en") -> str:
    """What the merchant reads instead of a state (``cases.states.PUBLIC``) in their language."""
    return wordbook(language)(f"state.{_PUBLIC_KEYS[public_state]}")


def assistant_label(language: Language = "en") -> str:
    """The name of the one voice in which agents speak to a merchant."""
    return wordbook(language)("chat.assistant")


FIELDS: dict[FieldName, str] = {name: field_label(name) for name in FieldName}
"""The fields as staff read them."""

STEPS = {
    step: step_label(step)
    for step in ("accounts/create", "dashboard/configure", "welcome/send", "accounts/activate")
}
"""The provisioning steps as staff read them."""

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
    language: Language = "en",
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
        return _figure_in_words(name, value, currency, language)
    if name is FieldName.LEGAL_FORM:
        return wordbook(language)(f"value.legal_form_{value}")
    return value if name in clear else mask(name, value)


def _figure_in_words(name: FieldName, value: int, currency: str | None, language: Language) -> str:
    words, figure = wordbook(language), format_decimal(value, locale=language)
    if name is FieldName.ONLINE_SHARE:
        return f"{figure} %"
    if name is FieldName.DELIVERY_DAYS:
        special = {0: "value.same_day", 1: "value.one_day"}.get(value)
        return words(special) if special else words("value.days", days=figure)
    amount = f"{figure} {currency}" if currency and name in _AMOUNTS else figure
    return words("value.a_month", amount=amount) if name is FieldName.EXPECTED_MONTHLY_VOLUME else amount


_AMOUNTS = (FieldName.ANNUAL_REVENUE, *CHARGED)

CHECKS = {
    "verified_company_registry": "Company registry",
    "verified_identity": "Identity confirmed elsewhere",
    "verified_bank_account": "Bank account confirmed elsewhere",
    "verified_website": "Website visited",
    "verified_match": "MATCH inquiry",
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
    "email_domain": "Domain of the e-mail address",
    "phone_country": "Country of the phone number",
    "website_public": "Website can be reached by the public",
    "tax_number_kind": "Kind of tax number",
    "licence_form": "Form of the licence number",
    "bank_details": "Bank, and its country",
    "postal_code_fits": "Postal code, region and country",
    "revenue_for_age": "Revenue for the age of the business",
    "card_volume": "Card volume, tickets and revenue",
    "founding_dates": "Year of founding",
    "owners_of_age": "Ages of the owners",
    "ownership_complete": "Everybody who owns or controls it is known",
    "owner_identity": "Owners are identified",
    "blocked_ownership": "Shares of blocked persons",
    "evidence_level": "Facts are known well enough",
    "no_duplicates": "Other applications of the same merchant",
    "screening": "Watch lists",
    "embargoed_places": "Embargoed places",
    "kyc_complete": "Who is behind it (KYC)",
    "aml_verified": "Money laundering lists (AML)",
    "data_privacy": "Privacy notice",
    "industry_specific": "Line of business is served",
    "category_confirmed": "Category is confirmed",
    "industry_evidence": "Evidence for the line of business",
}

TRAITS = {
    TraitKind.TAX_ID: "tax number",
    TraitKind.ACCOUNT: "bank account",
    TraitKind.PHONE: "phone number",
    TraitKind.EMAIL: "e-mail address",
    TraitKind.DOCUMENT: "a document",
    TraitKind.NEARBY: "name and address, nearly",
}
"""What two cases can have in common, as staff read it."""


def check_label(key: str) -> str:
    """What a check is about, in words; another policy's check by its own name."""
    return CHECKS.get(key, key.replace("_", " ").capitalize())
