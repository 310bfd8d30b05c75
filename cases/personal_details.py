"""Details of a person as they are entered: read strictly, kept in one form."""

from __future__ import annotations

import re
from datetime import date, datetime

import pycountry
from stdnum.exceptions import ValidationError
from stdnum.us import ssn

from cases.errors import Invalid
from cases.participants import PepDeclaration, PersonalField
from cases.sensitive import drop_cards

YOUNGEST, OLDEST = 16, 120
"""Years of age of somebody who can own or sign for a business."""

_IDENTITY_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./\-]{3,30}[A-Za-z0-9]")
_DATE_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y")


def parse_detail(field: PersonalField, text: str, today: date) -> str:
    """The detail as it is kept: dates as ISO 8601, countries as ISO 3166-1 alpha-2; raises Invalid."""
    written = " ".join(text.split())
    match field:
        case PersonalField.DATE_OF_BIRTH:
            return _birth_date(written, today).isoformat()
        case PersonalField.NATIONALITY:
            return _country(written)
        case PersonalField.SOCIAL_SECURITY_NUMBER:
            return _social_security_number(written)
        case PersonalField.HOME_ADDRESS:
            return _home_address(written)
        case PersonalField.IDENTITY_NUMBER:
            return _identity_number(written)
        case PersonalField.PEP_DECLARATION:
            return _pep_declaration(written)


def _birth_date(text: str, today: date) -> date:
    for form in _DATE_FORMS:
        try:
            born = datetime.strptime(text, form).date()
        except ValueError:
            continue
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        if YOUNGEST <= age <= OLDEST:
            return born
        raise Invalid("With this date the person would be too young or too old; please check the year.")
    raise Invalid("Please give the date with day, month and year, for example 24.03.1985.")


def _country(text: str) -> str:
    try:
        return str(pycountry.countries.lookup(text).alpha_2)
    except LookupError as error:
        raise Invalid("Please name the country, for example Portugal or PT.") from error


def _social_security_number(text: str) -> str:
    """Nine digits by the rules of the Social Security Administration (no 000, 666 or 9xx area)."""
    try:
        return str(ssn.validate(text))
    except ValidationError as error:
        raise Invalid("This is not a social security number: nine digits, as on the card.") from error


def _identity_number(text: str) -> str:
    """That of a passport, an identity card or a register: countries write them in many ways."""
    if not _IDENTITY_NUMBER.fullmatch(text) or not any(map(str.isdigit, text)):
        raise Invalid("Please give the number as it stands on a passport or an identity card.")
    if drop_cards(text)[1]:
        raise Invalid("This looks like a payment card number, which we never store.")
    return text.upper()


def _pep_declaration(text: str) -> str:
    try:
        return PepDeclaration(text.casefold()).value
    except ValueError as error:
        raise Invalid("Please answer with yes, no or related.") from error


def _home_address(text: str) -> str:
    if not 8 <= len(text) <= 300 or not any(char.isalpha() for char in text):
        raise Invalid("Please give street, postcode, city and country.")
    return text
