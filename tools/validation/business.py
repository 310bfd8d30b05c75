"""The line of business: whether there is such a category (ISO 18245)."""

from __future__ import annotations

import iso18245

from tools.validation.findings import found
from tools.validation.inquiry import Inquiry
from tools.verdict import Verdict, failed, held


def judge_category(inquiry: Inquiry) -> Verdict:
    """Whether what the merchant called it has a merchant category code."""
    code = inquiry.application.mcc
    if code is None:
        return failed("No merchant category code fits these words.", found("business_unknown"))
    try:
        name = iso18245.get_mcc(code).usda_description
    except iso18245.MCCNotFound:
        return failed(f"There is no merchant category code {code}.", found("business_unknown"))
    return held(f"Category {code}: {name}." if name else f"Category {code}.")
