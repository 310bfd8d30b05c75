"""Is what was stated usable? One check a thing, each with its outcome and the reason for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

import iso18245
import phonenumbers

from cases.application import Address, Application, FieldName, Owner
from cases.checks import Check, CheckStatus
from cases.errors import Invalid
from cases.fields import bank, email, website
from cases.policy import Policy
from cases.record import CaseRecord
from desk.checking import record_check
from desk.labels import FIELDS
from desk.turn import Turn
from tools.reading import as_json
from tools.taxnumber import check_tax_number
from tools.tool import NoArguments, Tool
from tools.verdict import Verdict, failed, held, not_checked

MOST_REVENUE = Decimal(10) ** 11
"""In the policy's base currency; a handful of companies in the world have more."""

_BANK = (FieldName.IBAN, FieldName.ACCOUNT_NUMBER, FieldName.ROUTING_NUMBER)

MOST_YEARS = 250
"""There are older firms; each is worth a question."""


class _Validation(NamedTuple):
    key: str
    field: FieldName
    judge: Callable[[Application, Policy], Verdict]
    missing: CheckStatus = CheckStatus.NOT_CHECKED
    """What a required item that was not given makes of the check."""


def validate(record: CaseRecord, policy: Policy) -> Iterator[Check]:
    """Every check of the application, in the order in which people read them."""
    yield from (_make(validation, record, policy) for validation in _VALIDATIONS)
    yield _check_bank(record, policy)


async def validate_application(turn: Turn, _: NoArguments) -> str:
    """Make every check and record it."""
    checks = tuple(validate(turn.draft.record, turn.draft.policy))
    for check in checks:
        record_check(turn.draft, turn.author, check)
    return as_json({check.key: f"{check.status.value}: {check.reason}" for check in checks})


def _make(validation: _Validation, record: CaseRecord, policy: Policy) -> Check:
    key, field = validation.key, validation.field
    if record.application.get(field) is None:
        status, reason = _not_given(field, validation.missing, record, policy)
    else:
        status, reason = validation.judge(record.application, policy)
    return Check(key=key, status=status, reason=reason, field=field)


def _not_given(field: FieldName, missing: CheckStatus, record: CaseRecord, policy: Policy) -> Verdict:
    label = FIELDS[field]
    if field not in policy.required:
        rule = f"{label}: not given, and policy {policy.name} {policy.version} does not require it."
        return Verdict(CheckStatus.NOT_REQUIRED, rule)
    if field in record.absent:
        return Verdict(missing, f"{label}: the merchant says that there is none.")
    return Verdict(missing, f"{label}: required, and not given yet.")


def _judge_licence(_: Application, __: Policy) -> Verdict:
    return held("A licence number was given; it was not looked up in a register.")


def _judge_email(application: Application, _: Policy) -> Verdict:
    try:
        email.parse(application.email or "")
    except Invalid:
        return failed("This is not a complete e-mail address.")
    return held("A well-formed address; nothing was sent to it.")


def _judge_address(application: Application, _: Policy) -> Verdict:
    address = application.address or Address()
    parts = {"street": address.line1, "city": address.city, "country": address.country}
    missing = [name for name, part in parts.items() if not part]
    if missing:
        return failed(f"Missing: {', '.join(missing)}.")
    return held("Street, city and country are there; the address was not looked up.")


def _judge_phone(application: Application, _: Policy) -> Verdict:
    try:
        number = phonenumbers.parse(application.phone or "", None)
    except phonenumbers.NumberParseException:
        return failed("This is not a telephone number with its country code.")
    if not phonenumbers.is_valid_number(number):
        return failed("No number of this form is given out in its country.")
    return held("A number as it is given out in its country; nobody was called.")


def _judge_website(application: Application, _: Policy) -> Verdict:
    try:
        website.parse(application.website or "")
    except Invalid as error:
        return failed(str(error))
    return held("A well-formed address of a website; it was not opened.")


