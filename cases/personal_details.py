"""Details of a person as they are entered: read strictly, kept in one form."""

from __future__ import annotations

from datetime import date, datetime

import pycountry
from stdnum.exceptions import ValidationError
from stdnum.us import ssn

from cases.errors import Invalid
from cases.participants import PersonalField

YOUNGEST, OLDEST = 16, 120
"""Years of age of somebody who can own or sign for a business."""

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


def _home_address(text: str) -> str:
    if not 8 <= len(text) <= 300 or not any(char.isalpha() for char in text):
        raise Invalid("Please give street, postcode, city and country.")
    return text
