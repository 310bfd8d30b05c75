"""Is what was stated usable? One check a thing, each with its outcome and the reason for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from cases.application import CHARGED, FieldName
from cases.asking import required_of
from cases.checks import Check, CheckStatus
from cases.policy import Policy
from cases.policy.validating import ExtraCheck
from cases.record import CaseRecord
from desk.checking import record_check
from desk.labels import FIELDS
from desk.turn import Turn
from tools.line_of_business import check_business
from tools.ownership import check_owners
from tools.reading import as_json
from tools.tool import NoArguments, Tool
from tools.validation import (
    addresses,
    bank,
    business,
    dates,
    email,
    figures,
    licences,
    phone,
    tax_numbers,
    website,
)
from tools.validation.duplicates import check_duplicates
from tools.validation.inquiry import Inquiry, Judge
from tools.verdict import Verdict, not_required

_F = FieldName
_X = ExtraCheck
_BANK = (_F.IBAN, _F.ACCOUNT_NUMBER, _F.ROUTING_NUMBER)


class _Validation(NamedTuple):
    key: str
    field: FieldName
    judge: Judge
    missing: CheckStatus = CheckStatus.NOT_CHECKED
    """What a required item that was not given makes of the check."""


def validate(record: CaseRecord, policy: Policy, today: date) -> Iterator[Check]:
    """Every check of the application, in the order in which people read them; the policy's own last."""
    inquiry = Inquiry(record, policy, today)
    yield from (_make(validation, inquiry) for validation in _VALIDATIONS)
    yield _check_bank(inquiry)
    for key in policy.validation.extra:
        if key in _EXTRA:
            yield _make_extra(key, inquiry)
    yield from check_business(record, policy)
    yield from check_owners(record, policy, today)


async def validate_application(turn: Turn, _: NoArguments) -> str:
    """Make every check and record it."""
    draft = turn.draft
    checks = tuple(validate(draft.record, draft.policy, draft.now.date()))
    for check in checks:
        record_check(draft, turn.author, check)
    if ExtraCheck.NO_DUPLICATES in draft.policy.validation.extra:
        # Left out of the answer, as list entries are: it is for the reviewer alone.
        record_check(draft, turn.author, await check_duplicates(turn))
    return as_json({check.key: f"{check.status.value}: {check.reason}" for check in checks})


def _make(validation: _Validation, inquiry: Inquiry) -> Check:
    key, field = validation.key, validation.field
    if inquiry.application.get(field) is None:
        verdict = _not_given(field, validation.missing, inquiry)
    else:
        verdict = validation.judge(inquiry)
    return _check(key, field, verdict)


def _make_extra(key: ExtraCheck, inquiry: Inquiry) -> Check:
    judge, *fields = _EXTRA[key]
    given = [field for field in fields if inquiry.application.get(field) is not None]
    if given:
        return _check(key.value, given[0], judge(inquiry))
    verdict = _not_given(fields[0], CheckStatus.NOT_CHECKED, inquiry)
    return _check(key.value, fields[0], verdict)


def _check(key: str, field: FieldName, verdict: Verdict) -> Check:
    return Check(
        key=key, status=verdict.status, reason=verdict.reason, field=field, findings=verdict.findings
    )


def _not_given(field: FieldName, missing: CheckStatus, inquiry: Inquiry) -> Verdict:
    label, policy = FIELDS[field], inquiry.policy
    if field is _F.BUSINESS_LICENSE and (rule := licences.spared(inquiry)):
        return rule
    if field not in required_of(inquiry.record, policy):
        return not_required(
            f"{label}: not given, and policy {policy.name} {policy.version} does not require it."
        )
    if field in inquiry.record.absent:
        return Verdict(missing, f"{label}: the merchant says that there is none.")
    return Verdict(missing, f"{label}: required, and not given yet.")


def _check_bank(inquiry: Inquiry) -> Check:
    application = inquiry.application
    if application.iban is not None:
        verdict, field = bank.judge_iban(application.iban), _F.IBAN
    elif application.account_number is not None or application.routing_number is not None:
        verdict, field = bank.judge_account(application), _F.ACCOUNT_NUMBER
    else:
        needed = required_of(inquiry.record, inquiry.policy)
        field = next((name for name in _BANK if name in needed), _F.IBAN)
        verdict = _not_given(field, CheckStatus.NOT_CHECKED, inquiry)
    return _check("bank_account_valid", field, verdict)


_VALIDATIONS = (
    _Validation("has_business_license", _F.BUSINESS_LICENSE, licences.judge_given, CheckStatus.FAILED),
    _Validation("valid_email", _F.EMAIL, email.judge_form),
    _Validation("complete_address", _F.ADDRESS, addresses.judge_complete, CheckStatus.FAILED),
    _Validation("valid_phone", _F.PHONE, phone.judge_form),
    _Validation("valid_website", _F.WEBSITE, website.judge_form),
    _Validation("valid_tax_id", _F.TAX_ID, tax_numbers.judge_form),
    _Validation("revenue_plausible", _F.ANNUAL_REVENUE, figures.judge_revenue),
    _Validation("years_plausible", _F.YEARS_IN_BUSINESS, figures.judge_years),
    _Validation("known_line_of_business", _F.BUSINESS_TYPE, business.judge_category),
    _Validation("owners_add_up", _F.OWNERS, figures.judge_shares),
)

_EXTRA: dict[ExtraCheck, tuple[Judge, *tuple[FieldName, ...]]] = {
    _X.EMAIL_DOMAIN: (email.judge_domain, _F.EMAIL),
    _X.PHONE_COUNTRY: (phone.judge_country, _F.PHONE),
    _X.WEBSITE_PUBLIC: (website.judge_host, _F.WEBSITE),
    _X.TAX_NUMBER_KIND: (tax_numbers.judge_kind, _F.TAX_ID),
    _X.LICENCE_FORM: (licences.judge_form, _F.BUSINESS_LICENSE),
    _X.BANK_DETAILS: (bank.judge_details, *_BANK),
    _X.POSTAL_CODE_FITS: (addresses.judge_postal_code, _F.ADDRESS),
    _X.REVENUE_FOR_AGE: (figures.judge_revenue_for_age, _F.ANNUAL_REVENUE),
    _X.CARD_VOLUME: (figures.judge_volume, *CHARGED),
    _X.FOUNDING_DATES: (dates.judge_founding, _F.YEARS_IN_BUSINESS),
    _X.OWNERS_OF_AGE: (dates.judge_ages, _F.OWNERS),
}

VALIDATE_APPLICATION = Tool(
    "validate_application",
    "Check every stated field: form, check digits, plausibility. You neither make nor change them.",
    NoArguments,
    validate_application,
)
