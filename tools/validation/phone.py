"""Telephone numbers (phonenumbers): whether they are given out, and in the business's country."""

from __future__ import annotations

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held, not_checked

_TIED_TO_A_PLACE = frozenset(
    {PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
)
_SPECIAL_RATE = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PAGER})


def judge_form(inquiry: Inquiry) -> Verdict:
    """Whether it is a number as they are given out in its country."""
    try:
        number = phonenumbers.parse(inquiry.application.phone or "", None)
    except phonenumbers.NumberParseException:
        return failed("This is not a telephone number with its country code.", found("phone_form"))
    if not phonenumbers.is_valid_number(number):
        return failed("No number of this form is given out in its country.", found("phone_not_in_use"))
    return held("A number as it is given out in its country; nobody was called.")


def judge_country(inquiry: Inquiry) -> Verdict:
    """Whether the number is an ordinary one of the address's country."""
    country = inquiry.application.address.country if inquiry.application.address else None
    try:
        number = phonenumbers.parse(inquiry.application.phone or "", None)
    except phonenumbers.NumberParseException:
        return not_checked("Not a number whose country could be told.")
    if phonenumbers.number_type(number) in _SPECIAL_RATE:
        return failed("Not an ordinary line.", found("phone_special_rate"))
    if country is None:
        return not_checked("There is no country in the address to compare it with.")
    if country in _countries(number):
        return held("A number of the country in the address.")
    return failed("A number of another country than the address.", found("phone_other_country"))


def _countries(number: PhoneNumber) -> frozenset[str]:
    """Where the number can be from: freephone numbers belong to all countries that share the code."""
    region = phonenumbers.region_code_for_number(number)
    if region is not None and phonenumbers.number_type(number) in _TIED_TO_A_PLACE:
        return frozenset({region})
    return frozenset(phonenumbers.region_codes_for_country_code(number.country_code or 0))
