"""Telephone numbers."""

from __future__ import annotations

import re

import phonenumbers

from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.places import country_of_application
from cases.sensitive.plain import plain
from cases.sensitive.spelled import in_digits

_WRITTEN = re.compile(r"\+?\(?\d[\d\s().\-/\u200b]{4,30}\d")


def parse(value: str, country: str | None) -> str:
    """The number in E.164; a national one needs the country. Raises Invalid."""
    try:
        number = phonenumbers.parse(in_digits(plain(value)), country)
    except phonenumbers.NumberParseException as error:
        hint = "" if country else " Please give it with its country code, like +44 …"
        raise Invalid(f"This phone number cannot be read.{hint}", code="invalid_phone") from error
    if not phonenumbers.is_possible_number(number):
        raise Invalid("This phone number has too few or too many digits.", code="invalid_phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def ground(value: str, words: str, context: Context) -> str:
    """The number in E.164, if the words state it; raises Ungrounded or Invalid."""
    country = country_of_application(context.application)
    number = parse(value, country)
    for written in _WRITTEN.findall(in_digits(plain(words))):
        try:
            if parse(written, country) == number:
                return number
        except Invalid:
            continue
    raise Ungrounded("The words do not hold this phone number.")
