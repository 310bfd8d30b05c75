"""The check that every fact passes, whoever proposes it: do the quoted words say this value?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from pydantic import ValidationError

from cases.application import Address, FactValue, FieldName
from cases.errors import Invalid
from cases.fields import (
    address,
    bank,
    currency,
    email,
    legal_form,
    owners,
    phone,
    revenue,
    tax,
    text,
    underwriting,
    website,
    years,
)
from cases.fields.context import Context
from cases.fields.places import country_of_application

_LONGEST_QUOTE = 20_000
_Value = TypeVar("_Value")


def ground(name: FieldName, value: FactValue, words: str, context: Context) -> FactValue:
    """The value in its canonical form, if the words state it.

    ``words`` are the merchant's own, quoted verbatim, ``value`` what somebody claims they say; both
    with tokens resolved. Raises Ungrounded (the words say something else) or Invalid (what they say
    cannot be used: a wrong check digit, no e-mail address).
    """
    if len(words) > _LONGEST_QUOTE:
        raise Invalid("The quoted words are too long.", code="invalid_quote")
    if name is FieldName.MCC:
        raise Invalid("The category follows from the line of business; nobody states it.")
    if isinstance(value, Address):
        return address.ground(_of(name, FieldName.ADDRESS, value), words, context)
    if isinstance(value, tuple):
        return owners.ground(_of(name, FieldName.OWNERS, value), words, context)
    if isinstance(value, int):
        return _ground_number(name, value, words, context)
    return _ground_text(name, value, words, context)


def _of(name: FieldName, expected: FieldName, value: _Value) -> _Value:
    if name is not expected:
        raise Invalid(f"This is not a value for {name.value}.")
    return value


def _ground_number(name: FieldName, value: int, words: str, context: Context) -> int:
    if name is FieldName.ANNUAL_REVENUE:
        return revenue.ground(value, words, context)
    if name is FieldName.YEARS_IN_BUSINESS:
        return years.ground(value, words, context)
    return underwriting.ground_number(name, value, words, context)


def _ground_text(name: FieldName, value: str, words: str, context: Context) -> str:
    match name:
        case FieldName.EMAIL:
            return email.ground(value, words)
        case FieldName.PHONE:
            return phone.ground(value, words, context)
        case FieldName.WEBSITE:
            return website.ground(value, words, context)
        case FieldName.CURRENCY:
            return currency.ground(value, words, context)
        case FieldName.TAX_ID:
            return tax.ground(value, words)
        case FieldName.IBAN | FieldName.ROUTING_NUMBER | FieldName.ACCOUNT_NUMBER:
            return _ground_bank(name, value, words)
        case FieldName.MERCHANT_NAME | FieldName.BUSINESS_LICENSE | FieldName.BUSINESS_TYPE:
            return _ground_wording(name, value, words)
        case FieldName.LEGAL_FORM:
            return legal_form.ground(value, words, context)
        case _ if name in underwriting.WORDS:
            return underwriting.ground_words(name, value, words, context)
        case _:
            raise Invalid(f"This is not a value for {name.value}.")


def _ground_bank(name: FieldName, value: str, words: str) -> str:
    number = _BANK[name](value)
    bank.require_stated(number, words)
    return number


def _ground_wording(name: FieldName, value: str, words: str) -> str:
    if name is FieldName.BUSINESS_LICENSE:
        line = text.parse_licence(value)
        text.require_verbatim(line, words)
    elif name is FieldName.BUSINESS_TYPE:
        line = text.parse_line(value)
        text.require_nearly_verbatim(line, words)
    else:
        line = text.parse_line(value)
        text.require_verbatim(line, words)
    return line


_BANK = {
    FieldName.IBAN: bank.parse_iban,
    FieldName.ROUTING_NUMBER: bank.parse_routing_number,
    FieldName.ACCOUNT_NUMBER: bank.parse_account_number,
}


def parse_stated(name: FieldName, raw: object, context: Context) -> FactValue:
    """A value from a form or a request body (a string, a number, an object), in canonical form.

    ``context`` gives the country for national phone numbers and the day for "since 2019". Raises
    Invalid with a message for the person who filled it in.
    """
    match name:
        case FieldName.ANNUAL_REVENUE:
            return revenue.parse(raw)
        case FieldName.YEARS_IN_BUSINESS:
            return years.parse(raw, context.today)
        case FieldName.OWNERS:
            return owners.parse(raw)
        case FieldName.ADDRESS:
            return _address(raw)
        case FieldName.MCC:
            raise Invalid("The category follows from the line of business; nobody states it.")
        case FieldName.LEGAL_FORM:
            return legal_form.parse(raw)
        case _ if name in underwriting.NUMBERS:
            return underwriting.parse_number(name, raw)
        case _ if name in underwriting.WORDS:
            return underwriting.parse_words(name, raw)
        case _:
            return _line(name, raw, context)


def _address(raw: object) -> Address:
    if isinstance(raw, str):
        return address.parse(raw)
    if isinstance(raw, Address):
        return raw
    if not isinstance(raw, Mapping):
        raise Invalid("An address is a line of text or an object.", code="invalid_address")
    try:
        stated = cast("Mapping[str, object]", raw)
        given = Address.model_validate({key: part for key, part in stated.items() if part})
    except ValidationError as error:
        raise Invalid(
            "An address has line1, city, region, postal_code and a two-letter country.",
            code="invalid_address",
        ) from error
    if given == Address():
        raise Invalid("This address is empty.", code="invalid_address")
    return given


def _line(name: FieldName, raw: object, context: Context) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise Invalid(f"{name.value} is text and may not be empty.", code=f"invalid_{name.value}")
    match name:
        case FieldName.EMAIL:
            return email.parse(raw)
        case FieldName.PHONE:
            return phone.parse(raw, country_of_application(context.application))
        case FieldName.WEBSITE:
            return website.parse(raw)
        case FieldName.CURRENCY:
            return currency.parse(raw)
        case FieldName.TAX_ID:
            return tax.parse(raw)
        case FieldName.IBAN | FieldName.ROUTING_NUMBER | FieldName.ACCOUNT_NUMBER:
            return _BANK[name](raw)
        case _:
            return text.parse_line(raw)


__all__ = ["ground", "parse_stated"]
