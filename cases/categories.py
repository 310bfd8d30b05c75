"""Whether a reviewer has confirmed the merchant category code that rules and score go by."""

from __future__ import annotations

from cases.application import FieldName
from cases.checks import Check, CheckStatus
from cases.fields.categories import category_name
from cases.record import CaseRecord

CONFIRMED = "category_confirmed"
"""The key of the check."""


def check_category(record: CaseRecord) -> Check:
    """Open until a reviewer has said which category holds; another line of business opens it again."""
    confirmed, code = record.category, record.application.mcc
    if confirmed is not None:
        reason = f"{_in_words(confirmed.code)} Confirmed by {confirmed.by}: {confirmed.reason}"
        return Check(key=CONFIRMED, status=CheckStatus.HELD, reason=reason, field=FieldName.MCC)
    worked_out = _in_words(code) if code else "No category fits the words."
    reason = f"{worked_out} No reviewer has confirmed it."
    return Check(key=CONFIRMED, status=CheckStatus.NOT_CHECKED, reason=reason, field=FieldName.MCC)


def _in_words(code: str) -> str:
    return f"Category {code}, {category_name(code)}."