def _judge_revenue(application: Application, policy: Policy) -> Verdict:
    revenue, currency = application.annual_revenue or 0, application.currency
    in_base = policy.rates.to_base(revenue, currency)
    if revenue == 0:
        started = application.years_in_business
        told = "No revenue a year"
        return failed(f"{told} after {started} years.") if started else held(f"{told} so far.")
    if in_base is None:
        return not_checked(f"The rate table has no rate for {currency or 'an unknown currency'}.")
    if in_base > MOST_REVENUE:
        return failed("More than almost any company has.")
    return held("Within what companies have; no accounts were seen.")


def _judge_years(application: Application, _: Policy) -> Verdict:
    years = application.years_in_business or 0
    if years > MOST_YEARS:
        return failed(f"Hardly any company is older than {MOST_YEARS} years.")
    return held("Within what companies reach; no register was asked.")


def _judge_line_of_business(application: Application, _: Policy) -> Verdict:
    code = application.mcc
    if code is None:
        return failed("No merchant category code fits these words.")
    try:
        name = iso18245.get_mcc(code).usda_description
    except iso18245.MCCNotFound:
        return failed(f"There is no merchant category code {code}.")
    return held(f"Category {code}: {name}." if name else f"Category {code}.")


def _judge_owners(application: Application, _: Policy) -> Verdict:
    owners: tuple[Owner, ...] = application.owners or ()
    shares = [o.ownership_percent for o in owners if o.ownership_percent is not None]
    if not shares:
        return not_checked("No shares were stated.")
    total = sum(Decimal(str(share)) for share in shares)
    if total > 100:
        return failed(f"The shares add up to {total:g} %.")
    return held(f"The shares that were stated add up to {total:g} %.")


def _check_bank(record: CaseRecord, policy: Policy) -> Check:
    key = "bank_account_valid"
    application = record.application
    if application.iban is not None:
        verdict, field = _judge_iban(application.iban), FieldName.IBAN
    elif application.account_number is not None or application.routing_number is not None:
        verdict, field = _judge_account(application), FieldName.ACCOUNT_NUMBER
    else:
        field = next((name for name in _BANK if name in policy.required), FieldName.IBAN)
        verdict = _not_given(field, CheckStatus.NOT_CHECKED, record, policy)
    return Check(key=key, status=verdict.status, reason=verdict.reason, field=field)


def _judge_iban(iban: str) -> Verdict:
    try:
        bank.parse_iban(iban)
    except Invalid as error:
        return failed(str(error))
    return held("The IBAN passes its check digits; no bank was asked.")


def _judge_account(application: Application) -> Verdict:
    routing, account = application.routing_number, application.account_number
    country = application.address.country if application.address else None
    if account is None:
        return failed("A routing number without an account number.")
    if routing is None and country == "US":
        return failed("An account number without a routing number.")
    if routing is None:
        return not_checked("An account number alone has no check digits that are known here.")
    try:
        bank.parse_routing_number(routing)
        bank.parse_account_number(account)
    except Invalid as error:
        return failed(str(error))
    return held("The routing number passes its checksum; no bank was asked.")


_F = FieldName
_VALIDATIONS = (
    _Validation("has_business_license", _F.BUSINESS_LICENSE, _judge_licence, CheckStatus.FAILED),
    _Validation("valid_email", _F.EMAIL, _judge_email),
    _Validation("complete_address", _F.ADDRESS, _judge_address, CheckStatus.FAILED),
    _Validation("valid_phone", _F.PHONE, _judge_phone),
    _Validation("valid_website", _F.WEBSITE, _judge_website),
    _Validation("valid_tax_id", _F.TAX_ID, check_tax_number),
    _Validation("revenue_plausible", _F.ANNUAL_REVENUE, _judge_revenue),
    _Validation("years_plausible", _F.YEARS_IN_BUSINESS, _judge_years),
    _Validation("known_line_of_business", _F.BUSINESS_TYPE, _judge_line_of_business),
    _Validation("owners_add_up", _F.OWNERS, _judge_owners),
)

VALIDATE_APPLICATION = Tool(
    "validate_application",
    "Check every stated field: form, check digits, plausibility. You neither make nor change them.",
    NoArguments,
    validate_application,
)
