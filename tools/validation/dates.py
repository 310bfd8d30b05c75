"""Dates: whether the years in business, the founding that a number tells, and owners' ages go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cases.participants import PersonalField, subject_of
from cases.record import CaseRecord
from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held, not_checked

OF_AGE = 18
YOUNGEST_FOUNDER = 16

SLACK = 1
"""Years are told in whole ones and rounded, so one more or less tells nothing."""

_FOUNDED = {
    "MX": re.compile(r"[A-ZÑ&]{3}(?P<two>[0-9]{2})[01][0-9][0-3][0-9][A-Z0-9]{3}"),
    "SG": re.compile(r"(?P<four>[12][0-9]{3})[0-9]{5}[A-Z]"),
    "IN": re.compile(r"[LU][0-9]{5}[A-Z]{2}(?P<four>[12][0-9]{3})[A-Z]{3}[0-9]{6}"),
    "ZA": re.compile(r"(?P<four>[12][0-9]{3})[0-9]{6}[0-9]{2}"),
}
"""Numbers of companies that hold the year of their founding: RFC, UEN, CIN, the CIPC's number."""


def judge_founding(inquiry: Inquiry) -> Verdict:
    """Whether the business is no older than the year that its own numbers tell."""
    application = inquiry.application
    numbers = (application.tax_id or "", application.business_license or "")
    known = filter(None, (founded_in(number, inquiry.country, inquiry.today) for number in numbers))
    founded = max(known, default=None)
    if founded is None:
        return not_checked("None of its numbers tells when the business was founded.")
    told = inquiry.today.year - (application.years_in_business or 0)
    if told < founded - SLACK:
        return failed(
            f"A number tells {founded}, the merchant about {told}.", found("founded_later_than_said")
        )
    return held(f"Agrees with {founded}, which a number of the business tells.")


def founded_in(number: str, country: str | None, today: date) -> int | None:
    """The year of founding that the number holds, where numbers of the country do."""
    form = _FOUNDED.get(country or "")
    match = form.fullmatch(re.sub(r"[\s.\-/]", "", number).upper()) if form else None
    if match is None:
        return None
    digits = match.groupdict()
    if "four" in digits:
        year = int(digits["four"])
    else:
        year = today.year // 100 * 100 + int(digits["two"])
        year = year if year <= today.year else year - 100
    return year if year <= today.year else None


def judge_ages(inquiry: Inquiry) -> Verdict:
    """Whether the owners are of age, and one of them was grown when the business began."""
    ages = tuple(_ages(inquiry.record, inquiry.today))
    if not ages:
        return not_checked("No owner's date of birth is known.")
    years = inquiry.application.years_in_business or 0
    minors = (found("owner_minor"),) if min(ages) < OF_AGE else ()
    late = (found("owner_young_at_founding"),) if max(ages) - years < YOUNGEST_FOUNDER else ()
    if minors or late:
        return failed("An owner's age does not fit.", *minors, *late)
    return held("The owners whose age is known are of age, and old enough to have begun it.")


def _ages(record: CaseRecord, today: date) -> Iterator[int]:
    for owner in record.application.owners or ():
        detail = record.details.get((subject_of(owner.name), PersonalField.DATE_OF_BIRTH))
        if detail is not None:
            born = date.fromisoformat(detail.value)
            yield today.year - born.year - ((today.month, today.day) < (born.month, born.day))
