"""Bank details: check digits (python-stdnum), and the bank and its country (schwifty)."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException
from schwifty.registry import get_banks_by_country, get_iban_spec
from stdnum.es import ccc
from stdnum.exceptions import ValidationError
from stdnum.no import kontonr
from stdnum.nz import bankaccount

from cases.application import Application
from cases.errors import Invalid
from cases.fields import bank
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held, not_checked

_BANKS_WITH = {
    **dict.fromkeys(("GG", "JE", "IM"), "GB"),
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "PM", "RE", "YT"), "FR"),
    "AX": "FI",
}
"""Territories whose accounts carry another country's code."""

_ACCOUNTS: Mapping[str, ModuleType] = {"ES": ccc, "NO": kontonr, "NZ": bankaccount}
"""Account numbers of a country with check digits of their own."""


def judge_iban(iban: str) -> Verdict:
    """Whether the check digits are right."""
    try:
        bank.parse_iban(iban)
    except Invalid as error:
        return failed(str(error), found("iban_check_digits"))
    return held("The IBAN passes its check digits; no bank was asked.")


def judge_account(application: Application) -> Verdict:
    """Whether account and routing number are there and well formed."""
    routing, account = application.routing_number, application.account_number
    country = application.address.country if application.address else None
    if account is None:
        return failed("A routing number without an account number.", found("account_number_missing"))
    if routing is None and country == "US":
        return failed("An account number without a routing number.", found("routing_number_missing"))
    if routing is None:
        return not_checked("An account number alone has no check digits that are known here.")
    try:
        bank.parse_routing_number(routing)
        bank.parse_account_number(account)
    except Invalid as error:
        return failed(str(error), found(f"{error.code.removeprefix('invalid_')}_form"))
    return held("The routing number passes its checksum; no bank was asked.")


def judge_details(inquiry: Inquiry) -> Verdict:
    """Which bank it is, and whether the account is where the business is."""
    application = inquiry.application
    if application.iban is not None:
        return _judge_bank(application.iban, inquiry.country)
    if application.routing_number is not None:
        if inquiry.country in (None, "US"):
            return held("A bank in the United States, as the business; its name is not known here.")
        return failed("A bank in the United States.", found("routing_number_other_country"))
    return _judge_national(application.account_number or "", inquiry.country)


def _judge_bank(iban: str, country: str | None) -> Verdict:
    try:
        known = IBAN(iban)
    except SchwiftyException:
        return failed("Not an IBAN of its country's form.", found("iban_check_digits"))
    at, name = known.country_code, known.bank_name
    where = f"{name} ({at}{f', {known.bic}' if known.bic else ''})" if name else f"A bank in {at}"
    lists_all = any(True for _ in get_banks_by_country(at))
    unknown = () if name or not lists_all else (found("bank_unknown"),)
    home = _BANKS_WITH.get(country or "", country)
    if home is None or at == home:
        return held(f"{where}.", *unknown)
    if _in_sepa(at) and _in_sepa(home):
        return held(f"{where}; the business is in {country}.", found("iban_other_sepa_country"), *unknown)
    return failed(f"{where}; the business is in {country}.", found("iban_other_country"), *unknown)


def _in_sepa(country: str) -> bool:
    """Whether the country is of the single euro payments area, by SWIFT's register of IBANs."""
    try:
        return get_iban_spec(country).in_sepa_zone
    except ValueError:
        return False


def _judge_national(account: str, country: str | None) -> Verdict:
    rules = _ACCOUNTS.get(country or "")
    if rules is None:
        return not_checked("An account number alone tells neither its bank nor its country.")
    try:
        rules.validate(account)
    except ValidationError:
        return failed("Not an account number of its country's form.", found("account_number_check_digits"))
    return held("Passes the check digits of its country's account numbers; no bank was asked.")
