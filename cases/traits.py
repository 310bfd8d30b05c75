"""By what a case is known again: short texts in one spelling, which are compared by keyed hash only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import phonenumbers

from cases.application import Address, Application
from cases.duplicates import TraitKind
from cases.names import normalise, sound
from cases.record import CaseRecord

_WITHOUT_DOTS = frozenset({"gmail.com", "googlemail.com"})
"""Mailboxes that are the same with and without dots before the @."""


class Trait(NamedTuple):
    """One thing by which a case is known again. The text is sensitive: it is never stored or logged."""

    kind: TraitKind
    text: str


def traits_of(record: CaseRecord) -> frozenset[Trait]:
    """Everything that another case of the same merchant would have as well."""
    return frozenset((*_told(record.application), *_sent(record), *_nearby(record.application)))


def _told(application: Application) -> Iterator[Trait]:
    country = application.address.country if application.address else None
    if application.tax_id:
        yield Trait(TraitKind.TAX_ID, _squeezed(application.tax_id).removeprefix(country or ""))
    if application.iban:
        yield Trait(TraitKind.ACCOUNT, _squeezed(application.iban))
    elif application.account_number and (application.routing_number or country):
        bank = application.routing_number or country or ""
        yield Trait(TraitKind.ACCOUNT, f"{_squeezed(bank)}/{_squeezed(application.account_number)}")
    if application.phone:
        yield Trait(TraitKind.PHONE, _number(application.phone, country))
    if application.email:
        yield Trait(TraitKind.EMAIL, _mailbox(application.email))


def _sent(record: CaseRecord) -> Iterator[Trait]:
    for document in record.documents.values():
        if not document.internal:
            yield Trait(TraitKind.DOCUMENT, document.sha256)


def _nearby(application: Application) -> Iterator[Trait]:
    """Keys that are equal where name and address are nearly so: a word's sound and a place, or the house.

    They only find candidates: whoever reads them compares the names.
    """
    address = application.address
    if address is None or not application.merchant_name:
        return
    words = {sound(word) or word for word in normalise(application.merchant_name)}
    for place in _places(address):
        yield from (Trait(TraitKind.NEARBY, f"{place}|{word}") for word in words)
    if house := _house(address):
        yield Trait(TraitKind.NEARBY, house)


def _places(address: Address) -> Iterator[str]:
    number = _house_number(address)
    if address.postal_code:
        yield f"{address.country}|{_squeezed(address.postal_code)}"
    if address.city and number:
        city = " ".join(map(sound, normalise(address.city)))
        yield f"{address.country}|{city}|{number}"


def _house(address: Address) -> str | None:
    number = _house_number(address)
    if not (number and address.postal_code and address.line1):
        return None
    # "High Street" is written "High Str." as well: the first letter has to do.
    street = next((word[0] for word in normalise(address.line1) if not word[0].isdigit()), "")
    return f"{address.country}|{_squeezed(address.postal_code)}|{number}|{street}"


def _house_number(address: Address) -> str | None:
    found = re.search(r"\d+", address.line1 or "")
    return found[0] if found else None


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text).upper()


def _number(phone: str, country: str | None) -> str:
    """The number in E.164, however it is written; as it is where it cannot be read."""
    try:
        number = phonenumbers.parse(phone, country)
    except phonenumbers.NumberParseException:
        return _squeezed(phone)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _mailbox(email: str) -> str:
    """The mailbox behind an address: capitals and what stands behind a plus sign do not matter."""
    local, _, domain = email.casefold().rpartition("@")
    local = local.partition("+")[0]
    if domain in _WITHOUT_DOTS:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"
